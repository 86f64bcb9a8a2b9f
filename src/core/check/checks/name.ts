/** Names that another name stands for, that are missing from a list, or that came along (specification 2.3). */
import { findName, isSamePerson, type NameMention, nameEvidence, nameSimilarity } from '../../facts/index.ts';
import type { Span } from '../../model.ts';
import { findAlike } from '../alikeNames.ts';
import type { Check, CheckContext, Finding, Side } from '../check.ts';
import { quote } from '../messages.ts';
import { findMined } from '../minedNames.ts';
import { areOtherPlaces } from '../otherPlaces.ts';
import { comparable, neighbourSegments } from '../placed.ts';

/** Names are alike enough to be meant for each other: a syllable is another one. */
const ALIKE = 0.5;
/** Above this they are the same name in another spelling. */
const SAME = 0.93;
/** Of foreign names the spellings differ more: from here on another spelling is likelier than another person. */
const SPELLING = 0.74;
/** So many names that the original does not have are more than a clarification. */
const SEVERAL = 2;

interface Placed {
  readonly segment: number;
  readonly name: NameMention;
}

/** Names of the tables and of usual shape, and in the original those of one syllable that its text shows to be names. */
const collect = (context: CheckContext, side: Side, segments: readonly number[]): readonly Placed[] =>
  segments.flatMap((segment) => {
    const { names } = context.facts(side, segment);
    const mined =
      side === 'source' ? findMined(context.text(side, segment), context.minedNames(), names) : [];
    return [...names, ...mined].map((name) => ({ segment, name }));
  });

const locate = (context: CheckContext, name: NameMention, segments: readonly number[]): Span | null => {
  for (const segment of segments) {
    const found = findName(name, context.sourceLang, context.text('target', segment), context.targetLang);
    if (found) return context.span('target', segment, found.start, found.end);
  }
  return null;
};

const meets = (span: Span, placed: Placed): boolean =>
  span.segment === placed.segment && span.start < placed.name.end && placed.name.start < span.end;

const isSame = (a: NameMention, b: NameMention): boolean => a.key === b.key || isSamePerson(a, b);

/** Acronyms and what merely begins with a capital say too little by their absence. */
const isComparable = (context: CheckContext, name: NameMention): boolean =>
  (name.kind === 'person' || name.kind === 'place') &&
  /\p{Ll}/u.test(name.text) &&
  (nameEvidence(name, context.targetLang) !== 'none' || name.text.includes(' '));

/** Whether this document renders the name elsewhere in a way that is recognised. */
const isEstablished = (context: CheckContext, name: NameMention, except: number): boolean =>
  context.beads.some(
    (bead, index) =>
      index !== except &&
      bead.source.some((segment) => context.text('source', segment).includes(name.text)) &&
      locate(context, name, bead.target) !== null,
  );

/** Whether a target name is one that the original says, here or elsewhere in the document. */
const isKnownElsewhere = (context: CheckContext, target: NameMention): boolean =>
  context.beads.some(
    (bead) =>
      bead.target.some((segment) => context.text('target', segment).includes(target.text)) &&
      collect(context, 'source', bead.source).some(
        ({ name }) => findName(name, context.sourceLang, target.text, context.targetLang) !== null,
      ),
  );

interface Open {
  readonly source: readonly Placed[];
  readonly target: readonly Placed[];
  /** Where the names stand that were found. */
  readonly found: readonly Span[];
}

const findOpen = (context: CheckContext, index: number): Open => {
  const bead = context.beads[index]!;
  const near = neighbourSegments(context, 'target', index);
  const sources = collect(context, 'source', bead.source);
  const found: Span[] = [];
  const open: Placed[] = [];
  for (const placed of sources) {
    const span = locate(context, placed.name, bead.target);
    if (span) found.push(span);
    else if (isComparable(context, placed.name) && !locate(context, placed.name, near)) open.push(placed);
  }
  const isElsewhere = (placed: Placed): boolean =>
    sources.some((one) => one !== placed && isSame(one.name, placed.name) && !open.includes(one));
  const nearSources = collect(context, 'source', neighbourSegments(context, 'source', index));
  const isFromNeighbour = (name: NameMention): boolean =>
    nearSources.some(
      (one) =>
        one.name.key === name.key ||
        findName(one.name, context.sourceLang, name.text, context.targetLang) !== null,
    );
  const targets = collect(context, 'target', bead.target).filter(
    (placed) => !found.some((span) => meets(span, placed)) && !isFromNeighbour(placed.name),
  );
  return { source: open.filter((placed) => !isElsewhere(placed)), target: targets, found };
};

const swapped = (
  context: CheckContext,
  index: number,
  source: Placed,
  target: Placed,
  confidence: number,
): Finding => {
  const bead = context.beads[index]!;
  return {
    check: 'name',
    code: 'name.swapped',
    severity: 'critical',
    confidence,
    source: bead.source,
    target: bead.target,
    sourceSpan: context.span('source', source.segment, source.name.start, source.name.end),
    targetSpan: context.span('target', target.segment, target.name.start, target.name.end),
    params: { source: source.name.text, target: target.name.text },
  };
};

