/** What the names of files say. */

/** In lower case, without the dot; empty where there is none. */
export const extensionOf = (file: string): string =>
  /\.([\p{L}\p{N}]{1,8})$/u.exec(file)?.[1]?.toLowerCase() ?? '';
