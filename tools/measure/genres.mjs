// The project's own measuring set: four texts of other kinds than the gold sets' (a leaflet on health, an annual report, a travel story, a
// privacy policy), written for SongSong in tests/fixtures/genres. Parameters are set on the gold sets, not here. This turns them into the
// folders and files of a gold set, as ../shared/eval/score.mjs reads them.
//
// A text is a list of groups: `= name KIND` (H heading, P begins a paragraph, nothing: goes on), then a line a language with
// its sentences between ` | `; `de & …` where as many sentences as the original's do not answer each other one by one (a bead 2:2).
// Behind `## faults` stands one a line: `de number name: old => new`, `de omission name.2` (the second sentence; all without a
// number), `de paragraph name name`, `de duplicate name`, `de untranslated name` (the sentence; `: old => new` a phrase of it),
// `de addition name: sentence put behind it`. ` < words` ends a line: the words of the original that it is about.
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const LANGUAGES = ['de', 'ru', 'zh'];
const EDITED = { partial: 'partial_omission' };

/** `{groups: [{name, kind, vi, de, ru, zh}], faults: [{lang, kind, names, part, old, new}]}`; throws on a line it can't read. */
export function readGenre(text) {
  const groups = [];
  const faults = [];
  let inFaults = false;
  for (const line of text.split('\n').map((one) => one.trim())) {
    if (line === '') continue;
    if (line === '## faults') inFaults = true;
    else if (inFaults) faults.push(readFault(line));
    else if (line.startsWith('= ')) {
      const [, name, kind = ''] = line.split(' ');
      groups.push({ name, kind });
    } else {
      const match = /^(vi|de|ru|zh) (& )?(.+)$/u.exec(line);
      if (!match) throw new Error(`not a sentence: ${line}`);
      const group = groups.at(-1);
      group[match[1]] = match[3].split(' | ');
      if (match[2]) group.crossed = [...(group.crossed ?? []), match[1]];
    }
  }
  return { groups, faults };
}

function readFault(line) {
  const match = /^(de|ru|zh) (\w+) ([^:]+?)(?:: (.+))?$/u.exec(line);
  if (!match) throw new Error(`not a fault: ${line}`);
  const [, lang, kind, where, what] = match;
  const names = where.split(' ').map((one) => one.split('.')[0]);
  const part = where.includes('.') ? Number(where.split('.')[1]) : null;
  const [edit, words = ''] = what?.split(' < ') ?? [];
  const [old, fresh] = edit?.includes(' => ') ? edit.split(' => ') : [null, edit];
  return { lang, kind: EDITED[kind] ?? kind, names, part, old, new: fresh, words };
}

/** Beads of a group: sentence by sentence where both sides have as many that answer each other, else one. */
const groupBeads = (group, lang) =>
  group.vi.length === group[lang].length && !group.crossed?.includes(lang)
    ? group.vi.map((_, at) => ({ src: [at], tgt: [group[lang][at]] }))
    : [{ src: group.vi.map((_, at) => at), tgt: group[lang] }];

