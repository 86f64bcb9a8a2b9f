// npm run build && node tools/printPages.mjs: the report and the HTML exports of the sample project as they are printed, as PDF into
// test-results/print, and as pictures of their sheets where `pdftoppm` (poppler) is there. For eyes; nothing is compared.
import { spawn, spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { chromium } from '@playwright/test';
import { obtainChromium } from './chromium.mjs';

const root = fileURLToPath(new URL('..', import.meta.url));
const out = join(root, 'test-results/print');
mkdirSync(out, { recursive: true });
const data = mkdtempSync(join(tmpdir(), 'songsong-print-'));
const { executable, problem } = await obtainChromium();
if (!executable) throw new Error(problem);

const server = spawn(process.execPath, [join(root, 'bin/songsong.mjs'), 'serve', '--data', data], {
  stdio: ['ignore', 'pipe', 'inherit'],
});
const url = await new Promise((resolve) => {
  createInterface(server.stdout).on('line', (line) => {
    const found = /http:\/\/127\.0\.0\.1:\d+\/#\S+/.exec(line);
    if (found) resolve(found[0]);
  });
});
const browser = await chromium.launch({ executablePath: executable, args: ['--no-sandbox'] });
try {
  const page = await browser.newPage({ locale: 'en' });
  await page.goto(url);
  await page.getByRole('button', { name: 'Open the sample project' }).first().click();
  await page.locator('.grid .cell.rendering[data-bead]').first().waitFor({ timeout: 60_000 });
  const call = (procedure, input) =>
    page.evaluate(
      async ([path, body]) => {
        const authorization = `Bearer ${sessionStorage.getItem('songsong.token')}`;
        const headers = { 'content-type': 'application/json', authorization };
        const answer = await fetch(`/api/${path}`, { method: 'POST', headers, body });
        return (await answer.json()).json;
      },
      [procedure, JSON.stringify({ json: input })],
    );
  const place = await prepareState(call);

  await page.getByRole('navigation').getByRole('link', { name: 'Report', exact: true }).click();
  await page.locator('.report-part').first().waitFor();
  await printTo(page, 'report-screen');
  const report = await call('review/reportFile', { project: place.project, format: 'html' });
  await printFile('report-file', report.content);
  for (const format of ['html', 'flags-html']) {
    const { files } = await call('exports/run', { project: place.project, options: { format } });
    await printFile(format, files[0].content);
  }
} finally {
  await browser.close();
  server.kill();
  rmSync(data, { recursive: true, force: true });
}

/** Enough of everything that tables go over several sheets, in all languages. */
async function prepareState(call) {
  await call('app/setReviewer', { name: 'Trần Thị Hà' });
  const project = await call('projects/openSample', {});
  const [document] = project.documents;
  const place = { project: project.key, documentId: document.id };
  const { cells } = await call('grid/rows', { ...place, from: 0, to: 200 });
  const run = (command) => call('edits/run', { ...place, command });
  for (const { alignmentId } of document.columns.slice(1)) {
    const own = cells.filter((cell) => cell.alignmentId === alignmentId && cell.segments.length > 0);
    const named = (from, to) => own.slice(from, to).map(({ beadId }) => ({ alignmentId, beadId }));
    const reason = 'Der Satz sagt etwas anderes als die Vorlage. Câu này nói khác nguyên văn.';
    await run({ type: 'status', beads: named(0, 20), status: 'reviewed' });
    await run({ type: 'status', beads: named(20, 26), status: 'rejected', reason });
    for (const { segments } of own.slice(0, 18)) {
      const [{ id: segmentId, text }] = segments;
      const quote = text.slice(0, 14).trim();
      const span = { start: 0, end: quote.length, quote };
      await run({ type: 'note', segmentId, text: 'Stimmt das so, @An? Đề nghị xem lại.', span });
    }
    await call('review/drawSample', { ...place, alignmentId, size: 10, seed: 7 });
  }
  await call('review/signOff', { ...place, alignmentId: document.columns[1].alignmentId, remark: 'Gut.' });
  return place;
}

async function printTo(page, name) {
  await page.evaluate(() => document.fonts.ready);
  const path = join(out, `${name}.pdf`);
  await page.pdf({ path, preferCSSPageSize: true });
  const { error } = spawnSync('pdftoppm', ['-r', '80', '-png', path, join(out, name)]);
  console.log(error ? `${path} (no pictures: ${error.code})` : path);
}

async function printFile(name, html) {
  const path = join(out, `${name}.html`);
  writeFileSync(path, html);
  const page = await browser.newPage();
  await page.goto(pathToFileURL(path).href);
  await printTo(page, name);
  await page.close();
}
