/** Relations between units: converted values, time spans, and which differences are findings. */

import type { Quantity } from './model.ts';
import { unitOf } from './unitTable.ts';

/** How far rounding may take a converted value. */
const TOLERANCE = 0.05;

const isClose = (a: number, b: number): boolean =>
  Math.abs(a - b) <= TOLERANCE * Math.max(Math.abs(a), Math.abs(b), 1e-30);

const temperaturesAgree = (fahrenheit: number, celsius: number): boolean =>
  Math.abs(((fahrenheit - 32) * 5) / 9 - celsius) <= 1.5 || isClose((fahrenheit * 5) / 9, celsius);

/** Whether two quantities of different units say the same magnitude within 5 %: mile and km, °F and °C, days and months. */
export const convertedUnits = (a: Quantity, b: Quantity): boolean => {
  if (a.unit === null || b.unit === null || a.unit === b.unit) return false;
  const [unitA, unitB] = [unitOf(a.unit), unitOf(b.unit)];
  if (!unitA || !unitB || unitA.unitClass !== unitB.unitClass) return false;
  if (unitA.unitClass === 'currency' || unitA.unitClass === 'count') return false;
  return a.values.some((x) =>
    b.values.some((y) => {
      if (unitA.unitClass !== 'temperature') return isClose(x * unitA.factor, y * unitB.factor);
      return unitA.id === 'fahrenheit'
        ? temperaturesAgree(x, y)
        : unitB.id === 'fahrenheit' && temperaturesAgree(y, x);
    }),
  );
};

/** Whether the same value with these two units is a finding: another currency, or another measure. */
export const unitsConflict = (a: string | null, b: string | null): boolean => {
  if (a === null || b === null || a === b) return false;
  const [unitA, unitB] = [unitOf(a), unitOf(b)];
  if (!unitA || !unitB || unitA.unitClass === 'count' || unitB.unitClass === 'count') return false;
  return true;
};
