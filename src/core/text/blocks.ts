/** Blocks: what the readers of file formats hand to the text stage. */
import { normaliseText } from './normalise.ts';
import { cutIntoParagraphs } from './paragraphs.ts';

/** A `paragraph` may turn out to be a heading, caption, list item or furniture; other kinds are kept. */
export type BlockKind = 'paragraph' | 'heading' | 'caption' | 'list' | 'cell' | 'furniture';

export interface Block {
  readonly kind: BlockKind;
  /** Plain text; markup is gone and references are resolved. Line breaks inside are breaks within the paragraph. */
  readonly text: string;
  /**
   * Where it stands: UTF-16 offsets into the decoded file where the format is text, else into the running text of the document
   * (blocks in order, joined by empty lines). Where `end - start` is the length of `text`, the block stands there verbatim.
   */
  readonly start: number;
  readonly end: number;
  /** 1-based line of the file; in formats without lines, the number of the block. */
  readonly line: number;
  /** False where no empty line stands before it in a text without markup; true where left out. */
  readonly apart?: boolean;
}

/** The paragraphs of a plain text, verbatim. */
export function cutIntoBlocks(raw: string): Block[] {
  const { text, toRaw } = normaliseText(raw);
  return cutIntoParagraphs(text).map(({ start, end, line, apart }) => {
    const [from, to] = [toRaw(start), toRaw(end)];
    return { kind: 'paragraph', text: raw.slice(from, to), start: from, end: to, line, apart };
  });
}
