/**
 * Hostile files: bombs, paths and entities that lead elsewhere, depth, width, endless lines, broken and truncated content, wrong
 * names. All made here; none is kept in the repository. `foreign` is the address of a file that no reader may open.
 */
import { deflateRawSync } from 'node:zlib';
import {
  DE,
  docxParts,
  odtParts,
  paragraph,
  pdf,
  tmx,
  VI,
  WELL_FORMED,
  xliff12,
  xliff21,
  xlsxParts,
  zip,
} from './wellFormed.ts';

export interface HostileFile {
  readonly name: string;
  readonly bytes: Buffer;
}

/** A zip archive of one entry whose data is given packed, with any name and any sizes. */
function rawZip(name: string, packed: Buffer, unpackedSize: number, method = 8): Buffer {
  const title = Buffer.from(name);
  const local = Buffer.alloc(30);
  local.writeUInt32LE(0x04034b50, 0);
  local.writeUInt16LE(method, 8);
  local.writeUInt32LE(packed.length, 18);
  local.writeUInt32LE(unpackedSize >>> 0, 22);
  local.writeUInt16LE(title.length, 26);
  const central = Buffer.alloc(46);
  central.writeUInt32LE(0x02014b50, 0);
  central.writeUInt16LE(method, 10);
  central.writeUInt32LE(packed.length, 20);
  central.writeUInt32LE(unpackedSize >>> 0, 24);
  central.writeUInt16LE(title.length, 28);
  const end = Buffer.alloc(22);
  end.writeUInt32LE(0x06054b50, 0);
  end.writeUInt16LE(1, 8);
  end.writeUInt16LE(1, 10);
  end.writeUInt32LE(46 + title.length, 12);
  end.writeUInt32LE(30 + title.length + packed.length, 16);
  return Buffer.concat([local, title, packed, central, title, end]);
}

/** 280 MB of spaces in some 280 KB, made once. */
let bomb: Buffer | undefined;
const packedBomb = (): Buffer => (bomb ??= deflateRawSync(Buffer.alloc(280 << 20, 32), { level: 1 }));

const laughs = `<!DOCTYPE x [<!ENTITY a0 "ha">${Array.from({ length: 30 }, (_, i) => `<!ENTITY a${i + 1} "&a${i};&a${i};">`).join('')}]>`;
const external = (foreign: string): string =>
  `<!DOCTYPE x [<!ENTITY xxe SYSTEM "${foreign}"><!ENTITY % p SYSTEM "${foreign}">%p;]>`;
/** Puts a document type after the XML declaration and a reference into the first text. */
const withEntity = (xml: string, doctype: string, entity: string): string =>
  xml
    .replace(/<!DOCTYPE[^>]*>/, '')
    .replace(/^(<\?xml[^>]*>)?/, `$1${doctype}`)
    .replace(VI[0]!, `&${entity};`);

const deep = (open: string, close: string, depth: number, inside = VI[0]!): string =>
  open.repeat(depth) + inside + close.repeat(depth);

