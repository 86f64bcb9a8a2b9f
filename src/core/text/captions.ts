/** Recognises captions of pictures by the words of credits in the rule files. */
import { rulesFor } from './rules.ts';

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

/** In UTF-16 units; what is longer is text that mentions a picture. */
export const LONGEST_CAPTION = 400;

/** Whether a line is nothing but a credit, or a caption that begins with one. */
export const isCredit = (text: string): boolean =>
  text.length <= LONGEST_CAPTION &&
  (/[:：/|–\d-]/.test(text.slice(0, 50)) || /^图为|(?:摄|供图|制图)[）)]?$/.test(text)) &&
  captionPatterns().credit.test(text);

/** Whether a paragraph is a caption: it begins or ends with a credit or the number of a picture. */
export function isCaption(text: string): boolean {
  if (text.length > LONGEST_CAPTION) return false;
  return (
    isCredit(text) ||
    (/[:：]/.test(text.slice(-90)) && captionPatterns().trailing.test(text.slice(-150))) ||
    (/\d\.?$/.test(text) && captionPatterns().numbered.test(text.slice(-60)))
  );
}
