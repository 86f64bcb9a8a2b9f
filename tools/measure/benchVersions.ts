/** What a new version of a long text takes: see tools/benchVersions.mjs. */
import { listDocuments, loadText, openStore, versionsOf } from '../../src/store/index.ts';
import { randomFrom } from './generate.mjs';
import { type Client, startServices } from './services.ts';

export { makeLongProject } from './longProject.ts';

export interface VersionFigure {
  readonly name: string;
  /** Milliseconds until the version is there. */
  readonly wall: number;
  /** Of the services' own thread, and of all threads together. */
  readonly processor: number;
  readonly all: number;
  readonly counts: string;
}

interface Edits {
  readonly changed: number;
  readonly moved: number;
  readonly added: number;
  readonly removed: number;
}

/** A text with so many sentences changed in a word, moved elsewhere, inserted and removed. */
function edit(
  sentences: readonly string[],
  { changed, moved, added, removed }: Edits,
  seed: number,
): string[] {
  const random = randomFrom(seed);
  const numbers = sentences.map((_, i) => i);
  const some = (count: number): Set<number> => {
    const chosen = new Set<number>();
    while (chosen.size < count) {
      const number = Math.floor(random() * numbers.length);
      if (numbers[number]! >= 0) chosen.add(number);
      numbers[number] = -1;
    }
    return chosen;
  };
  const [changes, moves, insertions, removals] = [some(changed), some(moved), some(added), some(removed)];
  const out = sentences.flatMap((text, i) => {
    if (removals.has(i) || moves.has(i)) return [];
    if (insertions.has(i)) return [text, `Zwq ${i} wxyz qwv ${i * 7} vwz.`];
    if (!changes.has(i)) return [text];
    const words = text.includes(' ') ? text.split(' ') : [...text];
    words[Math.floor(random() * (words.length - 1))] = `wq${i}`;
    return [words.join(text.includes(' ') ? ' ' : '')];
  });
  for (const i of moves) out.splice(Math.floor(random() * out.length), 0, sentences[i]!);
  return out;
}

/** The id of the version in a language, and its sentences. */
function readText(path: string, lang: string): [versionId: number, texts: readonly string[]] {
  const store = openStore(path);
  try {
    const { id } = listDocuments(store)[0]!;
    const version = versionsOf(store, id).find((one) => one.lang === lang)!;
    return [version.id, loadText(store, version).text.segments.map(({ text }) => text)];
  } finally {
    store.close();
  }
}

/** Each kind of version in a project of its own copy: `copy` gives the path of a fresh one. */
export async function measureVersions(
  copy: () => string,
  dataFolder: string,
  workers: URL,
  edits: Edits,
): Promise<VersionFigure[]> {
  const figures: VersionFigure[] = [];
  for (const { name, lang, format } of [
    { name: 'rendering (de), from a text', lang: 'de', format: 'txt' },
    { name: 'rendering (zh), from a text', lang: 'zh', format: 'txt' },
    { name: 'rendering (de), from a TMX', lang: 'de', format: 'tmx' },
    { name: 'original, three renderings, from a text', lang: 'vi', format: 'txt' },
  ] as const) {
    const { services, client } = startServices(dataFolder, workers);
    const path = copy();
    const [of, texts] = readText(path, lang);
    const { key: project, documents } = services.openPath(path);
    const place = { project, documentId: documents[0]!.id };
    const put = (list: readonly string[]) => putText(client, `${lang}.txt`, list);
    const file =
      format === 'txt'
        ? await put(edit(texts, edits, 5))
        : await putMemory(services, client, project, lang, edits);
    // The threads are there and know the language, as they are in a program that somebody works with.
    const same = await client.versions.preview({ ...place, of, file: await put(texts) });
    if (same.counts.same !== texts.length) throw new Error(`${name}: the text is not cut as it was`);
    const before = process.threadCpuUsage();
    const allBefore = process.cpuUsage();
    const start = performance.now();
    const { counts, stale } = await client.versions.add({ ...place, of, file });
    const wall = performance.now() - start;
    const used = process.threadCpuUsage(before);
    const all = process.cpuUsage(allBefore);
    figures.push({
      name,
      wall,
      processor: (used.user + used.system) / 1000,
      all: (all.user + all.system) / 1000,
      counts: `${counts.changed} changed, ${counts.moved} moved, ${counts.added} added, ${counts.removed} removed, ${stale} stale`,
    });
    await services.close();
  }
  return figures;
}

const putText = async (client: Client, name: string, lines: readonly string[]): Promise<string> =>
  (await client.files.put({ name, base64: Buffer.from(`${lines.join('\n\n')}\n`).toString('base64') })).file;

/** The project's own export, with sentences of one language changed in it. */
async function putMemory(
  services: ReturnType<typeof startServices>['services'],
  client: Client,
  project: string,
  lang: string,
  { changed, removed }: Edits,
): Promise<string> {
  const [out] = services.prepareExport(project, { format: 'tmx' });
  let text = '';
  for await (const piece of out!.chunks()) text += piece;
  const units = text.split('</tu>');
  const step = Math.floor(units.length / (changed + removed + 2));
  const opening = `<tuv xml:lang="${lang}"><seg>`;
  for (let i = 0; i < changed + removed; i++) {
    const at = (i + 1) * step;
    units[at] = units[at]!.replace(opening, `${opening}Wq${at} `);
  }
  const bytes = Buffer.from(units.join('</tu>'));
  return (await client.files.put({ name: 'back.tmx', base64: bytes.toString('base64') })).file;
}
