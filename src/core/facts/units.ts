/** Relations between units: converted values, time spans, and which differences are findings. */

import type { Quantity } from './model.ts';
import { unitOf } from './unitTable.ts';

/** How far rounding may take a converted value. */
const TOLERANCE = 0.05;

const isClose = (a: number, b: number, tolerance: number): boolean =>
  Math.abs(a - b) <= tolerance * Math.max(Math.abs(a), Math.abs(b), 1e-30);

/** Half of a figure's last digit that is not zero, relative to it: 650 is 645 to 655. */
const roundingOf = (value: number): number => {
  const digits = value
    .toPrecision(6)
    .replace(/e.*/, '')
    .replace('.', '')
    .replace(/^0+/, '')
    .replace(/0+$/, '');
  return digits === '' ? 0 : 0.5 / Number(digits);
};

/** Conversion factors are themselves rounded: 30.44 days a month. */
const FACTOR_TOLERANCE = 0.002;

const temperaturesAgree = (fahrenheit: number, celsius: number): boolean =>
  Math.abs(((fahrenheit - 32) * 5) / 9 - celsius) <= 1.5 || isClose((fahrenheit * 5) / 9, celsius, TOLERANCE);

const eachPair = (a: Quantity, b: Quantity, agree: (x: number, y: number) => boolean): boolean =>
  a.values.some((x) => b.values.some((y) => agree(x, y)));

/** Whether two quantities of different units say the same magnitude within 5 %: mile and km, °F and °C, days and months. */
export const convertedUnits = (a: Quantity, b: Quantity, tolerance = TOLERANCE): boolean => {
  if (a.unit === null || b.unit === null) return false;
  // `80 độ` may be Fahrenheit where `27 Grad` are Celsius.
  if (a.unit === 'degree' && b.unit === 'degree')
    return eachPair(a, b, (x, y) => temperaturesAgree(x, y) || temperaturesAgree(y, x));
  if (a.unit === b.unit) return false;
  const [unitA, unitB] = [unitOf(a.unit), unitOf(b.unit)];
  if (!unitA || !unitB || unitA.unitClass !== unitB.unitClass) return false;
  if (unitA.unitClass === 'currency' || unitA.unitClass === 'count') return false;
  if (unitA.unitClass === 'temperature') {
    if (unitA.id === 'celsius') return unitB.id === 'fahrenheit' && eachPair(b, a, temperaturesAgree);
    if (unitB.id === 'celsius') return eachPair(a, b, temperaturesAgree);
    return false;
  }
  return eachPair(a, b, (x, y) => {
    const rounding = roundingOf(x) + roundingOf(y) + FACTOR_TOLERANCE;
    return isClose(
      x * unitA.factor,
      y * unitB.factor,
      Math.min(tolerance, Math.max(rounding, tolerance - TOLERANCE)),
    );
  });
};

/** Whether the same value with these two units is a finding: another currency, or another measure. */
export const unitsConflict = (a: string | null, b: string | null): boolean => {
  if (a === null || b === null || a === b) return false;
  const [unitA, unitB] = [unitOf(a), unitOf(b)];
  if (!unitA || !unitB || unitA.unitClass === 'count' || unitB.unitClass === 'count') return false;
  return true;
};

/** A unit in which things are measured, not counted. */
export const isMeasure = (unit: string | null): boolean => {
  const known = unit === null ? null : unitOf(unit);
  return known !== null && known.unitClass !== 'count';
};

export const otherCurrency = (a: string | null, b: string | null): boolean =>
  a !== null &&
  b !== null &&
  a !== b &&
  unitOf(a)?.unitClass === 'currency' &&
  unitOf(b)?.unitClass === 'currency';
