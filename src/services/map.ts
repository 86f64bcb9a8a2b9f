/** The dot plot of one rendering: where its groups stand in both texts. */
import type { MapPoint } from '../contract/index.ts';
import { SEVERITIES } from '../core/model.ts';
import { getSegment, isWall, linksOf } from '../store/index.ts';
import { rowOf } from './candidates.ts';
import { countUpTo } from './documentIndex.ts';
import { STATUSES } from './documentTables.ts';
import { readFacets } from './filters/facets.ts';
import type { OpenProject } from './openProjects.ts';

const MOST_LINKS = 2000;

export interface MapAsked {
  readonly documentId: number;
  readonly alignmentId: number;
  readonly squares: number;
  readonly furniture: boolean;
}

export function plotAlignment(project: OpenProject, asked: MapAsked) {
  const { documentId, furniture } = asked;
  const tables = project.tables(documentId);
  const alignment = tables.index.alignment(asked.alignmentId);
  const { table, places, flags } = readFacets(project, documentId, alignment, furniture);
  const sourceTotal = tables.visible(alignment.sourceId, furniture).length;
  const targetTotal = tables.visible(alignment.targetId, furniture).length;
  const side = Math.max(1, Math.max(sourceTotal, targetTotal) / asked.squares);
  const points = new Map<string, MapPoint>();
  for (let bead = 0; bead < table.ids.length; bead++) {
    const [sources, targets] = [places.sources[bead]!, places.targets[bead]!];
    if (sources + targets === 0) continue;
    const x = places.sourceFrom[bead]! + sources / 2;
    const y = places.targetFrom[bead]! + targets / 2;
    const name = side > 1 ? `${Math.floor(x / side)} ${Math.floor(y / side)}` : String(bead);
    let point = points.get(name);
    if (!point) {
      const row = places.firstRow[bead]!;
      point = {
        x,
        y,
        row: row < 0 ? null : row,
        groups: 0,
        confirmed: 0,
        omissions: 0,
        additions: 0,
        flags: 0,
        worst: null,
      };
      points.set(name, point);
    }
    // The centre of what is in the square.
    point.x += (x - point.x) / (point.groups + 1);
    point.y += (y - point.y) / (point.groups + 1);
    point.groups += 1;
    if (isWall({ status: STATUSES[table.status[bead]!]! })) point.confirmed += 1;
    if (targets === 0) point.omissions += 1;
    if (sources === 0) point.additions += 1;
    for (const { severity } of flags.get(bead) ?? []) {
      if (severity === 'note') continue;
      point.flags += 1;
      if (point.worst === null || SEVERITIES.indexOf(severity) < SEVERITIES.indexOf(point.worst))
        point.worst = severity;
    }
  }
  const centreOf = (versionId: number, segmentId: number): number | null => {
    const segment = getSegment(project.store, segmentId);
    return segment ? countUpTo(tables.visible(versionId, furniture), segment.rank) - 0.5 : null;
  };
  const links = linksOf(project.store, alignment.id)
    .slice(0, MOST_LINKS)
    .flatMap(({ sourceSegmentId, targetSegmentId }) => {
      const x = centreOf(alignment.sourceId, sourceSegmentId);
      const y = centreOf(alignment.targetId, targetSegmentId);
      if (x === null || y === null) return [];
      const source = getSegment(project.store, sourceSegmentId)!;
      return { x, y, row: rowOf(project, documentId, source, furniture) };
    });
  return {
    revision: project.revision(documentId),
    sourceTotal,
    targetTotal,
    points: [...points.values()],
    links,
  };
}
