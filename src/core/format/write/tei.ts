/**
 * TEI P5: a corpus with one TEI element a document, in it a text for each language and, standing off, a group of links between them.
 * The texts of one document are held until it ends, because each language stands in one piece.
 */
import type { OutUnit, UnitFormat } from './model.ts';
import { isoDate, xmlText } from './xml.ts';

export const tei: UnitFormat = {
  name: 'TEI P5',
  extension: 'xml',
  mediaType: 'application/tei+xml',
  losses: ['one-sided', 'notes', 'flags', 'scores', 'history'],
  print: (head) => {
    const langs = head.columns.map(({ lang }) => xmlText(lang));
    let document: string | null = null;
    let texts: string[][] = langs.map(() => []);
    let links: string[] = [];
    const header = (title: string): string => `<teiHeader>
    <fileDesc>
      <titleStmt><title>${xmlText(title) || 'untitled'}</title></titleStmt>
      <publicationStmt><p>Written by SongSong ${xmlText(head.toolVersion)} on <date when="${isoDate(head.createdAt)}">${isoDate(head.createdAt).slice(0, 10)}</date>.</p></publicationStmt>
      <sourceDesc><p>Aligned texts: the original (${langs[0]}) and its renderings.</p></sourceDesc>
    </fileDesc>
    <profileDesc><langUsage>${[...new Set(langs)].map((lang) => `<language ident="${lang}">${lang}</language>`).join('')}</langUsage></profileDesc>
  </teiHeader>`;
    const flush = (): string => {
      if (document === null) return '';
      const bodies = texts.map((pieces, i) =>
        pieces.length === 0
          ? ''
          : `      <text xml:lang="${langs[i]}"${i === 0 ? ' type="original"' : ''}><body><ab>\n${pieces.join('')}      </ab></body></text>\n`,
      );
      const printed = `<TEI>
  ${header(document)}
  <text>
    <group>
${bodies.join('')}    </group>
  </text>
  <standOff>
    <linkGrp type="alignment">
${links.join('')}    </linkGrp>
  </standOff>
</TEI>
`;
      texts = langs.map(() => []);
      links = [];
      return printed;
    };
    const take = (unit: OutUnit): void => {
      const id = (column: number): string => `u.${xmlText(unit.id)}.${column}`;
      const statuses = [...new Set(unit.variants.flatMap((one) => one.statuses))];
      for (const { column, text, sentences } of unit.variants) {
        const parts = sentences?.map((one) => one.text) ?? [text];
        const inner = parts.map((part) => `<s>${xmlText(part)}</s>`).join('');
        texts[column]!.push(`        <seg xml:id="${id(column)}">${inner}</seg>\n`);
      }
      const targets = unit.variants.map(({ column }) => `#${id(column)}`).join(' ');
      const type =
        statuses.length === 0 ? '' : ` type="${statuses.length === 1 ? xmlText(statuses[0]!) : 'mixed'}"`;
      links.push(`      <link${type} target="${targets}"/>\n`);
    };
    return {
      start: () =>
        `<?xml version="1.0" encoding="UTF-8"?>\n<teiCorpus xmlns="http://www.tei-c.org/ns/1.0">\n  ${header(head.title)}\n`,
      unit: (unit) => {
        const done = unit.document === document ? '' : flush();
        document = unit.document;
        take(unit);
        return done;
      },
      end: () => `${flush()}</teiCorpus>\n`,
    };
  },
};
