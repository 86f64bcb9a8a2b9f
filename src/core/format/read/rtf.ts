/** RTF 1.9 (Microsoft, 2008), as word processors write it: paragraphs, headings, lists, tables, notes; running heads as furniture. */
import { AppError } from '../../errors.ts';
import { BlockList } from './blockList.ts';
import type { BlockKind, FormatReader, ReadWarning } from './model.ts';
import { codePageOf, letterOf } from './rtfCodePages.ts';
import { type RtfToken, readRtfTokens } from './rtfTokens.ts';
import { warn } from './warnings.ts';

const FORMAT = 'RTF';
const MAX_DEPTH = 500;
const MAX_PARAGRAPH = 1_000_000;

/** Groups that hold no text of the document; so do all that begin with `\*` and are not known here. */
const NO_TEXT = new Set(
  'colortbl info pict object fldinst pntext listtext nonshppict themedata datastore xmlnstbl listtable listoverridetable rsidtbl generator bkmkstart bkmkend annotation atnid atnauthor atndate atnref xe tc'.split(
    ' ',
  ),
);
const RUNNING_HEADS = new Set('header headerl headerr headerf footer footerl footerr footerf'.split(' '));
const LETTERS: Readonly<Record<string, string>> = {
  line: '\n',
  tab: '\t',
  emdash: '—',
  endash: '–',
  lquote: '‘',
  rquote: '’',
  ldblquote: '“',
  rdblquote: '”',
  bullet: '•',
  emspace: ' ',
  enspace: ' ',
  qmspace: ' ',
};

type Part = 'body' | 'none' | 'fonts' | 'styles' | 'note' | 'running';

interface Group {
  part: Part;
  font: number;
  codePage: number;
  /** Signs after `\u` that stand for it in readers without Unicode. */
  fallback: number;
  hidden: boolean;
  deleted: boolean;
  style: number;
  /** 9 is running text. */
  outline: number;
  list: boolean;
  table: boolean;
}

class RtfText {
  readonly list = new BlockList();
  readonly notes: string[] = [];
  hasChanges = false;
  lost = 0;
  private group: Group = {
    part: 'body',
    font: 0,
    codePage: 1252,
    fallback: 1,
    hidden: false,
    deleted: false,
    style: 0,
    outline: 9,
    list: false,
    table: false,
  };
  private readonly groups: Group[] = [];
  private readonly texts: Record<Part, string> = {
    body: '',
    none: '',
    fonts: '',
    styles: '',
    note: '',
    running: '',
  };
  private readonly fonts = new Map<number, number>();
  private readonly headings = new Set<number>();
  private defaultPage = 1252;
  private skip = 0;
  /** The word after `\*` says whether its group is known. */
  private starred = false;

  constructor(private readonly file: string) {}

  take(token: RtfToken): void {
    if (token.kind === 'open') this.open();
    else if (token.kind === 'close') this.close();
    else if (token.kind === 'byte') this.takeByte(token.byte);
    else if (token.kind === 'symbol') this.takeSymbol(token.symbol);
    else if (token.kind === 'word') this.takeWord(token.word, token.parameter);
  }

  /** Throws AppError `file-invalid` where the file is cut off. */
  finish(): void {
    if (this.groups.length > 0) throw this.refuse('it is cut off');
    this.endParagraph();
    for (const note of this.notes) this.list.add('paragraph', note);
  }

  private refuse(reason: string): AppError {
    return new AppError('file-invalid', { file: this.file, format: FORMAT, reason });
  }

  private open(): void {
    this.groups.push(this.group);
    if (this.groups.length > MAX_DEPTH) throw this.refuse('it is nested too deeply');
    this.group = { ...this.group };
    this.skip = 0;
    this.starred = false;
  }

  private close(): void {
    const { part, style } = this.group;
    const outer = this.groups.pop();
    if (!outer) return;
    if (part !== outer.part) {
      if (part === 'running') this.endRunningHead();
      if (part === 'note') {
        this.notes.push(this.texts.note);
        this.texts.note = '';
      }
    } else if (part === 'styles') {
      if (/\b(?:heading|title|überschrift|заголовок)\b/iu.test(this.texts.styles)) this.headings.add(style);
      this.texts.styles = '';
    }
    this.group = outer;
    this.skip = 0;
  }

  private say(text: string): void {
    const { part, hidden, deleted } = this.group;
    if (part === 'none' || part === 'fonts' || hidden || deleted) return;
    this.texts[part] += text;
    if (this.texts[part].length > MAX_PARAGRAPH)
      throw this.refuse(`a paragraph has more than ${MAX_PARAGRAPH} characters`);
  }

