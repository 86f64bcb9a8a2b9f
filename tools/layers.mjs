// Checks who imports whom (.dependency-cruiser.mjs) and says how many modules it saw: a cruiser that reads nothing passes.
import { dirname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { cruise } from 'dependency-cruiser';
import rules from '../.dependency-cruiser.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** The modules of `src` under a folder, and what they import against the rules, as `rule: from → to`. */
export async function checkLayers(folder = root) {
  const { forbidden, options } = rules;
  const { output } = await cruise(['src'], {
    ...options,
    baseDir: folder,
    ruleSet: { forbidden },
    validate: true,
  });
  const own = output.modules.filter(({ source }) => source.startsWith('src/'));
  return {
    modules: own.map(({ source }) => source),
    violations: output.summary.violations.map(({ rule, from, to }) => `${rule.name}: ${from} → ${to}`),
  };
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const { modules, violations } = await checkLayers();
  for (const violation of violations) console.log(violation);
  console.log(`layers: ${modules.length} modules, ${violations.length} violations`);
  if (violations.length > 0 || modules.length === 0) process.exitCode = 1;
}
