/** Edits of statuses. */
import { beadsFromTo, setStatus } from '../../store/index.ts';
import { hasBodyText } from '../summaries.ts';
import {
  type CommandOf,
  type EditContext,
  focusOn,
  impossible,
  openBead,
  type Plan,
  possible,
} from './plan.ts';

export function status(context: EditContext, command: CommandOf<'status'>): Plan {
  const { store, author, at } = context;
  const first = openBead(context, command.beads[0]!);
  const opened = command.beads.map((bead) => openBead(context, bead).bead);
  const reason = command.reason?.normalize('NFC') ?? null;
  const same = (bead: { status: string }): boolean => bead.status === command.status && reason === null;
  const work = opened.filter((bead) => !same(bead));
  if (work.length === 0) return impossible('edit.already');
  const isVerdict = command.status !== 'auto' && command.status !== 'edited' && command.status !== 'stale';
  const review = isVerdict ? { reviewer: author, at, reason } : { reviewer: null, at: null, reason };
  return possible(
    command.status === 'confirmed' ? 'edit.confirmed' : 'edit.status',
    () => {
      for (const bead of work)
        setStatus(store, bead.alignmentId, bead.id, { status: command.status, ...review });
    },
    { params: { count: work.length, status: command.status }, focus: focusOn(first) },
  );
}

/** Everything open up to here: neither what was rejected nor page furniture. */
export function confirmUpTo(context: EditContext, command: CommandOf<'confirm-up-to'>): Plan {
  const { store, author, at } = context;
  const opened = openBead(context, command);
  const work = beadsFromTo(store, opened.alignment.id, { sourceTo: 0, targetTo: 0 }, opened.bead).filter(
    (bead) => !['confirmed', 'reviewed', 'rejected'].includes(bead.status),
  );
  const body = work.filter((bead) => hasBodyText(store, opened.alignment, bead));
  if (body.length === 0) return impossible('edit.already');
  return possible(
    'edit.confirmed-up-to',
    () => {
      for (const bead of body)
        setStatus(store, bead.alignmentId, bead.id, {
          status: 'confirmed',
          reviewer: author,
          at,
          reason: null,
        });
    },
    { params: { count: body.length }, focus: focusOn(opened) },
  );
}
