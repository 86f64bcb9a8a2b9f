/** Follows the services' event stream: progress of jobs, and notices that a project changed. */
import { create } from 'zustand';
import type { AppEvent, JobState } from '../../contract/index.ts';
import { api, queries, queryClient } from './api.ts';
import { noteRevision } from './revisions.ts';

type ChangedNotice = Extract<AppEvent['body'], { type: 'changed' }>;

const RECONNECT_MS = 1000;

export const useJobs = create<Readonly<Record<string, JobState>>>(() => ({}));

const listeners = new Set<(notice: ChangedNotice) => Promise<void> | void>();

/** Calls `listen` for every change of a project; gives a function that stops it. */
export const onChanged = (listen: (notice: ChangedNotice) => Promise<void> | void): (() => void) => {
  listeners.add(listen);
  return () => listeners.delete(listen);
};

/** Marks everything that is derived from projects as out of date; what is on screen is fetched again. */
export const refreshDerived = (): void => {
  for (const room of [
    queries.flags,
    queries.edits.history,
    queries.exports.preflight,
    queries.prepare,
    queries.versions,
    queries.review,
    queries.grid.rows,
    queries.find,
    queries.filters,
    queries.concordance,
    queries.unaligned,
    queries.map,
    queries.snapshots.list,
    queries.glossary,
    queries.decisions,
    queries.inspector.candidates,
  ])
    void queryClient.invalidateQueries({ queryKey: room.key() });
  refreshFigures();
  refreshInspector();
  refreshOverview();
};

/** The first of several edits is followed at once; what others do in quick succession then is taken in together. */
const DERIVED_EVERY_MS = 250;
let derivedTimer = 0;
let derivedAt = 0;
const refreshDerivedInTurn = (): void => {
  if (derivedTimer !== 0) return;
  derivedTimer = window.setTimeout(
    () => {
      derivedTimer = 0;
      derivedAt = performance.now();
      refreshDerived();
    },
    Math.max(0, derivedAt + DERIVED_EVERY_MS - performance.now()),
  );
};

/** Counted over the whole document: after a quick succession of edits once, so that the next edit does not wait for it. */
const refreshSoon = (key: () => readonly unknown[], after: number): (() => void) => {
  let timer = 0;
  return () => {
    window.clearTimeout(timer);
    timer = window.setTimeout(() => void queryClient.invalidateQueries({ queryKey: key() }), after);
  };
};
const FIGURES_AFTER_MS = 200;
const OVERVIEW_AFTER_MS = 700;
const refreshFigures = refreshSoon(() => queries.projects.get.key(), FIGURES_AFTER_MS);
// The evidence of a group is judged anew by the aligner.
const refreshInspector = refreshSoon(() => queries.inspector.bead.key(), FIGURES_AFTER_MS);
const refreshOverview = refreshSoon(() => queries.grid.overview.key(), OVERVIEW_AFTER_MS);

const take = (event: AppEvent): void => {
  if (event.body.type === 'job') {
    const { job } = event.body;
    useJobs.setState({ [job.jobId]: job });
    return;
  }
  const notice = event.body;
  const { project, documentId, revision } = notice;
  if (documentId !== null) noteRevision({ project, documentId }, revision);
  // The grid first: an edit may have taken away the group that the inspector asks about.
  void Promise.allSettled([...listeners].map((listen) => listen(notice))).then(() => refreshDerivedInTurn());
};

/** Runs for the life of the page; after a break it goes on where it was. */
export const followEvents = async (): Promise<never> => {
  let after = 0;
  for (;;) {
    try {
      for await (const event of await api.app.events({ after })) {
        after = event.eventId;
        take(event);
      }
    } catch {
      // The host is gone or the stream was cut; calls that matter tell their own failure.
    }
    await new Promise((resolve) => window.setTimeout(resolve, RECONNECT_MS));
  }
};
