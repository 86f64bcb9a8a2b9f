/** TMX among the formats: its units as they are. */
import { readTmx } from '../tmxReader.ts';
import type { FormatReader } from './model.ts';

export const tmxFormatReader: FormatReader = {
  read: ({ file, text }) => {
    const { header, units } = readTmx(file, text);
    const langs = new Map<string, string[]>();
    for (const { variants } of units)
      for (const { lang, text: said } of variants) {
        const sample = langs.get(lang) ?? [];
        if (sample.length < 5) sample.push(said);
        langs.set(lang, sample);
      }
    const columns = [...langs]
      .filter(([, sample]) => sample.length > 0)
      .map(([lang, sample], index) => ({ index, name: lang, lang, sample }));
    return { format: 'tmx', blocks: [], units, columns, lang: header?.sourceLang ?? null, warnings: [] };
  },
};