  private takeByte(byte: number): void {
    if (this.skip > 0) {
      this.skip -= 1;
      return;
    }
    const letter = letterOf(byte, this.group.codePage);
    if (letter === '\ufffd' && this.group.part === 'body') this.lost += 1;
    this.say(letter);
  }

  private takeSymbol(symbol: string): void {
    if (this.skip > 0) this.skip -= 1;
    else if (symbol === '*') this.starred = true;
    else if (symbol === '~') this.say('\u00a0');
    else if (symbol === '_') this.say('-');
    else if (symbol === '\\' || symbol === '{' || symbol === '}') this.say(symbol);
    else if (symbol === '\n' || symbol === '\r') this.endParagraph();
  }

  private takeWord(word: string, parameter: number | null): void {
    const { group } = this;
    const isOn = parameter !== 0;
    if (this.starred) {
      this.starred = false;
      if (word !== 'footnote' && word !== 'shppict' && word !== 'cs') group.part = 'none';
    }
    if (NO_TEXT.has(word)) {
      if (word === 'pntext' || word === 'listtext') this.groups.at(-1)!.list = true;
      group.part = 'none';
    } else if (RUNNING_HEADS.has(word)) group.part = 'running';
    else if (word === 'u') this.takeUnicode(parameter ?? 0);
    else if (word === 'par' || word === 'sect' || word === 'page') this.endParagraph();
    else if (word === 'cell' || word === 'nestcell') this.endParagraph('cell');
    else if (LETTERS[word] !== undefined) this.say(LETTERS[word]);
    else if (word === 'f') this.chooseFont(parameter ?? 0);
    else if (word === 'fcharset') this.fonts.set(group.font, codePageOf(parameter ?? 0) ?? this.defaultPage);
    else if (word === 'ansicpg') {
      this.defaultPage = parameter ?? 1252;
      group.codePage = this.defaultPage;
    } else if (word === 'uc') group.fallback = Math.max(0, parameter ?? 1);
    else if (word === 'v') group.hidden = isOn;
    else if (word === 'deleted') {
      group.deleted = isOn;
      this.hasChanges = true;
    } else if (word === 'plain') {
      group.hidden = false;
      group.deleted = false;
    } else if (word === 'pard') {
      group.style = 0;
      group.outline = 9;
      group.list = false;
      group.table = false;
    } else if (word === 's') group.style = parameter ?? 0;
    else if (word === 'outlinelevel') group.outline = parameter ?? 9;
    else if (word === 'ls') group.list = isOn;
    else if (word === 'intbl') group.table = true;
    else if (word === 'fonttbl') group.part = 'fonts';
    else if (word === 'stylesheet') group.part = 'styles';
    else if (word === 'footnote') group.part = 'note';
  }

  private chooseFont(font: number): void {
    this.group.font = font;
    if (this.group.part !== 'fonts') this.group.codePage = this.fonts.get(font) ?? this.defaultPage;
  }

  private takeUnicode(parameter: number): void {
    this.say(String.fromCharCode(parameter & 0xffff));
    this.skip = this.group.fallback;
  }

  private endParagraph(as: BlockKind | null = null): void {
    const { part, style, outline, list, table } = this.group;
    if (part === 'running') this.endRunningHead();
    else if (part === 'note') this.texts.note += '\n';
    else if (part === 'body') {
      const isHeading = outline < 9 || this.headings.has(style);
      const kind = as ?? (table ? 'cell' : isHeading ? 'heading' : list ? 'list' : 'paragraph');
      // Code page 1258 writes tone marks apart.
      this.list.add(kind, this.texts.body.normalize('NFC'));
      this.texts.body = '';
    }
  }

  private endRunningHead(): void {
    // A page number alone is nothing.
    if (/\p{L}/u.test(this.texts.running)) this.list.add('furniture', this.texts.running);
    this.texts.running = '';
  }
}

export const rtfReader: FormatReader = {
  read: ({ file, bytes }) => {
    const text = new RtfText(file);
    for (const token of readRtfTokens(bytes)) text.take(token);
    text.finish();
    const warnings: ReadWarning[] = [];
    if (text.hasChanges) warnings.push(warn('tracked-changes'));
    if (text.lost > 0) warnings.push(warn('replacement-characters', { count: text.lost }));
    return { format: 'rtf', blocks: text.list.blocks, units: null, columns: [], lang: null, warnings };
  },
};
