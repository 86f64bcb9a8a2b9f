interface MeterProps {
  /** 0 to 1. */
  readonly value: number;
  readonly label: string;
  readonly look?: 'ok' | 'accent' | 'soft';
  readonly thick?: boolean;
}

export const Meter = ({ value, label, look = 'ok', thick = false }: MeterProps) => {
  const percent = Math.round(Math.min(1, Math.max(0, value)) * 100);
  return (
    <div
      className={['meter', look, thick && 'thick'].filter(Boolean).join(' ')}
      role="progressbar"
      aria-label={label}
      aria-valuemin={0}
      aria-valuemax={100}
      aria-valuenow={percent}
    >
      <i style={{ width: `${percent}%` }} />
    </div>
  );
};
