/** Figures that say the same, one of them rounded: `2.745 tỷ`, `2,75 Billionen`. */
import type { Quantity } from './model.ts';

/** With fewer digits a figure is another figure rather than a rounded one. */
const LEAST_DIGITS = 2;

/** The digits of a value without the zeros at either end, and the power of ten of the last of them. */
const readDigits = (value: number): { readonly count: number; readonly place: number } => {
  const [mantissa = '', exponent = '0'] = value.toExponential(11).split('e');
  const digits = mantissa.replace('.', '').replace(/0+$/u, '');
  return { count: digits.length, place: Number(exponent) - digits.length + 1 };
};

/**
 * Whether `rendering` is `original` with fewer digits. That is a way of writing only where another scale word brings it about, or where
 * it says that it is not exact: elsewhere it is another figure.
 */
export const isRounded = (original: Quantity, rendering: Quantity): boolean => {
  const [x, y] = [original.values[0] ?? 0, rendering.values[0] ?? 0];
  if (original.kind !== rendering.kind || original.unit !== rendering.unit || x <= 0 || y <= 0) return false;
  const [digits, rounded] = [readDigits(x), readDigits(y)];
  if (rounded.count >= digits.count || rounded.count < LEAST_DIGITS) return false;
  if ((original.scale ?? 1) === (rendering.scale ?? 1) && rendering.approximation !== 'about') return false;
  return Math.abs(x - y) <= 0.5000001 * 10 ** rounded.place;
};
