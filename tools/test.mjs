// `npm test`: everything that has to hold, one step after the other; the last line sums up.
import { describeNodeProblem } from '../bin/nodeVersion.mjs';

const problem = describeNodeProblem(process.versions.node);
if (problem) {
  console.error(problem);
  process.exitCode = 3;
} else {
  const { runAllTests } = await import('./runTests.mjs');
  process.exitCode = await runAllTests();
}
