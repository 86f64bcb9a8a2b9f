/** What a replacement makes of a sentence, hit by hit. */
import type { FindHit, ReplacePreview } from '../../contract/index.ts';
import { beadOfSource, beadOfTarget, getSegment, hashText, isWall } from '../../store/index.ts';
import { type EditRequest, type Ran, runEdit } from '../edits/run.ts';
import type { OpenProject } from '../openProjects.ts';
import { runBounded } from './bounded.ts';
import { compileQuery, type Pattern } from './pattern.ts';
import type { SearchScope } from './search.ts';

export interface Replaced {
  readonly after: string;
  readonly places: readonly { readonly start: number; readonly end: number; readonly text: string }[];
}

/** `$1`, `$<name>`, `$&`, `$$` as JavaScript understands them; groups that are not there stay as they are written. */
const fillGroups = (replacement: string, hit: RegExpMatchArray): string =>
  replacement.replace(/\$(?:(\$)|(&)|(\d{1,2})|<([^>]*)>)/g, (whole, dollar, all, number, name) => {
    if (dollar) return '$';
    if (all) return hit[0];
    if (name !== undefined) return hit.groups ? (hit.groups[name] ?? '') : whole;
    return Number(number) > 0 && Number(number) < hit.length ? (hit[Number(number)] ?? '') : whole;
  });

/** Replaces all hits, or those that begin at `starts`. Throws AppError `pattern-slow`. */
export function replaceIn(
  pattern: Pattern,
  text: string,
  replacement: string,
  starts?: readonly number[],
): Replaced {
  const work = (): Replaced => {
    const places: { start: number; end: number; text: string }[] = [];
    let after = '';
    let last = 0;
    for (const hit of text.matchAll(pattern.expression)) {
      if (hit[0] === '' || (starts && !starts.includes(hit.index))) continue;
      const end = hit.index + hit[0].length;
      const put = pattern.isRegex ? fillGroups(replacement, hit) : replacement;
      places.push({ start: hit.index, end, text: put });
      after += text.slice(last, hit.index) + put;
      last = end;
    }
    return { after: after + text.slice(last), places };
  };
  return pattern.isRegex ? runBounded(pattern.expression.source, work) : work();
}

export function previewReplacement(
  project: OpenProject,
  pattern: Pattern,
  hit: FindHit,
  replacement: string,
): ReplacePreview {
  const { segmentId, documentId, lang, row, number, text, stamp } = hit;
  const { after, places } = replaceIn(pattern, text, replacement);
  return {
    segmentId,
    documentId,
    lang,
    row,
    number,
    before: text,
    after,
    stamp,
    places: [...places],
    confirmed: isConfirmed(project, documentId, segmentId),
  };
}

function isConfirmed(project: OpenProject, documentId: number, segmentId: number): boolean {
  const { store } = project;
  const segment = getSegment(store, segmentId);
  if (!segment) return false;
  return project.index(documentId).alignments.some((alignment) => {
    const bead =
      alignment.sourceId === segment.versionId
        ? beadOfSource(store, alignment.id, segment.rank)
        : alignment.targetId === segment.versionId
          ? beadOfTarget(store, alignment.id, segment.rank)
          : undefined;
    return bead !== undefined && isWall(bead);
  });
}

/** All hits of a sentence, or those that begin at `starts`. */
interface Chosen {
  readonly segmentId: number;
  readonly stamp: number;
  readonly starts?: readonly number[] | undefined;
}
export interface ReplaceAsked extends SearchScope {
  readonly documentId: number;
  readonly replacement: string;
  readonly chosen: 'all' | readonly Chosen[];
  readonly revision?: number | undefined;
}

/** How long all hits of a document may take to find, in ms. */
const PATIENCE = 60_000;

/** One edit of all chosen hits; refused in words where one of them is not there any more. */
export async function replaceHits(request: EditRequest, asked: ReplaceAsked): Promise<Ran> {
  const { project, documentId } = request;
  if (asked.chosen === 'all' && asked.revision !== project.revision(documentId)) {
    const revision = project.revision(documentId);
    const params = { count: 'all' };
    return {
      outcome: { possible: false, say: 'edit.stale-hits', params, editId: null, revision, focusRow: null },
      changes: [],
    };
  }
  const pattern = compileQuery(asked.query);
  const chosen = asked.chosen === 'all' ? await allHits(project, asked) : asked.chosen;
  if (chosen.length === 0) return runNothing(request);
  const stamps: number[] = [];
  const texts = chosen.map(({ segmentId, stamp, starts }) => {
    const text = getSegment(project.store, segmentId)?.text;
    const isStale = text === undefined || hashText(text) !== stamp;
    const { after, places } = isStale
      ? { after: '', places: [] }
      : replaceIn(pattern, text, asked.replacement, starts);
    // A place that is no hit was found in another text than this.
    const isMissed = starts !== undefined && places.length < new Set(starts).size;
    stamps.push(isMissed ? -1 : stamp);
    return after;
  });
  const segmentIds = chosen.map(({ segmentId }) => segmentId);
  return runEdit(request, { type: 'replace-text', segmentIds, stamps, texts });
}

const runNothing = ({ project, documentId }: EditRequest): Ran => ({
  outcome: {
    possible: false,
    say: 'edit.already',
    params: {},
    editId: null,
    revision: project.revision(documentId),
    focusRow: null,
  },
  changes: [],
});

async function allHits(project: OpenProject, asked: ReplaceAsked): Promise<Chosen[]> {
  const search = await project.searches.look(asked, PATIENCE);
  return search.texts.flatMap(({ documentId, versionId, places }) => {
    const ids = project.tables(documentId).ids(versionId);
    return places.map((place) => {
      const segmentId = ids[place]!;
      return { segmentId, stamp: hashText(getSegment(project.store, segmentId)?.text ?? '') };
    });
  });
}
