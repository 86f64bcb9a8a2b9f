import { useTranslation } from 'react-i18next';
import type { ConcordanceLine } from '../../../contract/index.ts';
import { nameLanguageItself } from '../../i18n/index.ts';
import { go } from '../../state/address.ts';
import { MarkedText } from '../../ui/MarkedText.tsx';

interface LineProps {
  readonly line: ConcordanceLine;
  readonly project: string;
  /** Whether it is of the document that is open; else the document is named. */
  readonly here: boolean;
}

/** One hit: the sentence, its partners beside it in the order of the columns, and the way into the grid. */
export const ConcordanceLineView = ({ line, project, here }: LineProps) => {
  const { t } = useTranslation();
  const { documentId, row, columns, hit, title } = line;
  const column = columns.findIndex(({ versionId }) => versionId === hit.versionId);
  const number = columns.find(({ alignmentId }) => alignmentId === null)?.sentences[0]?.number;
  const open = () =>
    go(
      { screen: 'grid', project, documentId },
      { row: String(row ?? 0), column: String(Math.max(0, column)) },
    );
  return (
    <li className="panel">
      <header>
        {!here && <b>{title}</b>}
        {row === null ? (
          <span className="soft">{t('concordance.hidden')}</span>
        ) : (
          <button type="button" className="link figures" onClick={open}>
            {number === undefined ? t('concordance.addition') : t('concordance.row', { number })}
          </button>
        )}
      </header>
      <dl style={{ gridTemplateColumns: `repeat(${columns.length}, minmax(0, 1fr))` }}>
        {columns.map(({ versionId, lang, status, sentences }) => (
          <div key={versionId} className={versionId === hit.versionId ? 'hit' : undefined}>
            <dt className="soft">
              <span lang={lang}>{nameLanguageItself(lang)}</span>
              {status !== null && ` · ${t(`status.${status}`)}`}
            </dt>
            <dd lang={lang}>
              {sentences.map((sentence) => (
                <p key={sentence.id}>
                  <MarkedText text={sentence.text} spans={sentence.spans} />
                </p>
              ))}
              {sentences.length === 0 && (
                <span className="soft" lang="en">
                  {t('concordance.no-partner')}
                </span>
              )}
            </dd>
          </div>
        ))}
      </dl>
    </li>
  );
};