/** One rendering, clean or with its faults: `{lines, beads, faults, paragraphs}`, lines numbered over the text. */
export function buildPair({ groups, faults }, lang, faulty) {
  const lines = [];
  const beads = [];
  const records = [];
  const paragraphs = [];
  const own = faulty ? faults.filter((fault) => fault.lang === lang) : [];
  const used = new Set();
  let sourceAt = 0;
  const put = (sentences) => {
    lines.push(...sentences);
    return sentences.map((_, at) => lines.length - sentences.length + at);
  };
  for (const group of groups) {
    if (group.kind !== '') paragraphs.push([]);
    const first = lines.length;
    const here = own.filter((fault) => fault.names.includes(group.name));
    for (const bead of groupBeads(group, lang)) {
      const src = bead.src.map((at) => at + sourceAt);
      const dropped = here.find(
        ({ kind, part }) =>
          kind === 'paragraph' || (kind === 'omission' && (part === null || bead.src.includes(part - 1))),
      );
      if (dropped) {
        used.add(dropped);
        for (const one of src) beads.push({ src: [one], tgt: [] });
        const record = records.find((one) => one.fault === dropped);
        if (record) record.src.push(...src);
        else records.push({ fault: dropped, src: [...src], tgt: [] });
        continue;
      }
      let sentences = bead.tgt;
      const changed = [];
      for (const fault of here) {
        if (fault.kind === 'untranslated' && fault.old === null)
          sentences = group.vi.length === 1 ? group.vi : sentences;
        else if (fault.old !== null && sentences.some((one) => one.includes(fault.old)))
          sentences = sentences.map((one) => one.replace(fault.old, fault.new));
        else continue;
        used.add(fault);
        changed.push(fault);
      }
      const tgt = put(sentences);
      beads.push({ src, tgt });
      for (const fault of changed) records.push({ fault, src, tgt });
    }
    for (const fault of here.filter(({ kind }) => kind === 'duplicate' || kind === 'addition')) {
      used.add(fault);
      const src = group.vi.map((_, at) => at + sourceAt);
      const tgt = put(fault.kind === 'duplicate' ? group[lang] : [fault.new]);
      for (const one of tgt) beads.push({ src: [], tgt: [one] });
      records.push({
        fault,
        src: fault.kind === 'duplicate' ? src : [],
        tgt,
        duplicate_of: fault.kind === 'duplicate' ? group[lang].map((_, at) => first + at) : undefined,
      });
    }
    paragraphs.at(-1).push(...lines.slice(first));
    sourceAt += group.vi.length;
  }
  const lost = own.filter((fault) => !used.has(fault));
  if (lost.length > 0) throw new Error(`faults without a place: ${JSON.stringify(lost)}`);
  return {
    lines,
    beads,
    paragraphs: paragraphs.filter((one) => one.length > 0),
    faults: records.map(toRecord),
  };
}

const toRecord = ({ fault, src, tgt, duplicate_of }) => ({
  kind: fault.kind === 'paragraph' ? 'paragraph_omission' : fault.kind,
  src,
  tgt,
  src_span: fault.words,
  tgt_span: fault.new ?? '',
  note: fault.old ?? '',
  ...(duplicate_of ? { duplicate_of } : {}),
});

const joined = (paragraphs, lang) =>
  `${paragraphs.map((sentences) => sentences.join(lang === 'zh' ? '' : ' ')).join('\n\n')}\n`;

/** Writes the gold set of all texts in `fixtures` into `folder`. */
export function writeGenres(fixtures, folder) {
  for (const file of readdirSync(fixtures).filter((name) => name.endsWith('.txt'))) {
    const genre = readGenre(readFileSync(join(fixtures, file), 'utf8'));
    const out = join(folder, file.replace('.txt', ''));
    mkdirSync(out, { recursive: true });
    const write = (name, text) => writeFileSync(join(out, name), text);
    const source = buildPair(
      { groups: genre.groups.map((group) => ({ ...group, de: group.vi })), faults: [] },
      'de',
      false,
    );
    write('vi.seg', `${source.lines.join('\n')}\n`);
    write('vi.txt', joined(source.paragraphs, 'vi'));
    for (const lang of LANGUAGES)
      for (const faulty of [false, true]) {
        const { lines, beads, faults, paragraphs } = buildPair(genre, lang, faulty);
        const stem = faulty ? `${lang}.faulty` : lang;
        write(`${stem}.seg`, `${lines.join('\n')}\n`);
        write(`${stem}.txt`, joined(paragraphs, lang));
        write(`vi-${stem}.gold.json`, JSON.stringify({ beads }));
        if (faulty) write(`vi-${stem}.faults.json`, JSON.stringify(faults));
      }
  }
}
