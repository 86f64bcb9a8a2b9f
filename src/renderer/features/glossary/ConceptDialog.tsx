import { IconX } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { GlossaryConceptView, TermStatusValue } from '../../../contract/index.ts';
import { nameLanguageItself } from '../../i18n/index.ts';
import { api } from '../../state/api.ts';
import { describeError } from '../../state/errors.ts';
import { tellSuccess } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Dialog } from '../../ui/Dialog.tsx';

const STATUSES: readonly TermStatusValue[] = ['preferred', 'admitted', 'forbidden'];
type Term = GlossaryConceptView['terms'][number];
interface Line extends Term {
  readonly key: number;
}

interface ConceptDialogProps {
  readonly project: string;
  /** null: a new one. */
  readonly concept: GlossaryConceptView | null;
  readonly langs: readonly string[];
  readonly onClose: () => void;
  /** Told the job that checks again, or null. */
  readonly onSaved: (jobId: string | null) => void;
}

/** A concept's terms, a line each; empty lines are left out. */
export const ConceptDialog = ({ project, concept, langs, onClose, onSaved }: ConceptDialogProps) => {
  const { t } = useTranslation();
  const [lines, setLines] = useState<readonly Line[]>(() => {
    const known = concept?.terms ?? [];
    const missing = langs.filter((lang) => !known.some((term) => term.lang === lang));
    return [...known, ...missing.map((lang): Term => ({ lang, text: '', status: 'preferred' }))].map(
      (term, key) => ({ ...term, key }),
    );
  });
  const [note, setNote] = useState(concept?.note ?? '');
  const [problem, setProblem] = useState<string | null>(null);
  const terms = lines.filter(({ text }) => text.trim() !== '');
  const change = (key: number, changes: Partial<Term>) =>
    setLines(lines.map((line) => (line.key === key ? { ...line, ...changes } : line)));
  const save = async () => {
    try {
      const { jobId } = await api.glossary.save({
        project,
        ...(concept && { id: concept.id }),
        note,
        terms: terms.map(({ lang, text, status }) => ({ lang, text, status })),
      });
      tellSuccess(t('glossary.saved', { term: terms[0]?.text.trim() ?? '' }));
      onSaved(jobId);
      onClose();
    } catch (error) {
      setProblem(describeError(error));
    }
  };
  return (
    <Dialog
      title={t(concept ? 'glossary.edit-title' : 'glossary.add-title')}
      wide
      onClose={onClose}
      footer={
        <>
          <Button
            onClick={() =>
              setLines([
                ...lines,
                {
                  key: Math.max(-1, ...lines.map(({ key }) => key)) + 1,
                  lang: langs[0] ?? 'vi',
                  text: '',
                  status: 'preferred',
                },
              ])
            }
          >
            {t('glossary.add-term')}
          </Button>
          <span className="spring" />
          <Button onClick={onClose}>{t('action.cancel')}</Button>
          <Button kind="primary" disabled={terms.length === 0} onClick={() => void save()}>
            {t('glossary.save')}
          </Button>
        </>
      }
    >
      <form
        className="concept-form"
        onSubmit={(event) => {
          event.preventDefault();
          if (terms.length > 0) void save();
        }}
      >
        {lines.map((line, i) => (
          <div key={line.key} className="concept-line">
            <select
              className="input"
              aria-label={t('glossary.language')}
              value={line.lang}
              onChange={({ target }) => change(line.key, { lang: target.value })}
            >
              {[...new Set([...langs, line.lang])].map((lang) => (
                <option key={lang} value={lang}>
                  {nameLanguageItself(lang)}
                </option>
              ))}
            </select>
            <input
              className="input"
              lang={line.lang}
              aria-label={t('glossary.term-in', { language: nameLanguageItself(line.lang) })}
              value={line.text}
              data-autofocus={i === 0 ? true : undefined}
              onChange={({ target }) => change(line.key, { text: target.value })}
            />
            <select
              className="input"
              aria-label={t('glossary.status')}
              value={line.status}
              onChange={({ target }) => change(line.key, { status: target.value as TermStatusValue })}
            >
              {STATUSES.map((status) => (
                <option key={status} value={status}>
                  {t(`term-status.${status}`)}
                </option>
              ))}
            </select>
            <Button
              kind="quiet"
              small
              icon={<IconX size={15} />}
              aria-label={t('glossary.remove-term')}
              onClick={() => setLines(lines.filter(({ key }) => key !== line.key))}
            />
          </div>
        ))}
        <label className="field">
          {t('glossary.note')}
          <input className="input" value={note} onChange={({ target }) => setNote(target.value)} />
        </label>
        {problem !== null && <p className="problem">{problem}</p>}
        <input type="submit" hidden />
      </form>
    </Dialog>
  );
};