const findSwap = (context: CheckContext, index: number, source: Placed, open: Open): Finding | null => {
  const kind = source.name.kind;
  const candidates = open.target.filter(
    ({ name }) => name.kind === kind || (kind === 'person' && name.kind === 'other'),
  );
  let best: Placed | null = null;
  let alike = 0;
  for (const candidate of candidates) {
    const likeness = nameSimilarity(
      source.name.text,
      context.sourceLang,
      candidate.name.text,
      context.targetLang,
    );
    if (likeness > alike) [best, alike] = [candidate, likeness];
  }
  const strong = nameEvidence(source.name, context.targetLang) === 'strong';
  if (best && alike >= (strong ? SAME : SPELLING)) return null;
  if (best && kind === 'person' && alike >= ALIKE && source.name.text.includes(' '))
    return swapped(context, index, source, best, 0.6 + 0.3 * alike);
  if (!strong) return null;
  if (kind === 'person' && !source.name.text.includes(' ')) return findMinedSwap(context, index, source);
  const other = candidates.find((candidate) => isOtherEntity(context, candidate.name));
  if (!other) return null;
  const bothKnown = kind === 'place' && areOtherPlaces(context, source.name, other.name);
  if (!bothKnown && !isEstablished(context, source.name, index)) return null;
  return swapped(context, index, source, other, 0.75);
};

/** A name of one syllable is missing, and another one that the original has elsewhere stands in the translation. */
const findMinedSwap = (context: CheckContext, index: number, source: Placed): Finding | null => {
  if (context.targetLang.startsWith('zh')) return null;
  const bead = context.beads[index]!;
  const near = [...bead.source, ...neighbourSegments(context, 'source', index)]
    .map((segment) => context.text('source', segment))
    .join(' ');
  for (const other of context.minedNames()) {
    if (near.includes(other) || other === source.name.text) continue;
    const name: NameMention = { ...source.name, text: other, key: `person:${other.toLowerCase()}` };
    const span = locate(context, name, bead.target);
    if (!span || !isEstablished(context, source.name, index) || !isEstablished(context, name, index))
      continue;
    return swapped(context, index, source, { segment: span.segment, name: { ...name, ...span } }, 0.75);
  }
  return null;
};

/** The person stands in the translation with another syllable, where nothing shows a border of the name. */
const findAlikeSwap = (context: CheckContext, index: number, source: Placed): Finding | null => {
  if (source.name.kind !== 'person') return null;
  const alike = findAlike(context, source.name, context.beads[index]!.target);
  if (!alike || alike.likeness >= SPELLING) return null;
  const name = { ...source.name, ...alike.span };
  return swapped(context, index, source, { segment: alike.span.segment, name }, 0.5 + 0.3 * alike.likeness);
};

/** A place of the tables, or a person whom the original names elsewhere. */
const isOtherEntity = (context: CheckContext, name: NameMention): boolean =>
  name.kind === 'place'
    ? name.key.startsWith('place:')
    : (name.text.includes(' ') || /\p{Script=Han}{3,}/u.test(name.text)) && isKnownElsewhere(context, name);

const LIST_BEFORE = /(?:[,、，]|(?:^|\s)(?:và|hoặc))\s*$/u;
const LIST_AFTER = /^\s*(?:[,、，]|và\s|hoặc\s)/u;

/** One of several names in a row, of which the others are there. */
const isOneOfList = (context: CheckContext, source: Placed, index: number): boolean => {
  const text = context.text('source', source.segment);
  const before = LIST_BEFORE.test(text.slice(0, source.name.start));
  const after = LIST_AFTER.test(text.slice(source.name.end));
  if (!before && !after) return false;
  const others = context
    .facts('source', source.segment)
    .names.filter(
      (name) =>
        name !== source.name &&
        (Math.abs(name.start - source.name.end) <= 5 || Math.abs(source.name.start - name.end) <= 5),
    );
  return (
    others.length > 0 && others.every((name) => locate(context, name, context.beads[index]!.target) !== null)
  );
};

const missing = (context: CheckContext, index: number, source: Placed): Finding => {
  const bead = context.beads[index]!;
  const listed =
    nameEvidence(source.name, context.targetLang) === 'strong' && isOneOfList(context, source, index);
  return {
    check: 'name',
    code: 'name.missing',
    severity: listed ? 'minor' : 'note',
    confidence: listed ? 0.75 : 0.4,
    source: bead.source,
    target: bead.target,
    sourceSpan: context.span('source', source.segment, source.name.start, source.name.end),
    params: { source: source.name.text },
  };
};

const added = (context: CheckContext, index: number, names: readonly Placed[]): Finding[] => {
  const first = names[0];
  if (!first) return [];
  const bead = context.beads[index]!;
  const several = names.length >= SEVERAL;
  return [
    {
      check: 'name',
      code: 'name.added',
      severity: several ? 'minor' : 'note',
      confidence: several ? 0.6 : 0.4,
      source: bead.source,
      target: bead.target,
      targetSpan: context.span(
        'target',
        first.segment,
        first.name.start,
        names.filter((one) => one.segment === first.segment).at(-1)!.name.end,
      ),
      params: { target: quote(names.map((one) => one.name.text).join(', ')) },
    },
  ];
};

const compare = (context: CheckContext, index: number): Finding[] => {
  const open = findOpen(context, index);
  const findings: Finding[] = [];
  const used = new Set<Placed>();
  for (const source of open.source) {
    const swap = findSwap(context, index, source, {
      ...open,
      target: open.target.filter((one) => !used.has(one)),
    });
    if (swap) {
      for (const target of open.target)
        if (swap.targetSpan && meets(swap.targetSpan, target)) used.add(target);
      findings.push(swap);
      continue;
    }
    findings.push(findAlikeSwap(context, index, source) ?? missing(context, index, source));
  }
  const orphans = open.target.filter((placed) => placed.name.kind === 'organisation' && !used.has(placed));
  return [...findings, ...added(context, index, orphans)];
};

export const name: Check = {
  name: 'name',
  needs: 'pair',
  finds: ['name'],
  explains: ['name.swapped', 'name.missing', 'name.added'],
  scope: 'bead',
  find: (context, beads) => comparable(context, beads).flatMap((index) => compare(context, index)),
};
