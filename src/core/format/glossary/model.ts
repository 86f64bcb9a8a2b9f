/** A glossary as files hold it: concepts with their terms in several languages, each preferred, admitted or forbidden. */

import type { GlossaryTerm } from '../../check/glossary.ts';
import { AppError } from '../../errors.ts';
import type { ReadWarning } from '../read/model.ts';
import { cleanSegment } from '../write/xml.ts';

export const TERM_STATUSES = ['preferred', 'admitted', 'forbidden'] as const;
export type TermStatus = (typeof TERM_STATUSES)[number];

export interface GlossaryEntry {
  /** A definition or remark, for people. */
  readonly note: string;
  /** Each text of a language once. */
  readonly terms: readonly GlossaryTerm[];
}
export interface ReadGlossary {
  readonly entries: readonly GlossaryEntry[];
  readonly warnings: readonly ReadWarning[];
}

export const MOST_ENTRIES = 200_000;
export const LONGEST_TERM = 500;
const LONGEST_NOTE = 10_000;

/** White space is one space, NFC, no control characters. */
export const cleanTerm = (text: string): string => cleanSegment(text).replace(/\s+/gu, ' ').trim();

/** A language as BCP 47 spells it (`de_DE` is `de-DE`); null for what is none. */
export const readLangCode = (code: string): string | null => {
  try {
    return new Intl.Locale(code.trim().replaceAll('_', '-')).toString();
  } catch {
    return null;
  }
};

/** Collects entries; what is no term is counted and left out. Throws AppError `file-invalid` where there are too many. */
export class EntryList {
  readonly entries: GlossaryEntry[] = [];
  /** Terms without text, without a language, or longer than a term can be. */
  leftOut = 0;

  constructor(
    private readonly file: string,
    private readonly format: string,
  ) {}

  add(
    note: string,
    terms: Iterable<{ readonly lang: string; readonly text: string; readonly status: TermStatus }>,
  ): void {
    const kept: GlossaryTerm[] = [];
    for (const { lang, text, status } of terms) {
      const clean = cleanTerm(text);
      const code = readLangCode(lang);
      if (clean === '' || clean.length > LONGEST_TERM || code === null) {
        if (clean !== '') this.leftOut += 1;
        continue;
      }
      if (!kept.some((one) => one.lang === code && one.text === clean))
        kept.push({ lang: code, text: clean, status });
    }
    if (kept.length === 0) return;
    if (this.entries.length >= MOST_ENTRIES)
      throw new AppError('file-invalid', {
        file: this.file,
        format: this.format,
        reason: `it has more than ${MOST_ENTRIES} concepts`,
      });
    this.entries.push({ note: cleanTerm(note.slice(0, LONGEST_NOTE)), terms: kept });
  }
}
