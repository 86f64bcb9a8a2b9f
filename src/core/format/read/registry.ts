/** The formats that can be read, in the order in which they are tried. */

import type { Format, Sniff } from './model.ts';

export const FORMATS: readonly Format[] = [
  {
    id: 'text',
    name: 'plain text',
    from: 'text',
    recognise: ({ head }) => (head === null ? 0 : 0.3),
    load: async () => (await import('./text.ts')).textReader,
  },
];

/** The format that speaks most for itself; null where none does. */
export function recogniseFormat(sniff: Sniff): Format | null {
  let best: Format | null = null;
  let most = 0;
  for (const format of FORMATS) {
    const sure = format.recognise(sniff);
    if (sure > most) [best, most] = [format, sure];
  }
  return best;
}
