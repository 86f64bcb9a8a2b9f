/** A member missing between its neighbours in a numbered series: Erstens, Zweitens, …; Ảnh 1, Ảnh 2, … (specification 2.9). */
import { isBody, type SegmentedText } from '../../model.ts';
import type { Check, CheckContext, Finding } from '../check.ts';
import seriesText from '../data/series.txt?raw';
import { foldWord } from '../words.ts';

interface Series {
  readonly name: string;
  /** The number of the member that a text begins with or, for captions, contains at its end; null where there is none. */
  read(text: string): { readonly number: number; readonly start: number; readonly end: number } | null;
}

const escapePattern = (text: string): string => text.replace(/[.*+?^${}()|[\]\\]/gu, '\\$&');

const readSeries = (): ReadonlyMap<string, readonly Series[]> => {
  const all = new Map<string, Series[]>();
  for (const line of seriesText.split('\n')) {
    const match = /^([a-z]{2}) \| (.+)$/u.exec(line.trim());
    if (!match) continue;
    const [, lang = '', list = ''] = match;
    const members = list.split(',').map((member) => foldWord(member.trim()));
    const counted = members.length === 1 && list.includes('{n}');
    const series: Series = counted
      ? numberedSeries(list.trim())
      : {
          name: members[0]!,
          read: (text) => {
            const start = /^[\s"“„«–—-]*/u.exec(text)![0].length;
            const rest = foldWord(text.slice(start));
            const index = members.findIndex(
              (member) => rest.startsWith(member) && !/^\p{L}/u.test(rest.slice(member.length)),
            );
            const han = /\p{Script=Han}/u.test(members[0]!);
            const at =
              index >= 0
                ? index
                : han
                  ? members.findIndex((m) => /^[，,、：:]/u.test(rest.slice(m.length)) && rest.startsWith(m))
                  : -1;
            return at < 0 ? null : { number: at + 1, start, end: start + members[at]!.length };
          },
        };
    all.set(lang, [...(all.get(lang) ?? []), series]);
  }
  return all;
};

const numberedSeries = (form: string): Series => {
  const [before = '', after = ''] = form.split('{n}');
  const pattern = new RegExp(
    `(?<!\\p{L})${escapePattern(before).replaceAll(' ', '\\s+')}(\\d{1,3})${escapePattern(after)}[\\s.:)]*(?:$|(?<=[.:]\\s))`,
    'iu',
  );
  return {
    name: form.replace('{n}', '').trim(),
    read: (text) => {
      const match = pattern.exec(text);
      return match
        ? { number: Number(match[1]), start: match.index, end: match.index + match[0].trimEnd().length }
        : null;
    },
  };
};

const SERIES = readSeries();

interface Member {
  readonly segment: number;
  readonly number: number;
  readonly start: number;
  readonly end: number;
}

const collect = (text: SegmentedText, series: Series): readonly Member[] => {
  const members: Member[] = [];
  for (const [segment, { text: sentence }] of text.segments.entries()) {
    if (!isBody(text.segments[segment]!)) continue;
    const read = series.read(sentence);
    if (read) members.push({ segment, ...read });
  }
  return members;
};

const gapsOf = (
  members: readonly Member[],
): readonly { readonly after: Member; readonly missing: number }[] => {
  const numbers = new Set(members.map((member) => member.number));
  const gaps: { after: Member; missing: number }[] = [];
  for (const [index, member] of members.entries()) {
    const next = members[index + 1];
    if (!next || next.number !== member.number + 2 || numbers.has(member.number + 1)) continue;
    gaps.push({ after: member, missing: member.number + 1 });
  }
  return gaps;
};

/** Whether the original has the same gap: then nothing was lost. */
const hasSameGap = (context: CheckContext, missing: number): boolean =>
  context.source !== null &&
  (SERIES.get(context.sourceLang.slice(0, 2)) ?? []).some((series) =>
    gapsOf(collect(context.source!, series)).some((gap) => gap.missing === missing),
  );

export const series: Check = {
  name: 'series',
  needs: 'rendering',
  finds: ['punctuation'],
  explains: ['punctuation.sequence'],
  scope: 'document',
  find: (context) => {
    const findings: Finding[] = [];
    // A caption left in the language of the original belongs to a series of that language.
    const langs = new Set([context.targetLang.slice(0, 2), context.sourceLang.slice(0, 2)]);
    for (const lang of langs) {
      for (const one of SERIES.get(lang) ?? []) {
        for (const { after, missing } of gapsOf(collect(context.target, one))) {
          if (hasSameGap(context, missing)) continue;
          findings.push({
            check: 'punctuation',
            code: 'punctuation.sequence',
            severity: 'note',
            confidence: 0.7,
            source: [],
            target: [after.segment],
            targetSpan: context.span('target', after.segment, after.start, after.end),
            params: { series: one.name, missing },
          });
        }
      }
    }
    return findings;
  },
};
