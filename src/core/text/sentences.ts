/**
 * Sentence ends inside a paragraph: every mark that may end a sentence (Unicode's Sentence_Terminal) is tried against the rules
 * of the language; what speaks against an end is what follows (small letter, comma, reporting clause) and what the mark
 * belongs to (abbreviation, ordinal, initial, list number, quotation inside a sentence).
 */
import { BRACKETS, type Enclosure, enclosureAt, findEnclosures, QUOTATIONS, TITLES } from './enclosures.ts';
import { type Rules, rulesFor } from './rules.ts';
import { baseLanguage, isStopWord } from './words.ts';

const MARKS = /[\p{Sentence_Terminal}…⋯]+/gu;
const CLOSING = '”’"\'»›)]」』】）》〉}';
/** “ opens in most languages and closes in these. */
const LOW_QUOTES = new Set(['de', 'cs', 'sk', 'bg', 'sr', 'hr', 'sl', 'lt', 'is', 'ru', 'uk']);
const OPENING = /["'„“‘«»‹「『《【（([¿¡]/;
const DASH = /[-–—―]/;
const HAN = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const LOWER = /\p{Ll}/u;

/** The number of a list item in running text. */
const ITEM_NUMBER = /(?:[:;]\s|[：；])\s*\(?\d{1,2}$/;
/** Quotations inside a sentence that are longer hold sentences, or one of their marks found a wrong partner. */
const LONGEST_QUOTED_PHRASE = 200;

/** A mark that may end a sentence, and what stands around it. */
interface Candidate {
  /** Where the sentence that it would end begins, where the mark stands, where it ends with the closing marks after it. */
  readonly from: number;
  readonly mark: number;
  readonly end: number;
  readonly marks: string;
  /** First sign after the white space, and first word with the quotes and dashes before it skipped. */
  readonly next: number;
  readonly nextWord: string;
  readonly dashed: boolean;
}

class SentenceFinder {
  private readonly text: string;
  private readonly lang: string;
  private readonly rules: Rules;
  private readonly closing: string;
  private readonly quotations: readonly Enclosure[];
  private readonly titles: readonly Enclosure[];
  private readonly brackets: readonly Enclosure[];
  private readonly dialogue: boolean;

  constructor(text: string, lang: string) {
    this.text = text;
    this.lang = baseLanguage(lang);
    this.rules = rulesFor(lang);
    this.closing = CLOSING + (LOW_QUOTES.has(this.lang) ? '“‘' : '');
    this.quotations = findEnclosures(text, QUOTATIONS);
    this.titles = findEnclosures(text, TITLES);
    this.brackets = findEnclosures(text, BRACKETS);
    this.dialogue = /^\s*[-–—―]/.test(text);
  }

  find(): number[] {
    const ends: number[] = [];
    let from = 0;
    for (const found of this.text.matchAll(MARKS)) {
      const candidate = this.look(from, found.index, found[0]);
      if (!candidate || !this.ends(candidate)) continue;
      ends.push(candidate.end);
      from = candidate.end;
    }
    if (ends.at(-1) !== this.text.length) ends.push(this.text.length);
    return ends;
  }

  /** Null where the mark stands inside a word or number, or at the very end. */
  private look(from: number, mark: number, marks: string): Candidate | null {
    const { text } = this;
    let end = mark + marks.length;
    for (;;) {
      const reference = /^\[\d{1,3}\]/.exec(text.slice(end, end + 5));
      if (reference) end += reference[0].length;
      else if (end < text.length && this.isClosing(end)) end += 1;
      else if (/\s/.test(text[end] ?? '') && this.closesQuotation(end + 1)) end += 2;
      else break;
    }
    const spaces = /^\s*/.exec(text.slice(end, end + 40))![0].length;
    if (end + spaces >= text.length) return null;
    if (spaces === 0 && !this.needsNoSpace(mark, marks, end)) return null;
    const next = end + spaces;
    const ahead = text.slice(next, next + 60);
    const lead = /^(?:["'„“‘«»‹「『《【（([¿¡]|[-–—―]\s?)*/.exec(ahead)![0];
    const nextWord = /^[\p{L}\p{M}\p{N}]+(?:-[\p{L}\p{M}]+)*/u.exec(ahead.slice(lead.length))?.[0] ?? '';
    return { from, mark, end, marks, next, nextWord, dashed: DASH.test(lead) };
  }

  /** A straight quote closes where an odd number of them stands before it, that is inside a quotation. */
  private isClosing(at: number): boolean {
    const sign = this.text[at]!;
    if (sign === '"')
      return (
        this.closesQuotation(at) ||
        (!this.opensQuotation(at) && /^\S"[\s\p{P}]?$/u.test(this.text.slice(at - 1, at + 2)))
      );
    return this.closing.includes(sign) || this.closesQuotation(at);
  }

  private closesQuotation(at: number): boolean {
    return enclosureAt(this.quotations, at)?.close === at;
  }

  private opensQuotation(at: number): boolean {
    return enclosureAt(this.quotations, at + 1)?.open === at;
  }

  private needsNoSpace(mark: number, marks: string, end: number): boolean {
    if (/[^.!?…⋯]$/.test(marks)) return true;
    // ASCII marks between Han letters; `3.5` and `VnExpress.net` are none.
    return /[.!?]$/.test(marks) && HAN.test(this.text[mark - 1] ?? '') && HAN.test(this.text[end] ?? '');
  }

  private ends(c: Candidate): boolean {
    const sign = this.text[c.next]!;
    if (/[,;:，；：、]/.test(sign)) return false;
    const wide = /[^.!?…⋯]$/.test(c.marks);
    if (!wide && LOWER.test(c.nextWord.charAt(0))) return false;
    if (/^[….⋯]+$/.test(c.marks) && c.marks !== '.' && HAN.test(sign) && c.next === c.end) return false;
    if (enclosureAt(this.titles, c.mark) || this.isInBracket(c) || this.isBeforeRemark(c)) return false;
    if (this.isInQuotation(c)) return false;
    if (c.marks === '.' && this.belongsToWord(c)) return false;
    return !this.isBeforeReporting(c);
  }

  private isInBracket(c: Candidate): boolean {
    const bracket = enclosureAt(this.brackets, c.mark);
    return bracket !== null && bracket.close >= c.end && this.isInsideSentence(bracket, c.from);
  }

  /** Whether anything but a dash stands between the sentence's beginning and the opening mark. */
  private isInsideSentence({ open }: Enclosure, from: number): boolean {
    return /[^\s–—―-]/.test(this.text.slice(from, Math.min(open, from + 30))) && open > from;
  }

  /** A source or remark in brackets at the paragraph's end belongs to what stands before it, unless it is a sentence. */
  private isBeforeRemark(c: Candidate): boolean {
    if (!/[(（[]/.test(this.text[c.next]!)) return false;
    const rest = this.text.slice(c.next, c.next + 200);
    const remark = /^(?:\([^()]*[^().!?]\)|（[^（）]*[^（）。！？]）|\[[^[\]]*\])[.。]?\s*$/.exec(rest);
    return remark !== null && c.next + remark[0].length >= this.text.length;
  }

  /**
   * A quotation that began inside the sentence and after which the sentence goes on holds no end. One that opens the sentence
   * or follows a colon may hold sentences of its own.
   */
  private isInQuotation(c: Candidate): boolean {
    const quotation = enclosureAt(this.quotations, c.mark);
    if (!quotation || !this.isInsideSentence(quotation, c.from)) return false;
    if (quotation.close - quotation.open > LONGEST_QUOTED_PHRASE) return false;
    const before =
      this.text
        .slice(Math.max(0, quotation.open - 3), quotation.open)
        .trimEnd()
        .at(-1) ?? '';
    if (/[:：]/.test(before)) return false;
    const after = this.text.slice(quotation.close + 1, quotation.close + 20).trimStart();
    // A full stop, unlike ！ and ？, does not stand in words that are only quoted.
    if (c.marks.includes('。') && quotation.close < c.end) return false;
    if (HAN.test(after.charAt(0))) return before !== '，' && before !== ',';
    if (quotation.close < c.end) return false;
    return /^[,;，；、–—]/.test(after) || LOWER.test(after.charAt(0));
  }

  /** Whether the full stop belongs to an abbreviation, initial, ordinal, date or list number. */
  private belongsToWord(c: Candidate): boolean {
    const before = this.text.slice(Math.max(0, c.mark - 40), c.mark);
    if (this.isListNumber(c)) return true;
    return this.isAbbreviation(c, before) ?? (this.isInitial(c, before) || this.isOrdinal(c, before));
  }

  private isListNumber(c: Candidate): boolean {
    if (c.mark - c.from > 40) return ITEM_NUMBER.test(this.text.slice(c.mark - 8, c.mark));
    const start = this.text
      .slice(c.from, c.mark)
      .trim()
      .replace(/^[-–—•("„“«]\s*/, '');
    if (ITEM_NUMBER.test(start)) return true;
    const mark = /^(?:(\p{L}[\p{L}\p{M}.]*)\s)?(?:\d{1,3}|[IVXLC]{1,5}|\p{L})(?:\.\d{1,3})*$/u.exec(start);
    return mark !== null && (mark[1] === undefined || this.rules.steps.has(mark[1].toLowerCase()));
  }

  /** Whether the full stop only shortens a word; null where no known abbreviation stands. */
  private isAbbreviation(c: Candidate, before: string): boolean | null {
    const tail = /(?:[\p{L}\p{M}№-]+\.\s?)*[\p{L}\p{M}№-]+$/u.exec(before)?.[0];
    if (!tail) return null;
    const parts = `${tail}.`.split(/(?<=\.)\s?/).filter(Boolean);
    for (let i = 0; i < parts.length; i++) {
      const abbreviation = parts.slice(i).join('');
      const following =
        c.nextWord === '' || this.text[c.next + c.nextWord.length] !== '.' ? '' : `${c.nextWord}.`;
      if (following && this.rules.beginnings.has(abbreviation + following)) return true;
      const ends =
        this.rules.abbreviations.get(abbreviation) ??
        this.rules.abbreviations.get(abbreviation.charAt(0).toLowerCase() + abbreviation.slice(1));
      if (ends === undefined) continue;
      if (ends === 'never') return true;
      if (ends === 'function-word') return !isStopWord(c.nextWord, this.lang);
      if (ends === 'figure') return !this.isAfterFigure(c, before.slice(0, before.length - tail.length));
      return false;
    }
    return this.rules.compoundEnds.some((end) => `${tail}.`.endsWith(end)) || null;
  }

  /** Whether a figure stands before, and before that more than a preposition: `В 1997 г.` alone is no sentence. */
  private isAfterFigure(c: Candidate, before: string): boolean {
    if (!/(?:\d|[IVXLC])\s?$/.test(before)) return false;
    const said = this.text.slice(c.from, c.mark).trim();
    return said.length > 30 || said.split(/\s+/).length > 3;
  }

  private isInitial(c: Candidate, before: string): boolean {
    const found = /(?:^|[^\p{L}\p{M}\p{N}])\p{Lu}\p{M}*$/u.exec(before);
    if (!found) return false;
    if (/^\p{Lu}\.?$/u.test(c.nextWord)) return true;
    if (isStopWord(c.nextWord, this.lang)) return false;
    const label = /([\p{L}\p{M}]+(?:\s[\p{L}\p{M}]+)?)$/u.exec(before.slice(0, found.index))?.[1] ?? '';
    const words = label.toLowerCase().split(/\s/);
    return !this.rules.labels.has(words.at(-1)!) && !this.rules.labels.has(words.join(' '));
  }

  private isOrdinal(c: Candidate, before: string): boolean {
    if (this.rules.afterOrdinal.size === 0) return false;
    const found = /(?:^|[^\p{L}\p{N}.,])(\d{1,3}|[IVXL]{1,5})$/u.exec(before);
    if (!found) return false;
    if (/^\d/.test(c.nextWord)) {
      const rest = this.text.slice(c.next, c.next + 5);
      return Number(found[1]) <= 31 && /^(?:\d{1,2}\.|(?:19|20)\d\d)/.test(rest);
    }
    if (this.rules.afterOrdinal.has(c.nextWord)) return true;
    if (isStopWord(c.nextWord, this.lang)) return false;
    const word = /([\p{L}\p{M}]+)$/u.exec(before.slice(0, found.index))?.[1] ?? '';
    return this.rules.beforeOrdinal.has(word.toLowerCase());
  }

  /** Who speaks belongs to what is said: `“Come!” – she called.` */
  private isBeforeReporting(c: Candidate): boolean {
    const closed = this.text.slice(c.mark + c.marks.length, c.end);
    if (c.dashed) {
      if (/[»”“"]/.test(closed) && !OPENING.test(this.text[c.next]!)) return true;
      const said = this.text.slice(c.from, c.mark).trimStart();
      const inside = /\s[–—―-]\s/.test(said.replace(/^[–—―-]\s*/, ''));
      return this.dialogue && !inside && this.reports(c.next);
    }
    if (!this.rules.reportingAfterQuotation || !/[”"」』»]/.test(closed)) return false;
    const quotation = enclosureAt(this.quotations, c.mark);
    if (!quotation || this.isInsideSentence(quotation, c.from)) return false;
    if (/[:：]\s*$/.test(this.text.slice(Math.max(0, quotation.open - 3), quotation.open))) return false;
    return !OPENING.test(this.text[c.next]!) && this.reports(c.next);
  }

  /** Whether the clause that begins here holds a verb of speaking near its beginning. */
  private reports(at: number): boolean {
    const ahead = this.text.slice(at, at + 60).replace(/^[–—―-]\s*/, '');
    const clause = (/^[^,.;:!?，。；：！？…–—“"«]*/.exec(ahead)?.[0] ?? '').toLowerCase();
    if (HAN.test(clause)) return this.reportsInHan(clause, ahead[clause.length] ?? '');
    const words = ` ${clause.split(/\s+/).slice(0, 7).join(' ')} `;
    return this.rules.reporting.some((verb) => words.includes(` ${verb} `));
  }

  /** `他表示，` after a quotation introduces what comes next and closes nothing. */
  private reportsInHan(clause: string, mark: string): boolean {
    const { introducing, notReporting, reporting } = this.rules;
    const verb = introducing.find((entry) => clause.includes(entry));
    if (verb !== undefined) return clause.endsWith(verb) && /[。！？.!?]/.test(mark);
    const plain = notReporting.reduce((rest, word) => rest.replaceAll(word, ''), clause);
    return clause.length <= 20 && reporting.some((verb) => plain.includes(verb));
  }
}

/** Offsets at which the sentences of a paragraph end, the last one being its length. Linear in its length. */
export const findSentenceEnds = (paragraph: string, lang: string): number[] =>
  new SentenceFinder(paragraph, lang).find();
