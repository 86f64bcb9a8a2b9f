/** XLIFF 1.2 and 2.0/2.1: sources with their targets; inline codes are no text. */

import { AppError } from '../../errors.ts';
import { baseLanguage } from '../../text/index.ts';
import { cleanSegment, DOCUMENT_PROPERTY, SCORE_PROPERTY, STATUS_PROPERTY, type TmxUnit } from '../tmx.ts';
import type { FormatReader } from './model.ts';
import { attributeOf, walkXml } from './xml.ts';

const FORMAT = 'XLIFF';
/** What stands in native codes is no text; `sub` is a text of its own inside one. */
const CODES = new Set(['bpt', 'ept', 'ph', 'it', 'sub', 'cp', 'x', 'bx', 'ex', 'sc', 'ec']);
const LEFT_OUT = new Set([
  'alt-trans',
  'seg-source',
  'note',
  'notes',
  'matches',
  'glossary',
  'header',
  'skeleton',
]);
const MAX_SEGMENT = 1_000_000;

/** States of both versions as statuses of SongSong; others say nothing. */
const STATUSES: Readonly<Record<string, string>> = {
  final: 'confirmed',
  'signed-off': 'confirmed',
  reviewed: 'reviewed',
  'needs-adaptation': 'needs-review',
  'needs-l10n': 'needs-review',
  'needs-review-adaptation': 'needs-review',
  'needs-review-l10n': 'needs-review',
  'needs-review-translation': 'needs-review',
};
const OURS = 'songsong:';

const timeOf = (date: string): number | null => {
  const at = Date.parse(date);
  return Number.isNaN(at) ? null : at;
};

interface OpenSegment {
  id: string | undefined;
  status: string | null;
  texts: Map<'source' | 'target', string>;
}

export const xliffReader: FormatReader = {
  read: ({ file, text }) => {
    const units: TmxUnit[] = [];
    const langs = { source: '', target: '' };
    let isXliff = false;
    let unitId: string | undefined;
    let score: string | null = null;
    let document = '';
    let changedAt: number | null = null;
    let telling: string | null = null;
    let segment: OpenSegment | null = null;
    let side: 'source' | 'target' | null = null;
    let codes = 0;
    let skipped = 0;
    const refuse = (reason: string): AppError =>
      new AppError('file-invalid', { file, format: FORMAT, reason });

    const store = (one: OpenSegment): void => {
      const variants = (['source', 'target'] as const)
        .map((which) => ({ lang: langs[which], text: cleanSegment(one.texts.get(which) ?? '') }))
        .filter((variant) => variant.text !== '');
      if (variants.length === 0) return;
      const lacking = variants.find((variant) => variant.lang === '');
      if (lacking) throw refuse('it does not say which languages it holds');
      const properties = [
        ...(document === '' ? [] : [{ type: DOCUMENT_PROPERTY, value: document }]),
        ...(one.status ? [{ type: STATUS_PROPERTY, value: one.status }] : []),
        ...(score === null ? [] : [{ type: SCORE_PROPERTY, value: score }]),
      ];
      units.push({ id: one.id, ...(changedAt === null ? {} : { changedAt }), properties, variants });
    };

    walkXml(
      text,
      { file, format: FORMAT },
      {
        open: (name, attributes, path) => {
          if (path.length === 1) {
            if (name !== 'xliff') throw refuse(`its root is <${name}>`);
            isXliff = true;
            langs.source = attributeOf(attributes, 'srcLang') ?? '';
            langs.target = attributeOf(attributes, 'trgLang') ?? '';
          }
          if (LEFT_OUT.has(name)) skipped += 1;
          if (side !== null) {
            if (CODES.has(name)) codes += 1;
            const hex =
              name === 'cp' ? Number.parseInt(attributeOf(attributes, 'hex') ?? '', 16) : Number.NaN;
            if (hex === 9 || hex === 10 || hex === 13)
              segment!.texts.set(side, `${segment!.texts.get(side)} `);
            return;
          }
          const status = (state: string | undefined): string | null => STATUSES[state ?? ''] ?? null;
          if (name === 'file') document = cleanSegment(attributeOf(attributes, 'original') ?? '');
          if (name === 'file' && attributeOf(attributes, 'source-language') !== undefined) {
            langs.source = attributeOf(attributes, 'source-language')!;
            langs.target = attributeOf(attributes, 'target-language') ?? '';
          } else if (name === 'unit') {
            unitId = attributeOf(attributes, 'id');
            score = null;
            changedAt = null;
          } else if (name === 'meta') telling = attributeOf(attributes, 'type') ?? null;
          else if (name === 'trans-unit') {
            score = null;
            const approved = attributeOf(attributes, 'approved') === 'yes' ? 'confirmed' : null;
            segment = { id: attributeOf(attributes, 'id'), status: approved, texts: new Map() };
          } else if (name === 'segment') {
            const sub = attributeOf(attributes, 'subState') ?? '';
            const own = sub.startsWith(OURS) ? sub.slice(OURS.length) : null;
            segment = {
              id: unitId,
              status: own ?? status(attributeOf(attributes, 'state')),
              texts: new Map(),
            };
          } else if ((name === 'source' || name === 'target') && segment && skipped === 0) {
            side = name;
            segment.texts.set(side, '');
            codes = 0;
            const lang = attributeOf(attributes, 'lang');
            if (lang && langs[side] === '') langs[side] = lang;
            if (name === 'target') segment.status ??= status(attributeOf(attributes, 'state'));
          }
        },
        text: (piece) => {
          if (telling === 'score') score = piece.trim();
          else if (telling === 'changed') changedAt = timeOf(piece.trim());
          if (side === null || codes > 0 || !segment) return;
          const whole = segment.texts.get(side)! + piece;
          if (whole.length > MAX_SEGMENT) throw refuse(`a segment has more than ${MAX_SEGMENT} characters`);
          segment.texts.set(side, whole);
        },
        close: (name) => {
          if (LEFT_OUT.has(name)) skipped -= 1;
          if (name === 'meta') telling = null;
          if (side !== null) {
            if (name === side) side = null;
            else if (CODES.has(name)) codes -= 1;
          } else if ((name === 'trans-unit' || name === 'segment') && segment) {
            store(segment);
            segment = null;
          }
        },
      },
    );
    if (!isXliff) throw refuse('it is empty');
    const columns = (['source', 'target'] as const)
      .filter((which) => langs[which] !== '')
      .map((which, index) => ({
        index,
        name: which,
        lang: langs[which],
        sample: units
          .flatMap(({ variants }) =>
            variants.filter(({ lang }) => baseLanguage(lang) === baseLanguage(langs[which])),
          )
          .slice(0, 5)
          .map((variant) => variant.text),
      }));
    return { format: 'xliff', blocks: [], units, columns, lang: langs.source || null, warnings: [] };
  },
};
