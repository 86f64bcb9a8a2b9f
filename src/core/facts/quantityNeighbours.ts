/** What neighbouring quantities say together: `8 giờ 30 phút`, `6 feet 2`, `5–7 triệu`, `1950-53`, `90-х годов XX века`. */

import type { Quantity } from './model.ts';

export interface ScaledQuantity {
  readonly quantity: Quantity;
  /** The last scale word in it, 1 without one. */
  readonly scale: number;
}

/** Smaller units that continue a larger one, and how many of them make one. */
const PARTS: Readonly<Record<string, readonly (readonly [string, number])[]>> = {
  hour: [['minute', 60]],
  minute: [['second', 60]],
  foot: [['inch', 12]],
  pound: [['ounce', 16]],
  stone: [['pound', 14]],
  m: [['cm', 100]],
  kg: [['g', 1000]],
  km: [['m', 1000]],
};

const JOINT = /^[\s]*(?:và|und|и|,)?[\s]*$/;
const RANGE =
  /^\s*(?:-|đến|tới|lên|xuống|còn|hoặc|hay|và|bis|auf|oder|und|до|на|или|и|по|至|到|或|、|[增升降跌减]至|[增升降跌减]到)\s*$/;

/** 七点半, 一年半, 晚上7点半: half of the unit before it. */
const isHalfMore = (left: Quantity, right: Quantity, between: string): boolean =>
  right.text === '半' && between === '' && left.unit !== null;

const joinParts = (left: Quantity, right: Quantity, between: string): Quantity | null => {
  if (isHalfMore(left, right, between))
    return { ...left, end: right.end, values: left.values.map((whole) => whole + 0.5) };
  if (!JOINT.test(between) || left.unit === null) return null;
  const parts = PARTS[left.unit];
  if (!parts) return null;
  const value = right.values[0]!;
  for (const [unit, count] of parts) {
    // The unit may go unsaid after hours and feet: `20 giờ 30`, `6 foot 6`.
    const unsaid =
      right.unit === null &&
      /^\s*$/.test(between) &&
      right.kind === 'number' &&
      (left.unit === 'hour' ? /^[0-5]\d$/.test(right.text) : left.unit === 'foot');
    if ((right.unit === unit || unsaid) && value < count && value >= 0)
      return {
        ...left,
        end: right.end,
        values: left.values.map((large) => large + value / count),
        hard: left.hard || right.hard,
      };
  }
  return null;
};

/** Both ends of a range share what only the right one says. */
const shareRange = (left: ScaledQuantity, right: ScaledQuantity, between: string): [Quantity, Quantity] => {
  let [a, b] = [left.quantity, right.quantity];
  if (!RANGE.test(between)) return [a, b];
  if (left.scale === 1 && right.scale > 1 && a.unit === null && a.kind === 'number')
    a = { ...a, values: [...a.values, ...a.values.map((value) => value * right.scale)] };
  if (a.unit === null && a.kind === 'number' && b.kind === 'percent')
    a = { ...a, kind: 'percent', values: [...a.values, ...a.values.map((value) => value / 100)] };
  else if (a.unit === null && a.kind === 'number' && b.unit !== null) a = { ...a, unit: b.unit };
  if (
    a.kind === 'year' &&
    b.kind === 'number' &&
    b.unit === null &&
    b.values[0]! < 100 &&
    between.includes('-')
  )
    b = { ...b, values: [...b.values, Math.floor(a.values[0]! / 100) * 100 + b.values[0]!] };
  return [a, b];
};

/** How far a decade and the century that it belongs to may stand apart: `90-х годов прошлого XX века`. */
const DECADE_REACH = 24;

const areNear = (a: Quantity, b: Quantity): boolean =>
  Math.abs(a.start - b.end) < DECADE_REACH || Math.abs(b.start - a.end) < DECADE_REACH;

/** The century said along with a decade is not said by others (20世纪90年代, 1990er), and tells which decade it is. */
const relateCenturies = (found: readonly Quantity[]): Quantity[] =>
  found.map((quantity) => {
    const other = (fits: (one: Quantity) => boolean): Quantity | undefined =>
      found.find((one) => one !== quantity && fits(one) && areNear(one, quantity));
    if (quantity.unit === 'century' && other(({ kind }) => kind === 'decade'))
      return { ...quantity, hard: false };
    if (quantity.kind !== 'decade') return quantity;
    const century = other(({ unit }) => unit === 'century')?.values[0];
    const short = quantity.values.at(-1)!;
    return century === undefined || short >= 100
      ? quantity
      : { ...quantity, values: [(century - 1) * 100 + short] };
  });

export const relateNeighbours = (found: readonly ScaledQuantity[], text: string): Quantity[] => {
  if (found.length < 2) return found.map(({ quantity }) => quantity);
  const result: ScaledQuantity[] = [];
  for (const { quantity, scale } of found) {
    const said = { ...quantity, text: text.slice(quantity.start, quantity.end) };
    const last = result.at(-1);
    if (!last || quantity.start < last.quantity.end) {
      result.push({ quantity: said, scale });
      continue;
    }
    const between = text.slice(last.quantity.end, quantity.start);
    const joined = joinParts(last.quantity, said, between);
    if (joined) {
      result[result.length - 1] = { quantity: joined, scale };
      continue;
    }
    const [left, right] = shareRange(last, { quantity: said, scale }, between);
    result[result.length - 1] = { quantity: left, scale: last.scale };
    result.push({ quantity: right, scale });
  }
  return relateCenturies(result.map(({ quantity }) => quantity));
};
