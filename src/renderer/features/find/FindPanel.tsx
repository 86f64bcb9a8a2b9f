import './find.css';
import { IconChevronDown, IconChevronUp, IconX } from '@tabler/icons-react';
import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { requestFocus } from '../../grid/cursor.ts';
import { showFound } from '../../grid/marks.ts';
import { useGridSession } from '../../grid/session.ts';
import { runCommand } from '../../keys/commands.ts';
import { useOpenDocument } from '../../state/documents.ts';
import { describeError } from '../../state/errors.ts';
import { tellFailure } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { Pager } from '../../ui/Pager.tsx';
import { changeSearch, readQuery, useFind } from './findState.ts';
import { HitList } from './HitList.tsx';
import { PAGE, stepHit, useHits } from './hits.ts';
import { LanguageChips } from './LanguageChips.tsx';
import { QueryFields } from './QueryFields.tsx';
import { ReplaceList } from './ReplaceList.tsx';
import { replaceChosen, useReplacePreview } from './replacing.ts';

const NONE: ReadonlySet<number> = new Set();

const close = () => {
  useFind.setState({ open: false });
  showFound([]);
  requestFocus();
};

/** Find and replace over all languages, beside the grid. Replacing shows first what would change. */
export const FindPanel = () => {
  const { t } = useTranslation();
  const session = useGridSession();
  const { document } = useOpenDocument();
  const { replacing, wanted, langs, replacement, current, fieldRequests } = useFind();
  const field = useRef<HTMLInputElement>(null);
  const [without, setWithout] = useState(NONE);
  const [busy, setBusy] = useState(false);
  const found = useHits(session);
  const query = readQuery(wanted);
  const from = Math.floor((current ?? 0) / PAGE) * PAGE;
  const plan = replacing && query ? { query, langs, replacement } : null;
  const preview = useReplacePreview(session, plan, from);
  const page = query ? found.data : undefined;
  const hits = page?.hits;
  // biome-ignore lint/correctness/useExhaustiveDependencies: each request puts the focus into the field
  useEffect(() => {
    field.current?.select();
  }, [fieldRequests]);
  useEffect(() => showFound(hits ?? []), [hits]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: other words, other sentences to leave out
  useEffect(() => setWithout(NONE), [wanted, langs]);
  const handleKey = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Escape') {
      close();
      event.preventDefault();
    }
  };
  const stepByEnter = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing || event.key !== 'Enter') return;
    event.preventDefault();
    stepHit(session, event.shiftKey ? -1 : 1).catch(tellFailure);
  };
  const count = Math.max(0, (preview.data?.total ?? 0) - without.size);
  const replace = async () => {
    if (!plan || count === 0) return;
    setBusy(true);
    try {
      if (await replaceChosen(session, plan, without)) setWithout(NONE);
    } catch (error) {
      tellFailure(error);
    } finally {
      setBusy(false);
    }
  };
  const problem = found.error ?? preview.error;
  return (
    <aside className="inspector find-panel" aria-label={t('find.title')} onKeyDown={handleKey}>
      <header>
        <h2>{t(replacing ? 'find.title-replace' : 'find.title')}</h2>
        {!replacing && (
          <Button small kind="quiet" command="find.replace" onClick={() => runCommand('find.replace')}>
            {t('find.replace')}
          </Button>
        )}
        <Button
          small
          kind="quiet"
          icon={<IconX size={16} />}
          aria-label={t('action.close')}
          onClick={close}
        />
      </header>
      <search className="find-form">
        <input
          ref={field}
          className="input"
          aria-label={t('find.text')}
          placeholder={t('find.text')}
          value={wanted.text}
          onChange={({ target }) => changeSearch({ wanted: { ...wanted, text: target.value } })}
          onKeyDown={stepByEnter}
        />
        {replacing && (
          <input
            className="input"
            aria-label={t('find.replacement')}
            placeholder={t('find.replacement')}
            value={replacement}
            onChange={({ target }) => useFind.setState({ replacement: target.value })}
          />
        )}
        <div className="find-choices">
          <QueryFields wanted={wanted} onChange={(changed) => changeSearch({ wanted: changed })} />
        </div>
        <LanguageChips
          all={document.columns.map((column) => column.lang)}
          chosen={langs}
          counts={page?.languages ?? []}
          onChange={(chosen) => changeSearch({ langs: chosen })}
        />
      </search>
      {problem && <p className="problem">{describeError(problem)}</p>}
      <div className="find-figures">
        <span role="status" className="soft figures">
          {page && !found.error && t('find.figures', { count: page.total })}
          {page && !page.complete && ` ${t('find.going-on', { percent: Math.round(page.progress * 100) })}`}
        </span>
        <Button
          small
          icon={<IconChevronUp size={16} />}
          aria-label={t('command.find.previous')}
          disabled={!page?.total}
          onClick={() => runCommand('find.previous')}
        />
        <Button
          small
          icon={<IconChevronDown size={16} />}
          aria-label={t('command.find.next')}
          disabled={!page?.total}
          onClick={() => runCommand('find.next')}
        />
      </div>
      {plan && preview.data && (
        <div className="find-replace">
          <Button kind="primary" disabled={busy || count === 0} onClick={() => void replace()}>
            {t('find.replace-in', { count })}
          </Button>
        </div>
      )}
      <Pager
        total={page?.total ?? 0}
        from={from}
        page={PAGE}
        onTurn={(to) => useFind.setState({ current: to })}
      />
      {plan && preview.data ? (
        <ReplaceList sentences={preview.data.sentences} without={without} onChange={setWithout} />
      ) : (
        hits && <HitList hits={hits} from={page?.from ?? 0} />
      )}
      {!query && <p className="soft">{t('find.advice')}</p>}
    </aside>
  );
};
