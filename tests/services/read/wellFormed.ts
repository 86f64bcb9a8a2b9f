/** One sound file of each format, small, with invented sentences in Vietnamese and German. */
import { strToU8, type Zippable, zipSync } from 'fflate';

export const VI = [
  'Chợ nổi họp từ sáng sớm.',
  'Ghe chở đầy dưa hấu, khóm và bưởi.',
  'Khách ở xa cũng biết ghe bán gì.',
];
export const DE = [
  'Der schwimmende Markt öffnet früh.',
  'Die Boote sind voll mit Melonen, Ananas und Pomelos.',
  'Auch von weitem sieht man, was verkauft wird.',
];

/** At a fixed time: the same bytes in every run. */
export const zip = (files: Record<string, string>): Buffer => {
  const entries: Zippable = {};
  for (const [name, text] of Object.entries(files)) entries[name] = [strToU8(text), { mtime: '2026-01-01' }];
  return Buffer.from(zipSync(entries));
};

const XML = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
export const WORD = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"';

export const docxParts = (body: string, more: Record<string, string> = {}): Record<string, string> => ({
  '[Content_Types].xml': `${XML}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>`,
  'word/document.xml': `${XML}<w:document ${WORD}><w:body>${body}</w:body></w:document>`,
  'word/styles.xml': `${XML}<w:styles ${WORD}><w:style w:type="paragraph" w:styleId="T1"><w:name w:val="heading 1"/></w:style><w:style w:type="paragraph" w:styleId="T2"><w:basedOn w:val="T1"/></w:style></w:styles>`,
  ...more,
});
export const paragraph = (text: string, properties = ''): string =>
  `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t xml:space="preserve">${text}</w:t></w:r></w:p>`;

export const odtParts = (body: string): Record<string, string> => ({
  mimetype: 'application/vnd.oasis.opendocument.text',
  'content.xml': `${XML}<office:document-content xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"><office:body><office:text>${body}</office:text></office:body></office:document-content>`,
});

const cell = (reference: string, text: string): string =>
  `<c r="${reference}" t="inlineStr"><is><t>${text}</t></is></c>`;
export const xlsxParts = (rows: readonly (readonly string[])[]): Record<string, string> => ({
  'xl/workbook.xml': `${XML}<workbook xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships"><sheets><sheet name="S" sheetId="1" r:id="rId1"/></sheets></workbook>`,
  'xl/_rels/workbook.xml.rels': `${XML}<Relationships><Relationship Id="rId1" Target="worksheets/sheet1.xml"/></Relationships>`,
  'xl/worksheets/sheet1.xml': `${XML}<worksheet><sheetData>${rows
    .map(
      (row, r) =>
        `<row r="${r + 1}">${row.map((text, c) => cell(`${'ABC'[c]}${r + 1}`, text)).join('')}</row>`,
    )
    .join('')}</sheetData></worksheet>`,
});

/** As a word processor writes it: letters beyond ASCII as `\\u` with a question mark for old readers. */
export const rtfText = (text: string): string =>
  text
    .replace(/[\\{}]/g, '\\$&')
    .replace(
      /[^ -~]/g,
      (letter) => `\\u${letter.charCodeAt(0) > 32767 ? letter.charCodeAt(0) - 65536 : letter.charCodeAt(0)}?`,
    );
const rtf = (): string =>
  `{\\rtf1\\ansi\\ansicpg1252{\\fonttbl{\\f0\\fcharset0 Times;}{\\f1\\fcharset163 Arial;}}{\\stylesheet{\\s1 heading 1;}}{\\header Trang {\\field{\\*\\fldinst PAGE}{\\fldrslt 1}}}\n\\pard\\s1 ${rtfText(VI[0]!)}\\par\n${VI.slice(
    1,
  )
    .map((text) => `\\pard ${rtfText(text)}\\par`)
    .join('\n')}}`;

/** One page a list of lines; Helvetica, so ASCII and Latin-1 only. */
export function pdf(pages: readonly (readonly string[])[]): Buffer {
  const objects: string[] = ['<< /Type /Catalog /Pages 2 0 R >>', ''];
  const font = 3;
  objects.push('<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>');
  const kids: number[] = [];
  for (const lines of pages) {
    const quoted = lines.map((line) => `(${line.replace(/[\\()]/g, '\\$&')}) Tj T*`).join('\n');
    const stream = `BT /F1 11 Tf 14 TL 60 780 Td\n${quoted}\nET`;
    objects.push(`<< /Length ${stream.length} >>\nstream\n${stream}\nendstream`);
    objects.push(
      `<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F1 ${font} 0 R >> >> /Contents ${objects.length} 0 R >>`,
    );
    kids.push(objects.length);
  }
  objects[1] = `<< /Type /Pages /Kids [${kids.map((kid) => `${kid} 0 R`).join(' ')}] /Count ${kids.length} >>`;
  let out = '%PDF-1.4\n';
  const places = objects.map((object, i) => {
    const place = out.length;
    out += `${i + 1} 0 obj\n${object}\nendobj\n`;
    return place;
  });
  const table = out.length;
  out += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')}`;
  out += `trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${table}\n%%EOF\n`;
  return Buffer.from(out, 'latin1');
}

