/** Message catalogues of GNU gettext (PO, POT): msgid with its msgstr; obsolete entries are left out, fuzzy ones need review. */
import { AppError } from '../../errors.ts';
import { guessLanguage } from '../../text/index.ts';
import { cleanSegment, STATUS_PROPERTY, type TmxUnit } from '../tmx.ts';
import type { FormatReader } from './model.ts';

const KEYWORD = /^(msgctxt|msgid|msgid_plural|msgstr(?:\[\d{1,3}\])?)\s+(".*)$/;
const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r', '"': '"', '\\': '\\' };
const MAX_MESSAGE = 1_000_000;

const unquote = (quoted: string): string | null => {
  const inside = /^"(.*)"\s*$/.exec(quoted)?.[1];
  return inside === undefined ? null : inside.replace(/\\(.)/g, (_, sign: string) => ESCAPES[sign] ?? sign);
};

interface Entry {
  fields: Map<string, string>;
  fuzzy: boolean;
}

function readEntries(text: string, refuse: (reason: string) => AppError): Entry[] {
  const entries: Entry[] = [];
  let entry: Entry = { fields: new Map(), fuzzy: false };
  let field: string | null = null;
  const close = (): void => {
    if (entry.fields.has('msgid')) entries.push(entry);
    entry = { fields: new Map(), fuzzy: false };
    field = null;
  };
  for (const [i, raw] of text.split(/\r\n|\n|\r/).entries()) {
    const line = raw.trim();
    if (line === '') {
      close();
      continue;
    }
    if (line.startsWith('#')) {
      // Comments open an entry where the empty line before it is missing.
      if (entry.fields.has('msgstr') || entry.fields.has('msgstr[0]')) close();
      if (/^#,.*\bfuzzy\b/.test(line)) entry.fuzzy = true;
      continue;
    }
    const keyword = KEYWORD.exec(line);
    if (keyword) {
      const isNext = keyword[1] === 'msgctxt' || keyword[1] === 'msgid';
      if (isNext && entry.fields.has('msgid')) close();
      field = keyword[1]!;
    }
    const said = unquote(keyword ? keyword[2]! : line);
    if (said === null || field === null) throw refuse(`line ${i + 1} is neither a message nor a comment`);
    const whole = (keyword ? '' : (entry.fields.get(field) ?? '')) + said;
    if (whole.length > MAX_MESSAGE) throw refuse(`a message has more than ${MAX_MESSAGE} characters`);
    entry.fields.set(field, whole);
  }
  close();
  return entries;
}

export const poReader: FormatReader = {
  read: ({ file, text }) => {
    const refuse = (reason: string): AppError =>
      new AppError('file-invalid', { file, format: 'a message catalogue (PO)', reason });
    const entries = readEntries(text, refuse);
    const header = entries.find(({ fields }) => fields.get('msgid') === '')?.fields.get('msgstr') ?? '';
    const messages = entries.filter(({ fields }) => fields.get('msgid') !== '');
    const targetOf = ({ fields }: Entry): string => fields.get('msgstr') ?? fields.get('msgstr[0]') ?? '';
    const sample = (of: (entry: Entry) => string): string[] => messages.map(of).filter(Boolean).slice(0, 200);
    const sources = sample(({ fields }) => fields.get('msgid') ?? '');
    const targets = sample(targetOf);
    // The header names only the target's language; msgids are English unless they look like something else.
    const guessedSource = guessLanguage(sources.join('\n'));
    const guessedTarget = guessLanguage(targets.join('\n'));
    const named = /^Language:\s*([A-Za-z]{2,3}(?:[_-][A-Za-z]{2,4})?)/m.exec(header)?.[1]?.replace('_', '-');
    const source = guessedSource.certain ? guessedSource.lang : 'en';
    const target = named ?? guessedTarget.lang;
    const units = messages.flatMap((entry): TmxUnit[] => {
      const pairs: [string, string][] = [[entry.fields.get('msgid')!, targetOf(entry)]];
      const plural = entry.fields.get('msgid_plural');
      const last = entry.fields.get('msgstr[2]') ?? entry.fields.get('msgstr[1]');
      if (plural !== undefined && last !== undefined) pairs.push([plural, last]);
      return pairs.map(([said, rendered]) => ({
        id: entry.fields.get('msgctxt'),
        properties: entry.fuzzy ? [{ type: STATUS_PROPERTY, value: 'needs-review' }] : [],
        variants: [
          { lang: source, text: cleanSegment(said) },
          { lang: target, text: cleanSegment(rendered) },
        ].filter((variant) => variant.text !== ''),
      }));
    });
    const columns = [
      { index: 0, name: 'msgid', lang: source, sample: sources.slice(0, 5) },
      { index: 1, name: 'msgstr', lang: target === 'und' ? null : target, sample: targets.slice(0, 5) },
    ];
    return { format: 'po', blocks: [], units, columns, lang: null, warnings: [] };
  },
};
