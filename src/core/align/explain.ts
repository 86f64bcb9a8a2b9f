/** Why segments belong together, in words: what an inspector shows for a bead and for the candidates of a sentence. */
import type { Alignment, Bead } from '../model.ts';
import { DocumentPair } from './documentPair.ts';
import type { AlignInput, EvidenceId } from './model.ts';
import type { OpenSide } from './openSides.ts';
import type { Path } from './search.ts';
import { readUnits } from './units.ts';
import { beadWorth, sharing, type UnitWorth } from './worth.ts';

/** One line of evidence. `code` and `params` are for translation, `text` is the same in English. */
export interface EvidenceLine {
  readonly evidence: EvidenceId;
  readonly code: 'shared' | 'found-of' | 'length' | 'layout' | 'missing';
  readonly params: Readonly<Record<string, string | number>>;
  readonly text: string;
  /** Log-likelihood ratio in nats; above 0 speaks for the bead. */
  readonly weight: number;
}

export interface Candidate {
  /** Number of the segment on the other side. */
  readonly segment: number;
  readonly weight: number;
  readonly evidence: readonly EvidenceLine[];
}

export interface Explainer {
  /** Evidence of a bead with two sides, strongest first; empty for others. */
  explain(bead: Pick<Bead, 'source' | 'target'>): readonly EvidenceLine[];
  /** Best partners of one segment on the other side, best first, wherever they stand. */
  candidates(side: 'source' | 'target', segment: number, most?: number): readonly Candidate[];
}

const NAMES: Readonly<Record<EvidenceId, string>> = {
  length: 'length',
  number: 'numbers',
  date: 'dates',
  name: 'names',
  acronym: 'acronyms',
  cognate: 'like words',
  punctuation: 'punctuation',
  layout: 'layout',
  repeat: 'repetition',
  lexicon: 'lexicon',
  induced: 'words of this text',
  taught: 'confirmed words',
  carried: 'a third language',
};

const pathOf = (pair: DocumentPair, alignment: Alignment): Path => {
  const place = (side: OpenSide) => new Map(side.numbers.map((number, at) => [number, at]));
  const [source, target] = [place(pair.open.source), place(pair.open.target)];
  const path: Path = [];
  let [i, j] = [0, 0];
  for (const bead of alignment.beads) {
    const g = bead.source.filter((number) => source.has(number)).length;
    const h = bead.target.filter((number) => target.has(number)).length;
    if (g + h === 0) continue;
    path.push(i, g, j, h);
    i += g;
    j += h;
  }
  return path;
};

