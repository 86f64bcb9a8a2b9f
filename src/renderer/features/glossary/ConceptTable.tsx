import { IconPencil, IconTrash } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { GlossaryConceptView } from '../../../contract/index.ts';
import { nameLanguageItself } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { TermChip } from './TermChip.tsx';

interface ConceptTableProps {
  readonly concepts: readonly (Omit<GlossaryConceptView, 'id'> & { readonly id?: number })[];
  readonly langs: readonly string[];
  /** Left out where the concepts can only be looked at. */
  readonly onEdit?: (concept: GlossaryConceptView) => void;
  readonly onRemove?: (concept: GlossaryConceptView) => void;
}

/** One concept a row, its terms language by language. */
export const ConceptTable = ({ concepts, langs, onEdit, onRemove }: ConceptTableProps) => {
  const { t } = useTranslation();
  const withNotes = concepts.some(({ note }) => note !== '');
  return (
    <table className="panel concept-table">
      <thead>
        <tr>
          {langs.map((lang) => (
            <th key={lang} scope="col">
              {nameLanguageItself(lang)}
            </th>
          ))}
          {withNotes && <th scope="col">{t('glossary.note')}</th>}
          {onEdit && (
            <th scope="col">
              <span className="visually-hidden">{t('glossary.actions')}</span>
            </th>
          )}
        </tr>
      </thead>
      <tbody>
        {concepts.map((concept, row) => {
          const [first] = concept.terms;
          return (
            <tr key={concept.id ?? row}>
              {langs.map((lang) => (
                <td key={lang}>
                  {concept.terms
                    .filter((term) => term.lang === lang)
                    .map((term) => (
                      <TermChip key={term.text} term={term} />
                    ))}
                </td>
              ))}
              {withNotes && <td className="soft">{concept.note}</td>}
              {onEdit && concept.id !== undefined && (
                <td className="concept-actions">
                  <Button
                    kind="quiet"
                    small
                    icon={<IconPencil size={15} />}
                    aria-label={t('glossary.edit', { term: first?.text ?? '' })}
                    onClick={() => onEdit(concept as GlossaryConceptView)}
                  />
                  <Button
                    kind="quiet"
                    small
                    icon={<IconTrash size={15} />}
                    aria-label={t('glossary.remove', { term: first?.text ?? '' })}
                    onClick={() => onRemove?.(concept as GlossaryConceptView)}
                  />
                </td>
              )}
            </tr>
          );
        })}
      </tbody>
    </table>
  );
};
