/** A Word document: the texts side by side in a table for each document, in landscape, with the language of each for the spelling. */
import { columnNames } from './columns.ts';
import type { UnitFormat } from './model.ts';
import { xmlText } from './xml.ts';
import { createZip } from './zip.ts';

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const WORD = 'http://schemas.openxmlformats.org/wordprocessingml/2006/main';
const DOCUMENT = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006';
/** In twentieths of a point: A4 in landscape, less two centimetres on each side. */
const WIDTH = 14_570;
const ID_WIDTH = 900;

const run = (text: string, lang: string, properties = ''): string => {
  const east = /^(zh|ja|ko)\b/i.test(lang) ? `w:eastAsia="${lang}"` : `w:val="${lang}"`;
  return `<w:r><w:rPr>${properties}<w:lang ${east}/></w:rPr><w:t xml:space="preserve">${text}</w:t></w:r>`;
};
const paragraph = (content: string, style = ''): string =>
  `<w:p>${style === '' ? '' : `<w:pPr><w:pStyle w:val="${style}"/></w:pPr>`}${content}</w:p>`;
const cell = (width: number, content: string): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/></w:tcPr>${content}</w:tc>`;

const STYLES = `${XML}<w:styles xmlns:w="${WORD}"><w:docDefaults><w:rPrDefault><w:rPr><w:rFonts w:ascii="Calibri" w:hAnsi="Calibri" w:eastAsia="SimSun" w:cs="Calibri"/><w:sz w:val="20"/></w:rPr></w:rPrDefault></w:docDefaults><w:style w:type="paragraph" w:default="1" w:styleId="Normal"><w:name w:val="Normal"/></w:style><w:style w:type="paragraph" w:styleId="Title"><w:name w:val="Title"/><w:rPr><w:b/><w:sz w:val="36"/></w:rPr></w:style><w:style w:type="paragraph" w:styleId="Heading1"><w:name w:val="heading 1"/><w:pPr><w:outlineLvl w:val="0"/></w:pPr><w:rPr><w:b/><w:sz w:val="26"/></w:rPr></w:style></w:styles>`;

export const docx: UnitFormat = {
  name: 'Word document',
  extension: 'docx',
  mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  binary: true,
  losses: ['one-sided', 'notes', 'flags', 'scores', 'statuses', 'dates', 'history'],
  print: ({ title, columns }) => {
    const zip = createZip();
    const names = columnNames(columns);
    const langs = columns.map(({ lang }) => xmlText(lang));
    const width = Math.floor((WIDTH - ID_WIDTH) / columns.length);
    let document: string | null = null;
    const part = (path: string, text: string): void => {
      zip.open(path);
      zip.write(text);
    };
    const openTable = (next: string): void => {
      if (document !== null) zip.write('</w:tbl>');
      document = next;
      if (next !== '') zip.write(paragraph(run(xmlText(next), langs[0]!), 'Heading1'));
      const grid = [ID_WIDTH, ...columns.map(() => width)].map((one) => `<w:gridCol w:w="${one}"/>`).join('');
      const sides = ['top', 'left', 'bottom', 'right', 'insideH', 'insideV'];
      const borders = sides
        .map((side) => `<w:${side} w:val="single" w:sz="4" w:space="0" w:color="C9CEDB"/>`)
        .join('');
      const heads = names.map((name) => cell(width, paragraph(run(xmlText(name), 'en', '<w:b/>')))).join('');
      zip.write(
        `<w:tbl><w:tblPr><w:tblW w:w="${WIDTH}" w:type="dxa"/><w:tblBorders>${borders}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${grid}</w:tblGrid><w:tr><w:trPr><w:tblHeader/></w:trPr>${cell(ID_WIDTH, paragraph(''))}${heads}</w:tr>`,
      );
    };
    return {
      start: () => {
        const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml';
        part(
          '[Content_Types].xml',
          `${XML}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Default Extension="xml" ContentType="application/xml"/><Override PartName="/word/document.xml" ContentType="${type}.document.main+xml"/><Override PartName="/word/styles.xml" ContentType="${type}.styles+xml"/></Types>`,
        );
        part(
          '_rels/.rels',
          `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/officeDocument" Target="word/document.xml"/></Relationships>`,
        );
        part(
          'word/_rels/document.xml.rels',
          `${XML}<Relationships xmlns="${PACKAGE}/relationships"><Relationship Id="rId1" Type="${DOCUMENT}/styles" Target="styles.xml"/></Relationships>`,
        );
        part('word/styles.xml', STYLES);
        zip.open('word/document.xml');
        zip.write(
          `${XML}<w:document xmlns:w="${WORD}"><w:body>${paragraph(run(xmlText(title), 'en'), 'Title')}`,
        );
        return zip.take();
      },
      unit: (unit) => {
        if (unit.document !== document) openTable(unit.document);
        const cells = columns.map((_, i) => {
          const text = xmlText(unit.variants.find(({ column }) => column === i)?.text ?? '');
          return cell(width, paragraph(text === '' ? '' : run(text, langs[i]!)));
        });
        const id = cell(
          ID_WIDTH,
          paragraph(run(xmlText(unit.id), 'en', '<w:color w:val="7A869A"/><w:sz w:val="16"/>')),
        );
        zip.write(`<w:tr><w:trPr><w:cantSplit/></w:trPr>${id}${cells.join('')}</w:tr>`);
        return zip.take();
      },
      end: () => {
        if (document !== null) zip.write('</w:tbl>');
        zip.write(
          `${paragraph('')}<w:sectPr><w:pgSz w:w="16838" w:h="11906" w:orient="landscape"/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1134" w:header="709" w:footer="709" w:gutter="0"/></w:sectPr></w:body></w:document>`,
        );
        return zip.finish();
      },
    };
  },
};
