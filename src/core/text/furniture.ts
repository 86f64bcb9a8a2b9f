/** Recognises single lines of page furniture by small vocabularies (`data/furniture.*.txt`) and by their build. */

import furnitureAny from './data/furniture.any.txt?raw';
import furnitureDe from './data/furniture.de.txt?raw';
import furnitureRu from './data/furniture.ru.txt?raw';
import furnitureVi from './data/furniture.vi.txt?raw';
import furnitureZh from './data/furniture.zh.txt?raw';
import { dataLines } from './data.ts';
import { foldExact } from './fold.ts';
import { SENTENCE_END } from './marks.ts';

/** What a line of furniture is; a teaser names another page in one line; `comments`, `related`, `end`, `source` and `tags` may end the article. */
export type FurnitureRole =
  | 'comments'
  | 'related'
  | 'teaser'
  | 'end'
  | 'source'
  | 'tags'
  | 'byline'
  | 'date'
  | 'share'
  | 'empty'
  | 'menu'
  | 'notice'
  | 'breadcrumb'
  | 'site'
  | 'link'
  | 'headlines'
  | 'signs';

export interface FurnitureMark {
  readonly role: FurnitureRole;
  /** How much it says that the text was copied from a web page: 2 leaves no doubt, 0 is a word that stands anywhere. */
  readonly weight: number;
}

const BEGINNINGS = ['source', 'byline', 'tags', 'line', 'related'] as const;

function readVocabulary(): ReadonlyMap<string, ReadonlySet<string>> {
  const values = new Map<string, Set<string>>();
  for (const file of [furnitureAny, furnitureVi, furnitureDe, furnitureRu, furnitureZh])
    for (const line of dataLines(file)) {
      const colon = line.indexOf(':');
      const key = line.slice(0, colon);
      const list = values.get(key) ?? new Set();
      for (const entry of line.slice(colon + 1).split(',')) if (entry.trim()) list.add(foldLabel(entry));
      values.set(key, list);
    }
  return values;
}

