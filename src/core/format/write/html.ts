/** A table of the texts side by side, as a page for reading and printing. */
import { columnNames } from './columns.ts';
import type { UnitFormat } from './model.ts';
import { PAGE_END, printPageStart } from './page.ts';
import { xmlText } from './xml.ts';

export const html: UnitFormat = {
  name: 'HTML',
  extension: 'html',
  mediaType: 'text/html',
  losses: ['one-sided', 'notes', 'flags', 'scores', 'dates', 'history'],
  print: ({ title, columns }) => {
    const names = columnNames(columns);
    const langs = columns.map(({ lang }) => xmlText(lang));
    let document: string | null = null;
    const open = (next: string): string => {
      const before = document === null ? '' : '</tbody>\n</table>\n';
      document = next;
      const heads = names
        .map((name, i) => `<th scope="col" lang="${langs[i]}">${xmlText(name)}</th>`)
        .join('');
      const heading = next === '' ? '' : `<h2>${xmlText(next)}</h2>\n`;
      return `${before}${heading}<table class="texts">\n<thead><tr><th scope="col">unit</th>${heads}</tr></thead>\n<tbody>\n`;
    };
    return {
      start: () => printPageStart(title),
      unit: (unit) => {
        const cells = langs.map((lang, i) => {
          const variant = unit.variants.find(({ column }) => column === i);
          const kind = variant?.statuses.length ? ` class="${variant.statuses.map(xmlText).join(' ')}"` : '';
          return `<td lang="${lang}"${kind}>${xmlText(variant?.text ?? '')}</td>`;
        });
        const before = unit.document === document ? '' : open(unit.document);
        return `${before}<tr><td class="id">${xmlText(unit.id)}</td>${cells.join('')}</tr>\n`;
      },
      end: () => (document === null ? '' : '</tbody>\n</table>\n') + PAGE_END,
    };
  },
};
