/** What the paragraphs of the body are: headings, captions, list items, running text. */
import type { SegmentKind } from '../model.ts';
import { findFurniture } from './page.ts';
import type { Paragraph } from './paragraphs.ts';
import { rulesFor } from './rules.ts';

const SENTENCE_END = /[.!?…。！？]["”“»’)\]」』）]*(?:\[\d+\])*$/u;
const HAN = /\p{Script=Han}/gu;
const BULLET = /^(?:[•·▪◦‣●○■□➢➤✓✔◆◇★※]|[*+]\s)\s*\S/u;
const HYPHEN = /^[-–—]\s+\S/u;
const NUMBERED =
  /^(?:\(?\d{1,3}(?:\.\d{1,3})*[.)、．]\s*|\(?[a-zа-яđ]\)\s|[（(][\d一二三四五六七八九十]{1,3}[)）]\s*|[①-⑳]\s*|[一二三四五六七八九十]{1,3}、)\S/u;

const quoteForRegExp = (word: string): string => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

interface CaptionPatterns {
  /** `Photo: NAME`, `Ảnh 3.` on its own. */
  readonly credit: RegExp;
  /** A sentence and then the credit: `The harbour. Photo: NAME`. */
  readonly trailing: RegExp;
  /** The number of a picture at the end: `… - Photo 2.` */
  readonly numbered: RegExp;
}

let patterns: CaptionPatterns | undefined;
/** Captions keep the words of the original's language in many renderings, so that the words of all languages hold everywhere. */
function captionPatterns(): CaptionPatterns {
  if (patterns) return patterns;
  const words = [...new Set(['vi', 'de', 'ru', 'zh', 'any'].flatMap((lang) => rulesFor(lang).captions))];
  const any = words
    .sort((a, b) => b.length - a.length)
    .map(quoteForRegExp)
    .join('|');
  patterns = {
    credit: new RegExp(
      `^[（(\\[【]?(?:${any})(?:\\s?\\d{1,2})?\\s*(?:[:：/|]|\\s[–-]\\s)\\s*\\S|^图为|^(?:${any})\\s\\d{1,2}[.:]?$|(?:摄|供图|制图)[）)]?$`,
      'iu',
    ),
    trailing: new RegExp(
      `(?:[.!?…。”"»)]\\s*|\\s[/|–-]\\s*|\\s)[（(\\[]?(?:${any})\\s?[:：]\\s?[^.!?。]{2,60}[.)）\\]]?$`,
      'iu',
    ),
    numbered: new RegExp(`(?:^|\\s[-–—|]\\s|[.]\\s)(?:${any})\\s(?:số\\s)?\\d{1,2}\\.?$`, 'iu'),
  };
  return patterns;
}

const LONGEST_CAPTION = 400;
const LONGEST_HEADING = 160;

const isCredit = (text: string): boolean =>
  text.length <= LONGEST_CAPTION && captionPatterns().credit.test(text);

function isCaption(text: string): boolean {
  if (text.length > LONGEST_CAPTION) return false;
  const { credit, trailing, numbered } = captionPatterns();
  return credit.test(text) || trailing.test(text) || numbered.test(text);
}

/** A line in a paragraph of its own that no mark ends. */
function isHeading(text: string): boolean {
  const han = text.match(HAN)?.length ?? 0;
  if (text.length > LONGEST_HEADING || (han > 0 && han > 45)) return false;
  if (/[.。:：;；,，、…]["”“»’)\]」』）]*$/u.test(text) && !/^(?:\S+\s)?\d{1,3}\.$/u.test(text)) return false;
  if (
    /[!?！？]["”“»’)\]」』）]*$/u.test(text) &&
    (text.length > 90 || HYPHEN.test(text) || /^["“„«‘「]/.test(text))
  )
    return false;
  return /^["“„«‘「《('[]?[\p{Lu}\p{N}\p{Lo}]/u.test(text);
}

function kindOf(paragraph: Paragraph, stepWords: ReadonlySet<string>): SegmentKind {
  const { text } = paragraph;
  if (text.length > 2000) return 'text';
  if (isCaption(text)) return 'caption';
  if (BULLET.test(text)) return 'list';
  const numbered = NUMBERED.test(text);
  if (isHeading(text)) return 'heading';
  if (numbered) return 'list';
  const step = /^(\p{L}[\p{L}\p{M}]*)\s?[\p{N}IVX]{1,4}\s?[.:：、]/u.exec(text);
  return step && stepWords.has(step[1]!.toLowerCase()) ? 'list' : 'text';
}

/** The kind of each paragraph of a text. */
export function findKinds(paragraphs: readonly Paragraph[], lang: string): SegmentKind[] {
  const furniture = findFurniture(paragraphs);
  const { steps } = rulesFor(lang);
  const kinds = paragraphs.map(
    (paragraph, i): SegmentKind => (furniture[i] ? 'furniture' : kindOf(paragraph, steps)),
  );
  const isItem = (i: number): boolean =>
    HYPHEN.test(paragraphs[i]?.text ?? '') && !/[.!?…]["”»]*$/u.test(paragraphs[i]!.text);
  const isPage = furniture.includes(true);
  paragraphs.forEach(({ text, apart }, i) => {
    // Hyphens in a row make a list; alone, or with sentences, they are dialogue.
    if (kinds[i] !== 'furniture' && isItem(i) && (isItem(i - 1) || isItem(i + 1))) kinds[i] = 'list';
    // Numbered lines in a row without empty lines are items and no headings.
    const follows = (j: number) => NUMBERED.test(paragraphs[j]?.text ?? '');
    if (
      kinds[i] === 'heading' &&
      NUMBERED.test(text) &&
      ((!apart && follows(i - 1)) || (paragraphs[i + 1]?.apart === false && follows(i + 1)))
    )
      kinds[i] = 'list';
    // What a line of credit alone belongs to is the line before it; a picture shown twice has its caption twice.
    const next = paragraphs[i + 1];
    const one = kinds[i] === 'text' || kinds[i] === 'heading';
    if (!one || !next || text.length > LONGEST_CAPTION / 2) return;
    const bare =
      isCredit(next.text) &&
      next.text.length < 60 &&
      kinds[i + 1] === 'caption' &&
      !SENTENCE_END.test(next.text);
    const inside = SENTENCE_END.test(text) ? countEnds(text) <= 1 : true;
    if (bare && inside && i > 0 && isPage) kinds[i] = 'caption';
    if (isPage && i > 0 && next.text.toLowerCase() === text.toLowerCase() && inside) {
      kinds[i] = 'caption';
      kinds[i + 1] = 'caption';
    }
  });
  return kinds;
}

const countEnds = (text: string): number => text.match(/[.!?。！？](?=\s|$|["”»])/gu)?.length ?? 0;
