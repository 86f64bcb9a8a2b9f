/** The values that a figure written in digits may have: separators differ between languages and are mixed in news texts. */

const unique = (values: readonly number[]): number[] => [...new Set(values)];

const GROUPED_BY_STOP = new Set(['vi', 'de']);

/** Number of a version or clause (`2.3.1`): its parts in base 1000, so that equal numbers are equal. */
const sectionValue = (parts: readonly string[]): number =>
  parts.reduceRight((sum, part) => sum / 1000 + Number(part), 0);

/**
 * Candidate values of one figure, likeliest first. `1.500` is 1500 or 1.5; a separator followed by other than three
 * digits is a decimal sign; of two kinds of separator the last is the decimal sign; a repeated one groups thousands. Vietnamese and
 * German group with a full stop; and nobody writes a third decimal that is 0.
 */
export const digitValues = (figure: string, lang?: string): number[] => {
  const separators = figure.match(/[.,' ]/g);
  if (!separators) return [Number(figure)];
  const kinds = new Set(separators);
  const last = figure.search(/[.,' ]\d+$/);
  const tail = figure.length - last - 1;
  const whole = Number(figure.replace(/[.,' ]/g, ''));
  const decimal = Number(`${figure.slice(0, last).replace(/[.,' ]/g, '')}.${figure.slice(last + 1)}`);
  const lastSeparator = figure[last];
  if (lastSeparator === ' ' || lastSeparator === "'") return [whole];
  if (kinds.size > 1) return [decimal];
  const parts = figure.split(/[.,]/);
  if (separators.length > 1) {
    const groups = parts.slice(1).every((part) => part.length === 3) && parts[0]!.length <= 3;
    return groups ? [whole] : [sectionValue(parts)];
  }
  if (tail === 3 && last <= 3 && figure[0] !== '0') {
    const groups = figure.endsWith('0') || (lastSeparator === '.' && GROUPED_BY_STOP.has(lang ?? ''));
    return groups ? [whole] : unique([whole, decimal]);
  }
  return [decimal];
};

/** Figures joined by a comma that are no thousands (`1,2,3,4`) are a list. */
export const isList = (figure: string): boolean => {
  const parts = figure.split(',');
  return parts.length > 2 && !parts.slice(1).every((part) => part.length === 3) && !figure.includes('.');
};
