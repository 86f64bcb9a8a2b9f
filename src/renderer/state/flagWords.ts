/** What a flag says, in the reader's language where the catalogue has its code, else in the check's own English. */
import type { FlagView } from '../../contract/index.ts';
import { textOr } from '../i18n/index.ts';

export const wordFlag = (flag: Pick<FlagView, 'messageCode' | 'params' | 'message'>): string =>
  textOr(`flag-message.${flag.messageCode}`, flag.params, flag.message);
