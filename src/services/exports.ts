/** Everything that goes out, whatever its format. */
import type { z } from 'zod';
import type { exportPreflight } from '../contract/index.ts';
import { FLAG_FORMATS } from '../core/format/write/flagReports.ts';
import type { ExportFormatId, FlagFormatId, UnitFormatId } from '../core/format/write/ids.ts';
import { UNIT_FORMATS } from '../core/format/write/registry.ts';
import { prepareFlagReport, reportFlags } from './exportFlags.ts';
import { countProject, prepareProjectJson } from './exportProject.ts';
import {
  type ExportFile,
  type ExportOptions,
  type Program,
  preflightUnits,
  prepareUnits,
} from './exportTexts.ts';
import type { OpenProject } from './openProjects.ts';

const isUnits = (format: ExportFormatId): format is UnitFormatId => format in UNIT_FORMATS;
const isFlags = (format: ExportFormatId): format is FlagFormatId => format in FLAG_FORMATS;

/** Throws AppError `nothing-to-export` with the reason. */
export function prepareExport(project: OpenProject, options: ExportOptions, program: Program): ExportFile[] {
  const { format } = options;
  if (isUnits(format)) return prepareUnits(project, options, program);
  return isFlags(format)
    ? prepareFlagReport(project, options, program)
    : prepareProjectJson(project, options, program);
}

/** What would go out, what would stay and why, and what the format cannot hold. `units` counts flags or documents where these go. */
export async function preflightExport(
  project: OpenProject,
  options: ExportOptions,
  program: Program,
): Promise<z.infer<typeof exportPreflight>> {
  const { format } = options;
  if (isUnits(format)) return preflightUnits(project, options);
  const nothing = { variants: 0, leftOut: [], coarsened: 0, unconfirmed: 0, sample: [] };
  if (isFlags(format)) {
    const { renderings } = reportFlags(project, options, program);
    const flags = renderings.flatMap((rendering) => rendering.flags);
    const open = flags.filter(({ decision, severity }) => decision === null && severity !== 'note');
    const files = renderings.length > 0 ? prepareFlagReport(project, options, program) : [];
    return {
      ...nothing,
      units: flags.length,
      openFlags: open.length,
      losses: ['groups', 'notes', 'history'],
      files: files.map(({ name }) => name),
    };
  }
  const { documents, openFlags } = countProject(project, options);
  const files = prepareProjectJson(project, options, program).map(({ name }) => name);
  return { ...nothing, units: documents, openFlags, losses: ['history'], files };
}
