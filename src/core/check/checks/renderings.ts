/**
 * A recurring source term that is rendered the same way nearly everywhere, and otherwise in one place (specification 2.6).
 * The usual rendering is learnt from this document: the piece of the target that goes with the term in all its beads but few.
 */

import type { Span } from '../../model.ts';
import { isStopWord } from '../../text/index.ts';
import { type Check, type CheckContext, type Finding, isTwoSided, type Word } from '../check.ts';
import { quote } from '../messages.ts';
import { findSubstitute } from '../substitute.ts';
import { readPieces } from '../wordPairs.ts';
import { foldWord } from '../words.ts';

/** A term in fewer beads has no usual rendering. */
const LEAST_BEADS = 3;
/** So often a term must have been rendered alike. */
const LEAST_JOINT = 3;
/** At most this share of the beads may be without the usual rendering. */
const MINORITY = 0.34;
/** At least this share of the beads with the usual rendering must have the term. */
const LEAST_PRECISION = 0.6;
/** What the lexicon does not know to be a rendering must go with the term this often. */
const LEAST_UNSUPPORTED = 4;
const PRECISION_UNSUPPORTED = 0.8;
/** Only where this share of the terms is always rendered alike is another rendering worth a flag; elsewhere it is a note. */
const CONSISTENT = 0.76;
/** A word that stands oftener in the translation is no substitute. */
const RARE = 2;

interface Term {
  readonly piece: string;
  readonly rendering: string;
  readonly with: readonly number[];
  readonly without: readonly number[];
  /** Whether the lexicon knows the rendering, too. */
  readonly supported: boolean;
  readonly strength: number;
}

const langOf = (context: CheckContext, side: 'source' | 'target'): string =>
  (side === 'source' ? context.sourceLang : context.targetLang).slice(0, 2);

/** Beads by piece, over all beads with two sides. */
const indexPieces = (context: CheckContext, side: 'source' | 'target'): Map<string, number[]> => {
  const index = new Map<string, number[]>();
  for (const [number, bead] of context.beads.entries()) {
    if (!isTwoSided(bead)) continue;
    for (const piece of new Set(bead[side].flatMap((segment) => readPieces(context, side, segment)))) {
      const list = index.get(piece);
      if (list) list.push(number);
      else index.set(piece, [number]);
    }
  }
  return index;
};

/** A pair of syllables that says something: not both function words. */
const isTerm = (piece: string, lang: string): boolean =>
  !piece.split(' ').some((word) => isStopWord(word, lang) && word.length > 1 && lang !== 'vi') &&
  !piece.split(' ').every((word) => isStopWord(word, lang));

/** Whether in most beads a lexicon word inside the term renders as the word that the rendering is. */
const isSupported = (
  context: CheckContext,
  piece: string,
  rendering: string,
  beads: readonly number[],
): boolean => {
  const text = pieceText(rendering, langOf(context, 'target'));
  const support = beads.filter((bead) => {
    const span = spanOfPiece(context, context.beads[bead]!.source, piece);
    return (
      span !== null &&
      context
        .renderings(bead)
        .source.filter(
          (unit) => unit.segment === span.segment && unit.start < span.end && span.start < unit.end,
        )
        .some((unit) =>
          unit.partners.some((partner) => {
            const word = wordAround(context.text('target', partner.segment), partner.start, partner.end);
            return foldWord(word).includes(text) || text.includes(foldWord(word));
          }),
        )
    );
  });
  return support.length * 2 >= beads.length;
};

/** The whole word of which a unit may be a part. */
const wordAround = (text: string, start: number, end: number): string => {
  if (/\p{Script=Han}/u.test(text.slice(start, end))) return text.slice(start, end);
  let [from, to] = [start, end];
  while (from > 0 && /\p{L}/u.test(text[from - 1]!)) from--;
  while (to < text.length && /\p{L}/u.test(text[to]!)) to++;
  return text.slice(from, to);
};

export const findTerms = (context: CheckContext): Term[] => {
  const sources = indexPieces(context, 'source');
  const targets = indexPieces(context, 'target');
  const [sourceLang, targetLang] = [langOf(context, 'source'), langOf(context, 'target')];
  const piecesOf = new Map<number, string[]>();
  for (const [piece, beads] of targets)
    if (beads.length >= 2 && isTerm(piece, targetLang))
      for (const bead of beads) {
        const list = piecesOf.get(bead);
        if (list) list.push(piece);
        else piecesOf.set(bead, [piece]);
      }
  const terms: Term[] = [];
  for (const [piece, beads] of sources) {
    if (beads.length < LEAST_BEADS || beads.length > 60 || !isTerm(piece, sourceLang)) continue;
    const counts = new Map<string, number>();
    for (const bead of beads)
      for (const other of piecesOf.get(bead) ?? []) counts.set(other, (counts.get(other) ?? 0) + 1);
    const least = Math.max(LEAST_JOINT, Math.ceil(beads.length * (1 - MINORITY)));
    let best: { rendering: string; joint: number; precision: number } | null = null;
    for (const [rendering, joint] of counts) {
      if (joint < least) continue;
      const precision = joint / (targets.get(rendering)?.length ?? joint);
      if (precision < LEAST_PRECISION) continue;
      if (!best || joint > best.joint || (joint === best.joint && precision > best.precision))
        best = { rendering, joint, precision };
    }
    if (!best) continue;
    const { rendering, joint, precision } = best;
    const having = new Set(targets.get(rendering));
    const supported = isSupported(
      context,
      piece,
      rendering,
      beads.filter((bead) => having.has(bead)),
    );
    const sure =
      joint >= LEAST_UNSUPPORTED ? precision >= PRECISION_UNSUPPORTED : joint >= 3 && precision === 1;
    if (!supported && !sure) continue;
    terms.push({
      piece,
      rendering,
      with: beads.filter((bead) => having.has(bead)),
      without: beads.filter((bead) => !having.has(bead)),
      supported,
      strength: (joint / beads.length) * precision * Math.min(1, 0.6 + joint / 10),
    });
  }
  return terms;
};

