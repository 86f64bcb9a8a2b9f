/** Ellipses, quotation marks and question marks that the translation lost, and gaps in numbered series (specification 2.4, 2.9). */
import { isBody } from '../../model.ts';
import { type Check, type CheckContext, type Finding, isTwoSided } from '../check.ts';
import { quote } from '../messages.ts';

const ELLIPSIS = /(?:…|\.{3})["“”»’')\s]*$/u;
const QUESTION = /[?？]["“”»’')\s]*$/u;
const QUOTED = /[“"„«「『]([^“”"„«»「」『』]{4,})[”"“»」』]/u;
const ANY_QUOTE = /[“”"„«»「」『』‘’‚']/u;
/** From here on lost quotation marks are the manner of the whole text: one note. */
const MANNER = 3;

const endsWith = (context: CheckContext, index: number, pattern: RegExp): readonly [boolean, boolean] => {
  const bead = context.beads[index]!;
  return [
    pattern.test(context.text('source', bead.source.at(-1)!)),
    bead.target.some((segment) => pattern.test(context.text('target', segment))),
  ];
};

const note = (context: CheckContext, index: number, code: string): Finding => {
  const bead = context.beads[index]!;
  const last = bead.source.at(-1)!;
  const text = context.text('source', last);
  return {
    check: 'punctuation',
    code,
    severity: 'note',
    confidence: 0.6,
    source: bead.source,
    target: bead.target,
    sourceSpan: context.span('source', last, Math.max(0, text.length - 30), text.length),
  };
};

const lostQuotes = (context: CheckContext, index: number): Finding | null => {
  const bead = context.beads[index]!;
  if (bead.target.some((segment) => ANY_QUOTE.test(context.text('target', segment)))) return null;
  for (const segment of bead.source) {
    const match = QUOTED.exec(context.text('source', segment));
    if (!match) continue;
    const span = context.span('source', segment, match.index, match.index + match[0].length);
    return {
      check: 'punctuation',
      code: 'punctuation.quotes',
      severity: 'note',
      confidence: 0.7,
      source: bead.source,
      target: bead.target,
      sourceSpan: span,
      params: { source: quote(span.text) },
    };
  }
  return null;
};

const rollUpQuotes = (findings: readonly Finding[]): readonly Finding[] =>
  findings.length < MANNER
    ? findings
    : [
        {
          check: 'punctuation',
          code: 'punctuation.quotesRollup',
          severity: 'note',
          confidence: 0.8,
          source: findings.flatMap((finding) => finding.source),
          target: findings.flatMap((finding) => finding.target),
          params: { count: findings.length },
        },
      ];

export const punctuation: Check = {
  name: 'punctuation',
  needs: 'pair',
  finds: ['punctuation'],
  explains: [
    'punctuation.ellipsis',
    'punctuation.question',
    'punctuation.quotes',
    'punctuation.quotesRollup',
  ],
  scope: 'document',
  find: (context) => {
    const findings: Finding[] = [];
    const quotes: Finding[] = [];
    for (const [index, bead] of context.beads.entries()) {
      if (!isTwoSided(bead) || !bead.source.every((segment) => isBody(context.source!.segments[segment]!)))
        continue;
      for (const [pattern, code] of [
        [ELLIPSIS, 'punctuation.ellipsis'],
        [QUESTION, 'punctuation.question'],
      ] as const) {
        const [inSource, inTarget] = endsWith(context, index, pattern);
        if (inSource && !inTarget) findings.push(note(context, index, code));
      }
      const lost = lostQuotes(context, index);
      if (lost) quotes.push(lost);
    }
    return [...findings, ...rollUpQuotes(quotes)];
  },
};
