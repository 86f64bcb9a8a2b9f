/** All use cases behind one contract; the hosts (desktop, web, command line) serve or call the router. */
import { join } from 'node:path';
import type { z } from 'zod';
import { exportOptions, type JobState, type ProjectSummary } from '../contract/index.ts';
import type { FlagReport } from '../core/format/write/flags.ts';
import type { LexiconSource } from '../workers/lexiconSource.ts';
import { createPool, type Pool } from '../workers/pool.ts';
import { followEdits } from './afterEdits.ts';
import { procedures, type Shared } from './api/context.ts';
import { editProcedures } from './api/edits.ts';
import { findProcedures } from './api/find.ts';
import { glossaryProcedures } from './api/glossary.ts';
import { outputProcedures } from './api/outputs.ts';
import { overviewProcedures } from './api/overview.ts';
import { packageProcedures } from './api/packages.ts';
import { createAt, noteProgress, openByPath, projectProcedures } from './api/projects.ts';
import { reviewProcedures } from './api/review.ts';
import { versionProcedures } from './api/versions.ts';
import { workProcedures } from './api/work.ts';
import { workbookProcedures } from './api/workbooks.ts';
import { createEventLog } from './events.ts';
import { reportFlags } from './exportFlags.ts';
import { prepareExport } from './exports.ts';
import type { ExportFile } from './exportTexts.ts';
import { reporter } from './faults.ts';
import { createFileShelf } from './fileShelf.ts';
import type { Clock, Host } from './host.ts';
import { type ImportTmxInput, importMemory } from './importTmx.ts';
import { createJobs } from './jobs.ts';
import { createOpenProjects } from './openProjects.ts';
import { createRecentProjects } from './recentProjects.ts';
import { createRechecks } from './rechecks.ts';
import { createRescores } from './rescores.ts';
import { createReviewer } from './reviewer.ts';
import { createSettingsFile } from './settings.ts';
import { watchLexiconFolder } from './userLexicon.ts';

export type { Host } from './host.ts';

export interface ServicesOptions {
  /** Where projects and the list of recent ones are kept. */
  readonly dataFolder: string;
  readonly host: Host;
  /** The built worker entry (`out/main/workers.js`), or a way to make a pool. */
  readonly workers: string | URL | ((lexicon: LexiconSource) => Pool);
  /** Texts of lexicon files beside those of the data folder. */
  readonly lexicons?: readonly string[];
  readonly now?: Clock;
  /** Whose name edits and notes bear. */
  readonly author?: string;
}

export function createServices(options: ServicesOptions) {
  const now = options.now ?? Date.now;
  const events = createEventLog(now());
  const report = reporter(options.host);
  const workers = options.workers;
  const lexicon = watchLexiconFolder(join(options.dataFolder, 'lexicon'), report, options.lexicons);
  const pool = typeof workers === 'function' ? workers(lexicon) : createPool(workers, undefined, lexicon);
  const reviewer = createReviewer(join(options.dataFolder, 'reviewer.json'), options.author);
  const rechecks = createRechecks(pool, report);
  const shared: Shared = {
    host: options.host,
    now,
    get author() {
      return reviewer.name();
    },
    reviewer,
    projectFolder: join(options.dataFolder, 'projects'),
    pool,
    shelf: createFileShelf(),
    projects: createOpenProjects(events.emit, report),
    recent: createRecentProjects(join(options.dataFolder, 'recent.json')),
    settings: createSettingsFile(join(options.dataFolder, 'settings.json')),
    events,
    jobs: createJobs(events.emit, report),
    afterEdits: followEdits([rechecks, createRescores(pool, rechecks, report)]),
    report,
  };
  const os = procedures(shared);
  return {
    router: os.router({
      ...projectProcedures(os, shared),
      ...workProcedures(os, shared),
      ...editProcedures(os, shared),
      ...outputProcedures(os, shared),
      ...workbookProcedures(os, shared),
      ...versionProcedures(os, shared),
      ...reviewProcedures(os, shared),
      ...packageProcedures(os, shared),
      ...glossaryProcedures(os, shared),
      ...findProcedures(os, shared),
      ...overviewProcedures(os, shared),
    }),
    /** Opens a project for a program that knows its path. */
    openPath: (path: string): ProjectSummary => openByPath(shared, path),
    /** Makes a project at a path. */
    createAt: (path: string, name: string, sourceLang = 'vi'): ProjectSummary =>
      createAt(shared, path, name, sourceLang),
    /** The files of an export, for a program that writes them itself: they stream, whatever their size. */
    prepareExport: (project: string, options: z.input<typeof exportOptions>): ExportFile[] =>
      prepareExport(shared.projects.get(project), exportOptions.parse(options), {
        version: shared.host.version,
        at: now(),
      }),
    /** What the checks said of all that is in a project, and what people decided, for a program that prints it. */
    reportFlags: (project: string): FlagReport =>
      reportFlags(shared.projects.get(project), exportOptions.parse({ format: 'flags-html' }), {
        version: shared.host.version,
        at: now(),
      }),
    /** Takes in a translation memory of any size, as a document. */
    importMemory: (project: string, input: ImportTmxInput): Promise<number> =>
      importMemory(shared.projects.get(project), input, now, shared.author),
    /** A name for a file of the machine, to hand to `documents.preview` and `documents.add`. */
    fileOf: (path: string): string => shared.shelf.putPath(path),
    /** Until a job has ended, however. */
    finished: (jobId: string): Promise<JobState> => shared.jobs.finished(jobId),
    /** Until the rows that were edited are checked again, and those beside confirmed ones judged anew. */
    idle: (): Promise<void> => shared.afterEdits.idle(),
    /** Stops jobs and closes all projects. */
    close: async (): Promise<void> => {
      shared.afterEdits.close();
      await shared.jobs.close();
      await pool.close();
      for (const project of shared.projects.all()) noteProgress(shared, project);
      shared.projects.closeAll();
      events.close();
    },
  };
}
export type Services = ReturnType<typeof createServices>;
