/**
 * Which state of a document this window has seen at least: what services say of changes is noted before the screens ask for what
 * changed, so lists on screen are never older. Edits from screens without a grid carry it along.
 */
import type { Seen } from '../../contract/index.ts';
import { windowName } from './thisWindow.ts';

interface Place {
  readonly project: string;
  readonly documentId: number;
}

const known = new Map<string, number>();
const nameOf = ({ project, documentId }: Place): string => `${project}/${documentId}`;

/** A change of the document that everything on screen is brought up to. */
export const noteRevision = (place: Place, revision: number): void => {
  known.set(nameOf(place), Math.max(revision, known.get(nameOf(place)) ?? 0));
};

/** The state in which the document was opened, as long as no change of it is known. */
export const noteOpened = (place: Place, revision: number): void => {
  if (!known.has(nameOf(place))) known.set(nameOf(place), revision);
};

export const seenOf = (place: Place): Seen | undefined => {
  const revision = known.get(nameOf(place));
  return revision === undefined ? undefined : { revision, window: windowName };
};