const pairs = VI.map((text, i) => [text, DE[i]!] as const);

export const tmx = (units = pairs): string =>
  `${XML}\n<!DOCTYPE tmx SYSTEM "tmx14.dtd">\n<tmx version="1.4"><header srclang="vi" creationtool="x" creationtoolversion="1" segtype="sentence" o-tmf="x" adminlang="en" datatype="plaintext"/><body>${units
    .map(
      ([vi, de]) =>
        `<tu><tuv xml:lang="vi"><seg>${vi}</seg></tuv><tuv xml:lang="de"><seg>${de}</seg></tuv></tu>`,
    )
    .join('')}</body></tmx>`;
export const xliff12 = (units = pairs): string =>
  `${XML}<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"><file source-language="vi" target-language="de" original="a" datatype="plaintext"><body>${units
    .map(
      ([vi, de], i) =>
        `<trans-unit id="${i}"><source>${vi}<x id="1"/></source><target state="final">${de}</target></trans-unit>`,
    )
    .join('')}</body></file></xliff>`;
export const xliff21 = (units = pairs): string =>
  `${XML}<xliff version="2.1" srcLang="vi" trgLang="de" xmlns="urn:oasis:names:tc:xliff:document:2.0"><file id="f">${units
    .map(
      ([vi, de], i) =>
        `<unit id="u${i}"><segment state="reviewed"><source>${vi}</source><target><pc id="1">${de}</pc></target></segment></unit>`,
    )
    .join('')}</file></xliff>`;

const srt = VI.map((text, i) => `${i + 1}\n00:00:0${i},000 --> 00:00:0${i},900\n<i>${text}</i>\n`).join('\n');
const vtt = `WEBVTT\n\n${VI.map((text, i) => `00:0${i}.000 --> 00:0${i}.900 align:start\n<v Lan>${text}\n`).join('\n')}`;
const html = `<!DOCTYPE html><html lang="vi"><head><title>${VI[0]}</title><script>var x = "<p>";</script></head><body><nav><a href="/">Trang chủ</a></nav><article><h1>${VI[0]}</h1>${VI.map((text) => `<p>${text} <b>${text}</b></p>`).join('')}</article><footer>©</footer></body></html>`;
const markdown = `---\ntitle: x\n---\n# ${VI[0]}\n\n${VI[1]} [${VI[2]}](https://example.org)\n\n- ${VI[1]}\n- **${VI[2]}**\n\n| a | b |\n|---|---|\n| ${VI[0]} | ${DE[0]} |\n`;
const po = `msgid ""\nmsgstr ""\n"Language: de\\n"\n\n${pairs.map(([vi, de]) => `#, fuzzy\nmsgctxt "c"\nmsgid "${vi}"\nmsgstr "${de}"\n`).join('\n')}`;
const csv = `id;vi;de\n${pairs.map(([vi, de], i) => `${i};"${vi}";${de}`).join('\n')}\n`;

/** By file name. */
export const WELL_FORMED: Readonly<Record<string, Buffer>> = {
  'text.txt': Buffer.from(VI.join('\n')),
  'word.docx': zip(
    docxParts(
      paragraph(VI[0]!, '<w:pStyle w:val="T2"/>') +
        VI.slice(1)
          .map((text) => paragraph(text))
          .join(''),
    ),
  ),
  'open.odt': zip(
    odtParts(
      `<text:h>${VI[0]}</text:h>${VI.slice(1)
        .map((text) => `<text:p>${text}<text:s text:c="2"/></text:p>`)
        .join('')}`,
    ),
  ),
  'rich.rtf': Buffer.from(rtf()),
  'sheet.xlsx': zip(xlsxParts([['vi', 'de'], ...pairs])),
  'page.pdf': pdf([['Der Markt am Fluss', ...DE], DE]),
  'page.html': Buffer.from(html),
  'cues.srt': Buffer.from(srt),
  'cues.vtt': Buffer.from(vtt),
  'notes.md': Buffer.from(markdown),
  'catalogue.po': Buffer.from(po),
  'table.csv': Buffer.from(csv),
  'memory.tmx': Buffer.from(tmx()),
  'old.xlf': Buffer.from(xliff12()),
  'new.xlf': Buffer.from(xliff21()),
};
