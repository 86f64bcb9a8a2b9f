import type { Column } from '../../contract/index.ts';
import { nameLanguageItself } from '../i18n/index.ts';

/** What a column is called: its language in itself, and its version where there are several. */
export const titleOf = (column: Column, all: readonly Column[]): string => {
  const twice = all.filter((other) => other.lang === column.lang).length > 1;
  return `${nameLanguageItself(column.lang)}${twice && column.label !== '' ? ` · ${column.label}` : ''}`;
};
