/** What a rule for dates is: a pattern, and what a match of it says. */

export interface DateParts {
  readonly year?: number | null;
  readonly month?: number | null;
  readonly day?: number | null;
  readonly weekday?: number | null;
}

export interface DateRule {
  /** Global and Unicode-aware, over prepared text. */
  readonly pattern: RegExp;
  /** Several dates for a range (`5.–8. Dezember`); none where the words mean something else. */
  readonly read: (match: RegExpMatchArray, text: string) => readonly DateParts[];
}

export interface DateRules {
  /** A text without this holds no date of the language. */
  readonly hint: RegExp;
  readonly rules: () => readonly DateRule[];
}

const within = (value: number | null | undefined, low: number, high: number): boolean =>
  value === null || value === undefined || (value >= low && value <= high);

export const isCalendarDay = (parts: DateParts): boolean =>
  within(parts.day, 1, 31) && within(parts.month, 1, 12) && within(parts.year, 0, 2999);

export const numberOrNull = (digits: string | undefined): number | null =>
  digits === undefined || digits === '' ? null : Number(digits);

/** `23` of `14/8/23` is 2023, `98` is 1998. */
export const fullYear = (digits: string | undefined): number | null => {
  const year = numberOrNull(digits);
  if (year === null || digits!.length > 2) return year;
  return year < 70 ? 2000 + year : 1900 + year;
};
