import { useQuery } from '@tanstack/react-query';
import { type KeyboardEvent, type MouseEvent, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { nameLanguageItself } from '../../i18n/index.ts';
import { go } from '../../state/address.ts';
import { queries } from '../../state/api.ts';
import { useOpenDocument, useOpenPlace } from '../../state/documents.ts';
import { describeError } from '../../state/errors.ts';
import { drawPlot, nearestPoint, SIDE, sumUp } from './plot.ts';

interface DotPlotProps {
  readonly alignmentId: number;
  readonly lang: string;
  readonly label: string;
  /** Place of the rendering among the columns of the grid. */
  readonly position: number;
}

const SQUARES = 300;

/** Original from left to right, rendering from top to bottom; a click, or arrows and Enter, lead to the row. */
export const DotPlot = ({ alignmentId, lang, label, position }: DotPlotProps) => {
  const { t } = useTranslation();
  const { document } = useOpenDocument();
  const place = useOpenPlace();
  const [chosen, setChosen] = useState<number | null>(null);
  const plot = useQuery(
    queries.map.points.queryOptions({ input: { ...place, alignmentId, squares: SQUARES } }),
  );
  const { data } = plot;
  const drawn = useMemo(() => (data ? drawPlot(data) : null), [data]);
  const sums = useMemo(() => (data ? sumUp(data) : null), [data]);
  const name = nameLanguageItself(lang);
  const heading = (
    <h2 id={`plot-${alignmentId}`} lang={lang}>
      {label !== '' && document.columns.filter((column) => column.lang === lang).length > 1
        ? `${name} · ${label}`
        : name}
    </h2>
  );
  if (plot.error) return <p className="problem">{describeError(plot.error)}</p>;
  if (!data || !drawn || !sums)
    return (
      <figure className="panel plot">
        {heading}
        <p className="loading">{t('loading')}</p>
      </figure>
    );
  const point = chosen === null ? null : data.points[chosen];
  const goTo = (row: number | null | undefined) => {
    if (row != null) go({ screen: 'grid', ...place }, { row: String(row), column: String(position) });
  };
  const click = (event: MouseEvent<HTMLButtonElement>) => {
    // A press of Enter has no place of its own: it means the chosen point.
    if (event.detail === 0) return goTo(point?.row);
    const box = event.currentTarget.getBoundingClientRect();
    const x = ((event.clientX - box.left) / box.width) * data.sourceTotal;
    const y = ((event.clientY - box.top) / box.height) * data.targetTotal;
    goTo(data.points[nearestPoint(data, x, y)]?.row);
  };
  const walk = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1, PageDown: 20, PageUp: -20 }[
      event.key
    ];
    if (step === undefined) return;
    event.preventDefault();
    const from = chosen ?? (step > 0 ? -1 : data.points.length);
    setChosen(Math.max(0, Math.min(data.points.length - 1, from + step)));
  };
  return (
    <figure className="panel plot" aria-labelledby={`plot-${alignmentId}`}>
      {heading}
      <button
        type="button"
        aria-label={t('map.plot', { language: name })}
        aria-describedby={`plot-sums-${alignmentId}`}
        onClick={click}
        onKeyDown={walk}
      >
        <svg viewBox={`0 0 ${SIDE} ${SIDE}`} preserveAspectRatio="none" aria-hidden="true">
          {drawn.map(({ look, path }) => (
            <path key={look} className={look} d={path} />
          ))}
          {point && (
            <circle
              cx={(point.x / Math.max(1, data.sourceTotal)) * SIDE}
              cy={(point.y / Math.max(1, data.targetTotal)) * SIDE}
              r={7}
            />
          )}
        </svg>
      </button>
      <figcaption>
        <p id={`plot-sums-${alignmentId}`}>{t('map.sums', { ...sums })}</p>
        <p className="soft figures" role="status">
          {point
            ? t('map.point', {
                number: (point.row ?? 0) + 1,
                count: point.groups,
                flags: t('count.flags', { count: point.flags }),
                confirmed: point.confirmed,
              })
            : t('map.advice')}
        </p>
      </figcaption>
    </figure>
  );
};
