/** The result of aligning files without a project, as `--format json` prints it; described in docs/alignment.schema.json. */
import type { Bead, Flag, Link, Segment, Verdict } from '../model.ts';

export interface AlignedSource {
  /** As the person named it. */
  readonly file: string;
  readonly lang: string;
  readonly segments: readonly Segment[];
}

export interface AlignedTarget extends AlignedSource {
  readonly verdict: Verdict;
  readonly beads: readonly Bead[];
  readonly links: readonly Link[];
  readonly flags: readonly Flag[];
}

export interface AlignmentFile {
  readonly schema: 'songsong/alignment@1';
  /** null: renderings were checked without their original. */
  readonly source: AlignedSource | null;
  readonly targets: readonly AlignedTarget[];
}
