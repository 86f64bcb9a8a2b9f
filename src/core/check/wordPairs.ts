/**
 * Words that render each other in one document, learnt from its own beads: how often two pieces stand in beads together
 * (Dice). Pieces are what needs no segmenter: Vietnamese syllable pairs, Chinese character pairs, German and Russian words cut
 * to a stem of six letters. Evidence for coverage and terms; the shipped lexicon stays the first source.
 */
import { type CheckContext, isTwoSided, type Side, type Word } from './check.ts';

export interface WordPairs {
  /** How strongly two pieces belong together, 0 to 1; 0 where they were seen together less than twice. */
  strength(source: string, target: string): number;
  /** Pieces of the other side that go with a source piece, strongest first. */
  partners(source: string): readonly { readonly piece: string; readonly strength: number }[];
}

const STEM = 6;
/** Rarer than this a pair is chance. */
const LEAST = 2;
/** A piece in more beads than this share of all says nothing. */
const COMMON = 0.25;

const piecesOfWords = (words: readonly Word[], lang: string): string[] => {
  if (lang === 'vi' || lang === 'zh') {
    const pieces: string[] = [];
    for (let index = 0; index < words.length; index++) {
      const next = words[index + 1];
      if (next && next.start - words[index]!.end <= 1) pieces.push(`${words[index]!.fold} ${next.fold}`);
    }
    return pieces;
  }
  const pieces: string[] = [];
  for (const [index, word] of words.entries()) {
    if (word.fold.length < 4) continue;
    pieces.push(word.fold.slice(0, STEM));
    // `Partei A`, `Сторона Б`, `Schritt 2`: the mark tells them apart.
    const next = words[index + 1];
    if (next && next.text.length === 1 && next.text !== next.text.toLowerCase())
      pieces.push(`${word.fold.slice(0, STEM)} ${next.fold}`);
  }
  return pieces;
};

/** The pieces of one segment, without repetition. */
export const readPieces = (context: CheckContext, side: Side, segment: number): readonly string[] => [
  ...new Set(
    piecesOfWords(
      context.words(side, segment),
      (side === 'source' ? context.sourceLang : context.targetLang).slice(0, 2),
    ),
  ),
];

const countBeads = (lists: readonly (readonly string[])[]): Map<string, number> => {
  const counts = new Map<string, number>();
  for (const list of lists) for (const piece of list) counts.set(piece, (counts.get(piece) ?? 0) + 1);
  return counts;
};

export const learnWordPairs = (context: CheckContext): WordPairs => {
  const beads = context.beads.filter((bead) => isTwoSided(bead) && bead.score >= 0.3);
  const read = (side: Side): string[][] =>
    beads.map((bead) => [...new Set(bead[side].flatMap((segment) => readPieces(context, side, segment)))]);
  const [sources, targets] = [read('source'), read('target')];
  const [sourceCounts, targetCounts] = [countBeads(sources), countBeads(targets)];
  const tooCommon = Math.max(4, COMMON * beads.length);
  const useful = (counts: Map<string, number>, piece: string): boolean => {
    const count = counts.get(piece) ?? 0;
    return count >= LEAST && count <= tooCommon;
  };
  const together = new Map<string, Map<string, number>>();
  for (const [index, pieces] of sources.entries()) {
    const others = targets[index]!.filter((piece) => useful(targetCounts, piece));
    for (const piece of pieces) {
      if (!useful(sourceCounts, piece)) continue;
      const row = together.get(piece) ?? new Map<string, number>();
      together.set(piece, row);
      for (const other of others) row.set(other, (row.get(other) ?? 0) + 1);
    }
  }
  const strength = (source: string, target: string): number => {
    const joint = together.get(source)?.get(target) ?? 0;
    if (joint < LEAST) return 0;
    return (2 * joint) / ((sourceCounts.get(source) ?? 0) + (targetCounts.get(target) ?? 0));
  };
  return {
    strength,
    partners: (source) =>
      [...(together.get(source)?.keys() ?? [])]
        .map((piece) => ({ piece, strength: strength(source, piece) }))
        .filter((partner) => partner.strength > 0)
        .sort((a, b) => b.strength - a.strength || (a.piece < b.piece ? -1 : 1)),
  };
};
