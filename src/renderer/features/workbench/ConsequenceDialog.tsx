import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Cell, EditCommand, EditOutcome } from '../../../contract/index.ts';
import { moveCursor, useCursor } from '../../grid/cursor.ts';
import type { GridSession } from '../../grid/session.ts';
import { nameLanguageItself } from '../../i18n/index.ts';
import { tellFailure } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

interface ConsequenceDialogProps {
  /** Splits or joins sentences of the original. */
  readonly command: EditCommand;
  readonly session: GridSession;
  readonly onClose: () => void;
}

interface Change {
  readonly language: string;
  readonly before: string;
  readonly after: string;
}

const shape = (source: number, target: number): string => `${source}:${target}`;
const count = (cell: Cell | undefined): readonly [number, number] => [
  cell?.sourceCount ?? 0,
  cell?.segments.length ?? 0,
];

/** What happens to the group of each rendering when the sentence under the cursor is split or joined with the next. */
const foresee = (session: GridSession, command: EditCommand): readonly Change[] => {
  const { row } = useCursor.getState();
  return session.renderings().map(({ alignmentId, lang }) => {
    const cell = session.store.cellAt(row, alignmentId);
    const [source, target] = count(cell);
    const language = nameLanguageItself(lang);
    if (command.type === 'split-segment')
      return { language, before: shape(source, target), after: shape(source + 1, target) };
    const next = session.store.cellAt(row + 1, alignmentId);
    if (next && cell && next.beadId !== cell.beadId) {
      const [nextSource, nextTarget] = count(next);
      return {
        language,
        before: `${shape(source, target)} + ${shape(nextSource, nextTarget)}`,
        after: shape(source + nextSource - 1, target + nextTarget),
      };
    }
    return { language, before: shape(source, target), after: shape(Math.max(1, source - 1), target) };
  });
};

/** Shows, before an original sentence is split or joined, what that means in each rendering. */
export const ConsequenceDialog = ({ command, session, onClose }: ConsequenceDialogProps) => {
  const { t } = useTranslation();
  const [outcome, setOutcome] = useState<EditOutcome | null>(null);
  useEffect(() => {
    session.dryRun(command).then(setOutcome, tellFailure);
  }, [session, command]);
  const carryOut = () => {
    onClose();
    session
      .inTurn(() => session.perform(command))
      .then(() => moveCursor({}))
      .catch(tellFailure);
  };
  return (
    <Dialog
      title={t(`consequence.${command.type}`)}
      onClose={onClose}
      footer={
        <>
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" disabled={outcome?.possible !== true} onClick={carryOut}>
            {t('consequence.go')}
          </Button>
        </>
      }
    >
      {outcome?.possible === false ? (
        <p>{t(outcome.say, outcome.params)}</p>
      ) : (
        <>
          <p>{t('consequence.lead')}</p>
          <dl className="consequences">
            {foresee(session, command).map((change) => (
              <div key={change.language}>
                <dt>{change.language}</dt>
                <dd className="figures">
                  {change.before} → <b>{change.after}</b>
                </dd>
              </div>
            ))}
          </dl>
        </>
      )}
    </Dialog>
  );
};
