// The steps of `npm test`. Each check counts as one test; vitest and Playwright count their own. A step that breaks off
// counts as failed, and a browser that cannot be had as well: what was not tested did not pass.
import { spawn } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { obtainChromium } from './chromium.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const results = join(root, 'test-results');
const bin = (name) => join(root, 'node_modules', name);

/** Runs a script under this Node; resolves with the exit code. */
const run = (script, args = [], env = {}) =>
  new Promise((resolve) => {
    const child = spawn(process.execPath, [script, ...args], {
      cwd: root,
      stdio: 'inherit',
      env: { ...process.env, ...env },
    });
    child.once('error', () => resolve(1));
    child.once('exit', (code) => resolve(code ?? 1));
  });

const readJson = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
};

const ONE_PASSED = { passed: 1, failed: 0, skipped: 0 };
const ONE_FAILED = { passed: 0, failed: 1, skipped: 0 };
const check = async (script, args) => ((await run(script, args)) === 0 ? ONE_PASSED : ONE_FAILED);

async function runVitest() {
  const file = join(results, 'vitest.json');
  const args = ['run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`];
  const code = await run(bin('vitest/vitest.mjs'), args);
  const report = readJson(file);
  if (!report) return ONE_FAILED;
  const counts = {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  };
  // A file that could not be loaded fails without a failed test.
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

async function runPlaywright() {
  const { executable, problem } = await obtainChromium();
  if (!executable) {
    console.log(problem);
    return ONE_FAILED;
  }
  console.log(`browser: ${executable}`);
  const file = join(results, 'playwright.json');
  const code = await run(bin('@playwright/test/cli.js'), ['test', '--reporter=dot,json'], {
    CHROMIUM: executable,
    PLAYWRIGHT_JSON_OUTPUT_NAME: file,
  });
  const stats = readJson(file)?.stats;
  if (!stats) return ONE_FAILED;
  const counts = { passed: stats.expected + stats.flaky, failed: stats.unexpected, skipped: stats.skipped };
  return code !== 0 && counts.failed === 0 ? { ...counts, failed: 1 } : counts;
}

const STEPS = [
  ['build', () => check(join(root, 'tools/build.mjs'))],
  ['types', () => check(bin('typescript/bin/tsc'), ['-b'])],
  ['lint', () => check(bin('@biomejs/biome/bin/biome'), ['check', '.', '--max-diagnostics=20'])],
  ['layers', () => check(join(root, 'tools/layers.mjs'))],
  ['unit, property and contract tests', runVitest],
  ['browser tests, in the web host and the stand-in for Electron', runPlaywright],
];

/** Resolves with the exit code; prints `N passed, N failed, N skipped` as its last line. */
export async function runAllTests() {
  rmSync(results, { recursive: true, force: true });
  mkdirSync(results, { recursive: true });
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const [name, step] of STEPS) {
    const started = performance.now();
    console.log(`\n== ${name}`);
    const counts = await step();
    for (const key of Object.keys(total)) total[key] += counts[key];
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    console.log(`${counts.failed === 0 ? 'passed' : 'FAILED'} in ${seconds} s`);
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
  return total.failed === 0 ? 0 : 1;
}
