/** Units for programs: `songsong/units@1`. */
import type { UnitFormat } from './model.ts';
import { isoDate } from './xml.ts';

export const json: UnitFormat = {
  name: 'JSON (units)',
  extension: 'json',
  mediaType: 'application/json',
  losses: ['one-sided', 'notes', 'flags', 'history'],
  print: ({ title, toolVersion, createdAt, columns }) => {
    let first = true;
    const head = {
      schema: 'songsong/units@1',
      title,
      tool: `SongSong ${toolVersion}`,
      created: isoDate(createdAt),
      columns,
    };
    return {
      start: () => `${JSON.stringify(head).slice(0, -1)},"units":[\n`,
      unit: ({ id, document, changedAt, variants }) => {
        const before = first ? '' : ',\n';
        first = false;
        const unit = {
          id,
          document,
          changed: changedAt === null ? null : isoDate(changedAt),
          variants: variants.map(({ column, text, statuses, score }) => ({
            lang: columns[column]!.lang,
            column,
            text,
            statuses,
            score,
          })),
        };
        return before + JSON.stringify(unit);
      },
      end: () => '\n]}\n',
    };
  },
};
