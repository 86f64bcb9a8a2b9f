#!/usr/bin/env node
// The command `songsong`: checks the version of Node, builds where the sources are newer, and hands over to src/cli.
import { describeNodeProblem } from './nodeVersion.mjs';

const problem = describeNodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exitCode = 3;
} else {
  const { runCommandLine } = await import('./run.mjs');
  await runCommandLine(process.argv.slice(2));
}
