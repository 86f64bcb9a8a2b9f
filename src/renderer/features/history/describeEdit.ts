/** An edit of the history in words; the service names the command and its parameters. */
import { nameLanguage, textOr } from '../../i18n/index.ts';

interface RecordedEdit {
  readonly command: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** `code` gets its language spelled out; an unknown command is shown by its name rather than not at all. */
export const describeEdit = ({ command, params }: RecordedEdit): string => {
  const lang = params['lang'];
  const named = typeof lang === 'string' ? { ...params, language: nameLanguage(lang) } : params;
  return textOr(`history-edit.${command}`, named, command);
};
