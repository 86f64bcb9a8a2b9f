/** An edit of the history in words; the service names the command and its parameters. */
import { i18n, nameLanguage, nameLanguageItself, textOr } from '../../i18n/index.ts';

interface RecordedEdit {
  readonly command: string;
  readonly params: Readonly<Record<string, string | number>>;
}

type Params = RecordedEdit['params'];

/** Codes among the parameters of a message, spelled out: languages, statuses, and the edit that was undone. */
export const nameParams = ({ command, ...params }: Params): Params => {
  const { lang, status, kind, changed } = params;
  const named = {
    ...params,
    ...(typeof changed === 'number' && { count: changed }),
    ...(typeof lang === 'string' && { language: nameLanguage(lang) }),
    ...(typeof status === 'string' && { statusName: i18n.t(`status.${status}`) }),
    ...(typeof kind === 'string' && { kindName: textOr(`kind.${kind}`, {}, kind) }),
  };
  if (typeof command !== 'string') return named;
  return { ...named, what: wordCommand(command, named) };
};

/** Some commands have words of their own for a status. An unknown command is shown by its name rather than not at all. */
const wordCommand = (command: string, params: Params): string =>
  textOr(
    `history-edit.${command}-${params['status']}`,
    params,
    textOr(`history-edit.${command}`, { title: '', ...params }, command),
  );

export const describeEdit = ({ command, params }: RecordedEdit): string =>
  wordCommand(command, nameParams(params));

/** The row of an edit, or the first of several: `row 15`; null where it does not say. */
export const describeRow = ({ row, sentence, count }: Params): string | null => {
  if (row !== undefined) return i18n.t(Number(count ?? 1) > 1 ? 'history.from-row' : 'history.row', { row });
  return sentence === undefined ? null : i18n.t('history.sentence', { number: sentence });
};

/** Where an edit happened: `row 15 · Deutsch`. */
export const describePlace = (params: Params): string =>
  [describeRow(params), typeof params['lang'] === 'string' && nameLanguageItself(params['lang'])]
    .filter(Boolean)
    .join(' · ');
