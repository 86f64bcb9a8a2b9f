/** The report of flags as plain text, for a terminal: one rendering after the other, the gravest first. */
import { confidenceWord } from '../../check/messages.ts';
import { SEVERITIES } from '../../model.ts';
import { type FlagReport, type ReportedFlag, type ReportedRendering, scoreFlags } from './flags.ts';
import { cleanSegment } from './xml.ts';

const WORDS = { certain: 'certain', likely: 'likely', 'please-check': 'please check' } as const;
/** How sure a flag is, in words. */
export const sayConfidence = (confidence: number): string => WORDS[confidenceWord(confidence)];

const LONGEST = 160;
const shorten = (text: string): string => {
  const line = cleanSegment(text);
  return line.length > LONGEST ? `${line.slice(0, LONGEST - 1).trimEnd()}…` : line;
};

const printFlag = (flag: ReportedFlag, { sourceLang, lang }: ReportedRendering): string => {
  const lines = [
    `${flag.severity.toUpperCase()}  ${flag.check}  row ${flag.row}  (${sayConfidence(flag.confidence)})`,
    `  ${cleanSegment(flag.message)}`,
    ...(flag.source === '' ? [] : [`  ${sourceLang.padEnd(3)} ${shorten(flag.source)}`]),
    ...(flag.target === '' ? [] : [`  ${lang.padEnd(3)} ${shorten(flag.target)}`]),
    ...(flag.decision === null ? [] : [`  ${[flag.decision, flag.reason ?? ''].filter(Boolean).join(': ')}`]),
  ];
  return `${lines.join('\n')}\n\n`;
};

/** Notes are counted and not printed; dismissed flags neither. */
export function* printFlagText(report: FlagReport): Generator<string> {
  for (const rendering of report.renderings) {
    const { counts } = scoreFlags(rendering);
    const said = SEVERITIES.filter((severity) => counts[severity] > 0).map(
      (severity) => `${counts[severity]} ${severity}`,
    );
    const name =
      rendering.label === '' || rendering.label === rendering.document ? '' : ` ${rendering.label}`;
    yield `${rendering.document} →${name} ${rendering.lang}: ${rendering.verdict ?? 'not checked'}; ${said.join(', ') || 'no flags'}\n\n`;
    for (const severity of SEVERITIES)
      for (const flag of rendering.flags)
        if (flag.severity === severity && severity !== 'note' && flag.decision !== 'dismissed')
          yield printFlag(flag, rendering);
  }
}
