/** The words that are selected in a sentence of the grid, with the mouse or in text mode. */

export interface SelectedWords {
  readonly segmentId: number;
  /** UTF-16 offsets into the sentence's text, end exclusive. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** Of a sentence's chip, what is no text of its own: number, draft, glyph. */
const BESIDE_TEXT = '.sentence-number, .draft-mark, .note-glyph';

const textNodes = (chip: Element): Text[] => {
  const walker = document.createTreeWalker(chip, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement?.closest(BESIDE_TEXT) ? NodeFilter.FILTER_REJECT : NodeFilter.FILTER_ACCEPT,
  );
  const nodes: Text[] = [];
  while (walker.nextNode()) nodes.push(walker.currentNode as Text);
  return nodes;
};

/** Without white space at its ends; null where nothing is left. */
export const trimWords = (
  text: string,
  start: number,
  end: number,
): Omit<SelectedWords, 'segmentId'> | null => {
  const said = text.slice(start, end);
  const from = start + said.length - said.trimStart().length;
  const quote = said.trim();
  return quote === '' ? null : { start: from, end: from + quote.length, quote };
};

const inChip = (range: Range): SelectedWords | null => {
  const node = range.startContainer;
  const chip = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-segment]');
  if (!chip?.closest('[role=gridcell]')) return null;
  let text = '';
  let [start, end] = [-1, 0];
  for (const piece of textNodes(chip)) {
    if (range.intersectsNode(piece)) {
      const from = piece === range.startContainer ? range.startOffset : 0;
      if (start < 0) start = text.length + from;
      end = text.length + (piece === range.endContainer ? range.endOffset : piece.data.length);
    }
    text += piece.data;
  }
  const words = start < 0 ? null : trimWords(text, start, end);
  return words && { segmentId: Number(chip.dataset['segment']), ...words };
};

/** A selection over several sentences means its part in the first of them. */
export const selectedWords = (): SelectedWords | null => {
  const field = document.activeElement;
  if (field instanceof HTMLTextAreaElement && field.dataset['segment'] !== undefined) {
    const words = trimWords(field.value, field.selectionStart, field.selectionEnd);
    return words && { segmentId: Number(field.dataset['segment']), ...words };
  }
  const selection = window.getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  return inChip(selection.getRangeAt(0));
};