/** A label without numbers, arrows, bullets and brackets: `» Comment (0)` is `comment`. */
const foldLabel = (text: string): string =>
  foldExact(text)
    .replace(/[\p{N}()[\]{}<>|•·▪►▶→←↑↓✕×#*+"…:.!\-–—]+/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();

let vocabulary: ReadonlyMap<string, ReadonlySet<string>> | undefined;
const has = (key: string, label: string): boolean => {
  vocabulary ??= readVocabulary();
  return vocabulary.get(key)?.has(label) ?? false;
};

const WEB_ADDRESS = /(?:https?:\/\/|www\.)\S+/i;
const DOMAIN =
  /(?:^|[\s(])(?:[\w-]+\.)+(?:vn|com|net|org|info|de|at|ch|eu|ru|su|рф|by|ua|kz|cn|tw|hk|com\.vn|gov|edu|io|tv|news|online|today|media|fr|uk|us|kr|jp)(?=$|[\s/,.)|:–-])/iu;
const NUMERIC_DATE =
  /(?<![\d/])(?:\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}|(?:19|20)\d{2}[./-]\d{1,2}[./-]\d{1,2}|(?:19|20)\d{2}年\d{1,2}月\d{1,2}日?)(?!\d)/u;
const NAMED_DATE =
  /(?<!\d)\d{1,2}\.?\s\p{L}{3,10}\.?\s(?:19|20)\d{2}(?!\d)|\p{L}{3,10}\s\d{1,2},\s(?:19|20)\d{2}(?!\d)/u;
const CLOCK = /(?<!\d)\d{1,2}[:：hH.]\d{2}(?::\d{2})?(?!\d)/;
const ZONE = /\b(?:GMT|UTC)\s?[+-]\d/;
const JOINED_NAME = /^(.{2,40}?)\s?\1\s?\d{1,2}[./-]\d{1,2}[./-]\d{2,4}$/u;
const JOINED_DATE = /\p{L}\d{1,2}[./-]\d{1,2}[./-](?:19|20)\d{2}(?:\s.{0,20})?$/u;
const HEADLINES_IN_A_ROW = /^[^\s。！？]{6,}(?:[ \u3000]+[^\s。！？]{6,}){2,}$/u;
/** Lines longer than this are text, whatever stands in them. */
const LONGEST_LINE = 220;
const LONGEST_ADDRESS = 2000;

/** The mark of a line that is page furniture if it stands on a web page; null for what may be text. */
export function markFurniture(line: string): FurnitureMark | null {
  if (line.length > LONGEST_LINE && (line.length > LONGEST_ADDRESS || /\s/.test(line))) return null;
  if (/^(?:[^\p{L}\p{N}]+|\d{1,4})$/u.test(line)) return { role: 'signs', weight: 0 };
  return markLabel(line) ?? markDate(line) ?? markLink(line) ?? markBeginning(line) ?? markPhrase(line);
}

function markLabel(line: string): FurnitureMark | null {
  const label = foldLabel(line);
  if (label === '' || line.length > 80) return null;
  const counted = /\(\s*\d+\s*\)|^\d+\s/.test(line);
  if (has('comments', label))
    return { role: 'comments', weight: counted ? 2 : label.includes(' ') ? 1 : 0.5 };
  if (has('empty', label)) return { role: 'empty', weight: 1 };
  if (has('related', label))
    return { role: 'related', weight: label.includes(' ') || label.length > 3 ? 1.5 : 1 };
  if (has('share', label) || isRowOfTools(line)) return { role: 'share', weight: 1 };
  if (has('end', label) || has('tags', label)) return { role: 'end', weight: 0.5 };
  if (has('menu', label) || has('home', label)) return { role: 'menu', weight: 0.3 };
  return isBreadcrumb(line) ? { role: 'breadcrumb', weight: 1 } : null;
}

/** Whether a line consists of several labels of tools: `Facebook Twitter Zalo`, `Print | Comments (6)`, `Size: A A+ Share`. */
function isRowOfTools(line: string): boolean {
  for (const divider of [/\s*[|•·,/:：]\s*|\s{2,}|\t/, /[\s|:：]+/]) {
    const labels = line
      .split(divider)
      .filter((part) => /[\p{L}\p{N}]/u.test(part))
      .map(foldLabel);
    const tools = labels.filter((label) => has('share', label));
    const others = labels.filter((label) => has('comments', label) || has('menu', label));
    if (labels.length > 1 && tools.length > 0 && tools.length + others.length === labels.length) return true;
  }
  return false;
}

function isBreadcrumb(line: string): boolean {
  if (SENTENCE_END.test(line) || line.length > 120) return false;
  const parts = line.split(/\s*[>»›→|]\s*|\s+\/\s+|\s+[-–]\s+(?=\p{Lu})/u).filter(Boolean);
  if (parts.length < 2 || parts.some((part) => part.split(/\s/).length > 6)) return false;
  const first = foldLabel(parts[0]!);
  if (
    has('home', first) ||
    [...(vocabulary?.get('home') ?? [])].some(
      (home) => /\p{Script=Han}/u.test(home) && first.startsWith(home),
    )
  )
    return true;
  const known = parts.filter((part) => has('menu', foldLabel(part)));
  return known.length >= 2 && known.length * 2 >= parts.length;
}

/** A line that says when and by whom: a date with its words and a name at most. */
function markDate(line: string): FurnitureMark | null {
  if (line.length > 110) return null;
  if (JOINED_NAME.test(line)) return { role: 'date', weight: 2 };
  const date = NUMERIC_DATE.exec(line) ?? NAMED_DATE.exec(line);
  if (!date || (SENTENCE_END.test(line) && !/\d{4}\.?$/.test(line))) return null;
  if (JOINED_DATE.test(line) && line.length < 60) return { role: 'date', weight: 2 };
  const rest = line.replace(date[0], ' ').replace(new RegExp(CLOCK, 'g'), ' ');
  const words = rest.match(/[\p{L}\p{M}]+/gu) ?? [];
  const unknown = words.filter(
    (word) =>
      !has('date', foldExact(word)) && !has('byline', foldExact(word)) && !has('share', foldExact(word)),
  );
  const letters = unknown.join('').length;
  const clocked = CLOCK.test(line.replace(date[0], ' '));
  const named = !NUMERIC_DATE.test(line);
  const most = clocked || /[|•·]/.test(line) ? 4 : named ? 1 : 3;
  if (unknown.length > most || letters > 40) return null;
  // A time zone beside day and hour is written by no author.
  if (clocked && ZONE.test(line)) return { role: 'date', weight: 2 };
  return { role: 'date', weight: clocked ? 1.5 : unknown.length === 0 ? 1 : 0.5 };
}

function markLink(line: string): FurnitureMark | null {
  const address = WEB_ADDRESS.exec(line);
  if (address) {
    const rest = foldLabel(line.replace(address[0], ' '));
    if (rest === '') return { role: 'link', weight: 0.5 };
    if (has('source', rest) || has('line', rest) || has('related', rest))
      return { role: 'source', weight: 2 };
    return null;
  }
  if (SENTENCE_END.test(line) || line.length > 90) return null;
  const domain = DOMAIN.exec(line);
  if (!domain) return null;
  if (domain[0].trim().length >= line.length - 1) return { role: 'link', weight: 1 };
  // A site's name with its motto: `example.vn - news of the day`.
  return /^\S+\s[-–—|:]\s\S|\s[-–—|]\s\S+$/.test(line) ? { role: 'site', weight: 1 } : null;
}

function markBeginning(line: string): FurnitureMark | null {
  if (/^(?:>>+|»+|►|▶|➤|=>|☞|👉)\s*\S/u.test(line) && !SENTENCE_END.test(line))
    return { role: 'related', weight: 1 };
  const bracketed = /^[（([【]?(.+?)[）)\]】]?$/su.exec(line)![1]!;
  const colon = /^([^:：]{1,40})[:：]\s*(.*)$/u.exec(bracketed);
  if (colon) {
    const label = foldLabel(colon[1]!);
    const rest = colon[2]!;
    const short = rest.length <= 120 && !/[.!?。！？]\s*\S{3,}/u.test(rest);
    if (short) for (const key of BEGINNINGS) if (has(key, label)) return beginning(key, rest);
  }
  const hans =
    /^(责任编辑|责编|来源|文章来源|稿件来源|编辑|作者|记者|本报记者|发布时间|原标题|阅读量|浏览量)[\s丨|]/u.exec(
      bracketed,
    );
  if (hans && line.length <= 40) return { role: 'byline', weight: 1 };
  const byline = /^(?:von|by|tác giả|автор|текст)\s+((?:[\p{Lu}][\p{L}\p{M}.'-]*(?:\s|,\s|$)){1,5})$/iu.exec(
    line,
  );
  if (
    byline &&
    /^\p{Lu}/u.test(byline[1]!) &&
    byline[1]!.split(/\s+/).every((word) => word === '' || /^\p{Lu}/u.test(word))
  )
    return { role: 'byline', weight: 0.5 };
  return null;
}

function beginning(key: (typeof BEGINNINGS)[number], rest: string): FurnitureMark | null {
  if (rest === '') return key === 'byline' ? null : { role: key === 'line' ? 'notice' : key, weight: 0.5 };
  if (key === 'byline') return rest.split(/\s+/).length <= 8 ? { role: 'byline', weight: 0.7 } : null;
  if (key === 'source') return rest.split(/\s+/).length <= 8 ? { role: 'source', weight: 0.5 } : null;
  if (key === 'tags')
    return /[,，、;；|#]/.test(rest) || rest.split(/\s+/).length <= 6 ? { role: 'tags', weight: 0.5 } : null;
  return key === 'line' ? { role: 'notice', weight: 0.3 } : { role: 'teaser', weight: 1 };
}

function markPhrase(line: string): FurnitureMark | null {
  vocabulary ??= readVocabulary();
  if (/^(?:©|\(c\)\s|copyright\b)/i.test(line)) return { role: 'notice', weight: 1 };
  const folded = foldExact(line);
  for (const phrase of vocabulary.get('phrase') ?? [])
    if (folded.includes(phrase)) return { role: 'notice', weight: 1 };
  if (HEADLINES_IN_A_ROW.test(line) && /\p{Script=Han}/u.test(line))
    return { role: 'headlines', weight: 0.5 };
  return null;
}
