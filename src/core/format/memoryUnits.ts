/** Units of a translation memory as what our own writers wrote into them: status, score and document are properties there. */
import { DOCUMENT_PROPERTY, SCORE_PROPERTY, STATUS_PROPERTY, type TmxUnit } from './tmx.ts';
import type { OutUnit } from './write/model.ts';

export const isCode = (code: string, wanted: string): boolean => code.toLowerCase() === wanted.toLowerCase();

const OURS = new Set([STATUS_PROPERTY, SCORE_PROPERTY, DOCUMENT_PROPERTY]);

/** What our own export wrote about a variant: `confirmed`, or `de confirmed` where there are several. */
export function propertyOf(unit: TmxUnit, type: string, code: string): string | null {
  for (const property of unit.properties ?? []) {
    if (property.type !== type) continue;
    const [first, second] = property.value.split(' ');
    if (second === undefined) return first ?? null;
    if (isCode(first!, code)) return second;
  }
  return null;
}

/** 0 to 1; null where the memory says nothing. */
export function scoreOf(unit: TmxUnit, code: string): number | null {
  const score = Number.parseFloat(propertyOf(unit, SCORE_PROPERTY, code) ?? '');
  return score >= 0 && score <= 1 ? score : null;
}

/** A unit for a writer whose head has these languages, original first; texts in other languages are left out. */
export function toOutUnit(unit: TmxUnit, langs: readonly string[], number: number): OutUnit {
  const variants = langs.flatMap((lang, column) => {
    const variant = unit.variants.find((one) => isCode(one.lang, lang));
    if (!variant) return [];
    const status = column === 0 ? null : propertyOf(unit, STATUS_PROPERTY, lang);
    return [
      {
        column,
        text: variant.text,
        statuses: status === null ? [] : [status],
        score: column === 0 ? null : scoreOf(unit, lang),
      },
    ];
  });
  return {
    id: unit.id ?? String(number),
    document: unit.properties?.find(({ type }) => type === DOCUMENT_PROPERTY)?.value ?? '',
    changedAt: unit.changedAt ?? null,
    properties: unit.properties?.filter(({ type }) => !OURS.has(type)),
    variants,
  };
}
