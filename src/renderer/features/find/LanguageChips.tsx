import { useTranslation } from 'react-i18next';
import { nameLanguageItself } from '../../i18n/index.ts';

interface LanguageChipsProps {
  readonly all: readonly string[];
  /** Empty where all languages are meant. */
  readonly chosen: readonly string[];
  readonly counts: readonly { readonly lang: string; readonly total: number }[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Languages to look in; none pressed means all. */
export const LanguageChips = ({ all, chosen, counts, onChange }: LanguageChipsProps) => {
  const { t } = useTranslation();
  const toggle = (lang: string) =>
    onChange(chosen.includes(lang) ? chosen.filter((one) => one !== lang) : [...chosen, lang]);
  return (
    <fieldset className="language-chips">
      <legend className="visually-hidden">{t('find.languages')}</legend>
      {[...new Set(all)].map((lang) => {
        const found = counts.find((count) => count.lang === lang);
        return (
          <button
            key={lang}
            type="button"
            className="button small"
            aria-pressed={chosen.includes(lang)}
            onClick={() => toggle(lang)}
          >
            <span lang={lang}>{nameLanguageItself(lang)}</span>
            {found && <span className="soft figures">{found.total}</span>}
          </button>
        );
      })}
    </fieldset>
  );
};
