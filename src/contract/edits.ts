/**
 * The edits of a document, as values: one command stands behind key, mouse, palette and menu, and the command line.
 * Beads are named by id; `beadId` always belongs to `alignmentId`.
 */
import { z } from 'zod';
import { beadStatus, id } from './model.ts';

const bead = { alignmentId: id, beadId: id };
const text = z.string().max(100_000);

/** What taking a sentence over from another version does to the version that people work on. */
export const takeChange = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('replace'), segmentId: id, text }),
  z.object({ kind: z.literal('remove'), segmentId: id }),
  /** One of the three tells the place: behind or before a sentence, in its group, or in the group of a sentence of the original. */
  z.object({
    kind: z.literal('insert'),
    versionId: id,
    after: id.nullable(),
    before: id.nullable(),
    original: id.nullable(),
    texts: z.array(text).min(1),
  }),
]);
export type TakeChange = z.infer<typeof takeChange>;

export const editCommand = z.discriminatedUnion('type', [
  /** Sets the status of beads; `confirmed` with an empty side accepts an omission or addition. */
  z.object({
    type: z.literal('status'),
    beads: z.array(z.object(bead)).min(1).max(100_000),
    status: beadStatus,
    reason: text.optional(),
  }),
  /** Confirms every unconfirmed bead of an alignment up to and including this one. */
  z.object({ type: z.literal('confirm-up-to'), ...bead }),
  /** Joins the bead with the one after it. */
  z.object({ type: z.literal('merge'), ...bead }),
  /** Joins the row's beads with those of the next row in all languages. */
  z.object({ type: z.literal('merge-row'), beads: z.array(z.object(bead)).min(1).max(50) }),
  /** Splits a bead of several sentences after its first source and first target sentence, or where told. */
  z.object({
    type: z.literal('split'),
    ...bead,
    sourceCount: z.number().int().min(0).optional(),
    targetCount: z.number().int().min(0).optional(),
  }),
  /** The first target sentence goes to the bead before. */
  z.object({ type: z.literal('first-up'), ...bead }),
  /** The last target sentence goes to the bead after. */
  z.object({ type: z.literal('last-down'), ...bead }),
  /**
   * Moves the border between the bead and the next one to before or after a sentence of either text, or to where another bead begins
   * or ends. What it passes changes sides; whole beads that it passes become part of the one that grows.
   */
  z.object({
    type: z.literal('move-border'),
    ...bead,
    to: z.union([
      z.object({ segmentId: id, where: z.enum(['before', 'after']) }),
      z.object({ beadId: id, where: z.enum(['before', 'after']) }),
    ]),
  }),
  /** Moves all target groups from here on by one source sentence, up to the next confirmed bead. */
  z.object({ type: z.literal('push'), ...bead }),
  z.object({ type: z.literal('pull'), ...bead }),
  /** Cuts the bead into an omission and an addition. */
  z.object({ type: z.literal('unlink'), ...bead }),
  /** Finds the groups of stretches anew, between the confirmed ones; `grow`: out to the confirmed groups around, as far as they are near. */
  z.object({
    type: z.literal('realign'),
    ranges: z
      .array(z.object({ alignmentId: id, firstBeadId: id, lastBeadId: id }))
      .min(1)
      .max(50),
    grow: z.boolean().default(false),
  }),
  /** Links a source sentence with a target sentence: re-cuts between the walls, or (where that cannot be, or `crossing` is told) stores a crossing link. */
  z.object({
    type: z.literal('link'),
    alignmentId: id,
    sourceSegmentId: id,
    targetSegmentId: id,
    crossing: z.boolean().optional(),
  }),
  z.object({ type: z.literal('edit-text'), segmentId: id, text }),
  /** Makes sentences what they are in another version, all as one edit; `label` names that version. */
  z.object({
    type: z.literal('take-over'),
    changes: z.array(takeChange).min(1).max(10_000),
    label: z.string().max(300),
  }),
  /** New texts of many sentences. Stamps (see `findHit`) name the texts that are replaced: where one is another, nothing is done. */
  z.object({
    type: z.literal('replace-text'),
    segmentIds: z.array(id).min(1).max(50_000),
    stamps: z.array(z.number()).describe('one for each sentence'),
    texts: z.array(text).describe('one for each sentence'),
  }),
  z.object({ type: z.literal('split-segment'), segmentId: id, at: z.number().int().min(1) }),
  /** Joins a sentence with the next one of its text. */
  z.object({ type: z.literal('join-segment'), segmentId: id }),
  z.object({
    type: z.literal('segment-kind'),
    segmentIds: z.array(id).min(1),
    kind: z.enum(['text', 'heading', 'caption', 'list', 'furniture', 'metadata']),
  }),
  z.object({
    type: z.literal('decide-flag'),
    flagId: id,
    decision: z.enum(['agreed', 'dismissed']).nullable(),
    /** This flag; this pair of expressions everywhere; the whole check in this language, or in all languages of the project. */
    scope: z.enum(['here', 'pair', 'check', 'check-everywhere']).default('here'),
    reason: text.optional(),
  }),
  /** A note on a sentence, or on some words of it; answers (`parentId`) are where their thread is. */
  z.object({
    type: z.literal('note'),
    segmentId: id,
    text,
    parentId: id.optional(),
    span: z
      .object({
        start: z.number().int().min(0).describe('UTF-16 offset into the sentence as it was seen'),
        end: z.number().int().min(1),
        quote: text.describe('what stood there: if it stands elsewhere now, the note goes there'),
      })
      .optional(),
  }),
  z.object({ type: z.literal('resolve-note'), noteId: id, resolved: z.boolean() }),
]);
export type EditCommand = z.infer<typeof editCommand>;
export type EditType = EditCommand['type'];
