/** What the paragraphs of the body are: headings, captions, list items, running text. */
import type { SegmentKind } from '../model.ts';
import { isCaption, isCredit, LONGEST_CAPTION } from './captions.ts';
import { SENTENCE_END } from './marks.ts';
import { findFurniture } from './page.ts';
import type { Paragraph } from './paragraphs.ts';
import { rulesFor } from './rules.ts';
import { findSentenceEnds } from './sentences.ts';

const HAN = /\p{Script=Han}/gu;
const BULLET = /^(?:[•·▪◦‣●○■□➢➤✓✔◆◇★※]|[*+]\s)\s*\S/u;
const HYPHEN = /^[-–—]\s+\S/u;
const NUMBERED =
  /^(?:\(?\d{1,3}(?:\.\d{1,3})*[.)、．]\s*|\(?[a-zа-яđ]\)\s|[（(][\d一二三四五六七八九十]{1,3}[)）]\s*|[①-⑳]\s*|[一二三四五六七八九十]{1,3}、)\S/u;

const LONGEST_HEADING = 160;

/** A line in a paragraph of its own that no mark ends. */
function isHeading(text: string): boolean {
  const han = text.match(HAN)?.length ?? 0;
  if (text.length > LONGEST_HEADING || han > 45) return false;
  if (!/^["“„«‘「《('[]?[\p{Lu}\p{N}\p{Lo}]/u.test(text)) return false;
  if (/[:：;；,，、]["”“»’)\]」』）]*$/u.test(text)) return false;
  if (!SENTENCE_END.test(text) || /^(?:\S+\s)?\d{1,3}\.$/u.test(text)) return true;
  // Headlines may ask or exclaim; what somebody says is none.
  return /[!?！？]["”“»’)\]」』）]*$/u.test(text) && text.length <= 90 && !/^["“„«‘「]/.test(text);
}

function kindOf(paragraph: Paragraph, lang: string): SegmentKind {
  const { text } = paragraph;
  if (text.length > 2000) return 'text';
  if (isCaption(text)) return 'caption';
  // Rows of a table that was copied as text are read like list items.
  if (BULLET.test(text) || text.includes('\t')) return 'list';
  const numbered = NUMBERED.test(text);
  if (isHeading(text) && findSentenceEnds(text, lang).length === 1) return 'heading';
  if (numbered) return 'list';
  const step = /^(\p{L}[\p{L}\p{M}]*)\s?[\p{N}IVX]{1,4}\s?[.:：、]/u.exec(text);
  return step && rulesFor(lang).steps.has(step[1]!.toLowerCase()) ? 'list' : 'text';
}

/** A paragraph whose kind its format may have given; null and left out: to be found. */
export type Stretch = Paragraph & { readonly given?: SegmentKind | null };

/** Furniture that was given stands outside: what is left is looked at without it. */
function markFurniture(paragraphs: readonly Stretch[]): boolean[] {
  const isOutside = ({ given }: Stretch): boolean => given === 'furniture';
  const outside = paragraphs.filter(isOutside).map(({ text }) => text);
  const found = findFurniture(
    paragraphs.filter((one) => !isOutside(one)),
    outside,
  );
  let next = 0;
  return paragraphs.map((one) => isOutside(one) || found[next++]!);
}

/** The kind of each paragraph of a text. */
export function findKinds(stretches: readonly Stretch[], lang: string): SegmentKind[] {
  const paragraphs = stretches.map((stretch) =>
    stretch.text.includes('\n') ? { ...stretch, text: stretch.text.replace(/\s*\n\s*/g, ' ') } : stretch,
  );
  const furniture = markFurniture(paragraphs);
  const kinds = paragraphs.map(
    (paragraph, i): SegmentKind =>
      furniture[i] ? 'furniture' : (paragraph.given ?? kindOf(paragraph, lang)),
  );
  const isGiven = (i: number): boolean => (paragraphs[i]?.given ?? null) !== null;
  const isItem = (i: number): boolean =>
    HYPHEN.test(paragraphs[i]?.text ?? '') && !SENTENCE_END.test(paragraphs[i]!.text);
  const isPage = furniture.includes(true);
  paragraphs.forEach(({ text, apart }, i) => {
    if (isGiven(i)) return;
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
      if (!isGiven(i + 1)) kinds[i + 1] = 'caption';
    }
  });
  return kinds;
}

const countEnds = (text: string): number => text.match(/[.!?。！？](?=\s|$|["”»])/gu)?.length ?? 0;
