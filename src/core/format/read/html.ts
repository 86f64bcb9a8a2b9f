/**
 * HTML and saved web pages: blocks in the order of the page; what stands outside the article (by its elements, and by Mozilla's
 * Readability) is furniture. Scripts are never run and nothing is fetched: the page is only a tree of text.
 */
import { Readability } from '@mozilla/readability';
import { parseHTML } from 'linkedom/worker';
import { AppError } from '../../errors.ts';
import { BlockList } from './blockList.ts';
import type { BlockKind, FormatReader, ReadWarning } from './model.ts';
import { warn } from './warnings.ts';

const FORMAT = 'a web page';
const MAX_ELEMENTS = 200_000;
const MAX_DEPTH = 500;
const MAX_CHARACTERS = 20_000_000;

/** Nothing in these is text of the page. */
const LEFT_OUT = new Set(
  'script style noscript template head iframe object embed svg math canvas audio video map select datalist textarea'.split(
    ' ',
  ),
);
/** These are furniture whatever stands in them. */
const OUTSIDE = new Set('nav footer aside form button menu dialog'.split(' '));
const OUTSIDE_ROLES = new Set(
  'navigation banner contentinfo complementary search menu menubar dialog alert'.split(' '),
);
/** Elements that stand within a line; all others end the paragraph before them. */
const INLINE = new Set(
  'a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark nobr output q rp ruby s samp small span strike strong sub sup time tt u var wbr img'.split(
    ' ',
  ),
);
const MARK = 'data-songsong-block';

/** What is used of a node; the DOM's own types are not to be had outside browsers. */
interface Node {
  readonly nodeType: number;
  readonly localName?: string;
  readonly childNodes: Iterable<Node>;
  readonly textContent: string | null;
  getAttribute(name: string): string | null;
  setAttribute(name: string, value: string): void;
  hasAttribute(name: string): boolean;
}
interface Page {
  readonly documentElement: Node | null;
  readonly body: Node | null;
  readonly title: string;
  querySelectorAll(selector: string): Iterable<Node>;
}

interface PageBlock {
  kind: BlockKind;
  text: string;
  outside: boolean;
  number: number;
}

const isHidden = (node: Node): boolean =>
  node.hasAttribute('hidden') ||
  node.getAttribute('aria-hidden') === 'true' ||
  /display\s*:\s*none|visibility\s*:\s*hidden/i.test((node.getAttribute('style') ?? '').slice(0, 1000));

/** Walks the page without recursion, because hostile pages are nested by the hundred thousand. */
class PageWalker {
  readonly blocks: PageBlock[] = [];
  private text = '';
  private count = 0;
  private kinds: BlockKind[] = ['paragraph'];
  private outside = 0;
  private pre = 0;
  hiddenParts = 0;
  scripts = 0;

  constructor(private readonly file: string) {}

  walk(root: Node): PageBlock[] {
    const stack: { children: readonly Node[]; next: number; leave: (() => void) | null }[] = [];
    const enter = (node: Node): void => {
      if (stack.length > MAX_DEPTH)
        throw new AppError('file-invalid', {
          file: this.file,
          format: FORMAT,
          reason: 'it is nested too deeply',
        });
      stack.push({ children: [...node.childNodes], next: 0, leave: this.open(node) });
    };
    enter(root);
    while (stack.length > 0) {
      const top = stack.at(-1)!;
      const child = top.children[top.next++];
      if (child === undefined) {
        top.leave?.();
        stack.pop();
      } else if (child.nodeType === 3) this.add(child.textContent ?? '');
      else if (child.nodeType === 1 && !this.isLeftOut(child)) enter(child);
    }
    this.flush();
    return this.blocks;
  }

  private isLeftOut(node: Node): boolean {
    const name = node.localName ?? '';
    if (name === 'script') this.scripts += 1;
    if (LEFT_OUT.has(name)) return true;
    if (!isHidden(node)) return false;
    this.hiddenParts += 1;
    return true;
  }

  private add(text: string): void {
    this.text += this.pre > 0 ? text : text.replace(/[^\S\u00a0]+/g, ' ');
  }

  /** What is to be done when the element closes; null for elements within a line. */
  private open(node: Node): (() => void) | null {
    const name = node.localName ?? '';
    this.count += 1;
    if (name === 'br') {
      this.text += '\n';
      return null;
    }
    if (INLINE.has(name) && !isBlockLink(node)) return null;
    this.flush();
    const kind = kindOf(name);
    const isOutside = OUTSIDE.has(name) || OUTSIDE_ROLES.has((node.getAttribute('role') ?? '').toLowerCase());
    if (kind) this.kinds.push(kind);
    if (isOutside) this.outside += 1;
    if (name === 'pre') this.pre += 1;
    node.setAttribute(MARK, String(this.count));
    const number = this.count;
    this.numbers.push(number);
    return () => {
      this.flush();
      this.numbers.pop();
      if (kind) this.kinds.pop();
      if (isOutside) this.outside -= 1;
      if (name === 'pre') this.pre -= 1;
    };
  }
  private readonly numbers: number[] = [];

