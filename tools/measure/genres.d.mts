/** Turns the texts of a folder into the folders and files of a gold set. */
export function writeGenres(from: string, to: string): void;
