/** Markdown (CommonMark in the main): headings, lists, quotations, tables; code, comments and link targets are no text. */
import type { Block, BlockKind, FormatReader } from './model.ts';
import { MARKDOWN_DEFINITION, MARKDOWN_FENCE, MARKDOWN_TABLE_RULE } from './signs.ts';

const HEADING = /^ {0,3}(#{1,6})(?:[ \t]{1,20}(.*))?$/;
/** Lines that are longer are text, whatever they begin with. */
const LONGEST_MARK = 2000;
/** Blocks that are longer keep the marks within. */
const LONGEST_INLINE = 100_000;
const UNDERLINE = /^ {0,3}(?:=+|-{2,})\s{0,20}$/;
const RULE = /^ {0,3}(?:(?:\*\s*){3,}|(?:-\s*){3,}|(?:_\s*){3,})$/;
const ITEM = /^\s{0,40}(?:[-*+]|\d{1,9}[.)])[ \t]{1,20}(?:\[[ xX]\][ \t]{1,20})?/;

/** Text without the marks of emphasis, links, code, images and HTML. */
export function stripInline(text: string): string {
  if (text.length > LONGEST_INLINE) return text;
  return text
    .replace(/<!--[^<]{0,2000}-->/g, '')
    .replace(/!\[([^\]\n]{0,500})\]\([^()\n]{0,2000}\)/g, '$1')
    .replace(/\[\^[^\]\n]{1,50}\]/g, '')
    .replace(/\[([^[\]\n]{1,1000})\]\([^()\n]{0,2000}\)/g, '$1')
    .replace(/\[([^[\]\n]{1,1000})\]\[[^\]\n]{0,300}\]/g, '$1')
    .replace(/<((?:https?|mailto):[^<>\s]{1,2000})>/g, '$1')
    .replace(/<\/?[a-zA-Z][^<>\n]{0,500}>/g, '')
    .replace(/(`{1,6})([^`\n]{1,1000})\1/g, '$2')
    .replace(/(?<![\p{L}\p{N}\\*])(\*{1,3})(?=\S)([^*\n]{1,2000}?)(?<=\S)\1(?!\*)/gu, '$2')
    .replace(/(?<![\p{L}\p{N}\\])(_{1,3})(?=\S)([^_\n]{1,2000}?)(?<=\S)\1(?![\p{L}\p{N}])/gu, '$2')
    .replace(/~~([^~\n]{1,1000})~~/g, '$1')
    .replace(/\\([!-/:-@[-`{-~])/g, '$1');
}

interface Open {
  kind: BlockKind;
  lines: string[];
  start: number;
  end: number;
  line: number;
}

class MarkdownBlocks {
  readonly blocks: Block[] = [];
  private open: Open | null = null;

  close(kind?: BlockKind): void {
    if (!this.open) return;
    const { lines, start, end, line } = this.open;
    const text = stripInline(lines.join('\n')).trim();
    if (text !== '') this.blocks.push({ kind: kind ?? this.open.kind, text, start, end, line });
    this.open = null;
  }

  add(kind: BlockKind, text: string, start: number, end: number, line: number): void {
    this.close();
    this.open = { kind, lines: [text], start, end, line };
  }

  /** A line that goes on with what is open, or opens a paragraph. */
  continue(text: string, start: number, end: number, line: number): void {
    if (!this.open) this.add('paragraph', text, start, end, line);
    else {
      this.open.lines.push(text);
      this.open.end = end;
    }
  }

  get opened(): BlockKind | null {
    return this.open?.kind ?? null;
  }
}

/** Length of front matter between fences at the beginning, 0 where there is none. */
const measureFrontMatter = (text: string): number =>
  /^(---|\+\+\+)\s*\n(?:[^\n]{0,2000}\n){0,200}?\1\s*(?:\n|$)/.exec(text)?.[0].length ?? 0;

export function readMarkdown(text: string): Block[] {
  const list = new MarkdownBlocks();
  const front = measureFrontMatter(text);
  let line = (text.slice(0, front).match(/\n/g)?.length ?? 0) + 1;
  let fence: string | null = null;
  let comment = false;
  for (let start = front; start <= text.length; line++) {
    const found = text.indexOf('\n', start);
    const stop = found < 0 ? text.length : found;
    const raw = text.slice(start, stop).replace(/\r$/, '');
    const end = start + raw.length;
    const place = [start, end, line] as const;
    start = stop + 1;
    if (fence !== null) {
      if (raw.trim().startsWith(fence)) fence = null;
      continue;
    }
    if (comment || /^\s*<!--/.test(raw)) {
      comment = !raw.includes('-->');
      continue;
    }
    const opened = MARKDOWN_FENCE.exec(raw);
    if (opened) {
      list.close();
      fence = opened[1]!;
      continue;
    }
    const content = raw.replace(/^(?: {0,3}>\s?)+/, '');
    if (content.trim() === '') list.close();
    else if (content.length > LONGEST_MARK) list.continue(content.trim(), ...place);
    else if (list.opened === 'paragraph' && UNDERLINE.test(content)) list.close('heading');
    else if (RULE.test(content) || MARKDOWN_TABLE_RULE.test(content) || MARKDOWN_DEFINITION.test(content))
      list.close();
    else if (HEADING.test(content)) {
      list.add('heading', (HEADING.exec(content)![2] ?? '').replace(/[ \t]#{1,20}$/, ''), ...place);
      list.close();
    } else if (/^\s*\|.*\|\s*$/.test(content)) {
      for (const cell of content
        .trim()
        .slice(1, -1)
        .split(/(?<!\\)\|/))
        list.add('cell', cell.trim(), ...place);
      list.close();
    } else if (ITEM.test(content)) list.add('list', content.replace(ITEM, ''), ...place);
    else list.continue(content.trim().replace(/(?:\\|\s{2,})$/, ''), ...place);
  }
  list.close();
  return list.blocks;
}

export const markdownReader: FormatReader = {
  read: ({ text }) => ({
    format: 'markdown',
    blocks: readMarkdown(text),
    units: null,
    columns: [],
    lang: null,
    warnings: [],
  }),
};
