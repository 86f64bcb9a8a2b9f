import { IconPlus, IconX } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ComparedText, VersionView } from '../../../contract/index.ts';
import { amendQuery } from '../../state/address.ts';
import { queries } from '../../state/api.ts';
import type { DocumentPlace } from '../../state/edits.ts';
import { putFile } from '../../state/files.ts';
import { tellFailure } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';
import { describeEdit } from '../history/describeEdit.ts';
import { printText } from './choice.ts';

const times = new Intl.DateTimeFormat(undefined, { dateStyle: 'short', timeStyle: 'short' });
const MOST_TEXTS = 4;
const EDITS_OFFERED = 40;

/** One field for each text that is compared: versions, states before an edit, files. */
export const ComparedTexts = ({
  versions,
  place,
  chosen,
}: {
  readonly versions: readonly VersionView[];
  readonly place: DocumentPlace;
  readonly chosen: readonly ComparedText[];
}) => {
  const { t } = useTranslation();
  const field = useRef<HTMLInputElement>(null);
  const [files, setFiles] = useState<Readonly<Record<string, string>>>({});
  const history =
    useQuery(queries.edits.history.queryOptions({ input: { project: place.project } })).data ?? [];
  const holds = versions.find((version) => version.current);
  const set = (texts: readonly ComparedText[]) => amendQuery({ texts: texts.map(printText).join(',') });
  const add = async (list: FileList | null) => {
    const [file] = list ?? [];
    if (!file) return;
    try {
      const put = await putFile(file);
      setFiles((known) => ({ ...known, [put.file]: put.name }));
      set([...chosen, { file: put.file }]);
    } catch (error) {
      tellFailure(error);
    }
  };
  const edits = history.filter((edit) => edit.state === 'done').slice(0, EDITS_OFFERED);
  return (
    <>
      {chosen.map((text, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a text may be chosen twice
        <label className="field" key={index}>
          {t(index === 0 ? 'compare.base' : 'compare.with')}
          <span className="with-button">
            <select
              className="input"
              value={printText(text)}
              onChange={(event) => {
                const parts = chosen.map(printText);
                parts[index] = event.target.value;
                amendQuery({ texts: parts.join(',') });
              }}
            >
              {versions.map((version) => (
                <option key={version.versionId} value={String(version.versionId)}>
                  {`${version.revision} · ${version.label || version.sourceName}${version.current ? ` (${t('compare.current')})` : ''}`}
                </option>
              ))}
              {Object.entries(files).map(([file, name]) => (
                <option key={file} value={`file:${file}`}>
                  {t('compare.file', { name })}
                </option>
              ))}
              {holds && (
                <optgroup label={t('compare.before-edits')}>
                  {edits.map((edit) => (
                    <option key={edit.editId} value={`${holds.versionId}@${edit.editId}`}>
                      {t('compare.before-edit', { when: times.format(edit.at), what: describeEdit(edit) })}
                    </option>
                  ))}
                </optgroup>
              )}
            </select>
            {chosen.length > 2 && (
              <Button
                small
                kind="quiet"
                icon={<IconX size={14} />}
                aria-label={t('compare.remove')}
                onClick={() => set(chosen.filter((_, at) => at !== index))}
              />
            )}
          </span>
        </label>
      ))}
      {chosen.length > 0 && chosen.length < MOST_TEXTS && (
        <div className="actions">
          {holds && (
            <Button
              small
              icon={<IconPlus size={14} />}
              onClick={() => set([...chosen, { versionId: (versions.at(-1) ?? holds).versionId }])}
            >
              {t('compare.add')}
            </Button>
          )}
          <Button small onClick={() => field.current?.click()}>
            {t('compare.add-file')}
          </Button>
          <input
            ref={field}
            type="file"
            hidden
            aria-label={t('compare.add-file')}
            onChange={(event) => {
              void add(event.target.files);
              event.target.value = '';
            }}
          />
        </div>
      )}
    </>
  );
};
