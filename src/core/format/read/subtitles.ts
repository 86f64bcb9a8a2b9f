/** Subtitles, SubRip (SRT) and WebVTT: each cue is a paragraph, cues that go on within a sentence are joined by the text stage. */
import type { Block, FormatReader } from './model.ts';
import { CUE_TIMES } from './signs.ts';

const TAG =
  /<\/?(?:[bius]|font|ruby|rt|lang|v|c)(?:[.\s][^<>\n]{0,200})?>|<\d{2}:[\d:.]{2,12}>|\{\\[^{}\n]{0,100}\}/gi;
const SENTENCE_OPEN = /[^.!?…。！？"”»]$/;
const REFERENCES: Readonly<Record<string, string>> = {
  '&amp;': '&',
  '&lt;': '<',
  '&gt;': '>',
  '&nbsp;': '\u00a0',
  '&lrm;': '\u200e',
  '&rlm;': '\u200f',
};

interface Line {
  readonly text: string;
  readonly start: number;
  readonly number: number;
}

function* linesOf(text: string): Generator<Line> {
  const pattern = /\r\n|\n|\r|$/g;
  let start = 0;
  for (let number = 1; start <= text.length; number++) {
    pattern.lastIndex = start;
    const found = pattern.exec(text)!;
    yield { text: text.slice(start, found.index), start, number };
    if (found[0] === '') return;
    start = found.index + found[0].length;
  }
}

const clean = (line: string): string =>
  line.replace(TAG, '').replace(/&(?:amp|lt|gt|nbsp|lrm|rlm);/g, (reference) => REFERENCES[reference]!);

/** A cue that ends within a sentence goes on in the next: translators cut cues elsewhere, and sentences must be whole. */
function joinCues(cues: readonly Block[]): Block[] {
  const joined: Block[] = [];
  for (const cue of cues) {
    const last = joined.at(-1);
    const isDialogue = /^\s*[-–—]/.test(cue.text);
    if (last && !isDialogue && SENTENCE_OPEN.test(last.text) && last.text.length < 400)
      joined[joined.length - 1] = { ...last, text: `${last.text}\n${cue.text}`, end: cue.end };
    else joined.push(cue);
  }
  return joined;
}

export const subtitlesReader: FormatReader = {
  read: ({ text }) => {
    const cues: Block[] = [];
    let open: Line[] | null = null;
    const close = (): void => {
      const lines = (open ?? []).map((line) => ({ ...line, text: clean(line.text).trim() }));
      const filled = lines.filter((line) => line.text !== '');
      open = null;
      if (filled.length === 0) return;
      const { start, number } = filled[0]!;
      const last = filled.at(-1)!;
      const speech = filled.map((line) => line.text);
      const end = text.indexOf(speech.at(-1)!, last.start);
      cues.push({
        kind: 'paragraph',
        text: speech.join('\n'),
        start,
        end: end < 0 ? last.start + last.text.length : end + last.text.length,
        line: number,
      });
    };
    for (const line of linesOf(text)) {
      if (CUE_TIMES.test(line.text)) {
        // Where the empty line between cues is missing, the number of this cue was taken for speech.
        if (open !== null && /^\s*\d+\s*$/.test((open as Line[]).at(-1)?.text ?? '')) (open as Line[]).pop();
        close();
        open = [];
      } else if (open !== null && line.text.trim() === '') close();
      else if (open !== null) (open as Line[]).push(line);
    }
    close();
    return {
      format: 'subtitles',
      blocks: joinCues(cues),
      units: null,
      columns: [],
      lang: null,
      warnings: [],
    };
  },
};
