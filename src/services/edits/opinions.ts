/** Edits of what people say: decisions on flags, and notes. */

import { AppError } from '../../core/errors.ts';
import { isSpanOf } from '../../core/review/index.ts';
import {
  beadOfTarget,
  type DecisionScope,
  type DecisionSubject,
  decide,
  decisionKey,
  type FlagRow,
  getFlag,
  getNote,
  getSegment,
  insertNote,
  resolveNote,
  type Store,
  type StoredSpan,
  undecide,
} from '../../store/index.ts';
import { beadOfFlag } from '../flagViews.ts';
import {
  type CommandOf,
  type EditContext,
  type Focus,
  focusOn,
  impossible,
  openRow,
  openSegment,
  type Plan,
  possible,
} from './plan.ts';

export function decideFlag(context: EditContext, command: CommandOf<'decide-flag'>): Plan {
  const { store, index, author, at } = context;
  const flag = getFlag(store, command.flagId);
  if (!flag) throw new AppError('not-found', { what: 'flag' });
  const alignment = index.alignment(flag.alignmentId);
  const bead = beadOfFlag(store, flag);
  const focus = bead ? focusOn(openRow(store, alignment, bead)) : null;
  const reason = command.reason?.normalize('NFC') ?? null;
  if (command.decision === null) {
    if (flag.decision === null) return impossible('edit.already');
    // Whatever decided it, on this flag, on its pair or on the whole check.
    return possible(
      'edit.flag-reopened',
      () => {
        for (const scope of ['here', 'pair', 'check'] as const)
          for (const everywhere of [false, true])
            if (undecide(store, scope, decisionKey(flag, scope, everywhere))) return;
      },
      { focus },
    );
  }
  if (flag.decision === command.decision && flag.reason === reason && command.scope === 'here')
    return impossible('edit.already');
  const verdict = command.decision;
  const everywhere = command.scope === 'check-everywhere';
  const scope = command.scope === 'check-everywhere' ? 'check' : command.scope;
  const dismissed = command.scope === 'here' ? 'edit.flag-dismissed' : `edit.flag-dismissed-${command.scope}`;
  return possible(
    verdict === 'agreed' ? 'edit.flag-agreed' : dismissed,
    () =>
      decide(store, scope, decisionKey(flag, scope, everywhere), {
        verdict,
        reason,
        author,
        at,
        about: subjectOf(store, flag, scope, everywhere),
      }),
    { params: { check: flag.check }, focus },
  );
}

/** What a decision is about, in words that outlive the flag. */
function subjectOf(store: Store, flag: FlagRow, scope: DecisionScope, everywhere: boolean): DecisionSubject {
  const textAt = (span: StoredSpan | null, ids: readonly number[]): string => {
    const text = getSegment(store, span?.segmentId ?? ids[0] ?? 0)?.text ?? '';
    return span ? text.slice(span.start, span.end) : text.slice(0, LONGEST_SUBJECT);
  };
  const whole = { check: flag.check, lang: everywhere ? null : flag.lang };
  if (scope === 'check')
    return { ...whole, severity: null, messageCode: null, params: {}, message: '', source: '', target: '' };
  return {
    ...whole,
    severity: flag.severity,
    messageCode: flag.messageCode,
    params: flag.params,
    message: flag.message,
    source: textAt(flag.sourceSpan, flag.sourceSegmentIds),
    target: textAt(flag.targetSpan, flag.targetSegmentIds),
  };
}
/** Of a sentence its beginning is enough to know it again. */
const LONGEST_SUBJECT = 200;

export function note(context: EditContext, command: CommandOf<'note'>): Plan {
  const { store, author, at } = context;
  const segment = openSegment(context, command.segmentId);
  const text = command.text.normalize('NFC').trim();
  if (text === '') return impossible('edit.text-empty');
  const parent = command.parentId === undefined ? null : getNote(store, command.parentId);
  if (parent === undefined) throw new AppError('not-found', { what: 'note' });
  const on = parent || !command.span ? null : wordsMeant(segment.text, command.span);
  if (on === undefined) return impossible('edit.words-gone');
  return possible(
    on ? 'edit.noted-on-words' : 'edit.noted',
    () => {
      insertNote(
        store,
        {
          // An answer stands where its thread stands, and answers the thread as a whole.
          segmentId: parent?.segmentId ?? segment.id,
          parentId: parent && (parent.parentId ?? parent.id),
          author,
          text,
          createdAt: at,
        },
        on,
      );
    },
    { focus: focusOfSegment(context, segment.id), ...(on && { params: { quote: shorten(on.quote) } }) },
  );
}

/** The words as the person saw them: where somebody changed the sentence meanwhile they may stand elsewhere; undefined where they are gone. */
function wordsMeant(text: string, { start, end, quote }: NonNullable<CommandOf<'note'>['span']>) {
  const said = quote.normalize('NFC');
  if (isSpanOf(text, { start, end }) && text.slice(start, end) === said) return { start, end, quote: said };
  const at = said === '' ? -1 : text.indexOf(said);
  return at < 0 ? undefined : { start: at, end: at + said.length, quote: said };
}

const shorten = (words: string): string =>
  words.length > LONGEST_QUOTE ? `${words.slice(0, LONGEST_QUOTE).trimEnd()}…` : words;
/** In the status bar and the history. */
const LONGEST_QUOTE = 40;

export function resolve(context: EditContext, command: CommandOf<'resolve-note'>): Plan {
  const { store, at, author } = context;
  const known = getNote(store, command.noteId);
  if (!known) throw new AppError('not-found', { what: 'note' });
  if ((known.resolvedAt !== null) === command.resolved) return impossible('edit.already');
  return possible(
    command.resolved ? 'edit.note-resolved' : 'edit.note-reopened',
    () => resolveNote(store, known.id, command.resolved ? { by: author, at } : null),
    { focus: focusOfSegment(context, known.segmentId) },
  );
}

function focusOfSegment({ store, index }: EditContext, id: number): Focus | null {
  const segment = getSegment(store, id);
  if (!segment) return null;
  const alignment = index.alignments.find((one) => one.targetId === segment.versionId);
  if (!alignment) return { alignmentId: null, side: 'source', rank: segment.rank };
  return beadOfTarget(store, alignment.id, segment.rank)
    ? { alignmentId: alignment.id, side: 'target', rank: segment.rank }
    : null;
}
