/** What columns are called in files that have heads. */
import type { OutColumn } from './model.ts';

/** Each name once: the code, with the label or a number where there are several of one language. */
export function columnNames(columns: readonly OutColumn[]): readonly string[] {
  const names: string[] = [];
  for (const { lang, label } of columns) {
    const several = columns.filter((other) => other.lang === lang).length > 1;
    const base = several && label !== '' ? `${lang} (${label})` : lang;
    let name = base;
    for (let i = 2; names.includes(name); i++) name = `${base} ${i}`;
    names.push(name);
  }
  return names;
}
