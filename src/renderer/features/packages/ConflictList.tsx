import { useTranslation } from 'react-i18next';
import type { MergeConflict } from '../../../contract/index.ts';
import { compareWords } from '../../../core/compare/index.ts';
import { nameLanguageItself } from '../../i18n/index.ts';
import { Words } from '../compare/Words.tsx';

export type PackageConflict = MergeConflict;

interface ConflictListProps {
  readonly conflicts: readonly PackageConflict[];
  /** Keys of the conflicts in which the package's side was chosen. */
  readonly theirs: ReadonlySet<string>;
  readonly onChange: (theirs: ReadonlySet<string>) => void;
}

/** What has no other side to choose: a text that is new in the package, was replaced here, or is signed off here. */
const isTold = ({ what }: PackageConflict): boolean =>
  what === 'version' || what === 'alignment' || what === 'signed-off';

/** One side of a conflict; of a sentence, what it changes is set off. */
const Side = ({ conflict, text, said }: { conflict: PackageConflict; text: string; said: string }) => {
  const { what, before, lang } = conflict;
  if (what !== 'sentence' || before === null || text === '') return said;
  return <Words words={compareWords(before, text, lang ?? 'und')} />;
};

/** Here and in the package side by side, with a choice for each. */
export const ConflictList = ({ conflicts, theirs, onChange }: ConflictListProps) => {
  const { t } = useTranslation();
  const choose = (key: string, wanted: boolean) => {
    const next = new Set(theirs);
    if (wanted) next.add(key);
    else next.delete(key);
    onChange(next);
  };
  const say = ({ what }: PackageConflict, text: string): string => {
    if (text === '') return t('packages.nothing');
    if (what === 'group')
      return text
        .split(', ')
        .map((status) => t(`status.${status}`, { defaultValue: status }))
        .join(', ');
    return text;
  };
  return (
    <table className="conflicts">
      <thead>
        <tr>
          <th scope="col">{t('packages.what')}</th>
          <th scope="col">{t('packages.before')}</th>
          <th scope="col">{t('packages.ours')}</th>
          <th scope="col">{t('packages.theirs')}</th>
        </tr>
      </thead>
      <tbody>
        {conflicts.map((conflict) => (
          <tr key={conflict.key}>
            <th scope="row">
              {t(`packages.what-${conflict.what}`)}
              {conflict.number !== null && conflict.lang !== null && (
                <small className="soft">
                  {t('packages.place', {
                    number: conflict.number,
                    language: nameLanguageItself(conflict.lang),
                  })}
                </small>
              )}
            </th>
            {!isTold(conflict) && <td lang={conflict.lang ?? undefined}>{conflict.before}</td>}
            {isTold(conflict) ? (
              <td colSpan={3}>
                {t(`packages.told-${conflict.what}`, {
                  label: conflict.theirs,
                  language: conflict.lang === null ? '' : nameLanguageItself(conflict.lang),
                })}
              </td>
            ) : (
              ([false, true] as const).map((wanted) => (
                <td
                  key={String(wanted)}
                  lang={conflict.what === 'group' ? undefined : (conflict.lang ?? undefined)}
                >
                  <label>
                    <input
                      type="radio"
                      name={conflict.key}
                      aria-label={say(conflict, wanted ? conflict.theirs : conflict.ours)}
                      checked={theirs.has(conflict.key) === wanted}
                      onChange={() => choose(conflict.key, wanted)}
                    />
                    <span>
                      <Side
                        conflict={conflict}
                        text={wanted ? conflict.theirs : conflict.ours}
                        said={say(conflict, wanted ? conflict.theirs : conflict.ours)}
                      />
                    </span>
                  </label>
                </td>
              ))
            )}
          </tr>
        ))}
      </tbody>
    </table>
  );
};
