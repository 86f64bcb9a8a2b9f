/** All words of the app come from here. English now; another language is one more catalogue beside en.json. */
import i18next, { type i18n as Translator } from 'i18next';
import { initReactI18next } from 'react-i18next';
import { ERROR_CODES } from '../../core/errors.ts';
import english from './en.json';

export const i18n: Translator = i18next.createInstance();

void i18n.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  // The services' error messages have their English text beside their codes in core; it is not written twice.
  resources: { en: { translation: { ...english, error: { ...ERROR_CODES, ...english.error } } } },
  nsSeparator: false,
  initAsync: false,
  interpolation: { prefix: '{', suffix: '}', escapeValue: false },
});

/** The text of a code, or `fallback` where the catalogue does not have it (yet). */
export const textOr = (
  key: string,
  params: Readonly<Record<string, string | number>>,
  fallback: string,
): string => (i18n.exists(key, params) ? i18n.t(key, params) : fallback);

const displayNames = new Map<string, Intl.DisplayNames>();

/** A language's name in the reader's language: `vi` → Vietnamese. */
export const nameLanguage = (lang: string, inLanguage = 'en'): string => {
  let names = displayNames.get(inLanguage);
  if (!names) {
    names = new Intl.DisplayNames([inLanguage], { type: 'language', fallback: 'code' });
    displayNames.set(inLanguage, names);
  }
  try {
    return names.of(lang) ?? lang;
  } catch {
    return lang;
  }
};

/** A language's name in itself, as the grid's columns show it: `vi` → Tiếng Việt. */
export const nameLanguageItself = (lang: string): string => {
  const name = nameLanguage(lang, lang);
  return name.charAt(0).toLocaleUpperCase(lang) + name.slice(1);
};
