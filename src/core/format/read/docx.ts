/** Word documents (Office Open XML, ECMA-376): paragraphs with their styles, lists, tables, notes. Deleted text is left out. */
import { BlockList } from './blockList.ts';
import type { BlockKind, FormatReader, ReadInput } from './model.ts';
import { warn } from './warnings.ts';
import { attributeOf, walkXml, type XmlAttributes } from './xml.ts';
import { openZip, type ZipArchive } from './zip.ts';

const FORMAT = 'a Word document';

interface Style {
  readonly name: string;
  readonly basedOn: string | null;
  readonly outline: boolean;
  readonly list: boolean;
}
type Styles = ReadonlyMap<string, Style>;

function readStyles(xml: string | null, input: ReadInput): Styles {
  const styles = new Map<string, Style>();
  if (xml === null) return styles;
  let id: string | null = null;
  let open: { name: string; basedOn: string | null; outline: boolean; list: boolean } | null = null;
  walkXml(
    xml,
    { file: input.file, format: FORMAT },
    {
      open: (name, attributes) => {
        const value = attributeOf(attributes, 'val') ?? '';
        if (name === 'style') {
          id = attributeOf(attributes, 'styleId') ?? null;
          open = { name: '', basedOn: null, outline: false, list: false };
        } else if (!open) return;
        else if (name === 'name') open.name = value;
        else if (name === 'basedOn') open.basedOn = value;
        else if (name === 'outlineLvl') open.outline = Number(value) < 9;
        else if (name === 'numPr') open.list = true;
      },
      close: (name) => {
        if (name !== 'style' || !open) return;
        if (id !== null) styles.set(id, open);
        open = null;
      },
    },
  );
  return styles;
}

const HEADING =
  /^(?:heading|title|subtitle|überschrift|titel|untertitel|tiêu đề|đầu đề|заголовок|название|标题|标题)\s*\d*$/iu;
const CAPTION = /^(?:caption|beschriftung|chú thích|название объекта|题注)$/iu;
const LIST = /^(?:list|liste|danh sách|список|列表)(?:\s|$|[A-Z])/iu;
/** Styles are based on others; a chain that turns in a circle ends. */
const MAX_CHAIN = 20;

function kindOfStyle(styles: Styles, styleId: string | null): BlockKind | null {
  for (let id = styleId, i = 0; id !== null && i < MAX_CHAIN; i++) {
    const style: Style | undefined = styles.get(id);
    const name = style?.name || id;
    if (style?.outline || HEADING.test(name)) return 'heading';
    if (CAPTION.test(name)) return 'caption';
    if (style?.list || LIST.test(name)) return 'list';
    id = style?.basedOn ?? null;
  }
  return null;
}

interface Paragraph {
  text: string;
  style: string | null;
  outline: boolean;
  list: boolean;
}

/** What one part (body, footnotes, header) holds; `place`: the kind of what stands in tables and elsewhere. */
function readPart(xml: string, input: ReadInput, styles: Styles, list: BlockList, fixed: BlockKind | null) {
  const found = { changes: false };
  const stack: Paragraph[] = [];
  let deleted = 0;
  let hidden = false;
  let fallback = 0;
  let note = false;
  let tables = 0;
  const add = (text: string): void => {
    const paragraph = stack.at(-1);
    if (paragraph && deleted === 0 && fallback === 0 && !hidden && !note) paragraph.text += text;
  };
  const isOn = (attributes: XmlAttributes): boolean =>
    !/^(?:0|false|off)$/.test(attributeOf(attributes, 'val') ?? '');
  walkXml(
    xml,
    { file: input.file, format: FORMAT },
    {
      open: (name, attributes) => {
        const paragraph = stack.at(-1);
        switch (name) {
          case 'p':
            stack.push({ text: '', style: null, outline: false, list: false });
            break;
          case 'tbl':
            tables += 1;
            break;
          case 'pStyle':
            if (paragraph) paragraph.style = attributeOf(attributes, 'val') ?? null;
            break;
          case 'outlineLvl':
            if (paragraph) paragraph.outline = Number(attributeOf(attributes, 'val') ?? 9) < 9;
            break;
          case 'numPr':
            if (paragraph) paragraph.list = true;
            break;
          case 'numId':
            if (paragraph && attributeOf(attributes, 'val') === '0') paragraph.list = false;
            break;
          case 'del':
          case 'moveFrom':
            deleted += 1;
            found.changes = true;
            break;
          case 'ins':
          case 'moveTo':
            found.changes = true;
            break;
          case 'r':
            hidden = false;
            break;
          case 'vanish':
            hidden = isOn(attributes);
            break;
          case 'Fallback':
            fallback += 1;
            break;
          case 'tab':
          case 'ptab':
            add(' ');
            break;
          case 'br':
          case 'cr':
            add('\n');
            break;
          case 'noBreakHyphen':
            add('-');
            break;
          case 'footnote':
          case 'endnote':
            // Separators are notes too.
            note = /separator/i.test(attributeOf(attributes, 'type') ?? '');
            break;
        }
      },
      text: (text, path) => {
        if (path.at(-1) === 't') add(text);
      },
      close: (name) => {
        if (name === 'del' || name === 'moveFrom') deleted -= 1;
        else if (name === 'Fallback') fallback -= 1;
        else if (name === 'tbl') tables -= 1;
        else if (name === 'footnote' || name === 'endnote') note = false;
        else if (name === 'p') {
          const { text, style, outline, list: item } = stack.pop()!;
          const kind = outline ? 'heading' : (kindOfStyle(styles, style) ?? (item ? 'list' : null));
          list.add(fixed ?? (tables > 0 ? 'cell' : (kind ?? 'paragraph')), text);
        }
      },
    },
  );
  return found;
}

const partNames = (zip: ZipArchive, pattern: RegExp): string[] =>
  zip.names.filter((name) => pattern.test(name)).sort();

export const docxReader: FormatReader = {
  read: (input) => {
    const zip = openZip(input.bytes, input.file, FORMAT);
    const styles = readStyles(zip.text('word/styles.xml'), input);
    const list = new BlockList();
    let changes = false;
    const read = (name: string, fixed: BlockKind | null): void => {
      const xml = zip.text(name);
      if (xml !== null) changes = readPart(xml, input, styles, list, fixed).changes || changes;
    };
    for (const name of partNames(zip, /^word\/header\d*\.xml$/)) read(name, 'furniture');
    read('word/document.xml', null);
    for (const name of ['word/footnotes.xml', 'word/endnotes.xml']) read(name, null);
    for (const name of partNames(zip, /^word\/footer\d*\.xml$/)) read(name, 'furniture');
    return {
      format: 'docx',
      blocks: list.blocks,
      units: null,
      columns: [],
      lang: null,
      warnings: changes ? [warn('tracked-changes')] : [],
    };
  },
};
