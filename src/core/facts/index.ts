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
export { conceptMentions, type NameBeginnings, nameBeginnings } from './names/beginnings.ts';
export { isSamePerson, namesOfDocument } from './names/documentNames.ts';
export { extractNames } from './names/extract.ts';
export { type FoundName, findName, nameEvidence, nameSimilarity } from './names/find.ts';
export { soundSkeleton } from './names/foreign.ts';
export { foldToAscii } from './names/letters.ts';
export { extractQuantities } from './quantities.ts';
export { isRounded } from './rounding.ts';
export { convertedUnits, unitsConflict } from './units.ts';
