/** OpenDocument texts (ISO 26300): paragraphs, headings, lists, tables, notes. Tracked deletions are left out. */
import { BlockList } from './blockList.ts';
import type { BlockKind, FormatReader } from './model.ts';
import { warn } from './warnings.ts';
import { attributeOf, walkXml } from './xml.ts';
import { openZip } from './zip.ts';

const FORMAT = 'an OpenDocument text';
/** What stands in these is no text of the document. */
const LEFT_OUT = new Set([
  'tracked-changes',
  'annotation',
  'note-citation',
  'forms',
  'script',
  'sequence-decls',
]);
const MAX_SPACES = 100;

interface Place {
  text: string;
  kind: BlockKind;
}

/** `fixed`: the kind of everything in the part. */
function readPart(xml: string, file: string, list: BlockList, fixed: BlockKind | null): boolean {
  let changes = false;
  const stack: Place[] = [];
  const notes: Place[] = [];
  let skipped = 0;
  let lists = 0;
  let tables = 0;
  let inNote = 0;
  const add = (text: string): void => {
    const place = stack.at(-1);
    if (place && skipped === 0) place.text += text;
  };
  const within = (): BlockKind => (tables > 0 ? 'cell' : lists > 0 ? 'list' : 'paragraph');
  walkXml(
    xml,
    { file, format: FORMAT },
    {
      open: (name, attributes) => {
        if (LEFT_OUT.has(name)) skipped += 1;
        if (name === 'tracked-changes') changes = true;
        else if (name === 'list') lists += 1;
        else if (name === 'table') tables += 1;
        else if (name === 'note') inNote += 1;
        else if (name === 'h') stack.push({ text: '', kind: 'heading' });
        else if (name === 'p') {
          const style = attributeOf(attributes, 'style-name') ?? '';
          const kind = /^(?:Title|Subtitle)$/.test(style)
            ? 'heading'
            : /^(?:Illustration|Caption|Figure|Drawing)$/.test(style)
              ? 'caption'
              : within();
          stack.push({ text: '', kind });
        } else if (name === 's') {
          const count = Number(attributeOf(attributes, 'c') ?? 1);
          add(' '.repeat(count > 0 && count < MAX_SPACES ? count : 1));
        } else if (name === 'tab') add(' ');
        else if (name === 'line-break') add('\n');
      },
      text: (text) => add(text.replace(/\s+/g, ' ')),
      close: (name) => {
        if (LEFT_OUT.has(name)) skipped -= 1;
        else if (name === 'list') lists -= 1;
        else if (name === 'table') tables -= 1;
        else if (name === 'note') inNote -= 1;
        else if ((name === 'p' || name === 'h') && stack.length > 0) {
          const place = stack.pop()!;
          if (skipped > 0) return;
          // A note stands inside the paragraph that refers to it; its text comes after the whole.
          if (inNote > 0) notes.push(place);
          else list.add(fixed ?? place.kind, place.text);
        }
      },
    },
  );
  for (const note of notes) list.add(fixed ?? 'paragraph', note.text);
  return changes;
}

/** Headers and footers stand in the master pages of the styles. */
function masterPages(styles: string | null): string | null {
  if (styles === null) return null;
  const start = styles.indexOf('<office:master-styles');
  const end = styles.indexOf('</office:master-styles>');
  return start < 0 || end < start ? null : styles;
}

export const odtReader: FormatReader = {
  read: ({ file, bytes }) => {
    const zip = openZip(bytes, file, FORMAT);
    const list = new BlockList();
    const content = zip.text('content.xml');
    const changes = content !== null && readPart(content, file, list, null);
    const masters = masterPages(zip.text('styles.xml'));
    if (masters !== null) readPart(masters, file, list, 'furniture');
    return {
      format: 'odt',
      blocks: list.blocks,
      units: null,
      columns: [],
      lang: null,
      warnings: changes ? [warn('tracked-changes')] : [],
    };
  },
};
