import { useTranslation } from 'react-i18next';
import type { Column, exportPreflight } from '../../../contract/index.ts';
import { nameLanguageItself } from '../../i18n/index.ts';

interface PreflightProps {
  readonly preflight: (typeof exportPreflight)['_output'];
  readonly columns: readonly Column[];
}

/** A sample names a language by the code that is written, which may have a region the column has not. */
const columnLanguages = (
  columns: readonly Column[],
  sample: PreflightProps['preflight']['sample'],
): readonly string[] => {
  const keys = [...new Set(sample.flatMap((unit) => Object.keys(unit)))];
  const order = columns.map((column) => column.lang);
  const position = (code: string) => order.findIndex((lang) => code === lang || code.startsWith(`${lang}-`));
  return keys.sort((a, b) => position(a) - position(b));
};

/** The counts before the export, and the first units as they will be written. */
export const Preflight = ({ preflight, columns }: PreflightProps) => {
  const { t } = useTranslation();
  const languages = columnLanguages(columns, preflight.sample);
  return (
    <>
      <section className="panel preflight" aria-labelledby="preflight-title">
        <h2 id="preflight-title">{t('export.preflight')}</h2>
        <p className="big figures">
          {t('export.units', {
            count: preflight.units,
            variants: t('count.texts', { count: preflight.variants }),
          })}
        </p>
        <ul>
          {preflight.leftOut
            .filter((left) => left.count > 0)
            .map((left) => (
              <li key={left.reason}>{t(`export.left-out-${left.reason}`, { count: left.count })}</li>
            ))}
          {preflight.losses.length > 0 && (
            <li>
              {t('export.losses', {
                what: preflight.losses.map((loss) => t(`export.loss-${loss}`)).join(', '),
              })}
            </li>
          )}
          {preflight.files.length > 0 && (
            <li>{t('export.files', { count: preflight.files.length, names: preflight.files.join(', ') })}</li>
          )}
          {preflight.coarsened > 0 && <li>{t('export.coarsened', { count: preflight.coarsened })}</li>}
          {preflight.unconfirmed > 0 && <li>{t('export.unconfirmed', { count: preflight.unconfirmed })}</li>}
          {preflight.openFlags > 0 && (
            <li className="warning">{t('export.open-flags', { count: preflight.openFlags })}</li>
          )}
        </ul>
        {preflight.units === 0 && <p className="problem">{t('export.nothing')}</p>}
      </section>
      {preflight.sample.length > 0 && (
        <section className="panel" aria-labelledby="sample-title">
          <h2 id="sample-title">{t('export.sample')}</h2>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls has to be reachable by key */}
          <section className="sample-table" tabIndex={0} aria-label={t('export.sample-table')}>
            <table>
              <thead>
                <tr>
                  {languages.map((lang) => (
                    <th key={lang} lang={lang} scope="col">
                      {nameLanguageItself(lang)}
                    </th>
                  ))}
                </tr>
              </thead>
              <tbody>
                {preflight.sample.map((unit, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: a sample never changes its order
                  <tr key={index}>
                    {languages.map((lang) => (
                      <td key={lang} lang={lang}>
                        {unit[lang] ?? ''}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </section>
      )}
    </>
  );
};
