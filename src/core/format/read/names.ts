/** What the names of files say. */

/** In lower case, without the dot; empty where there is none. */
export const extensionOf = (file: string): string =>
  /\.([\p{L}\p{N}]{1,8})$/u.exec(file)?.[1]?.toLowerCase() ?? '';

/** `bao-cao.vi.docx`, `report_de.txt`, `zh-CN/page.html`: a code between dividers, as people write them; `vn`, `cn` too. */
const CODES: Readonly<Record<string, string>> = {
  vi: 'vi',
  vie: 'vi',
  vn: 'vi',
  de: 'de',
  deu: 'de',
  ger: 'de',
  ru: 'ru',
  rus: 'ru',
  zh: 'zh',
  zho: 'zh',
  chi: 'zh',
  cn: 'zh',
  en: 'en',
  eng: 'en',
};
const TAG = /(?:^|[._\-\s/\\([])([a-z]{2,3})(?:[-_](?:[a-z]{2}|hans|hant))?(?=$|[._\-\s/\\)\]])/gi;

/** The language that a name says and the name without it; the last code counts. */
export function languageInName(path: string): { lang: string | null; stem: string } {
  const name = path.replace(/\.[\p{L}\p{N}]{1,8}$/u, '');
  let found: { lang: string; start: number; end: number } | null = null;
  TAG.lastIndex = 0;
  for (let match = TAG.exec(name); match; match = TAG.exec(name)) {
    const lang = CODES[match[1]!.toLowerCase()];
    if (lang) found = { lang, start: match.index, end: TAG.lastIndex };
    // Dividers may be shared by neighbours, and what looked like a region may be the code.
    TAG.lastIndex = lang ? Math.max(match.index + 1, TAG.lastIndex - 1) : match.index + 1;
  }
  const stem = found === null ? name : `${name.slice(0, found.start)}/${name.slice(found.end)}`;
  return {
    lang: found?.lang ?? null,
    stem: stem
      .replace(/[._\-\s/\\()[\]]+/g, ' ')
      .trim()
      .toLowerCase(),
  };
}

export interface NameGroup<File> {
  readonly stem: string;
  readonly files: readonly { readonly file: File; readonly lang: string | null }[];
}

/** Files whose names differ only in the language belong together; the order is that of the first of each group. */
export function groupByName<File>(files: readonly File[], nameOf: (file: File) => string): NameGroup<File>[] {
  const groups = new Map<string, { file: File; lang: string | null }[]>();
  for (const file of files) {
    const { lang, stem } = languageInName(nameOf(file));
    groups.set(stem, [...(groups.get(stem) ?? []), { file, lang }]);
  }
  return [...groups].map(([stem, members]) => ({ stem, files: members }));
}
