import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Column, ReviewSample } from '../../../contract/index.ts';
import { nameLanguageItself } from '../../i18n/index.ts';
import { amendQuery } from '../../state/address.ts';
import { api } from '../../state/api.ts';
import type { DocumentPlace } from '../../state/edits.ts';
import { tellFailure } from '../../state/toasts.ts';
import { Button } from '../../ui/Button.tsx';

const percent = (share: number): string => (100 * share).toFixed(1);

/** Random samples: drawn by a seed, judged in the queue, read as an error rate with its confidence. */
export const Samples = ({
  columns,
  samples,
  chosen,
  place,
}: {
  readonly columns: readonly Column[];
  readonly samples: readonly ReviewSample[];
  readonly chosen: number | null;
  readonly place: DocumentPlace;
}) => {
  const { t } = useTranslation();
  const [alignmentId, setAlignmentId] = useState(columns[0]?.alignmentId ?? 0);
  const [size, setSize] = useState(20);
  const [seed, setSeed] = useState(() => Math.floor(Math.random() * 1_000_000));
  const draw = async () => {
    try {
      const sample = await api.review.drawSample({ ...place, alignmentId, size, seed });
      amendQuery({ sample: String(sample.sampleId), alignment: String(sample.alignmentId) });
    } catch (error) {
      tellFailure(error);
    }
  };
  const known = columns.some((column) => column.alignmentId === alignmentId);
  return (
    <section className="panel">
      <h2>{t('review.samples')}</h2>
      <p className="soft">{t('review.samples-lead')}</p>
      <div className="draw">
        <label className="field">
          {t('review.column')}
          <select
            className="input"
            value={alignmentId}
            onChange={(event) => setAlignmentId(Number(event.target.value))}
          >
            {!known && <option value={alignmentId}>—</option>}
            {columns.map((column) => (
              <option key={column.versionId} value={String(column.alignmentId)}>
                {nameLanguageItself(column.lang)}
              </option>
            ))}
          </select>
        </label>
        <label className="field">
          {t('review.size')}
          <input
            className="input"
            type="number"
            min={1}
            max={10000}
            value={size}
            onChange={(event) => setSize(Math.max(1, Number(event.target.value)))}
          />
        </label>
        <label className="field">
          {t('review.seed')}
          <input
            className="input"
            type="number"
            min={0}
            value={seed}
            onChange={(event) => setSeed(Math.max(0, Math.floor(Number(event.target.value))))}
          />
        </label>
        <Button disabled={!known} onClick={() => void draw()}>
          {t('review.draw')}
        </Button>
      </div>
      {samples.map((sample) => (
        <div key={sample.sampleId} className={sample.sampleId === chosen ? 'sample chosen' : 'sample'}>
          <p>
            <b>{nameLanguageItself(sample.lang)}</b>{' '}
            {t('review.sample', {
              size: sample.size,
              population: sample.population,
              judged: sample.judged,
              errors: t('count.errors', { count: sample.errors }),
            })}
          </p>
          {sample.rate !== null && (
            <p className="figures">
              {t('review.rate', {
                rate: percent(sample.rate),
                low: percent(sample.interval.low),
                high: percent(sample.interval.high),
              })}
            </p>
          )}
          <Button
            small
            onClick={() =>
              amendQuery(
                sample.sampleId === chosen
                  ? { sample: null }
                  : { sample: String(sample.sampleId), alignment: String(sample.alignmentId) },
              )
            }
          >
            {t(sample.sampleId === chosen ? 'review.leave-sample' : 'review.show-sample')}
          </Button>
        </div>
      ))}
    </section>
  );
};