/** Reads two texts once, for many questions about them. */
export const createExplainer = (input: AlignInput, alignment: Alignment): Explainer => {
  const pair = new DocumentPair(input, () => {});
  pair.learn([pathOf(pair, alignment)]);
  const sides = { source: pair.open.source, target: pair.open.target };
  const places = {
    source: new Map(sides.source.numbers.map((number, at) => [number, at])),
    target: new Map(sides.target.numbers.map((number, at) => [number, at])),
  };

  /** How the text writes a unit type, in a group of segments. */
  const spell = (side: 'source' | 'target', from: number, size: number): Map<number, string> => {
    const spelling = new Map<number, string>();
    const table = pair[side];
    for (let segment = from; segment < from + size; segment++) {
      const { text } = sides[side].segments[segment]!;
      const types = table.types.subarray(table.starts[segment]!, table.starts[segment + 1]!);
      for (const { evidence, unit } of readUnits(text, pair.langOf(side, segment), pair.evidence)) {
        const type = types.find((t) => table.evidence[t] === evidence && table.keys[t] === unit.key);
        if (type !== undefined && !spelling.has(type)) spelling.set(type, text.slice(unit.start, unit.end));
      }
    }
    return spelling;
  };

  const linesFor = (i: number, g: number, j: number, h: number): EvidenceLine[] => {
    const worth = beadWorth(pair, i, g, j, h);
    const spelling = { source: spell('source', i, g), target: spell('target', j, h) };
    const lines: EvidenceLine[] = [];
    pair.evidence.forEach(({ id }, at) => {
      const own = (units: readonly UnitWorth[], side: 'source' | 'target') =>
        units.filter((unit) => pair[side].evidence[unit.type] === at);
      const [source, target] = [own(worth.source, 'source'), own(worth.target, 'target')];
      const found = source.filter((unit) => unit.linked !== null);
      const weight = [...source, ...target].reduce((sum, unit) => sum + unit.worth, 0);
      if (source.length + target.length === 0) return;
      const words = [...new Set(found.map((unit) => spelling.source.get(unit.type) ?? ''))].filter(Boolean);
      if (id === 'lexicon' || id === 'induced' || id === 'taught') {
        const counts = { found: found.length, of: source.length, words: words.join(', ') };
        const text = `${NAMES[id]}: ${counts.found} of ${counts.of} words (${counts.words})`;
        lines.push({ evidence: id, code: 'found-of', params: counts, text, weight });
        return;
      }
      if (id === 'carried') {
        if (found.length > 0)
          lines.push({ evidence: id, code: 'shared', params: { list: '' }, text: NAMES[id], weight });
        return;
      }
      if (words.length > 0) {
        const list = words.join(', ');
        lines.push({ evidence: id, code: 'shared', params: { list }, text: `${NAMES[id]}: ${list}`, weight });
        return;
      }
      const lost = [
        ...source.map((unit) => spelling.source.get(unit.type)),
        ...target.map((unit) => spelling.target.get(unit.type)),
      ].filter((word) => word !== undefined);
      const list = [...new Set(lost)].join(', ');
      const text = `${NAMES[id]} without counterpart: ${list}`;
      lines.push({ evidence: id, code: 'missing', params: { list }, text, weight });
    });
    const shape = pair.shape();
    const length = shape.lengthPart(i, g, j, h);
    const [sourceLength, targetLength] = shape.lengthsOf(i, g, j, h);
    lines.push({
      evidence: 'length',
      code: 'length',
      params: {
        source: sourceLength,
        target: targetLength,
        expected: Math.round(shape.expected(sourceLength)),
      },
      text: `length: ${targetLength} characters, about ${Math.round(shape.expected(sourceLength))} expected`,
      weight: length,
    });
    const layout = worth.shape - length;
    if (Math.abs(layout) > 0.05)
      lines.push({ evidence: 'layout', code: 'layout', params: {}, text: 'layout', weight: layout });
    return lines.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight));
  };

  return {
    explain: ({ source, target }) => {
      const [i, j] = [places.source.get(source[0] ?? -1), places.target.get(target[0] ?? -1)];
      if (i === undefined || j === undefined) return [];
      return linesFor(i, Math.min(4, source.length), j, Math.min(4, target.length));
    },
    candidates: (side, segment, most = 5) => {
      const at = places[side].get(segment);
      if (at === undefined) return [];
      const otherSide = side === 'source' ? 'target' : 'source';
      const links = side === 'source' ? pair.links.forward : pair.links.backward;
      const nearest = [...sharing(pair[side], links, at, pair[otherSide])]
        .sort((a, b) => b[1] - a[1] || a[0] - b[0])
        .slice(0, 4 * most);
      return nearest
        .map(([other]) => {
          const [i, j] = side === 'source' ? [at, other] : [other, at];
          return { other, weight: beadWorth(pair, i, 1, j, 1).total, i, j };
        })
        .sort((a, b) => b.weight - a.weight || a.other - b.other)
        .slice(0, most)
        .map(({ other, weight, i, j }) => ({
          segment: sides[otherSide].numbers[other]!,
          weight,
          evidence: linesFor(i, 1, j, 1),
        }));
    },
  };
};

/** Evidence of one bead; for many beads of the same texts, make one explainer. */
export const explainBead = (
  input: AlignInput,
  alignment: Alignment,
  bead: Pick<Bead, 'source' | 'target'>,
): readonly EvidenceLine[] => createExplainer(input, alignment).explain(bead);

/** Best partners of one segment; for many segments of the same texts, make one explainer. */
export const findCandidates = (
  input: AlignInput,
  alignment: Alignment,
  side: 'source' | 'target',
  segment: number,
  most = 5,
): readonly Candidate[] => createExplainer(input, alignment).candidates(side, segment, most);
