/** Whether what was found is bad enough for `--fail-on`. */
import { type Flag, SEVERITIES, type Severity } from '../core/model.ts';
import { EXIT, type ExitCode } from './exitCodes.ts';

export function exitCodeFor(
  result: { readonly targets: readonly { readonly flags: readonly Pick<Flag, 'severity'>[] }[] },
  failOn: Severity | undefined,
): ExitCode {
  if (failOn === undefined) return EXIT.fine;
  const bound = SEVERITIES.indexOf(failOn);
  const found = result.targets.some((target) =>
    target.flags.some((flag) => SEVERITIES.indexOf(flag.severity) <= bound),
  );
  return found ? EXIT.findings : EXIT.fine;
}
