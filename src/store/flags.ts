/** Flags of the checks, and what people decided about them. Only flags of an alignment's current run hold. */
import type { Severity } from '../core/model.ts';
import type { Store } from './open.ts';

export interface StoredSpan {
  readonly segmentId: number;
  readonly start: number;
  readonly end: number;
}
export interface NewFlag {
  readonly check: string;
  readonly category: string;
  readonly severity: Severity;
  /** As it is shown: weighed by what the other renderings say. */
  readonly confidence: number;
  readonly sourceSegmentIds: readonly number[];
  readonly targetSegmentIds: readonly number[];
  readonly sourceSpan: StoredSpan | null;
  readonly targetSpan: StoredSpan | null;
  readonly messageCode: string;
  readonly params: Readonly<Record<string, string | number>>;
  readonly message: string;
  readonly fingerprint: string;
  readonly pairKey: string;
}
export type DecisionScope = 'here' | 'pair' | 'check';
export type DecisionVerdict = 'agreed' | 'dismissed';
export interface FlagRow extends NewFlag {
  readonly id: number;
  readonly alignmentId: number;
  readonly lang: string;
  readonly decision: DecisionVerdict | null;
  readonly reason: string | null;
}

export const nextRun = (store: Store, alignmentId: number): number =>
  ((store.sql('SELECT max(run) FROM flag WHERE alignment_id = ?').pluck().get(alignmentId) as unknown as
    | number
    | null) ?? 0) + 1;

