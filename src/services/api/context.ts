/** What the procedures share, and how each is wrapped: AppErrors become `APP_ERROR`, faults of ours `internal`. */
import { implement, ORPCError } from '@orpc/server';
import { contract } from '../../contract/index.ts';
import type { Pool } from '../../workers/pool.ts';
import type { AfterEdits } from '../afterEdits.ts';
import type { EventLog } from '../events.ts';
import { type Fault, toFault } from '../faults.ts';
import type { FileShelf } from '../fileShelf.ts';
import type { Clock, Host } from '../host.ts';
import type { Jobs } from '../jobs.ts';
import type { OpenProjects } from '../openProjects.ts';
import type { RecentProjects } from '../recentProjects.ts';
import type { Reviewer } from '../reviewer.ts';
import type { SettingsFile } from '../settings.ts';

export interface Shared {
  readonly host: Host;
  readonly now: Clock;
  /** Who edits: the reviewer's name. */
  readonly author: string;
  readonly reviewer: Reviewer;
  /** Where projects are made. */
  readonly projectFolder: string;
  readonly pool: Pool;
  readonly shelf: FileShelf;
  readonly projects: OpenProjects;
  readonly recent: RecentProjects;
  readonly settings: SettingsFile;
  readonly events: EventLog;
  readonly jobs: Jobs;
  readonly afterEdits: AfterEdits;
  readonly report: (error: unknown) => Fault;
}

export const procedures = (shared: Shared) =>
  implement(contract).use(async ({ next }) => {
    try {
      return await next();
    } catch (error) {
      // Wrong input and what is an answer already pass as they are.
      if (error instanceof ORPCError) throw error;
      const fault = toFault(error, shared.report);
      throw new ORPCError('APP_ERROR', {
        status: fault.code === 'internal' ? 500 : 422,
        message: fault.code,
        data: fault,
      });
    }
  });
export type Procedures = ReturnType<typeof procedures>;
