/** Compares two renderings that are files, beside their original where it is named: what the command line does without a project. */
import { align } from '../core/align/index.ts';
import {
  type BesidePiece,
  compareWords,
  layBeside,
  type SentenceChange,
  type WordChange,
} from '../core/compare/index.ts';
import { escapeHtml, htmlPage } from '../core/format/html.ts';
import { bundledLexicon } from '../core/lexicon/index.ts';
import { isBody, type SegmentedText } from '../core/model.ts';
import { cutFile, type NamedFile } from './cutFile.ts';
import style from './data/comparison.css?raw';
import { countChanges, type VersionCounts } from './versions/counts.ts';

interface FilePiece {
  readonly kind: SentenceChange['kind'];
  readonly text: string;
  readonly words: readonly WordChange[];
}
export interface FileComparison {
  readonly schema: 'songsong/comparison@1';
  readonly lang: string;
  readonly originalLang: string | null;
  readonly before: string;
  readonly after: string;
  readonly counts: VersionCounts;
  readonly rows: readonly {
    readonly changed: boolean;
    readonly original: readonly string[];
    readonly before: readonly string[];
    readonly after: readonly FilePiece[];
  }[];
}

/** Throws the AppErrors of `cutFile`; the second file is read as the language of the first. */
export async function compareFiles(
  before: NamedFile,
  after: NamedFile,
  original: NamedFile | null,
): Promise<FileComparison> {
  const old = body(await cutFile(before));
  const fresh = body(await cutFile({ ...after, lang: after.lang ?? old.lang }));
  const source = original && body(await cutFile(original));
  const beads = source
    ? align({ source, target: old, lexicon: bundledLexicon() }).beads
    : old.segments.map((_, i) => ({ source: [], target: [i] }));
  const texts = [old, fresh].map(({ segments }) => segments.map(({ text }) => text));
  const { rows, changes } = layBeside({ beads, pivot: texts[0]!, texts, lang: old.lang });
  const view = ({ kind, sentence, base }: BesidePiece): FilePiece => {
    const text = texts[kind === 'removed' ? 0 : 1]![sentence]!;
    const was = base === null || kind === 'removed' ? null : texts[0]![base]!;
    return { kind, text, words: was === null || was === text ? [] : compareWords(was, text, old.lang) };
  };
  return {
    schema: 'songsong/comparison@1',
    lang: old.lang,
    originalLang: source?.lang ?? null,
    before: before.name,
    after: after.name,
    counts: countChanges(changes[0]!),
    rows: rows.map((row) => ({
      changed: row.changed,
      original: row.source.map((i) => source!.segments[i]!.text),
      before: row.cells[0]!.map(({ sentence }) => texts[0]![sentence]!),
      after: row.cells[1]!.map(view),
    })),
  };
}

const body = ({ lang, segments }: SegmentedText): SegmentedText => ({
  lang,
  segments: segments.filter(isBody),
});

/** One HTML file that needs nothing beside it. */
export function printComparison(comparison: FileComparison): string {
  const { lang, originalLang, before, after, counts, rows } = comparison;
  const paragraph = (html: string): string => `<p>${html}</p>`;
  const words = ({ kind, text, words: list }: FilePiece): string => {
    const mark = (of: string, said: string): string =>
      of === 'added' ? `<ins>${said}</ins>` : of === 'removed' ? `<del>${said}</del>` : said;
    const said =
      list.length > 0
        ? list.map((word) => mark(word.kind, escapeHtml(word.text))).join('')
        : mark(kind, escapeHtml(text));
    return kind === 'moved' ? `<b class="moved">moved</b> ${said}` : said;
  };
  const cell = (code: string, content: string): string => `<td lang="${escapeHtml(code)}">${content}</td>`;
  const lines = rows.map((row) => {
    const source = originalLang
      ? cell(originalLang, row.original.map((text) => paragraph(escapeHtml(text))).join(''))
      : '';
    const old = cell(lang, row.before.map((text) => paragraph(escapeHtml(text))).join(''));
    const fresh = cell(lang, row.after.map((piece) => paragraph(words(piece))).join(''));
    return `<tr${row.changed ? ' class="changed"' : ''}>${source}${old}${fresh}</tr>`;
  });
  const heads = [...(originalLang ? ['Original'] : []), before, after];
  const said = `${counts.changed} changed, ${counts.moved} moved, ${counts.added} added, ${counts.removed} removed, ${counts.same} the same`;
  return htmlPage(
    `${before} – ${after}`,
    'en',
    style,
    `<h1>${escapeHtml(before)} – ${escapeHtml(after)}</h1>\n${paragraph(said)}\n<table><thead><tr>${heads
      .map((head) => `<th>${escapeHtml(head)}</th>`)
      .join('')}</tr></thead><tbody>\n${lines.join('\n')}\n</tbody></table>`,
  );
}