function* xmlTricks(foreign: string): Generator<HostileFile> {
  const wrap: Record<string, (xml: string) => Buffer> = {
    'tmx.tmx': (xml) => Buffer.from(xml),
    'old.xlf': (xml) => Buffer.from(xml),
    'new.xlf': (xml) => Buffer.from(xml),
    'word.docx': (xml) => zip({ ...docxParts(''), 'word/document.xml': xml }),
    'styles.docx': (xml) => zip({ ...docxParts(paragraph(VI[0]!)), 'word/styles.xml': xml }),
    'open.odt': (xml) => zip({ ...odtParts(''), 'content.xml': xml }),
    'sheet.xlsx': (xml) => zip({ ...xlsxParts([]), 'xl/worksheets/sheet1.xml': xml }),
    'strings.xlsx': (xml) => zip({ ...xlsxParts([['vi']]), 'xl/sharedStrings.xml': xml }),
  };
  const sound: Record<string, string> = {
    'tmx.tmx': tmx(),
    'old.xlf': xliff12(),
    'new.xlf': xliff21(),
    'word.docx': docxParts(paragraph(VI[0]!))['word/document.xml']!,
    'styles.docx': docxParts('')['word/styles.xml']!,
    'open.odt': odtParts(`<text:p>${VI[0]}</text:p>`)['content.xml']!,
    'sheet.xlsx': xlsxParts([[VI[0]!]])['xl/worksheets/sheet1.xml']!,
    'strings.xlsx': `<sst><si><t>${VI[0]}</t></si></sst>`,
  };
  for (const [name, pack] of Object.entries(wrap)) {
    const xml = sound[name]!;
    const tricks: Record<string, string> = {
      laughs: withEntity(xml, laughs, 'a30'),
      external: withEntity(xml, external(foreign), 'xxe'),
      'external dtd': xml
        .replace(/<!DOCTYPE[^>]*>/, '')
        .replace(/^(<\?xml[^>]*>)?/, `$1<!DOCTYPE x SYSTEM "${foreign}">`),
      deep: xml.replace(VI[0]!, deep('<a>', '</a>', 50_000)),
      'deep root': deep('<a>', '</a>', 100_000),
      truncated: xml.slice(0, xml.length - 20),
      'cut in a tag': xml.slice(0, xml.indexOf(VI[0]!) > 0 ? xml.indexOf(VI[0]!) - 3 : 20),
      'no end': xml.replace(/<\/[^>]*>$/, ''),
      'control characters': xml.replace(VI[0]!, 'a\u0001\u0002\u0000b'),
      'lone surrogate': xml.replace(VI[0]!, '&#xD800;'),
      'huge reference': xml.replace(VI[0]!, `&#${'9'.repeat(5000)};`),
      'wide attributes': xml.replace(
        VI[0]!,
        `<b ${Array.from({ length: 20_000 }, (_, i) => `a${i}="1"`).join(' ')}/>`,
      ),
      'long comment': xml.replace(VI[0]!, `<!--${'-x'.repeat(300_000)}-->`),
      'open comment': xml.replace(VI[0]!, `<!--${'x'.repeat(300_000)}`),
      'open cdata': xml.replace(VI[0]!, `<![CDATA[${']'.repeat(200_000)}`),
      'processing instructions': xml.replace(VI[0]!, `<?xml-stylesheet href="${foreign}"?>`.repeat(1000)),
      empty: '',
      blank: ' '.repeat(100_000),
    };
    for (const [trick, text] of Object.entries(tricks)) yield { name: `${trick} ${name}`, bytes: pack(text) };
  }
}

function* zipTricks(foreign: string): Generator<HostileFile> {
  const targets = { 'word/document.xml': 'docx', 'content.xml': 'odt', 'xl/workbook.xml': 'xlsx' };
  for (const [part, extension] of Object.entries(targets)) {
    yield { name: `bomb.${extension}`, bytes: rawZip(part, packedBomb(), 280 << 20) };
    yield { name: `lying bomb.${extension}`, bytes: rawZip(part, packedBomb(), 10) };
    yield { name: `stored lie.${extension}`, bytes: rawZip(part, Buffer.from('<a/>'), 0xfffffff0, 0) };
    yield { name: `unknown method.${extension}`, bytes: rawZip(part, Buffer.from('<a/>'), 4, 99) };
    yield { name: `noise.${extension}`, bytes: rawZip(part, Buffer.alloc(5000, 0xa7), 5000) };
  }
  for (const path of [
    '../../../../etc/passwd',
    '/etc/passwd',
    'C:\\windows\\win.ini',
    'word/../../x',
    'word//document.xml',
    '\u0000',
    foreign,
  ])
    yield { name: `path ${path.length}.docx`, bytes: zip({ ...docxParts(paragraph(VI[0]!)), [path]: 'x' }) };
  yield {
    name: 'relationship to a file.xlsx',
    bytes: zip({
      ...xlsxParts([
        ['vi', 'de'],
        [VI[0]!, DE[0]!],
      ]),
      'xl/_rels/workbook.xml.rels': `<Relationships><Relationship Id="rId1" TargetMode="External" Target="${foreign}"/></Relationships>`,
    }),
  };
  yield {
    name: 'far cells.xlsx',
    bytes: zip({
      ...xlsxParts([]),
      'xl/worksheets/sheet1.xml': `<worksheet><sheetData>${'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>x</t></is></c></row>'.repeat(2000)}</sheetData></worksheet>`,
    }),
  };
  yield {
    name: 'circular styles.docx',
    bytes: zip(
      docxParts(paragraph(VI[0]!, '<w:pStyle w:val="A"/>'), {
        'word/styles.xml':
          '<w:styles xmlns:w="w"><w:style w:styleId="A"><w:basedOn w:val="B"/></w:style><w:style w:styleId="B"><w:basedOn w:val="A"/></w:style></w:styles>',
      }),
    ),
  };
  yield {
    name: 'many parts.docx',
    bytes: zip(Object.fromEntries(Array.from({ length: 21_000 }, (_, i) => [`${i}`, '']))),
  };
  yield {
    name: 'formula.xlsx',
    bytes: zip(
      xlsxParts([
        ['vi', 'de'],
        ['=cmd|calc', DE[0]!],
      ]),
    ),
  };
  const half = WELL_FORMED['word.docx']!;
  for (const share of [0.05, 0.3, 0.6, 0.9, 0.99]) {
    yield { name: `cut at ${share}.docx`, bytes: half.subarray(0, Math.floor(half.length * share)) };
    yield {
      name: `cut at ${share}.xlsx`,
      bytes: WELL_FORMED['sheet.xlsx']!.subarray(0, Math.floor(half.length * share)),
    };
  }
}

