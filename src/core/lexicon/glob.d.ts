/** The one thing of Vite's that the lexicon uses: all data files of a folder as text, at build time. */
interface ImportMeta {
  glob(
    pattern: string,
    options: { readonly query: '?raw'; readonly import: 'default'; readonly eager: true },
  ): Record<string, string>;
}
