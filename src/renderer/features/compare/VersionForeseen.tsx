import { useTranslation } from 'react-i18next';
import type { VersionPreview } from '../../../contract/index.ts';
import { Words } from './Words.tsx';

/** What a file would change as a new version: figures, and the first changes word by word. */
export const VersionForeseen = ({
  preview,
  lang,
  onCode,
}: {
  readonly preview: VersionPreview;
  readonly lang: string;
  readonly onCode: (code: string) => void;
}) => {
  const { t } = useTranslation();
  const { aligned, untouched, sample } = preview;
  const more = Object.values(preview.counts).reduce((sum, count) => sum + count, 0) - preview.counts.same;
  return (
    <>
      {aligned && (
        <label className="field">
          {t('compare.units', { count: aligned.units })}
          <select className="input" value={aligned.code} onChange={(event) => onCode(event.target.value)}>
            {aligned.codes
              .filter((code) => code.split('-')[0] === lang.split('-')[0])
              .map((code) => (
                <option key={code}>{code}</option>
              ))}
          </select>
        </label>
      )}
      <p>{t('compare.counts', { ...preview.counts })}</p>
      <p>{t('compare.stale', { count: preview.stale })}</p>
      {untouched > 0 && <p>{t('compare.untouched', { count: untouched })}</p>}
      {sample.length > 0 && (
        <ol className="foreseen" lang={lang}>
          {sample.map(({ kind, words }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: changes have no other name
            <li key={index} className={kind}>
              {kind === 'moved' && <b className="moved-mark">{t('compare.moved')} </b>}
              <Words words={words} />
            </li>
          ))}
        </ol>
      )}
      {more > sample.length && (
        <p className="soft">{t('compare.more-changes', { count: more - sample.length })}</p>
      )}
    </>
  );
};
