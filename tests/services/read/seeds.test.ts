/**
 * The five pages beside the repository (../shared/seeds) as plain text, saved as HTML and as DOCX: the same body sentences from
 * each, and page furniture found with F1 of 0.95 or more. Skipped, and said so, where they are not there.
 */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Document, Packer, Paragraph } from 'docx';
import { describe, expect, it } from 'vitest';
import { isBody } from '../../../src/core/model.ts';
import { cutBlocks, cutText, guessLanguage } from '../../../src/core/text/index.ts';
import { readBytesAs } from '../../../src/services/read/index.ts';

const shared = join(import.meta.dirname, '../../../../shared');
const missing = !existsSync(join(shared, 'seeds'));
if (missing) console.warn('SKIPPED: the five pages are not beside the repository (../shared/seeds)');

const pages = missing ? [] : readdirSync(join(shared, 'seeds')).filter((name) => name.endsWith('.txt'));
const read = (name: string): string => readFileSync(join(shared, 'seeds', name), 'utf8');
const linesOf = (text: string): string[] => text.split('\n').filter((line) => line.trim() !== '');

const escapeHtml = (text: string): string =>
  text.replace(/&/g, '&amp;').replace(/</g, '&lt;').replace(/>/g, '&gt;');
const saveHtml = (lines: readonly string[], lang: string): Buffer =>
  Buffer.from(
    `<!DOCTYPE html>\n<html lang="${lang}"><head><meta charset="utf-8"><title>${escapeHtml(lines[0] ?? '')}</title></head>\n<body>\n${lines
      .map((line) => `<p>${escapeHtml(line)}</p>`)
      .join('\n')}\n</body></html>\n`,
  );
const saveDocx = (lines: readonly string[]): Promise<Buffer> =>
  Packer.toBuffer(new Document({ sections: [{ children: lines.map((line) => new Paragraph(line)) }] }));

interface Cut {
  readonly body: readonly string[];
  readonly furniture: readonly boolean[];
}
const cut = ({ segments }: ReturnType<typeof cutText>): Cut => ({
  body: segments.filter(isBody).map(({ text }) => text),
  furniture: segments.flatMap(({ text, kind }) =>
    Array<boolean>([...text.replace(/\s/gu, '')].length).fill(kind === 'furniture'),
  ),
});

describe.skipIf(missing)('the five pages', () => {
  for (const page of pages)
    it(`give the same sentences as text, HTML and DOCX: ${page.slice(0, 3)}`, async () => {
      const text = read(page);
      const { lang } = guessLanguage(text);
      const plain = cut(cutText(text, lang));
      const files = {
        'page.txt': Buffer.from(text),
        'page.html': saveHtml(linesOf(text), lang),
        'page.docx': await saveDocx(linesOf(text)),
      };
      for (const [name, bytes] of Object.entries(files)) {
        const document = await readBytesAs(bytes, name);
        const ours = cut(cutBlocks(document.blocks, lang));
        expect(ours.body, name).toEqual(plain.body);
        const hit = ours.furniture.filter((is, i) => is && plain.furniture[i]).length;
        const all = ours.furniture.filter(Boolean).length + plain.furniture.filter(Boolean).length;
        if (all > 0) expect((2 * hit) / all, `${name}: furniture`).toBeGreaterThanOrEqual(0.95);
      }
    });
});
