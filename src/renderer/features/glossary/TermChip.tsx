import { useTranslation } from 'react-i18next';
import type { GlossaryConceptView } from '../../../contract/index.ts';

/** A term with its status by sign and colour: preferred plain, admitted soft, forbidden crossed out. */
export const TermChip = ({ term }: { readonly term: GlossaryConceptView['terms'][number] }) => {
  const { t } = useTranslation();
  return (
    <span lang={term.lang} className={`term-chip ${term.status}`} title={t(`term-status.${term.status}`)}>
      {term.status === 'forbidden' && <i aria-hidden="true">✗ </i>}
      {term.text}
      {term.status !== 'preferred' && (
        <span className="visually-hidden"> ({t(`term-status.${term.status}`)})</span>
      )}
    </span>
  );
};
