/** The report as an HTML page that prints well and needs nothing beside it. */
import type { DocumentReport, ReportPart } from '../../contract/index.ts';
import { escapeHtml, htmlPage } from '../../core/format/html.ts';
import style from './data/report.css?raw';
import { confirmedIn, signatureOf } from './reportFigures.ts';

const names = new Intl.DisplayNames(['en'], { type: 'language', fallback: 'code' });
const percent = (share: number): string => `${(100 * share).toFixed(1)} %`;
/** In UTC: a page made by a program says the same everywhere. */
const day = (at: number): string => `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;

interface TextCell {
  readonly text: string;
  readonly lang: string;
}
type Cells = readonly (string | number | TextCell)[];
/** `wide`: where the room goes; the other columns are as wide as what is in them. */
function table(
  heads: readonly string[],
  rows: readonly Cells[],
  classes: readonly string[] = [],
  wide: readonly number[] = [],
): string {
  const cell = (tag: string, value: Cells[number], column: number): string => {
    const kind = typeof value === 'number' ? 'number' : wide.includes(column) ? 'wide' : '';
    const lang = typeof value === 'object' ? ` lang="${escapeHtml(value.lang)}"` : '';
    const text = typeof value === 'object' ? value.text : value;
    return `<${tag}${kind === '' ? '' : ` class="${kind}"`}${lang}>${escapeHtml(text)}</${tag}>`;
  };
  // A head stands over its figures, at the right.
  const head = heads
    .map((text, i) =>
      typeof rows[0]?.[i] === 'number' ? `<th class="number">${escapeHtml(text)}</th>` : cell('th', text, i),
    )
    .join('');
  const body = rows
    .map((row, i) => {
      const kind = classes[i] ? ` class="${escapeHtml(classes[i])}"` : '';
      return `<tr${kind}>${row.map((value, column) => cell('td', value, column)).join('')}</tr>`;
    })
    .join('\n');
  // What fits on a sheet is not cut in two.
  return `<table${rows.length <= SHORT ? ' class="short"' : ''}><thead><tr>${head}</tr></thead><tbody>\n${body}\n</tbody></table>`;
}
const SHORT = 12;
/** `needs-review` as people write it. */
const words = (code: string): string => (code === 'auto' ? 'automatic' : code.replaceAll('-', ' '));
const groups = (count: number): string => `${count} ${count === 1 ? 'group' : 'groups'}`;
const section = (title: string, content: string): string => `<h3>${escapeHtml(title)}</h3>\n${content}`;

/** `title`: of the page as a whole, where it is about several documents. */
export function printReport(title: string, reports: readonly DocumentReport[]): string {
  const pieces = reports.map((report) => {
    const { madeAt, originalLang, sentences, parts } = report;
    const lead = `Report of ${day(madeAt)} · original: ${nameLanguage(originalLang)}, ${sentences} sentences`;
    const intro = `<h1>${escapeHtml(report.title)}</h1>\n<p class="soft">${escapeHtml(lead)}</p>`;
    return `<article>\n${[intro, printSummary(report), ...parts.map(printPart)].join('\n')}\n</article>`;
  });
  return htmlPage(title, 'en', style, pieces.join('\n'));
}

const nameLanguage = (lang: string): string => names.of(lang) ?? lang;

/** The renderings side by side, before each in full. */
const printSummary = ({ parts }: DocumentReport): string =>
  table(
    ['Rendering', 'Verdict', 'Rendered', 'Groups', 'Confirmed', 'Open flags', 'Open notes', 'Signed off'],
    parts.map((part) => [
      nameLanguage(part.lang),
      part.verdict ? words(part.verdict.kind) : 'not judged',
      part.verdict ? percent(part.verdict.sourceCoverage) : '',
      part.groups,
      confirmedIn(part),
      part.openFlags.filter(({ decision }) => decision === 'open').length,
      part.openNotes.length,
      signatureOf(part)?.reviewer ?? 'no',
    ]),
  );

function printPart(part: ReportPart): string {
  const pieces = [
    `<h2>${escapeHtml(nameLanguage(part.lang))}</h2>`,
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
          ['Row', 'Severity', 'Category', 'Flag', 'Decision'],
          part.openFlags.map(({ number, severity, category, message, decision }) => [
            number,
            severity,
            category,
            message,
            decision,
          ]),
          part.openFlags.map(({ severity }) => severity),
          [3],
        ),
      ),
    );
  if (part.rejected.length > 0)
    pieces.push(
      section(
        'Rejected',
        table(
          ['Row', 'Rendering', 'Reason', 'Reviewer'],
          part.rejected.map(({ number, target, reason, reviewer }) => [
            number,
            { text: target, lang: part.lang },
            reason,
            reviewer,
          ]),
          [],
          [1, 2],
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
  if (part.openNotes.length > 0)
    pieces.push(
      section(
        'Open notes',
        table(
          ['Sentence', 'On', 'Note', 'By', 'Answers'],
          part.openNotes.map(({ number, lang, quote, author, text, answers }) => [
            number,
            { text: quote ?? '', lang },
            text,
            author,
            answers,
          ]),
          [],
          [2],
        ),
      ),
    );
  return `<section>\n${pieces.join('\n')}\n</section>`;
}

function printSignOff({ reviewer, at, remark, reopened }: ReportPart['signOffs'][number]): string {
  const said = `Signed off by ${reviewer}, ${day(at)}.${remark ? ` ${remark}` : ''}`;
  const after = reopened ? ` Reopened by ${reopened.by}, ${day(reopened.at)}: ${reopened.reason}` : '';
  return `<p${reopened ? '' : ' class="signed"'}>${escapeHtml(said + after)}</p>`;
}
