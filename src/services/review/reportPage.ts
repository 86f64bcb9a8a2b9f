/** The report as an HTML page that prints well and needs nothing beside it. */
import type { DocumentReport, ReportPart } from '../../contract/index.ts';
import { escapeHtml, htmlPage } from '../../core/format/html.ts';
import style from './data/report.css?raw';

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
/** In UTC: a page made by a program says the same everywhere. */
const day = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

type Cells = readonly (string | number)[];
function table(heads: readonly string[], rows: readonly Cells[], classes: readonly string[] = []): string {
  const cell = (tag: string, value: string | number): string =>
    `<${tag}${typeof value === 'number' ? ' class="number"' : ''}>${escapeHtml(value)}</${tag}>`;
  // A head stands over its figures, at the right.
  const head = heads
    .map((text, i) =>
      typeof rows[0]?.[i] === 'number' ? `<th class="number">${escapeHtml(text)}</th>` : cell('th', text),
    )
    .join('');
  const body = rows
    .map((row, i) => {
      const kind = classes[i] ? ` class="${escapeHtml(classes[i])}"` : '';
      return `<tr${kind}>${row.map((value) => cell('td', value)).join('')}</tr>`;
    })
    .join('\n');
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}
/** `needs-review` as people write it. */
const words = (code: string): string => (code === 'auto' ? 'automatic' : code.replaceAll('-', ' '));
const groups = (count: number): string => `${count} ${count === 1 ? 'group' : 'groups'}`;
const section = (title: string, content: string): string => `<h3>${escapeHtml(title)}</h3>\n${content}`;

export function printReport(report: DocumentReport): string {
  const intro = `<h1>${escapeHtml(report.title)}</h1>
<p class="soft">Report of ${escapeHtml(day(report.madeAt))} · original: ${escapeHtml(names.of(report.originalLang) ?? report.originalLang)}, ${report.sentences} sentences</p>`;
  return htmlPage(report.title, 'en', style, [intro, ...report.parts.map(printPart)].join('\n'));
}

function printPart(part: ReportPart): string {
  const pieces = [
    `<h2>${escapeHtml(names.of(part.lang) ?? part.lang)}</h2>`,
    `<p class="soft">${escapeHtml(part.label)}</p>`,
  ];
  pieces.push(...part.signOffs.map(printSignOff));
  if (part.verdict) {
    const { kind, sourceCoverage, targetCoverage, reasons } = part.verdict;
    pieces.push(
      section(
        'Coverage',
        `<p><b>${escapeHtml(words(kind))}</b>: ${percent(sourceCoverage)} of the original is rendered, ${percent(targetCoverage)} of the rendering has an original. ${groups(part.omissions)} without rendering, ${groups(part.additions)} without original.</p><p>${escapeHtml(reasons.join(' '))}</p>`,
      ),
    );
  }
  pieces.push(
    section(
      `Groups (${part.groups})`,
      table(
        ['Status', 'Groups'],
        part.statuses.map(({ status, count }) => [words(status), count]),
      ),
    ),
  );
  if (part.flags.length > 0)
    pieces.push(
      section(
        'Flags by MQM category',
        table(
          ['Category', 'Severity', 'Open', 'Agreed', 'Dismissed'],
          part.flags.map(({ category, severity, open, agreed, dismissed }) => [
            category,
            severity,
            open,
            agreed,
            dismissed,
          ]),
          part.flags.map(({ severity }) => severity),
        ),
      ),
    );
  if (part.openFlags.length > 0)
    pieces.push(
      section(
        'What was flagged and not dismissed',
        table(
          ['Row', 'Severity', 'Category', 'Flag'],
          part.openFlags.map(({ row, severity, category, message }) => [
            row + 1,
            severity,
            category,
            message,
          ]),
          part.openFlags.map(({ severity }) => severity),
        ),
      ),
    );
  if (part.rejected.length > 0)
    pieces.push(
      section(
        'Rejected',
        table(
          ['Row', 'Rendering', 'Reason', 'Reviewer'],
          part.rejected.map(({ row, target, reason, reviewer }) => [
            (row ?? 0) + 1,
            target,
            reason,
            reviewer,
          ]),
        ),
      ),
    );
  if (part.versions.length > 0)
    pieces.push(
      section(
        'What changed between versions',
        table(
          ['From', 'To', 'When', 'Changed', 'Moved', 'Added', 'Removed', 'Same'],
          part.versions.map(({ from, to, at, counts }) => [
            from,
            to,
            day(at),
            counts.changed,
            counts.moved,
            counts.added,
            counts.removed,
            counts.same,
          ]),
        ),
      ),
    );
  if (part.samples.length > 0)
    pieces.push(
      section(
        'Random samples',
        table(
          ['Drawn', 'By', 'Seed', 'Groups', 'Judged', 'Errors', 'Error rate, 95 % interval'],
          part.samples.map((one) => [
            day(one.drawnAt),
            one.drawnBy,
            one.seed,
            `${one.size} of ${one.population}`,
            one.judged,
            one.errors,
            one.rate === null
              ? 'not judged yet'
              : `${percent(one.rate)} (${percent(one.interval.low)} to ${percent(one.interval.high)})`,
          ]),
        ),
      ),
    );
  if (part.openNotes > 0)
    pieces.push(`<p>${part.openNotes} open ${part.openNotes === 1 ? 'note' : 'notes'}.</p>`);
  return `<section>\n${pieces.join('\n')}\n</section>`;
}

function printSignOff({ reviewer, at, remark, reopened }: ReportPart['signOffs'][number]): string {
  const said = `Signed off by ${reviewer}, ${day(at)}.${remark ? ` ${remark}` : ''}`;
  const after = reopened ? ` Reopened by ${reopened.by}, ${day(reopened.at)}: ${reopened.reason}` : '';
  return `<p${reopened ? '' : ' class="signed"'}>${escapeHtml(said + after)}</p>`;
}
