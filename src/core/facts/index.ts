/** Facts of a text that can be compared by value across languages: quantities, dates, names. */

export {
  compareDates,
  compareFacts,
  compareQuantities,
  type DateComparison,
  type DatesOfBoth,
  datesAgree,
  isEvidence,
  type QuantityComparison,
  quantitiesAgree,
} from './comparison.ts';
export { extractDates } from './dates.ts';
export { extractFacts } from './extract.ts';
export type { DateMention, Facts, NameKind, NameMention, Quantity, QuantityKind, TextSpan } from './model.ts';
export { extractNames, type FoundName, findName, foldToAscii, nameSimilarity } from './names.ts';
export { extractQuantities } from './quantities.ts';
export { convertedUnits, unitsConflict } from './units.ts';
