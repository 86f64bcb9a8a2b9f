/** What speaks for and against a bead, in codes that the inspector puts into words. */
import { compareQuantities, extractFacts, findName } from '../core/facts/index.ts';

export interface Evidence {
  readonly source: string;
  readonly say: string;
  readonly params: Record<string, string | number>;
  /** From -1 (against) to 1 (for). */
  readonly weight: number;
}
export interface SideText {
  readonly lang: string;
  readonly text: string;
}

/** How many characters a language takes for what Vietnamese says in 100. */
const WIDTH: Readonly<Record<string, number>> = { vi: 100, de: 112, ru: 104, zh: 32, en: 100 };

export function gatherEvidence(source: SideText, target: SideText): Evidence[] {
  if (source.text === '' || target.text === '')
    return [{ source: 'sides', say: 'evidence.one-sided', params: {}, weight: 0 }];
  return [lengthEvidence(source, target), ...numberEvidence(source, target), ...nameEvidence(source, target)];
}

function lengthEvidence(source: SideText, target: SideText): Evidence {
  const width = ({ lang }: SideText): number => WIDTH[lang.split('-')[0]!] ?? 100;
  const ratio = target.text.length / width(target) / (source.text.length / width(source));
  const distance = Math.abs(Math.log2(ratio));
  return {
    source: 'length',
    say:
      distance < 0.6 ? 'evidence.length-fits' : ratio < 1 ? 'evidence.length-short' : 'evidence.length-long',
    params: { percent: Math.round(ratio * 100) },
    weight: Math.max(-1, 0.5 - distance),
  };
}

function numberEvidence(source: SideText, target: SideText): Evidence[] {
  const [ours, theirs] = [source, target].map(({ text, lang }) =>
    extractFacts(text, lang).quantities.filter(({ hard }) => hard),
  );
  if (ours!.length + theirs!.length === 0) return [];
  const { missing, added, changed } = compareQuantities(ours!, theirs!);
  const wrong = missing.length + added.length + changed.length;
  const values = (list: readonly { text: string }[]): string => list.map(({ text }) => text).join(', ');
  return [
    wrong === 0
      ? { source: 'number', say: 'evidence.numbers-agree', params: { values: values(ours!) }, weight: 0.8 }
      : {
          source: 'number',
          say: 'evidence.numbers-differ',
          params: { source: values(ours!), target: values(theirs!) },
          weight: -0.6,
        },
  ];
}

function nameEvidence(source: SideText, target: SideText): Evidence[] {
  return extractFacts(source.text, source.lang).names.map((name): Evidence => {
    const found = findName(name, source.lang, target.text, target.lang);
    return found
      ? {
          source: 'name',
          say: 'evidence.name-found',
          params: { name: name.text, as: target.text.slice(found.start, found.end) },
          weight: 0.6,
        }
      : { source: 'name', say: 'evidence.name-not-found', params: { name: name.text }, weight: -0.2 };
  });
}
