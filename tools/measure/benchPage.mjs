// What the window does on a long project, measured in a browser: `measurePage(path, browser)` gives rows of a table. Times in ms.
import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { chromium } from '@playwright/test';
import { root } from './bundle.mjs';

const SCROLL_MS = 3000;
const WIDTH = 1440;
const HEIGHT = 900;

async function serve(path, data) {
  const server = spawn(process.execPath, [join(root, 'bin/songsong.mjs'), 'serve', path, '--data', data], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const url = await new Promise((resolve, reject) => {
    server.once('exit', (code) => reject(new Error(`the host ended with ${code}`)));
    createInterface(server.stdout).on('line', (line) => {
      const found = /http:\/\/127\.0\.0\.1:\d+\/#\S+/.exec(line);
      if (found) resolve(found[0]);
    });
  });
  return { url, stop: () => server.kill('SIGTERM') };
}

/** Times in the page itself, from the key to the frame in which `done` holds. */
const timeInPage = (page, key, done, argument) =>
  page.evaluate(
    async ([code, test, given]) => {
      const holds = new Function('given', `return (${test})(given)`);
      const press = { bubbles: true, cancelable: true, ...code };
      const start = performance.now();
      (document.activeElement ?? document.body).dispatchEvent(new KeyboardEvent('keydown', press));
      while (!holds(given)) {
        if (performance.now() - start > 20_000) return Number.NaN;
        await new Promise((next) => requestAnimationFrame(next));
      }
      return performance.now() - start;
    },
    [key, done.toString(), argument],
  );

/** Scrolls by more than a view a frame; gives how long rows were blank at the worst, and the longest task. */
const scrollFast = (page, duration) =>
  page.evaluate(async (time) => {
    const grid = document.querySelector('.grid');
    const tasks = [];
    const observer = new PerformanceObserver((list) =>
      tasks.push(...list.getEntries().map((e) => e.duration)),
    );
    observer.observe({ entryTypes: ['longtask'] });
    const began = performance.now();
    let blankSince = null;
    let blank = 0;
    let frames = 0;
    while (performance.now() - began < time) {
      grid.scrollTop += 400;
      await new Promise((next) => requestAnimationFrame(next));
      frames += 1;
      const box = grid.getBoundingClientRect();
      const seen = document
        .elementFromPoint(box.left + box.width / 3, box.top + box.height / 2)
        ?.closest('.cell');
      const now = performance.now();
      if (seen && !seen.classList.contains('waiting')) blankSince = null;
      else {
        blankSince ??= now;
        blank = Math.max(blank, now - blankSince);
      }
    }
    observer.disconnect();
    return { blank, longest: Math.max(0, ...tasks), frames };
  }, duration);

/** MB of the largest renderer process below this one, shared pages by their share; null where /proc is not there. */
function rendererMemory() {
  const read = (pid, name) => {
    try {
      return readFileSync(`/proc/${pid}/${name}`, 'utf8');
    } catch {
      return '';
    }
  };
  const isOurs = (pid) => {
    for (let at = pid; at > 1; at = Number(/^PPid:\s+(\d+)/m.exec(read(at, 'status'))?.[1] ?? 0))
      if (at === process.pid) return true;
    return false;
  };
  let pids = [];
  try {
    pids = readdirSync('/proc').map(Number).filter(Boolean);
  } catch {
    return null;
  }
  const sizes = pids
    .filter((pid) => read(pid, 'cmdline').includes('--type=renderer') && isOurs(pid))
    .map((pid) => Number(/^Pss:\s+(\d+)/m.exec(read(pid, 'smaps_rollup'))?.[1] ?? 0) / 1024);
  return sizes.length > 0 ? Math.max(...sizes) : null;
}

const median = (times) => [...times].sort((a, b) => a - b)[times.length >> 1];

/** Rows `{name, value, limit, unit}`. */
export async function measurePage(path, executablePath) {
  const data = mkdtempSync(join(tmpdir(), 'songsong-bench-page-'));
  const host = await serve(path, data);
  const browser = await chromium.launch({
    executablePath,
    args: ['--no-sandbox', '--enable-precise-memory-info'],
  });
  const rows = [];
  const add = (name, value, limit, unit = 'ms') => rows.push({ name, value, limit, unit });
  try {
    const page = await browser.newPage({ viewport: { width: WIDTH, height: HEIGHT } });
    const opened = performance.now();
    await page.goto(host.url);
    await page.locator('.grid .cell.rendering[data-bead]').first().waitFor({ timeout: 60_000 });
    add('first rows after opening', performance.now() - opened, 1000);
    await page.locator('[role=gridcell]:focus').waitFor();

    const total = Number(await page.locator('.grid').getAttribute('aria-rowcount')) - 1;
    const confirms = [];
    await page.keyboard.press('2');
    for (let i = 0; i < 10; i++) {
      const row = Number(await page.locator('[role=gridcell]:focus').getAttribute('data-row'));
      const confirmed = (at) =>
        document.querySelector(`.grid [data-column="1"][data-row="${at}"]`)?.dataset.status === 'confirmed';
      confirms.push(await timeInPage(page, { key: 'Enter', code: 'Enter' }, confirmed, row));
      await page.locator(`[role=gridcell][data-column="1"]:focus:not([data-row="${row}"])`).waitFor();
    }
    add('confirm, on screen and on disk (median)', median(confirms), 50);
    add('confirm (worst)', Math.max(...confirms), 50);
    const merges = [];
    for (let i = 0; i < 5; i++) {
      const row = Number(await page.locator('[role=gridcell]:focus').getAttribute('data-row'));
      const spans = (at) =>
        document.querySelector(`.grid [data-column="1"][data-row="${at}"]`)?.hasAttribute('aria-rowspan');
      merges.push(await timeInPage(page, { key: 'm', code: 'KeyM' }, spans, row));
      await page.keyboard.press('ArrowDown');
    }
    add('merge, on screen and on disk (median)', median(merges), 50);
    const undos = [];
    for (let i = 0; i < 5; i++) {
      const spanning = () => document.querySelectorAll('.grid [data-column="1"][aria-rowspan]').length;
      const before = await page.evaluate(spanning);
      const fewer = (given) =>
        document.querySelectorAll('.grid [data-column="1"][aria-rowspan]').length < given;
      undos.push(await timeInPage(page, { key: 'z', code: 'KeyZ', ctrlKey: true }, fewer, before));
      await page.waitForTimeout(50);
    }
    add('undo a merge, on screen and on disk (median)', median(undos), 50);

    const { blank, longest, frames } = await scrollFast(page, SCROLL_MS);
    add('scrolling fast: longest blank', blank, 100);
    add('scrolling fast: longest task', longest, 50);
    add('scrolling fast: frames a second', (frames * 1000) / SCROLL_MS, null, '/s');

    const jumps = [];
    for (let i = 1; i <= 6; i++) {
      const row = Math.floor((total * i) / 7);
      await page.keyboard.press('Control+g');
      await page
        .getByRole('dialog')
        .getByRole('textbox')
        .fill(String(row + 1));
      const shown = (at) => {
        const cell = document.querySelector(`.grid [data-row="${at}"]`);
        return cell !== null && !cell.classList.contains('waiting');
      };
      const start = performance.now();
      await page.keyboard.press('Enter');
      await page.waitForFunction(shown, row, { polling: 'raf' });
      jumps.push(performance.now() - start);
    }
    add('jump to a row anywhere (median)', median(jumps), 150);
    await page.keyboard.press('Control+f');
    const field = page.getByRole('complementary').getByRole('textbox').first();
    await field.waitFor();
    const searches = [];
    for (const word of ['nguoi', 'sonne', 'река', '雨阳', 'wasserstein', 'đêm']) {
      await field.fill('');
      await page.locator('.hits li').first().waitFor({ state: 'detached' });
      const start = performance.now();
      await field.fill(word);
      await page.locator('.hits li').first().waitFor();
      searches.push(performance.now() - start);
    }
    add('search: first hits on screen (median)', median(searches), 200);
    add('search (worst)', Math.max(...searches), 200);
    const session = await page.context().newCDPSession(page);
    await session.send('HeapProfiler.collectGarbage');
    const { usedSize } = await session.send('Runtime.getHeapUsage');
    add('memory of the page (heap)', usedSize / 1e6, 300, 'MB');
    const resident = rendererMemory();
    if (resident !== null) add('memory of the renderer process (proportional)', resident, 300, 'MB');
  } finally {
    await browser.close();
    host.stop();
    rmSync(data, { recursive: true, force: true, maxRetries: 3 });
  }
  return rows;
}
