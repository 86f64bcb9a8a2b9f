// node tools/generateProject.mjs FILE [ROWS]: makes a long project in four languages for measurements and screenshots.
import { existsSync } from 'node:fs';
import { resolve } from 'node:path';
import { bundleServices } from './measure/bundleServices.mjs';

const [file, rows = '250000'] = process.argv.slice(2);
if (!file || !(Number(rows) > 0)) {
  console.error('usage: node tools/generateProject.mjs FILE [ROWS]');
  process.exit(2);
}
if (existsSync(file)) {
  console.error(`${file} exists already.`);
  process.exit(1);
}
const { makeLongProject } = await bundleServices('benchUi');
const start = performance.now();
await makeLongProject(resolve(file), Number(rows), (step) =>
  console.log(`${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s  ${step}`),
);
console.log(`${((performance.now() - start) / 1000).toFixed(1).padStart(6)} s  done`);
