/**
 * SRX 2.0 (LISA, 2008), the exchange format of segmentation rules: read, used in the place of the built-in rules, and the built-in
 * rules written as near as pairs of patterns can say them.
 */
import { AppError } from '../errors.ts';
import { rulesFor } from '../text/rules.ts';
import { attributeOf, walkXml } from './read/xml.ts';

export interface SrxRule {
  /** Whether a segment ends where both patterns meet; else the place is an exception. */
  readonly breaks: boolean;
  readonly before: RegExp;
  readonly after: RegExp;
}
export interface SrxRules {
  /** The patterns of language codes with their rules, in the order of the map. */
  readonly maps: readonly { readonly language: RegExp; readonly rules: readonly SrxRule[] }[];
  readonly cascade: boolean;
}

const FORMAT = 'segmentation rules (SRX)';
const MAX_RULES = 20_000;
const LONGEST_PATTERN = 20_000;

/** ICU's patterns as ECMAScript's: `\x{41}`, `\h`, `\Q…\E`, possessive marks, classes of POSIX, inline flags at the beginning. */
export function convertPattern(pattern: string): { source: string; flags: string } {
  let flags = 'u';
  const source = pattern
    .replace(/^\(\?([imsx]+)\)/, (_, given: string) => {
      for (const flag of given) if ('ims'.includes(flag)) flags += flag;
      return '';
    })
    .replace(/\\Q([\s\S]*?)\\E/g, (_, text: string) => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&'))
    .replace(/\\x\{([0-9a-fA-F]{1,6})\}/g, '\\u{$1}')
    .replace(/\[\[:(\w+):\]\]/g, (_, name: string) => POSIX[name] ?? `\\p{${name}}`)
    .replace(/\[:(\w+):\]/g, (_, name: string) => POSIX[name] ?? `\\p{${name}}`)
    .replace(/\\h/g, '[\\t\\p{Zs}]')
    .replace(/\\R/g, '(?:\\r\\n|[\\n\\r\\u2028\\u2029])')
    .replace(/\\Z|\\z/g, '$')
    .replace(/\\A/g, '^')
    .replace(/([*+?}])\+/g, '$1')
    .replace(/\(\?>/g, '(?:')
    .replace(/\\([^\w\s^$\\.*+?()[\]{}|/-])/gu, '$1')
    .replace(/\\(["'#%&,:;<=>@`~!])/g, '$1');
  return { source, flags };
}
const POSIX: Readonly<Record<string, string>> = {
  alpha: '\\p{L}',
  upper: '\\p{Lu}',
  lower: '\\p{Ll}',
  digit: '\\p{Nd}',
  space: '\\s',
  punct: '\\p{P}',
  alnum: '[\\p{L}\\p{N}]',
};

/** Throws AppError `file-invalid`; a pattern that cannot be used here is named. */
export function readSrx(file: string, text: string): SrxRules {
  const refuse = (reason: string): AppError => new AppError('file-invalid', { file, format: FORMAT, reason });
  const compile = (pattern: string, side: 'before' | 'after'): RegExp => {
    if (pattern.length > LONGEST_PATTERN) throw refuse('a pattern is too long');
    const { source, flags } = convertPattern(pattern);
    try {
      return side === 'before'
        ? new RegExp(`(?:${source})$`, flags)
        : new RegExp(`(?:${source})`, `${flags}y`);
    } catch {
      throw refuse(`the pattern ${pattern.slice(0, 80)} cannot be used`);
    }
  };
  const byName = new Map<string, SrxRule[]>();
  const maps: { language: RegExp; name: string }[] = [];
  let cascade = false;
  let isSrx = false;
  let name = '';
  let count = 0;
  let rule: { breaks: boolean; before: string; after: string } | null = null;
  let side: 'before' | 'after' | null = null;
  walkXml(
    text,
    { file, format: FORMAT },
    {
      open: (element, attributes) => {
        if (element === 'srx') isSrx = true;
        else if (element === 'header') cascade = attributeOf(attributes, 'cascade') === 'yes';
        else if (element === 'languagerule') {
          name = attributeOf(attributes, 'languagerulename') ?? '';
          byName.set(name, byName.get(name) ?? []);
        } else if (element === 'rule') {
          count += 1;
          if (count > MAX_RULES) throw refuse(`it has more than ${MAX_RULES} rules`);
          rule = { breaks: attributeOf(attributes, 'break') !== 'no', before: '', after: '' };
        } else if (element === 'beforebreak') side = 'before';
        else if (element === 'afterbreak') side = 'after';
        else if (element === 'languagemap') {
          const pattern = attributeOf(attributes, 'languagepattern') ?? '.*';
          try {
            maps.push({
              language: new RegExp(`^(?:${pattern})$`, 'iu'),
              name: attributeOf(attributes, 'languagerulename') ?? '',
            });
          } catch {
            throw refuse(`the language pattern ${pattern.slice(0, 80)} cannot be used`);
          }
        }
      },
      text: (piece) => {
        if (rule && side) rule[side] += piece;
      },
      close: (element) => {
        if (element === 'beforebreak' || element === 'afterbreak') side = null;
        if (element !== 'rule' || !rule) return;
        byName.get(name)?.push({
          breaks: rule.breaks,
          before: compile(rule.before, 'before'),
          after: compile(rule.after, 'after'),
        });
        rule = null;
      },
    },
  );
  if (!isSrx) throw refuse('its root is not <srx>');
  return { maps: maps.map(({ language, name: of }) => ({ language, rules: byName.get(of) ?? [] })), cascade };
}

/** The rules that hold for a language: of the first map that fits, or of all where rules cascade. */
export function rulesOf({ maps, cascade }: SrxRules, lang: string): readonly SrxRule[] {
  const fitting = maps.filter(({ language }) => language.test(lang));
  return (cascade ? fitting : fitting.slice(0, 1)).flatMap(({ rules }) => rules);
}

/** How far a rule may look back. */
const LOOK_BACK = 120;
/** Signs after which segments may end; rules are tried there, after white space and before a capital or Han letter alone. */
const PLACES = /[\p{P}\p{S}\s]+|(?=\p{Script=Han})/gu;

/** Offsets at which segments end, the last one being the length: the first rule that meets at a place decides. */
export function findSrxEnds(text: string, rules: readonly SrxRule[]): number[] {
  const ends: number[] = [];
  const tried = new Set<number>();
  const holds = (at: number): boolean => {
    const before = text.slice(Math.max(0, at - LOOK_BACK), at);
    for (const { breaks, before: first, after } of rules) {
      after.lastIndex = at;
      if (first.test(before) && after.test(text)) return breaks;
    }
    return false;
  };
  for (const { 0: signs, index } of text.matchAll(PLACES))
    for (let at = index; at <= index + Math.min(signs.length, 50); at++) {
      if (at === 0 || at >= text.length || tried.has(at)) continue;
      tried.add(at);
      // Spaces between segments belong to the end of the one before: a second end among them is none.
      if (holds(at) && text.slice(ends.at(-1) ?? 0, at).trim() !== '') ends.push(at);
    }
  if (ends.at(-1) !== text.length) ends.push(text.length);
  return ends;
}

const quote = (text: string): string => text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&');
const escapeXml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const rule = (breaks: boolean, before: string, after: string): string =>
  `        <rule break="${breaks ? 'yes' : 'no'}"><beforebreak>${escapeXml(before)}</beforebreak><afterbreak>${escapeXml(after)}</afterbreak></rule>`;

/** “ opens in most languages and closes in these. */
const LOW_QUOTES = new Set(['de', 'ru', 'any']);
const OPENING = '["\'„“‘«「『《【（(\\[]';

/** The rules of one language as SRX can say them; what looks beyond a pair of patterns (pairs of quotes, who speaks) is left out. */
function builtInRules(lang: string): string[] {
  const rules = rulesFor(lang);
  const out: string[] = [];
  const CLOSING = `[”’"'»)\\]」』】）》${LOW_QUOTES.has(lang) ? '“' : ''}]`;
  const capital = (words: readonly string[]): string[] =>
    words.flatMap((word) => [word, word.charAt(0).toUpperCase() + word.slice(1)]);
  const boundary = '(?:^|[^\\p{L}\\p{M}\\p{N}.])';
  const byEnds = (kind: string): string[] =>
    [...rules.abbreviations]
      .filter(([, ends]) => ends === kind)
      .map(([word]) => quote(word).replace(/\\\.(?=.)/g, '\\.\\s?'));
  const list = (words: readonly string[]): string => `(?:${words.join('|')})`;
  const never = byEnds('never');
  if (never.length > 0) out.push(rule(false, `${boundary}${list(never)}\\s?`, '.'));
  if (rules.compoundEnds.length > 0)
    out.push(rule(false, `\\p{L}${list(rules.compoundEnds.map(quote))}\\s?`, '.'));
  // A figure before them, and more than a few words: `… до 31 декабря 2024 г. Он …`.
  const figures = byEnds('figure');
  if (figures.length > 0) {
    out.push(rule(true, `.{30,}[\\d]\\s?${list(figures)}\\s+`, '\\p{Lu}'));
    out.push(rule(false, `${boundary}${list(figures)}\\s?`, '.'));
  }
  const functional = byEnds('function-word');
  if (functional.length > 0) out.push(rule(false, `${boundary}${list(functional)}\\s?`, '.'));
  for (const beginning of rules.beginnings) {
    const rests = [...rules.abbreviations.keys()]
      .filter((word) => word.startsWith(beginning) && word !== beginning)
      .map((word) => quote(word.slice(beginning.length)).replace(/\\\.(?=.)/g, '\\.\\s?'));
    if (rests.length > 0) out.push(rule(false, `${boundary}${quote(beginning)}\\s`, list(rests)));
  }
  // Initials, list numbers, ordinals.
  const label = rules.labels.size > 0 ? `(?<!(?:${[...rules.labels].map(quote).join('|')})\\s)` : '';
  out.push(rule(false, `(?:^|[^\\p{L}\\p{M}\\p{N}])${label}\\p{Lu}\\.\\s`, '\\p{Lu}'));
  out.push(rule(false, '^\\s*(?:\\(?\\d{1,3}(?:\\.\\d{1,3})*|[IVXLC]{1,5}|\\p{L})\\.\\s+', '.'));
  const steps = capital([...rules.steps]).map(quote);
  if (steps.length > 0) out.push(rule(false, `^\\s*${list(steps)}\\s(?:\\d{1,3}|[IVXLC]{1,5})\\.\\s+`, '.'));
  if (rules.afterOrdinal.size > 0) {
    out.push(
      rule(
        false,
        '(?:^|[^\\p{L}\\p{N}.,])(?:\\d{1,3}|[IVXL]{1,5})\\.\\s',
        `(?:${[...rules.afterOrdinal].map(quote).join('|')})(?!\\p{L})`,
      ),
    );
    const before = [...rules.beforeOrdinal].flatMap((word) => [
      word,
      word.charAt(0).toUpperCase() + word.slice(1),
    ]);
    out.push(rule(false, `(?:^|[^\\p{L}])(?:${before.map(quote).join('|')})\\s\\d{1,3}\\.\\s`, '\\p{L}'));
    out.push(rule(false, '(?:^|[^\\p{N}])\\d{1,2}\\.\\s', '(?:\\d{1,2}\\.|(?:19|20)\\d\\d)'));
  }
  // Remarks in brackets at the end, and who speaks.
  out.push(rule(false, `[.!?…。！？]${CLOSING}*\\s*`, '[(（][^()（）.。]{1,150}[)）]\\s*$'));
  out.push(rule(false, '[.!?…]\\s+', '[–—-]\\s\\p{Ll}'));
  if (rules.reportingAfterQuotation)
    out.push(
      rule(
        false,
        `[!?。！？]${CLOSING.replace(')', '')}\\s*`,
        `[^\\s，,。.；;：:！!？?…“«]{0,12}\\s?[^，,。.；;：:！!？?…“«]{0,20}?${list(rules.reporting.map(quote))}`,
      ),
    );
  // What follows speaks against an end: small letters, marks, an ellipsis inside Chinese.
  out.push(rule(false, `[.!?…]+${CLOSING}*\\s*`, `${OPENING}*\\p{Ll}`));
  out.push(rule(false, `[.!?…。！？]+${CLOSING}*\\s*`, '[,;:，；：、]'));
  out.push(rule(false, `[.!?…]+[»”“"]\\s`, '[–—-]\\s'));
  out.push(rule(false, `[。！？]${CLOSING}*`, `${CLOSING}`));
  out.push(rule(false, '[。！？]+', '[。！？…]'));
  out.push(rule(true, `[.!?…]+${CLOSING}*\\s+`, '\\S'));
  out.push(rule(true, `[。！？]+${CLOSING}*\\s*`, '[^\\s”’"»)\\]」』】）》]'));
  return out;
}

/** Finds the ends of segments by the rules of an SRX file. Throws AppError `file-invalid`. */
export function endsBy(file: string, text: string, lang: string): (paragraph: string) => number[] {
  const rules = rulesOf(readSrx(file, text), lang);
  return (paragraph) => findSrxEnds(paragraph, rules);
}

/** The built-in rules as SRX 2.0. */
export function* writeSrx(languages: readonly string[] = ['vi', 'de', 'ru', 'zh']): Generator<string> {
  yield `<?xml version="1.0" encoding="UTF-8"?>
<srx xmlns="http://www.lisa.org/srx20" version="2.0">
  <header segmentsubflows="yes" cascade="no">
    <formathandle type="start" include="no"/>
    <formathandle type="end" include="yes"/>
    <formathandle type="isolated" include="no"/>
  </header>
  <body>
    <languagerules>
`;
  for (const lang of [...languages, 'any']) {
    yield `      <languagerule languagerulename="${lang}">\n${builtInRules(lang).join('\n')}\n      </languagerule>\n`;
  }
  yield '    </languagerules>\n    <maprules>\n';
  for (const lang of languages)
    yield `      <languagemap languagepattern="${lang}([-_].*)?" languagerulename="${lang}"/>\n`;
  yield '      <languagemap languagepattern=".*" languagerulename="any"/>\n    </maprules>\n  </body>\n</srx>\n';
}
