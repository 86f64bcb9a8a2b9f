/** `songsong review-in`: a workbook that was exported for review comes back. */
import { basename } from 'node:path';
import type { ReviewReport } from '../../contract/index.ts';
import { tableRow } from '../../core/format/tables.ts';
import { EXIT, type ExitCode } from '../exitCodes.ts';
import { writeResult } from '../output.ts';
import { withServices } from '../services.ts';
import { resolveFrom, type Surroundings } from '../surroundings.ts';

export interface ReviewInOptions {
  readonly reviewer?: string;
  readonly dryRun?: boolean;
  readonly format: 'tsv' | 'json';
  readonly output?: string;
}

export function reviewIn(
  path: string,
  file: string,
  { reviewer, dryRun = false, format, output }: ReviewInOptions,
  surroundings: Surroundings,
): Promise<ExitCode> {
  return withServices(surroundings, async (services, client) => {
    const { key } = services.openPath(resolveFrom(surroundings, path));
    const shelved = services.fileOf(resolveFrom(surroundings, file));
    const report = await client.workbooks.takeIn({ project: key, file: shelved, reviewer, dryRun });
    await services.idle();
    const printed =
      format === 'json'
        ? [`${JSON.stringify({ schema: 'songsong/review@1', ...report })}\n`]
        : printReport(report);
    await writeResult(printed, output, surroundings);
    const left = report.changes.filter(({ outcome }) => outcome !== 'applied').length;
    const said = `${report.rows} rows in ${basename(file)}: ${report.changes.length - left} changes ${dryRun ? 'could be taken in' : 'taken in'}, ${left} left for a person.\n`;
    process.stderr.write(said);
    return EXIT.fine;
  });
}

function* printReport({ changes }: ReviewReport): Generator<string> {
  yield tableRow(['row', 'column', 'kind', 'outcome', 'before', 'after']);
  for (const { row, column, kind, outcome, before, after } of changes)
    yield tableRow([row, column, kind, outcome, before, after]);
}