export function insertFlags(store: Store, alignmentId: number, run: number, flags: Iterable<NewFlag>): void {
  const insert = store.sql(
    `INSERT INTO flag (alignment_id, run, check_id, category, severity, confidence, source_anchor, target_anchor,
       source_segments, target_segments, source_span, target_span, message_code, params, message, fingerprint, pair_key)
     VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  );
  for (const flag of flags)
    insert.run(
      alignmentId,
      run,
      flag.check,
      flag.category,
      flag.severity,
      round(flag.confidence),
      flag.sourceSegmentIds[0] ?? null,
      flag.targetSegmentIds[0] ?? null,
      JSON.stringify(flag.sourceSegmentIds),
      JSON.stringify(flag.targetSegmentIds),
      flag.sourceSpan && JSON.stringify(flag.sourceSpan),
      flag.targetSpan && JSON.stringify(flag.targetSpan),
      flag.messageCode,
      JSON.stringify(flag.params),
      flag.message,
      flag.fingerprint,
      flag.pairKey,
    );
}

const round = (confidence: number): number => Math.round(confidence * 1e6) / 1e6;

/** A decision on one flag wins over one on the pair of expressions, and that over one on the whole check. */
const DECIDED = `LEFT JOIN decision AS here ON here.scope = 'here' AND here.key = flag.fingerprint
  LEFT JOIN decision AS pair ON pair.scope = 'pair' AND pair.key = flag.pair_key
  LEFT JOIN decision AS whole ON whole.id = (SELECT one.id FROM decision AS one WHERE one.scope = 'check'
    AND one.key IN (flag.check_id || '/' || version.lang, flag.check_id || '/*') ORDER BY one.key DESC LIMIT 1)`;
/** Flags of the run that holds, with the decisions about them. */
export const CURRENT_FLAG = `FROM flag JOIN alignment ON alignment.id = flag.alignment_id AND alignment.check_run = flag.run
  JOIN version ON version.id = alignment.target_id ${DECIDED}`;
export const FLAG_DECISION = 'coalesce(here.verdict, pair.verdict, whole.verdict)';
const FLAG = `SELECT flag.id, flag.alignment_id AS alignmentId, version.lang, flag.check_id AS "check", flag.category,
  flag.severity, flag.confidence, flag.source_segments AS sources, flag.target_segments AS targets,
  flag.source_span AS sourceSpan, flag.target_span AS targetSpan, flag.message_code AS messageCode, flag.params,
  flag.message, flag.fingerprint, flag.pair_key AS pairKey,
  coalesce(here.verdict, pair.verdict, whole.verdict) AS decision,
  iif(here.id IS NOT NULL, here.reason, iif(pair.id IS NOT NULL, pair.reason, whole.reason)) AS reason ${CURRENT_FLAG}`;

type RawFlag = Omit<
  FlagRow,
  'sourceSegmentIds' | 'targetSegmentIds' | 'sourceSpan' | 'targetSpan' | 'params'
> & {
  readonly sources: string;
  readonly targets: string;
  readonly sourceSpan: string | null;
  readonly targetSpan: string | null;
  readonly params: string;
};
const span = (json: string | null): StoredSpan | null =>
  json === null ? null : (JSON.parse(json) as StoredSpan);
const readFlag = (row: unknown): FlagRow => {
  const { sources, targets, ...raw } = row as RawFlag;
  return {
    ...raw,
    sourceSegmentIds: JSON.parse(sources) as number[],
    targetSegmentIds: JSON.parse(targets) as number[],
    sourceSpan: span(raw.sourceSpan),
    targetSpan: span(raw.targetSpan),
    params: JSON.parse(raw.params) as Record<string, string | number>,
  };
};

export const flagsOf = (store: Store, alignmentId: number): readonly FlagRow[] =>
  store.sql(`${FLAG} WHERE flag.alignment_id = ? ORDER BY flag.id`).all(alignmentId).map(readFlag);

export const getFlag = (store: Store, id: number): FlagRow | undefined => {
  const row = store.sql(`${FLAG} WHERE flag.id = ?`).get(id);
  return row ? readFlag(row) : undefined;
};

/** Flags of an alignment that begin on one of these segments, on either side. */
export const flagsOn = (
  store: Store,
  alignmentId: number,
  segmentIds: readonly number[],
): readonly FlagRow[] => {
  const list = JSON.stringify(segmentIds);
  return store
    .sql(
      `${FLAG} WHERE flag.alignment_id = @alignmentId AND flag.id IN (
         SELECT id FROM flag WHERE source_anchor IN (SELECT value FROM json_each(@list))
         UNION SELECT id FROM flag WHERE target_anchor IN (SELECT value FROM json_each(@list))) ORDER BY flag.id`,
    )
    .all({ alignmentId, list })
    .map(readFlag);
};

/** Open flags of minor and above by the segment that shows them: the first target segment, else the first source segment. */
export const openFlagsAt = (
  store: Store,
  alignmentId: number,
  segmentIds: readonly number[],
): readonly { readonly segmentId: number; readonly severity: Severity }[] =>
  store
    .sql(
      `SELECT coalesce(flag.target_anchor, flag.source_anchor) AS segmentId, flag.severity ${CURRENT_FLAG}
       WHERE flag.alignment_id = @alignmentId AND flag.severity <> 'note' AND flag.id IN (
         SELECT id FROM flag WHERE source_anchor IN (SELECT value FROM json_each(@list)) AND target_anchor IS NULL
         UNION ALL SELECT id FROM flag WHERE target_anchor IN (SELECT value FROM json_each(@list)))
       AND coalesce(here.verdict, pair.verdict, whole.verdict) IS NULL`,
    )
    .all({ alignmentId, list: JSON.stringify(segmentIds) });

export interface FlagCount {
  readonly check: string;
  readonly severity: Severity;
  readonly open: number;
  readonly decided: number;
}
export const countFlags = (store: Store, documentId: number): readonly FlagCount[] =>
  store
    .sql(
      `SELECT flag.check_id AS "check", flag.severity,
         count(*) FILTER (WHERE coalesce(here.verdict, pair.verdict, whole.verdict) IS NULL) AS open,
         count(*) FILTER (WHERE coalesce(here.verdict, pair.verdict, whole.verdict) IS NOT NULL) AS decided
       ${CURRENT_FLAG} WHERE version.document_id = ? AND version.is_current = 1 AND alignment.is_current = 1
       GROUP BY flag.check_id, flag.severity ORDER BY flag.check_id, flag.severity`,
    )
    .all(documentId);

export function deleteFlags(store: Store, ids: readonly number[]): void {
  const remove = store.sql('DELETE FROM flag WHERE id = ?');
  for (const id of ids) remove.run(id);
}

/** The same for many segments of a document at once: one walk over its flags. */
export function deleteFlagsOfSegments(store: Store, documentId: number, segmentIds: readonly number[]): void {
  const gone = new Set(segmentIds);
  const all = store
    .sql(
      `SELECT flag.id, flag.source_anchor AS source, flag.target_anchor AS target, flag.source_segments AS sources,
         flag.target_segments AS targets ${CURRENT_FLAG}
       WHERE version.document_id = ? AND version.is_current = 1 AND alignment.is_current = 1`,
    )
    .all(documentId) as {
    readonly id: number;
    readonly source: number | null;
    readonly target: number | null;
    readonly sources: string;
    readonly targets: string;
  }[];
  const holds = (json: string): boolean => (JSON.parse(json) as number[]).some((id) => gone.has(id));
  const stale = all.filter(
    ({ source, target, sources, targets }) =>
      gone.has(source ?? 0) || gone.has(target ?? 0) || holds(sources) || holds(targets),
  );
  deleteFlags(
    store,
    stale.map(({ id }) => id),
  );
}

/** Takes away what was found in a segment that is about to change: its spans no longer fit. */
export function deleteFlagsOfSegment(store: Store, segmentId: number): void {
  store
    .sql(
      `DELETE FROM flag WHERE id IN (
         SELECT flag.id FROM alignment CROSS JOIN flag ON flag.alignment_id = alignment.id AND flag.run = alignment.check_run
         WHERE alignment.is_current = 1
           AND (alignment.source_id = (SELECT version_id FROM segment WHERE id = @segmentId)
             OR alignment.target_id = (SELECT version_id FROM segment WHERE id = @segmentId))
           AND (flag.source_anchor = @segmentId OR flag.target_anchor = @segmentId
             OR EXISTS (SELECT 1 FROM json_each(flag.source_segments) WHERE value = @segmentId)
             OR EXISTS (SELECT 1 FROM json_each(flag.target_segments) WHERE value = @segmentId)))`,
    )
    .run({ segmentId });
}

/** The name under which a decision of this scope is kept. `everywhere`: a check in all languages, not in the flag's alone. */
export const decisionKey = (
  flag: Pick<FlagRow, 'fingerprint' | 'pairKey' | 'check' | 'lang'>,
  scope: DecisionScope,
  everywhere = false,
): string =>
  scope === 'here'
    ? flag.fingerprint
    : scope === 'pair'
      ? flag.pairKey
      : `${flag.check}/${everywhere ? '*' : flag.lang}`;

/** What a decision was about, for people who look at it when its flag may be gone. */
export interface DecisionSubject {
  readonly check: string;
  /** null: in all languages. */
  readonly lang: string | null;
  readonly severity: Severity | null;
  /** null where the decision is on a whole check. */
  readonly messageCode: string | null;
  readonly params: Readonly<Record<string, string | number>>;
  readonly message: string;
  readonly source: string;
  readonly target: string;
}

export function decide(
  store: Store,
  scope: DecisionScope,
  key: string,
  decision: {
    verdict: DecisionVerdict;
    reason: string | null;
    author: string;
    at: number;
    about: DecisionSubject | null;
  },
): void {
  store
    .sql(
      `INSERT INTO decision (scope, key, verdict, reason, author, decided_at, about) VALUES (?, ?, ?, ?, ?, ?, ?)
       ON CONFLICT (scope, key) DO UPDATE SET verdict = excluded.verdict, reason = excluded.reason,
         author = excluded.author, decided_at = excluded.decided_at, about = excluded.about`,
    )
    .run(
      scope,
      key,
      decision.verdict,
      decision.reason,
      decision.author,
      decision.at,
      decision.about && JSON.stringify(decision.about),
    );
}

/** Takes back a decision; false where there was none. */
export const undecide = (store: Store, scope: DecisionScope, key: string): boolean =>
  store.sql('DELETE FROM decision WHERE scope = ? AND key = ?').run(scope, key).changes > 0;

export interface DecisionRow {
  readonly id: number;
  readonly scope: DecisionScope;
  readonly key: string;
  readonly verdict: DecisionVerdict;
  readonly reason: string | null;
  readonly author: string;
  readonly at: number;
  /** null for decisions of older versions whose flag is gone. */
  readonly about: DecisionSubject | null;
  /** Flags of current runs that it decides. */
  readonly flags: number;
}

/** All decisions, newest first. */
export const listDecisions = (store: Store): readonly DecisionRow[] =>
  (
    store
      .sql(
        `WITH shown AS (SELECT flag.fingerprint, flag.pair_key, flag.check_id, version.lang FROM flag
           JOIN alignment ON alignment.id = flag.alignment_id AND alignment.check_run = flag.run AND alignment.is_current = 1
           JOIN version ON version.id = alignment.target_id AND version.is_current = 1)
         SELECT id, scope, key, verdict, reason, author, decided_at AS at, about, CASE scope
           WHEN 'here' THEN (SELECT count(*) FROM shown WHERE fingerprint = key)
           WHEN 'pair' THEN (SELECT count(*) FROM shown WHERE pair_key = key)
           ELSE (SELECT count(*) FROM shown WHERE key IN (check_id || '/' || lang, check_id || '/*')) END AS flags
         FROM decision ORDER BY decided_at DESC, id DESC`,
      )
      .all() as (Omit<DecisionRow, 'about'> & { readonly about: string | null })[]
  ).map((row) => ({ ...row, about: row.about === null ? null : (JSON.parse(row.about) as DecisionSubject) }));

export const getDecision = (store: Store, id: number): DecisionRow | undefined =>
  listDecisions(store).find((decision) => decision.id === id);

/** What triangulation needs of a stored flag, and what it changes. */
export interface WeighableFlag {
  readonly id: number;
  readonly check: string;
  readonly confidence: number;
  readonly source: readonly number[];
  readonly target: readonly number[];
  readonly sourceSpan: { readonly segment: number; readonly start: number; readonly end: number } | null;
  readonly params: Readonly<Record<string, string | number>>;
}

/**
 * Flags of the run that holds about some sentences of the original (`all`: about any), and those on text without an original; segments
 * are ids.
 */
export const weighableFlags = (
  store: Store,
  alignmentId: number,
  about: readonly number[] | 'all',
): readonly WeighableFlag[] =>
  (
    store
      .sql(
        `SELECT flag.id, flag.check_id AS "check", flag.confidence, flag.source_segments AS sources,
           flag.target_segments AS targets, flag.source_span AS sourceSpan, flag.params
         FROM flag JOIN alignment ON alignment.id = flag.alignment_id AND alignment.check_run = flag.run
         WHERE flag.alignment_id = @alignmentId AND (@list IS NULL OR flag.source_anchor IS NULL
           OR flag.source_anchor IN (SELECT value FROM json_each(@list))
           -- Most flags are about one sentence, and need not be looked into.
           OR flag.source_segments LIKE '%,%' AND EXISTS (SELECT 1 FROM json_each(flag.source_segments) AS about
             WHERE about.value IN (SELECT value FROM json_each(@list)))) ORDER BY flag.id`,
      )
      .all({ alignmentId, list: about === 'all' ? null : JSON.stringify(about) }) as {
      readonly id: number;
      readonly check: string;
      readonly confidence: number;
      readonly sources: string;
      readonly targets: string;
      readonly sourceSpan: string | null;
      readonly params: string;
    }[]
  ).map(({ sources, targets, sourceSpan, params, ...flag }) => {
    const at = span(sourceSpan);
    return {
      ...flag,
      source: JSON.parse(sources) as number[],
      target: JSON.parse(targets) as number[],
      sourceSpan: at && { segment: at.segmentId, start: at.start, end: at.end },
      params: JSON.parse(params) as Record<string, string | number>,
    };
  });

/** Gives a flag the confidence and parameters that the other renderings leave it. */
export const weighFlag = (
  store: Store,
  { id, confidence, params }: Pick<WeighableFlag, 'id' | 'confidence' | 'params'>,
): void => {
  store
    .sql('UPDATE flag SET confidence = ?, params = ? WHERE id = ?')
    .run(round(confidence), JSON.stringify(params), id);
};
