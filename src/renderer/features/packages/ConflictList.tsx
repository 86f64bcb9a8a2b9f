import { useTranslation } from 'react-i18next';
import type { MergeConflict } from '../../../contract/index.ts';

export type PackageConflict = MergeConflict;

interface ConflictListProps {
  readonly conflicts: readonly PackageConflict[];
  /** Keys of the conflicts in which the package's side was chosen. */
  readonly theirs: ReadonlySet<string>;
  readonly onChange: (theirs: ReadonlySet<string>) => void;
}

/** What has no other side to choose: a text that is new in the package, or one that was replaced here. */
const isTold = ({ what }: PackageConflict): boolean => what === 'version' || what === 'alignment';

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
          <th scope="col">{t('packages.ours')}</th>
          <th scope="col">{t('packages.theirs')}</th>
        </tr>
      </thead>
      <tbody>
        {conflicts.map((conflict) => (
          <tr key={conflict.key}>
            <th scope="row">{t(`packages.what-${conflict.what}`)}</th>
            {isTold(conflict) ? (
              <td colSpan={2}>{t(`packages.told-${conflict.what}`, { label: conflict.theirs })}</td>
            ) : (
              ([false, true] as const).map((wanted) => (
                <td key={String(wanted)}>
                  <label>
                    <input
                      type="radio"
                      name={conflict.key}
                      checked={theirs.has(conflict.key) === wanted}
                      onChange={() => choose(conflict.key, wanted)}
                    />
                    <span>{say(conflict, wanted ? conflict.theirs : conflict.ours)}</span>
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
