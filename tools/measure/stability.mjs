// Whether the aligner's figures hang on the exact values of its parameters: each is made 20 % smaller and larger, on all sets. From the
// same runs follows leave-one-out: for each document the factor of each parameter is the one that is best on all other documents, and
// the document is aligned with these.
import { countPair, figures } from './gold.mjs';

const FACTORS = [0.8, 1.2];
const percent = (x) => (100 * x).toFixed(1).padStart(6);

/** All numbers of the parameters, each with its name and a way to set it. */
const scalarsOf = (object, path = []) =>
  Object.entries(object).flatMap(([name, value]) =>
    typeof value === 'number'
      ? [
          {
            name: [...path, name].join('.'),
            value,
            set: (next) => {
              object[name] = next;
            },
          },
        ]
      : scalarsOf(value, [...path, name]),
  );

/** Probabilities stay below 1. */
const scale = (value, factor) => (value < 1 && value * factor >= 1 ? (1 + value) / 2 : value * factor);

const columnOf = ({ set, pair }) => `${set} ${pair.variant === 'clean' ? 'clean' : 'faulty'} ${pair.lang}`;
const group = (items, keyOf) => {
  const groups = new Map();
  for (const item of items) groups.set(keyOf(item), [...(groups.get(keyOf(item)) ?? []), item]);
  return groups;
};

/** Sum of strict F1 of all columns, and half of null F1 where sentences were dropped and added. */
const worth = (results) =>
  [...group(results, columnOf)].reduce((sum, [column, list]) => {
    const { strict, nulls } = figures(list.map(({ count }) => count));
    return sum + strict + (column.includes('faulty') ? nulls / 2 : 0);
  }, 0);

/** The lowest strict F1 on clean and on faulty texts, and the lowest null F1, over the languages of each set. */
function lowest(results) {
  const columns = [...group(results, columnOf)].map(([column, list]) => [
    column,
    figures(list.map(({ count }) => count)),
  ]);
  return [...new Set(results.map(({ set }) => set))].map((set) => {
    const least = (kind, of) =>
      Math.min(
        ...columns.filter(([column]) => column.startsWith(`${set} ${kind}`)).map(([, each]) => each[of]),
      );
    return `${set} ${[least('clean', 'strict'), least('faulty', 'strict'), least('faulty', 'nulls')].map(percent).join('')}`;
  });
}

/** `items`: `{set, pair, source, target}` of all sets; `only`: names of parameters, all where left out. */
export function measureStability(core, lexicon, items, only) {
  const run = (some) =>
    some.map(({ set, pair, source, target }) => {
      const { scored: _, ...count } = countPair(pair, core.align({ source, target, lexicon }).beads);
      return { set, pair, count: { ...count, scored: [] } };
    });
  const scalars = scalarsOf(core.PARAMETERS).filter(({ name }) =>
    only ? only.includes(name) : name !== 'taughtWeight',
  );
  console.log(
    '\n== each parameter 20 % smaller and larger: lowest strict F1 clean, faulty, and null F1 over the languages',
  );
  const asSet = run(items);
  console.log('as it is'.padEnd(27), lowest(asSet).join('   '));
  const tried = new Map();
  for (const { name, value, set } of scalars)
    for (const factor of FACTORS) {
      set(scale(value, factor));
      const results = run(items);
      set(value);
      tried.set(`${name} ${factor}`, results);
      console.log(`${name} × ${factor}`.padEnd(27), lowest(results).join('   '));
    }
  const docOf = ({ set, pair }) => `${set}/${pair.doc}`;
  const leftOut = [...new Set(items.map(docOf))].flatMap((doc) => {
    const others = (results) => worth(results.filter((one) => docOf(one) !== doc));
    const base = others(asSet);
    for (const { name, value, set } of scalars) {
      const best = FACTORS.map((factor) => ({
        factor,
        gain: others(tried.get(`${name} ${factor}`)) - base,
      })).sort((a, b) => b.gain - a.gain)[0];
      if (best.gain > 1e-9) set(scale(value, best.factor));
    }
    const results = run(items.filter((item) => docOf(item) === doc));
    for (const { value, set } of scalars) set(value);
    return results;
  });
  console.log(
    '\n== leave-one-out: each document with the parameters that are best for all others (strict F1, null F1)',
  );
  const byColumn = group(asSet, columnOf);
  for (const [column, list] of group(leftOut, columnOf)) {
    const show = (some) => {
      const { strict, nulls } = figures(some.map(({ count }) => count));
      return `${percent(strict)}${column.includes('clean') ? '      ' : percent(nulls)}`;
    };
    console.log(column.padEnd(27), 'as it is', show(byColumn.get(column)), '   left out', show(list));
  }
}