  private flush(): void {
    if (/\S/.test(this.text))
      this.blocks.push({
        kind: this.kinds.at(-1)!,
        text: this.text,
        outside: this.outside > 0,
        number: this.numbers.at(-1) ?? 0,
      });
    this.text = '';
  }
}

/** A link that holds headings or paragraphs is a card. */
const isBlockLink = (node: Node): boolean =>
  node.localName === 'a' &&
  [...node.childNodes].some(
    (child) => child.nodeType === 1 && !INLINE.has(child.localName ?? '') && child.localName !== 'br',
  );

function kindOf(name: string): BlockKind | null {
  if (/^h[1-6]$/.test(name)) return 'heading';
  if (name === 'figcaption' || name === 'caption') return 'caption';
  if (name === 'li' || name === 'dd' || name === 'dt') return 'list';
  if (name === 'td' || name === 'th') return 'cell';
  return null;
}

const fold = (text: string): string => text.replace(/\s+/g, ' ').trim().toLowerCase();
const size = (text: string): number => text.replace(/\s+/g, '').length;
/** What Readability finds counts where it is at least this share of the running text on the page. */
const LEAST_SHARE = 0.35;

/** The numbers of elements in the article, or null where it is not told for sure. */
function findArticle(page: Page, blocks: readonly PageBlock[]): ReadonlySet<number> | null {
  let content: Node | null = null;
  try {
    const reader = new Readability<unknown>(page as never, {
      serializer: (node) => node,
      disableJSONLD: true,
      maxElemsToParse: MAX_ELEMENTS,
    });
    content = (reader.parse()?.content as Node | null | undefined) ?? null;
  } catch {
    return null;
  }
  if (!content) return null;
  const numbers = new Set<number>();
  const elements = (content as unknown as Page).querySelectorAll(`[${MARK}]`);
  for (const element of elements) numbers.add(Number(element.getAttribute(MARK)));
  const prose = blocks.filter((block) => !block.outside && /[.!?…。！？]["”»’)]?\s*$/.test(block.text));
  const whole = prose.reduce((sum, block) => sum + size(block.text), 0);
  const inside = prose.reduce((sum, block) => sum + (numbers.has(block.number) ? size(block.text) : 0), 0);
  return inside >= whole * LEAST_SHARE ? numbers : null;
}

/** Headlines stand above the article that Readability takes out; so does what belongs to them. */
function isHeadline(block: PageBlock, title: string): boolean {
  return block.kind === 'heading' && size(block.text) > 8 && fold(title).includes(fold(block.text));
}

export const htmlReader: FormatReader = {
  read: ({ file, text }) => {
    const refuse = (reason: string): AppError =>
      new AppError('file-invalid', { file, format: FORMAT, reason });
    if (text.length > MAX_CHARACTERS) throw refuse('it is too large for a web page');
    const tags = text.match(/<[a-z]/gi)?.length ?? 0;
    if (tags > MAX_ELEMENTS) throw refuse(`it has more than ${MAX_ELEMENTS} elements`);
    if (deepest(text) > MAX_DEPTH * 2) throw refuse('it is nested too deeply');
    const { document } = parseHTML(
      /<html[\s>]/i.test(text) ? text : `<html><body>${text}</body></html>`,
    ) as unknown as {
      document: Page;
    };
    const walker = new PageWalker(file);
    const root = document.body ?? document.documentElement;
    const blocks = root ? walker.walk(root) : [];
    const lang = document.documentElement?.getAttribute('lang') ?? null;
    const { title } = document;
    const warnings: ReadWarning[] = walker.scripts > 0 ? [warn('scripts-left-out')] : [];
    const marked = blocks.some((block) => block.outside);
    const article = findArticle(document, blocks);
    if (article === null && marked) warnings.push(warn('article-uncertain'));
    const list = new BlockList();
    for (const block of blocks) {
      const inside =
        !block.outside && (article === null || article.has(block.number) || isHeadline(block, title));
      list.add(inside ? block.kind : 'furniture', block.text);
    }
    return {
      format: 'html',
      blocks: list.blocks,
      units: null,
      columns: [],
      lang: lang && /^[A-Za-z]{2,3}(?:-[A-Za-z0-9]{1,8})*$/.test(lang) ? lang : null,
      warnings,
    };
  },
};

/** An upper bound of how deep elements are nested, without building them. */
function deepest(text: string): number {
  let depth = 0;
  let most = 0;
  for (const found of text.matchAll(
    /<(\/?)(?:div|span|section|article|ul|ol|table|b|i|em|strong|font|a|blockquote|center|main|x)\b/gi,
  )) {
    depth = Math.max(0, depth + (found[1] === '/' ? -1 : 1));
    if (depth > most) most = depth;
  }
  return most;
}
