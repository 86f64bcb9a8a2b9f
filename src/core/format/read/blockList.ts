/** Collects the blocks of a format without lines: places count in the running text, its blocks joined by empty lines. */
import type { Block, BlockKind } from './model.ts';

/** Blocks joined by this make the running text. */
export const BLOCK_GAP = '\n\n';

export class BlockList {
  readonly blocks: Block[] = [];
  private length = 0;

  /** Blank text is no block. Spaces that markup leaves at both ends go. */
  add(kind: BlockKind, raw: string): void {
    const text = raw
      .replace(/[^\S\n\u00a0]+/g, ' ')
      .replace(/ ?\n ?/g, '\n')
      .trim();
    if (text === '') return;
    const start = this.length;
    const end = start + text.length;
    this.blocks.push({ kind, text, start, end, line: this.blocks.length + 1 });
    this.length = end + BLOCK_GAP.length;
  }
}