function* textTricks(): Generator<HostileFile> {
  const MB = 1 << 20;
  const lines: Record<string, string> = {
    'endless line': 'a'.repeat(3 * MB),
    'endless words': 'ab '.repeat(MB / 2),
    'endless spaces': `a${' '.repeat(MB)}b`,
    'endless brackets': '['.repeat(300_000),
    'endless images': '!['.repeat(200_000),
    'endless stars': '*a'.repeat(200_000),
    'endless backticks': '`'.repeat(300_000),
    'endless quotes': '"'.repeat(300_000),
    'quotes and lines': '"a""\n'.repeat(100_000),
    'endless dividers': ';'.repeat(500_000),
    'endless pipes': '|'.repeat(300_000),
    'endless hyphens': '-'.repeat(300_000),
    'endless marks': '.'.repeat(300_000),
    'endless combining marks': `a${'\u0301'.repeat(300_000)}`,
    'endless hashes': `${'#'.repeat(300_000)} a`,
    'endless comments': '<!--'.repeat(100_000),
    'endless tags': '<a'.repeat(200_000),
    'endless arrows': '-->'.repeat(100_000),
    'endless digits': '1'.repeat(300_000),
    'endless colons': '00:'.repeat(100_000),
    'empty lines': '\n'.repeat(MB),
    'carriage returns': '\r'.repeat(300_000),
    'mixed breaks': '\r\n\n\r\u2028'.repeat(50_000),
    'right to left': `\u202e${VI[0]}`.repeat(1000),
    'zero width': '\u200b\u200d\ufeff'.repeat(100_000),
    'private letters': '\ue000'.repeat(10_000),
    'lone surrogates': '\ud800'.repeat(10_000),
  };
  for (const [trick, text] of Object.entries(lines))
    for (const extension of ['txt', 'md', 'csv', 'srt', 'po', 'html'])
      yield {
        name: `${trick}.${extension}`,
        bytes: Buffer.from(extension === 'po' ? `msgid "a"\nmsgstr "${text}"\n` : text),
      };
}

function* webTricks(foreign: string): Generator<HostileFile> {
  const page = (body: string): Buffer => Buffer.from(`<!DOCTYPE html><html><body>${body}</body></html>`);
  const bodies: Record<string, string> = {
    script: `<p>${VI[0]}</p><script>while (true) {}</script><script src="${foreign}"></script>`,
    handlers: `<p onclick="alert(1)">${VI[0]}</p><img src="x" onerror="alert(1)"><svg onload="alert(1)">`,
    frames: `<iframe src="${foreign}"></iframe><object data="${foreign}"></object><embed src="${foreign}"><p>${VI[0]}</p>`,
    stylesheets: `<link rel="stylesheet" href="${foreign}"><style>@import "${foreign}";</style><p>${VI[0]}</p>`,
    base: `<base href="file:///"><img src="${foreign}"><p>${VI[0]}</p>`,
    'deep div': deep('<div>', '</div>', 20_000),
    'deep unknown': deep('<q-x>', '</q-x>', 20_000),
    'deep paragraphs': deep('<p><b>', '', 20_000),
    'deep lists': deep('<ul><li>', '</li></ul>', 5000),
    'deep tables': deep('<table><tr><td>', '</td></tr></table>', 5000),
    wide: '<p>a</p>'.repeat(30_000),
    'too wide': '<i>'.repeat(300_000),
    'open script': `<script>${'<'.repeat(100_000)}`,
    'open textarea': `<textarea>${'x'.repeat(100_000)}`,
    'nested comments': `<!-- <!-- ${'--!>'.repeat(50_000)}`,
    'many attributes': `<p ${Array.from({ length: 20_000 }, (_, i) => `a${i}`).join(' ')}>${VI[0]}</p>`,
    'long attribute': `<p title="${'x'.repeat(500_000)}">${VI[0]}</p>`,
    'json-ld': `<script type="application/ld+json">{"@context":"http://schema.org","@type":"Article","name":${'['.repeat(50_000)}</script><p>${VI[0]}</p>`,
    entities: '&amp;#x;&#xFFFFFFFFF;&unknown;'.repeat(5000),
    cdata: `<![CDATA[${'x'.repeat(1000)}]]><p>${VI[0]}`,
    template: `<template>${'<div>'.repeat(3000)}</template><p>${VI[0]}</p>`,
  };
  for (const [trick, body] of Object.entries(bodies)) yield { name: `${trick}.html`, bytes: page(body) };
}

