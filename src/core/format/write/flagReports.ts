/** The report of flags as a page, a workbook and JSON. */
import { type FlagReport, MQM_WEIGHTS, type ReportedRendering, scoreFlags } from './flags.ts';
import { sayConfidence } from './flagText.ts';
import type { FlagFormatId } from './ids.ts';
import type { Piece } from './model.ts';
import { PAGE_END, printPageStart } from './page.ts';
import { printWorkbook } from './sheet.ts';
import { isoDate, xmlText } from './xml.ts';

export interface FlagFormat {
  readonly name: string;
  readonly extension: string;
  readonly mediaType: string;
  readonly binary: boolean;
  readonly print: (report: FlagReport) => Generator<Piece>;
}

const nameOf = ({ lang, label }: ReportedRendering): string => (label === '' ? lang : `${lang} (${label})`);
const row = (cells: readonly string[]): string => `<tr>${cells.join('')}</tr>\n`;
const number = (value: number | null): string => `<td class="number">${value ?? '–'}</td>`;
const text = (value: string, lang = ''): string =>
  `<td${lang === '' ? '' : ` lang="${xmlText(lang)}"`}>${xmlText(value)}</td>`;
const heads = (...names: readonly string[]): string =>
  `<table>\n<thead><tr>${names.map((name) => `<th scope="col">${name}</th>`).join('')}</tr></thead>\n<tbody>\n`;
const TABLE_END = '</tbody>\n</table>\n';

function* printPage(report: FlagReport): Generator<string> {
  yield printPageStart(report.title);
  yield `<p>SongSong ${xmlText(report.toolVersion)}, ${isoDate(report.createdAt)}. MQM weights: critical ${MQM_WEIGHTS.critical}, major ${MQM_WEIGHTS.major}, minor ${MQM_WEIGHTS.minor}, note ${MQM_WEIGHTS.note}. Flags are observations for a person to look at, not judgements; dismissed ones do not count.</p>\n`;
  yield heads(
    'Document',
    'Rendering',
    'Verdict',
    'Words',
    'Critical',
    'Major',
    'Minor',
    'Penalty',
    'For 1000 words',
  );
  for (const rendering of report.renderings) {
    const { counts, penalty, perThousand } = scoreFlags(rendering);
    yield row([
      text(rendering.document),
      text(nameOf(rendering)),
      text(rendering.verdict ?? ''),
      ...[rendering.words, counts.critical, counts.major, counts.minor, penalty, perThousand].map(number),
    ]);
  }
  yield TABLE_END;
  for (const rendering of report.renderings) {
    if (rendering.flags.length === 0) continue;
    yield `<h2>${xmlText(`${rendering.document}: ${nameOf(rendering)}`)}</h2>\n`;
    yield heads('Row', 'Severity', 'MQM category', 'What', 'Original', 'Rendering', 'Decision');
    for (const flag of rendering.flags) {
      const kind = `${flag.severity}${flag.decision === 'dismissed' ? ' dismissed' : ''}`;
      const decision = [flag.decision ?? 'open', flag.reason ?? ''].filter((one) => one !== '').join(': ');
      yield `<tr class="${kind}">${[
        number(flag.row),
        text(`${flag.severity}, ${sayConfidence(flag.confidence)}`),
        // `Accuracy/Mistranslation` may be cut where it has its stroke.
        text(flag.category).replace('/', '/<wbr>'),
        `<td class="free">${xmlText(flag.message)}</td>`,
        text(flag.source, rendering.sourceLang),
        text(flag.target, rendering.lang),
        text(decision),
      ].join('')}</tr>\n`;
    }
    yield TABLE_END;
  }
  yield PAGE_END;
}

function* printFlagWorkbook(report: FlagReport): Generator<Piece> {
  const columns = [20, 10, 7, 10, 26, 12, 10, 48, 48, 48, 8, 12, 24].map((width) => ({ width }));
  const sheet = printWorkbook(report.title, columns, [
    'Document',
    'Rendering',
    'Row',
    'Severity',
    'MQM category',
    'Check',
    'Confidence',
    'What',
    'Original',
    'Rendering text',
    'Weight',
    'Decision',
    'Reason',
  ]);
  yield sheet.start();
  const plain = (value: string): { value: string; style: 'text' } => ({ value, style: 'text' });
  for (const rendering of report.renderings)
    for (const flag of rendering.flags)
      yield sheet.row([
        plain(rendering.document),
        plain(nameOf(rendering)),
        flag.row,
        plain(flag.severity),
        plain(flag.category),
        plain(flag.check),
        Math.round(flag.confidence * 100) / 100,
        plain(flag.message),
        plain(flag.source),
        plain(flag.target),
        flag.decision === 'dismissed' ? 0 : MQM_WEIGHTS[flag.severity],
        plain(flag.decision ?? 'open'),
        plain(flag.reason ?? ''),
      ]);
  yield sheet.end();
}

function* printFlagJson(report: FlagReport): Generator<string> {
  const head = {
    schema: 'songsong/flag-report@1',
    title: report.title,
    tool: `SongSong ${report.toolVersion}`,
    created: isoDate(report.createdAt),
    weights: MQM_WEIGHTS,
  };
  yield `${JSON.stringify(head).slice(0, -1)},"renderings":[\n`;
  let first = true;
  for (const { flags, ...rendering } of report.renderings) {
    const { counts, penalty, agreedPenalty, perThousand, categories } = scoreFlags({ flags, ...rendering });
    const score = { counts, penalty, agreedPenalty, perThousand, categories };
    const weighed = flags.map((flag) => ({ ...flag, weight: MQM_WEIGHTS[flag.severity] }));
    yield `${first ? '' : ',\n'}${JSON.stringify({ ...rendering, score, flags: weighed })}`;
    first = false;
  }
  yield '\n]}\n';
}

export const FLAG_FORMATS: Readonly<Record<FlagFormatId, FlagFormat>> = {
  'flags-html': {
    name: 'Report of flags (HTML)',
    extension: 'html',
    mediaType: 'text/html',
    binary: false,
    print: printPage,
  },
  'flags-xlsx': {
    name: 'Report of flags (Excel)',
    extension: 'xlsx',
    mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
    binary: true,
    print: printFlagWorkbook,
  },
  'flags-json': {
    name: 'Report of flags (JSON)',
    extension: 'json',
    mediaType: 'application/json',
    binary: false,
    print: printFlagJson,
  },
};
