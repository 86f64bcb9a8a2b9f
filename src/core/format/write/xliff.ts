/**
 * XLIFF 2.1 (OASIS, 2018; its namespaces still say 2.0): one file element a document, one unit a group. The status that XLIFF has no
 * word for stands in `subState`, the score in the metadata module.
 */
import type { UnitFormat } from './model.ts';
import { isoDate, xmlText } from './xml.ts';

/** XLIFF knows initial, translated, reviewed and final. */
export const XLIFF_STATES: Readonly<Record<string, string>> = {
  auto: 'translated',
  edited: 'translated',
  confirmed: 'final',
  'needs-review': 'translated',
  reviewed: 'reviewed',
  rejected: 'initial',
  stale: 'translated',
};

export const xliff: UnitFormat = {
  name: 'XLIFF 2.1',
  extension: 'xlf',
  mediaType: 'application/xliff+xml',
  pairsOnly: true,
  losses: ['several-renderings', 'one-sided', 'notes', 'flags', 'history'],
  print: (head) => {
    const [source, target] = head.columns;
    let files = 0;
    let document: string | null = null;
    const open = (title: string): string => {
      const before = files === 0 ? '' : '  </file>\n';
      document = title;
      files += 1;
      const original = title === '' ? '' : ` original="${xmlText(title)}"`;
      return `${before}  <file id="f${files}"${original}>\n`;
    };
    return {
      start: () => `<?xml version="1.0" encoding="UTF-8"?>
<xliff xmlns="urn:oasis:names:tc:xliff:document:2.0" xmlns:mda="urn:oasis:names:tc:xliff:metadata:2.0" version="2.1" srcLang="${xmlText(source!.lang)}" trgLang="${xmlText(target!.lang)}">
`,
      unit: ({ id, document: title, changedAt, variants }) => {
        const text = (column: number): string =>
          xmlText(variants.find((one) => one.column === column)?.text ?? '');
        const variant = variants.find((one) => one.column === 1);
        if (!variant || text(0) === '' || text(1) === '') return '';
        const metas: [string, string][] = [];
        if (variant.score !== null) metas.push(['score', variant.score.toFixed(3)]);
        if (changedAt !== null) metas.push(['changed', isoDate(changedAt)]);
        const meta = metas
          .map(([type, value]) => `          <mda:meta type="${type}">${value}</mda:meta>\n`)
          .join('');
        const metadata =
          meta === ''
            ? ''
            : `      <mda:metadata>\n        <mda:metaGroup category="songsong">\n${meta}        </mda:metaGroup>\n      </mda:metadata>\n`;
        const [status] = variant.statuses;
        const state =
          status === undefined
            ? ''
            : ` state="${XLIFF_STATES[status] ?? 'translated'}" subState="songsong:${xmlText(status)}"`;
        return `${title === document ? '' : open(title)}    <unit id="${xmlText(id)}">
${metadata}      <segment${state}>
        <source>${text(0)}</source>
        <target>${text(1)}</target>
      </segment>
    </unit>
`;
      },
      end: () => `${files === 0 ? `${open('')}    <group id="none"/>\n` : ''}  </file>\n</xliff>\n`,
    };
  },
};