function* bareTricks(): Generator<HostileFile> {
  const sound = Object.entries(WELL_FORMED);
  for (const [name, bytes] of sound) {
    yield { name: `half ${name}`, bytes: bytes.subarray(0, bytes.length >> 1) };
    yield { name: `tail ${name}`, bytes: bytes.subarray(bytes.length >> 1) };
    yield { name: `zeros ${name}`, bytes: Buffer.concat([bytes, Buffer.alloc(10_000)]) };
    const [, other] = sound[(sound.findIndex(([one]) => one === name) + 3) % sound.length]!;
    yield { name: `wrong content ${name}`, bytes: other };
    yield { name: `empty ${name}`, bytes: Buffer.alloc(0) };
  }
  yield { name: 'noise.pdf', bytes: Buffer.concat([Buffer.from('%PDF-1.7\n'), Buffer.alloc(50_000, 0x5b)]) };
  yield {
    name: 'no table.pdf',
    bytes: Buffer.from(
      pdf([DE])
        .toString('latin1')
        .replace(/xref[\s\S]*/, ''),
      'latin1',
    ),
  };
  yield {
    name: 'loop.pdf',
    bytes: Buffer.from(
      pdf([DE])
        .toString('latin1')
        .replace(/\/Kids \[[^\]]*\]/, '/Kids [2 0 R 2 0 R]'),
      'latin1',
    ),
  };
  yield {
    name: 'many pages.pdf',
    bytes: Buffer.from(
      pdf([DE])
        .toString('latin1')
        .replace(/\/Count \d+/, '/Count 99999999'),
      'latin1',
    ),
  };
  yield { name: 'small.rtf', bytes: Buffer.from('{\\rtf1\\ansi Hallo}') };
  yield { name: 'deep.rtf', bytes: Buffer.from(`{\\rtf1 ${'{'.repeat(1_000_000)}`) };
  yield { name: 'closed.rtf', bytes: Buffer.from(`{\\rtf1 Hallo}${'}'.repeat(1_000_000)}`) };
  yield { name: 'bin.rtf', bytes: Buffer.from('{\\rtf1\\bin9999999999 Hallo}') };
  yield {
    name: 'unicode.rtf',
    bytes: Buffer.from('{\\rtf1\\uc99999\\u-99999 \\u55357 \\ansicpg0\\f-1 \xff}', 'latin1'),
  };
  yield { name: 'long.rtf', bytes: Buffer.from(`{\\rtf1 ${'a'.repeat(3_000_000)}}`) };
  yield { name: 'old.doc', bytes: Buffer.from('d0cf11e0a1b11ae1', 'hex') };
  for (const head of ['89504e47', 'ffd8ffe0', '1f8b0800', '526172211a07', '377abcaf', '7f454c46', '47494638'])
    yield {
      name: `magic ${head}.txt`,
      bytes: Buffer.concat([Buffer.from(head, 'hex'), Buffer.alloc(2000, 1)]),
    };
  for (let seed = 1; seed <= 12; seed++) {
    let state = seed * 2654435761;
    const bytes = Buffer.alloc(4000);
    for (let i = 0; i < bytes.length; i++) {
      state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
      bytes[i] = state >>> 24;
    }
    yield { name: `noise ${seed}.txt`, bytes };
  }
}

export function* hostileFiles(foreign: string): Generator<HostileFile> {
  yield* xmlTricks(foreign);
  yield* zipTricks(foreign);
  yield* textTricks();
  yield* webTricks(foreign);
  yield* bareTricks();
}