const pieceText = (piece: string, lang: string): string =>
  lang === 'zh' ? piece.replaceAll(' ', '') : piece;

/** Finds a piece in a text, also inside a compound and inflected. */
const patternOf = (piece: string, lang: string): RegExp => {
  const [stem = '', mark] = lang === 'zh' ? [piece.replaceAll(' ', '')] : piece.split(' ');
  return new RegExp(mark === undefined ? stem : `${stem}\\p{L}*\\s+${mark}(?!\\p{L})`, 'u');
};

/** Whether the usual rendering stands there after all, or has moved to a neighbour that has no use for it. */
const isPresent = (context: CheckContext, term: Term, bead: number): boolean => {
  const pattern = patternOf(term.rendering, langOf(context, 'target'));
  const characters = langOf(context, 'target') === 'zh' ? [...term.rendering.replaceAll(' ', '')] : null;
  const has = (segment: number): boolean => {
    const text = foldWord(context.text('target', segment));
    // Chinese shares a character between two terms: 甲、乙双方 for 甲方 and 乙方.
    return characters ? characters.every((character) => text.includes(character)) : pattern.test(text);
  };
  if (context.beads[bead]!.target.some(has)) return true;
  return [bead - 1, bead + 1].some((near) => {
    const other = context.beads[near];
    return other !== undefined && !term.with.includes(near) && other.target.some(has);
  });
};

const spanOfPiece = (context: CheckContext, segments: readonly number[], piece: string) => {
  const [first, second] = piece.split(' ');
  for (const segment of segments) {
    const words = context.words('source', segment);
    const at = words.findIndex(
      (word: Word, index) =>
        word.fold === first && (second === undefined || words[index + 1]?.fold === second),
    );
    if (at < 0) continue;
    const last = second === undefined ? words[at]! : words[at + 1]!;
    return context.span('source', segment, words[at]!.start, last.end);
  }
  return null;
};

const isInName = (context: CheckContext, span: Span): boolean =>
  context
    .facts('source', span.segment)
    .names.some((name) => name.start <= span.start && span.end <= name.end);

const toFinding = (
  context: CheckContext,
  term: Term,
  bead: number,
  isRare: (text: string) => boolean,
  consistent: boolean,
): Finding | null => {
  const { source, target } = context.beads[bead]!;
  if (isPresent(context, term, bead)) return null;
  const sourceSpan = spanOfPiece(context, source, term.piece);
  if (!sourceSpan || isInName(context, sourceSpan)) return null;
  const rendered = context
    .renderings(bead)
    .source.some(
      (unit) =>
        unit.segment === sourceSpan.segment &&
        unit.start < sourceSpan.end &&
        sourceSpan.start < unit.end &&
        unit.partners.length > 0,
    );
  if (rendered) return null;
  const targetSpan = findSubstitute(context, bead, sourceSpan, isRare);
  if (!targetSpan) return null;
  const usual = pieceText(term.rendering, langOf(context, 'target'));
  return {
    check: 'term',
    code: 'term.minority',
    severity: consistent ? 'minor' : 'note',
    confidence: Math.min(0.85, 0.35 + term.strength * 0.5) - (consistent ? 0 : 0.2),
    source,
    target,
    sourceSpan,
    targetSpan,
    params: {
      source: sourceSpan.text,
      target: quote(targetSpan.text),
      table: `${usual}… ${term.with.length}×, “${quote(targetSpan.text)}” here`,
    },
  };
};

/** Of several pieces of one term in a bead the strongest speaks. */
const keepStrongest = (findings: readonly Finding[]): readonly Finding[] => {
  const byBead = new Map<string, Finding>();
  for (const finding of findings) {
    const key = finding.source.join(',');
    const known = byBead.get(key);
    if (!known || finding.confidence > known.confidence) byBead.set(key, finding);
  }
  return [...byBead.values()];
};

export const renderings: Check = {
  name: 'renderings',
  needs: 'pair',
  finds: ['term'],
  explains: ['term.minority'],
  scope: 'document',
  find: (context) => {
    const whole = context.target.segments.map((segment) => foldWord(segment.text)).join('\n');
    const isRare = (text: string): boolean => whole.split(foldWord(text)).length - 1 <= RARE;
    const terms = findTerms(context);
    const alike = terms.filter((term) => term.without.length === 0).length;
    const consistent = (alike + 2) / (terms.length + 3) >= CONSISTENT;
    return keepStrongest(
      terms.flatMap((term) =>
        term.without.flatMap((bead) => {
          const finding = toFinding(context, term, bead, isRare, consistent);
          return finding ? [finding] : [];
        }),
      ),
    );
  },
};
