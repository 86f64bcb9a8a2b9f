import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { nameLanguageItself } from '../../i18n/index.ts';
import { go } from '../../state/address.ts';
import { queries } from '../../state/api.ts';
import type { DocumentPlace } from '../../state/performAnywhere.ts';
import { Button } from '../../ui/Button.tsx';

const numbers = new Intl.NumberFormat('en');

/** How texts are aligned here: what in them is compared, the lexicon, the project's terms, and what was confirmed. */
export const Means = ({ place }: { readonly place: DocumentPlace }) => {
  const { t } = useTranslation();
  const means = useQuery(queries.jobs.means.queryOptions({ input: place })).data;
  return (
    <section className="panel means">
      <h2>{t('align.means')}</h2>
      <dl>
        <dt>{t('align.means-texts')}</dt>
        <dd>{t('align.means-texts-advice')}</dd>
        {means && (
          <>
            <dt>{t('align.means-lexicon')}</dt>
            <dd>
              {means.lexicon
                .map(({ lang, concepts }) =>
                  t(concepts > 0 ? 'align.means-concepts' : 'align.means-no-concepts', {
                    language: nameLanguageItself(lang),
                    number: numbers.format(concepts),
                  }),
                )
                .join(' · ')}
            </dd>
            <dt>{t('align.means-glossary')}</dt>
            <dd>
              {t('glossary.concepts', { count: means.glossary })}{' '}
              <Button kind="quiet" small onClick={() => go({ screen: 'glossary', ...place })}>
                {t('align.open-glossary')}
              </Button>
            </dd>
            <dt>{t('align.means-taught')}</dt>
            <dd>{t('align.means-groups', { count: means.taught })}</dd>
          </>
        )}
      </dl>
    </section>
  );
};
