// `npm start`: opens the app with the sample project; `npm start -- --web` in the browser directly.
import { describeNodeProblem } from '../bin/nodeVersion.mjs';

const problem = describeNodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exitCode = 3;
} else {
  const { runCommandLine } = await import('../bin/run.mjs');
  await runCommandLine(['app', '--sample', ...process.argv.slice(2)]);
}
