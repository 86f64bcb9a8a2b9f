/** An edit of the history in words; the service names the command and its parameters. */
import { i18n, nameLanguage, textOr } from '../../i18n/index.ts';

interface RecordedEdit {
  readonly command: string;
  readonly params: Readonly<Record<string, string | number>>;
}

type Params = RecordedEdit['params'];

/** Codes among the parameters of a message, spelled out: languages, statuses, and the edit that was undone. */
export const nameParams = (params: Params): Params => {
  const { lang, status, command, kind, changed } = params;
  return {
    ...params,
    ...(typeof changed === 'number' && { count: changed }),
    ...(typeof lang === 'string' && { language: nameLanguage(lang) }),
    ...(typeof status === 'string' && { statusName: i18n.t(`status.${status}`) }),
    ...(typeof kind === 'string' && { kindName: textOr(`kind.${kind}`, {}, kind) }),
    ...(typeof command === 'string' && {
      what: textOr(`history-edit.${command}`, { statusName: '…', title: '' }, command),
    }),
  };
};

/** An unknown command is shown by its name rather than not at all. */
export const describeEdit = ({ command, params }: RecordedEdit): string => {
  return textOr(`history-edit.${command}`, nameParams(params), command);
};
