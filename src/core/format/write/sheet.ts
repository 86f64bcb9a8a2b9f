/**
 * XLSX workbooks as streams of rows. All texts are inline strings, never formulas; those that would become one when a person edits the
 * cell are marked as quoted.
 */
import type { Piece } from './model.ts';
import { cleanLines, escapeXml } from './xml.ts';
import { createZip } from './zip.ts';

export type SheetStyle = 'plain' | 'head' | 'id' | 'text';
export interface SheetCell {
  readonly value: string | number;
  readonly style?: SheetStyle;
}
export interface SheetColumn {
  /** In characters. */
  readonly width: number;
  readonly hidden?: boolean;
  /** What may be chosen in it; anything else can still be typed. */
  readonly choices?: readonly string[];
}

/** What Excel takes. */
export const MAX_CELL = 32_767;
const MAX_ROWS = 1_048_576;

/** Cell formats of styles.xml, in order; the second of each is the quoted one. */
const STYLES: Readonly<Record<SheetStyle, number>> = { plain: 0, text: 1, head: 3, id: 4 };
const QUOTED = 2;

const letters = (index: number): string => {
  let name = '';
  for (let i = index + 1; i > 0; i = Math.floor((i - 1) / 26))
    name = String.fromCharCode(65 + ((i - 1) % 26)) + name;
  return name;
};

/** `_x0041_` in a text would be read as a character. */
const escapeCell = (text: string): string => escapeXml(text.replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_'));

export const shorten = (text: string): string =>
  text.length > MAX_CELL ? `${text.slice(0, MAX_CELL - 1)}…` : text;

function printCell({ value, style = 'plain' }: SheetCell, at: string): string {
  if (value === '') return '';
  if (typeof value === 'number') return `<c r="${at}"><v>${value}</v></c>`;
  const text = shorten(cleanLines(value));
  const format = /^[=+\-@＝＋－＠]/.test(text) && style === 'text' ? QUOTED : STYLES[style];
  return `<c r="${at}" s="${format}" t="inlineStr"><is><t xml:space="preserve">${escapeCell(text)}</t></is></c>`;
}

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';

const styleSheet = `${XML}<styleSheet xmlns="${MAIN}"><fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><sz val="9"/><color rgb="FF7A869A"/><name val="Calibri"/></font></fonts><fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFEEF1F7"/></patternFill></fill></fills><borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" applyAlignment="1"><alignment vertical="top"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="0" fillId="0" borderId="0" quotePrefix="1" applyNumberFormat="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="1" fillId="2" borderId="0" applyNumberFormat="1" applyFill="1" applyFont="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf><xf numFmtId="49" fontId="2" fillId="0" borderId="0" applyNumberFormat="1" applyFont="1" applyAlignment="1"><alignment vertical="top"/></xf></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;

export interface SheetPrinter {
  start(): Piece;
  row(cells: readonly (SheetCell | string | number)[]): Piece;
  /** Goes on with another sheet. */
  next(name: string, columns: readonly SheetColumn[], heads: readonly string[]): Piece;
  end(): Piece;
}

const titleOf = (name: string): string => name.replace(/[[\]:*?/\\']/g, ' ').slice(0, 24) || 'Sheet';

/** `heads` stand in the first row of each sheet, which stays in sight; a sheet that is full is followed by another. */
export function printWorkbook(
  firstName: string,
  firstColumns: readonly SheetColumn[],
  firstHeads: readonly string[],
): SheetPrinter {
  const zip = createZip();
  let [name, columns, heads] = [titleOf(firstName), firstColumns, firstHeads];
  /** Of all sheets so far; one that follows a full one has its number after it. */
  const names: string[] = [];
  let row = 0;
  const write = (cells: readonly (SheetCell | string | number)[]): void => {
    row += 1;
    const printed = cells.map((cell, i) =>
      printCell(typeof cell === 'object' ? cell : { value: cell }, `${letters(i)}${row}`),
    );
    zip.write(`<row r="${row}">${printed.join('')}</row>`);
  };
  const open = (): void => {
    const alike = names.filter((one) => one === name || one.startsWith(`${name} `)).length;
    names.push(alike === 0 ? name : `${name} ${alike + 1}`);
    row = 0;
    zip.open(`xl/worksheets/sheet${names.length}.xml`);
    const widths = columns.map(
      ({ width, hidden }, i) =>
        `<col min="${i + 1}" max="${i + 1}" width="${width}" customWidth="1"${hidden ? ' hidden="1"' : ''}/>`,
    );
    zip.write(
      `${XML}<worksheet xmlns="${MAIN}"><sheetViews><sheetView workbookViewId="0"${names.length === 1 ? ' tabSelected="1"' : ''}><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`,
    );
    write(heads.map((value) => ({ value, style: 'head' as const })));
  };
  const close = (): void => {
    const choices = columns.flatMap(({ choices: list }, i) =>
      list && row > 1
        ? [
            `<dataValidation type="list" allowBlank="1" showErrorMessage="0" sqref="${letters(i)}2:${letters(i)}${row}"><formula1>"${escapeXml(list.join(','))}"</formula1></dataValidation>`,
          ]
        : [],
    );
    const validations =
      choices.length > 0
        ? `<dataValidations count="${choices.length}">${choices.join('')}</dataValidations>`
        : '';
    zip.write(
      `</sheetData><autoFilter ref="A1:${letters(columns.length - 1)}${row}"/>${validations}</worksheet>`,
    );
  };
  const numbers = (): number[] => names.map((_, i) => i + 1);
  const part = (path: string, text: string): void => {
    zip.open(path);
    zip.write(text);
  };
  return {
    start: () => {
      open();
      return zip.take();
    },
    row: (cells) => {
      if (row === MAX_ROWS) {
        close();
        open();
      }
      write(cells);
      return zip.take();
    },
    next: (...sheet) => {
      close();
      [name, columns, heads] = [titleOf(sheet[0]), sheet[1], sheet[2]];
      open();
      return zip.take();
    },
    end: () => {
      close();
      part('xl/styles.xml', styleSheet);
      part(
        'xl/workbook.xml',
        `${XML}<workbook xmlns="${MAIN}" xmlns:r="${DOCUMENT}"><sheets>${names
          .map((title, i) => `<sheet name="${escapeXml(title)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`)
          .join('')}</sheets></workbook>`,
      );
      part(
        'xl/_rels/workbook.xml.rels',
        `${XML}<Relationships xmlns="${PACKAGE}/relationships">${numbers()
          .map(
            (i) =>
              `<Relationship Id="rId${i}" Type="${DOCUMENT}/worksheet" Target="worksheets/sheet${i}.xml"/>`,
          )
          .join(
            '',
          )}<Relationship Id="rId${names.length + 1}" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
      );
      part(
        '_rels/.rels',
        `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      );
      const type = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
      part(
        '[Content_Types].xml',
        `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${type}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${type}.styles+xml"/>${numbers()
          .map(
            (i) => `<Override PartName="/xl/worksheets/sheet${i}.xml" ContentType="${type}.worksheet+xml"/>`,
          )
          .join('')}</Types>`,
      );
      return zip.finish();
    },
  };
}
