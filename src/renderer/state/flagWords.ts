/** What a flag says, in the reader's language where the catalogue has its code, else in the check's own English. */
import type { FlagView } from '../../contract/index.ts';
import { confidenceWord } from '../../core/check/messages.ts';
import { i18n, nameLanguageItself, textOr } from '../i18n/index.ts';

/** How sure a flag is, in words. */
export const wordCertainty = (confidence: number): string =>
  i18n.t(`certainty.${confidenceWord(confidence)}`);

/** What the other renderings say of the same words; null where they say nothing. */
export const wordWitnesses = ({ params }: Pick<FlagView, 'params'>): string | null => {
  const nameLangs = (langs: unknown) => {
    const names = String(langs)
      .split(', ')
      .map((lang) => nameLanguageItself(lang));
    return { languages: names.join(', '), count: names.length };
  };
  if (params['witnesses'] !== undefined) return i18n.t('flag.witnesses', nameLangs(params['witnesses']));
  return params['alike'] === undefined ? null : i18n.t('flag.alike', nameLangs(params['alike']));
};

export const wordFlag = (flag: Pick<FlagView, 'messageCode' | 'params' | 'message'>): string =>
  textOr(`flag-message.${flag.messageCode}`, flag.params, flag.message);
