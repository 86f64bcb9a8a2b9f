// Reads gold sets and counts as ../shared/eval/score.mjs does: strict F1, null F1, calibration error.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

const json = (file) => JSON.parse(readFileSync(file, 'utf8'));
export const readLines = (file) => readFileSync(file, 'utf8').replace(/\n$/u, '').split('\n');

/** All pairs of a gold set: `{doc, lang, variant, source, target, gold, faults}` with lines of text. */
export function readGold(folder) {
  const pairs = [];
  for (const doc of readdirSync(folder).sort()) {
    if (!statSync(join(folder, doc)).isDirectory()) continue;
    for (const file of readdirSync(join(folder, doc)).sort()) {
      const match = /^([a-z]{2})-([a-z]{2})(?:\.([a-z]+))?\.gold\.json$/u.exec(file);
      if (!match) continue;
      const [, from, lang, variant] = match;
      const stem = variant ? `${lang}.${variant}` : lang;
      const faults = join(folder, doc, `${from}-${stem}.faults.json`);
      pairs.push({
        doc,
        from,
        lang,
        variant: variant ?? 'clean',
        source: readLines(join(folder, doc, `${from}.seg`)),
        target: readLines(join(folder, doc, `${stem}.seg`)),
        gold: json(join(folder, doc, file)),
        faults: existsSync(faults) ? json(faults) : [],
      });
    }
  }
  return pairs;
}

const solid = (bead) => bead.source.length > 0 && bead.target.length > 0;
export const keyOf = (bead) => `${bead.source.join(',')}|${bead.target.join(',')}`;

/** Gold beads, repeated lines read either way, whichever agrees better with ours. */
export function goldBeads(pair, ours) {
  const keys = new Set(ours.filter(solid).map(keyOf));
  const hits = (beads) => beads.filter((bead) => solid(bead) && keys.has(keyOf(bead))).length;
  let best = pair.gold.beads.map((bead) => ({ source: bead.src, target: bead.tgt }));
  const twins = pair.faults
    .filter((fault) => fault.kind === 'duplicate')
    .map((fault) => [fault.tgt?.[0], [fault.duplicate_of].flat()[0]]);
  for (const [a, b] of twins) {
    const swap = (t) => (t === a ? b : t === b ? a : t);
    const next = best.map((bead) => ({ ...bead, target: bead.target.map(swap).sort((x, y) => x - y) }));
    if (hits(next) > hits(best)) best = next;
  }
  return best;
}

/** Counts of one pair, to be added up. */
export function countPair(pair, ours) {
  const gold = goldBeads(pair, ours);
  const keys = new Set(gold.filter(solid).map(keyOf));
  const lonely = (beads) =>
    new Set(
      beads
        .filter((bead) => !solid(bead))
        .flatMap((bead) => [...bead.source.map((x) => `s${x}`), ...bead.target.map((x) => `t${x}`)]),
    );
  const [goldNull, ourNull] = [lonely(gold), lonely(ours)];
  const scored = ours.filter(solid).map((bead) => ({ score: bead.score, right: keys.has(keyOf(bead)) }));
  return {
    gold: keys.size,
    ours: scored.length,
    right: scored.filter(({ right }) => right).length,
    goldNull: goldNull.size,
    ourNull: ourNull.size,
    nullHit: [...goldNull].filter((x) => ourNull.has(x)).length,
    scored,
  };
}

const ratio = (a, b) => (b > 0 ? a / b : 1);
const f1 = (p, r) => (p + r > 0 ? (2 * p * r) / (p + r) : 0);

export function figures(counts) {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  const strict = f1(ratio(sum('right'), sum('ours')), ratio(sum('right'), sum('gold')));
  const nulls = f1(ratio(sum('nullHit'), sum('ourNull')), ratio(sum('nullHit'), sum('goldNull')));
  return { strict, nulls, ece: calibrationError(counts.flatMap((count) => count.scored)) };
}

/** In ten bins of the score; right means strictly right. */
export function calibrationError(scored) {
  const bins = Array.from({ length: 10 }, () => ({ score: 0, right: 0 }));
  for (const { score, right } of scored) {
    const bin = bins[Math.min(9, Math.floor(score * 10))];
    bin.score += score;
    bin.right += right ? 1 : 0;
  }
  return ratio(
    bins.reduce((total, bin) => total + Math.abs(bin.score - bin.right), 0),
    scored.length,
  );
}
