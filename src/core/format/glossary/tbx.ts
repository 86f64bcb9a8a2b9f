/**
 * TBX (TermBase eXchange): version 2 (ISO 30042:2008, TBX-Basic and its kin: martif, termEntry, langSet, tig, ntig) and version 3 (ISO
 * 30042:2019: tbx, conceptEntry, langSec, termSec) in both styles, DCA (`<termNote type="administrativeStatus">`) and DCT
 * (`<min:administrativeStatus>`). Terms, their usage status, and definitions and notes are read; all else is left out.
 */
import { AppError } from '../../errors.ts';
import { warn } from '../read/warnings.ts';
import { attributeOf, walkXml } from '../read/xml.ts';
import { cleanLines, xmlText } from '../write/xml.ts';
import { EntryList, type GlossaryEntry, LONGEST_TERM, type ReadGlossary, type TermStatus } from './model.ts';

const FORMAT = 'TBX';
const ENTRIES = new Set(['termEntry', 'conceptEntry']);
const LANGUAGES = new Set(['langSet', 'langSec']);
const TERMS = new Set(['tig', 'ntig', 'termSec']);
/** Data categories that say how a term may be used. */
const STATUS_TYPES = new Set(['administrativeStatus', 'normativeAuthorization', 'usageStatus']);
const NOTES = new Set(['definition', 'note']);
const LONGEST = 20_000;

/** Picklist values of TBX-Basic, of its older kin, and of ISO 12620. */
const statusOf = (value: string): TermStatus | null => {
  const word = value.trim().toLowerCase();
  if (/^(?:deprecated|superseded|obsolete|forbidden|notrecommended)/u.test(word)) return 'forbidden';
  if (/^(?:admitted|legal|regulated)/u.test(word)) return 'admitted';
  return /^(?:preferred|standardized)/u.test(word) ? 'preferred' : null;
};

interface OpenTerm {
  readonly lang: string;
  text: string;
  status: TermStatus | null;
}

/** Throws AppError `file-invalid`. */
export function readTbx(text: string, file: string): ReadGlossary {
  const list = new EntryList(file, FORMAT);
  let notes: string[] = [];
  let terms: OpenTerm[] = [];
  let isEntry = false;
  let lang: string | null = null;
  let term: OpenTerm | null = null;
  /** What the text of the open element is for, and its text so far. */
  let into: { readonly what: 'term' | 'status' | 'note'; readonly depth: number; text: string } | null = null;
  const refuse = (reason: string): AppError => new AppError('file-invalid', { file, format: FORMAT, reason });

  walkXml(
    text,
    { file, format: FORMAT },
    {
      open: (name, attributes, path) => {
        if (path.length === 1 && name !== 'martif' && name !== 'tbx') throw refuse(`its root is <${name}>`);
        if (into || (!isEntry && !ENTRIES.has(name))) return;
        const type = attributeOf(attributes, 'type') ?? name;
        if (ENTRIES.has(name)) {
          isEntry = true;
          notes = [];
          terms = [];
        } else if (LANGUAGES.has(name)) {
          lang = attributeOf(attributes, 'lang') ?? null;
          if (lang === null) throw refuse(`a <${name}> does not name its language`);
        } else if (TERMS.has(name) && lang !== null) {
          term = { lang, text: '', status: null };
          terms.push(term);
        } else if (name === 'term' && term && term.text === '')
          into = { what: 'term', depth: path.length, text: '' };
        else if (term && STATUS_TYPES.has(type)) into = { what: 'status', depth: path.length, text: '' };
        else if (!term && NOTES.has(type)) into = { what: 'note', depth: path.length, text: '' };
      },
      text: (piece) => {
        if (!into) return;
        into.text += piece;
        if (into.text.length > LONGEST) throw refuse(`a ${into.what} has more than ${LONGEST} characters`);
      },
      close: (name, path) => {
        if (into && path.length === into.depth) {
          if (into.what === 'term' && term) term.text = into.text;
          else if (into.what === 'status' && term) term.status ??= statusOf(into.text);
          else if (into.what === 'note') notes.push(into.text);
          into = null;
        } else if (into) return;
        if (TERMS.has(name)) term = null;
        else if (LANGUAGES.has(name)) lang = null;
        else if (ENTRIES.has(name) && isEntry) {
          const spoken = [...new Set(notes.map((note) => cleanLines(note)).filter((note) => note !== ''))];
          list.add(spoken.join(' '), rank(terms));
          isEntry = false;
        }
      },
    },
  );
  const warnings = list.leftOut > 0 ? [warn('parts-left-out', { count: list.leftOut, what: 'terms' })] : [];
  return { entries: list.entries, warnings };
}

/** Where a language says of no term that it is preferred, its terms without a status are. */
const rank = (terms: readonly OpenTerm[]): { lang: string; text: string; status: TermStatus }[] => {
  const settled = new Set(terms.filter(({ status }) => status === 'preferred').map(({ lang }) => lang));
  return terms
    .filter(({ text }) => text.length <= LONGEST_TERM * 2)
    .map(({ lang, text, status }) => ({
      lang,
      text,
      status: status ?? (settled.has(lang) ? 'admitted' : 'preferred'),
    }));
};

/** Element names of the two versions. */
const NAMES = {
  3: { entry: 'conceptEntry', lang: 'langSec', term: 'termSec' },
  2: { entry: 'termEntry', lang: 'langSet', term: 'tig' },
} as const;
export type TbxVersion = keyof typeof NAMES;

const VALUES: Readonly<Record<TermStatus, string>> = {
  preferred: 'preferredTerm-admn-sts',
  admitted: 'admittedTerm-admn-sts',
  forbidden: 'deprecatedTerm-admn-sts',
};

const headOf = (version: TbxVersion, title: string): string =>
  version === 3
    ? `<?xml version="1.0" encoding="UTF-8"?>
<tbx type="TBX-Basic" style="dca" xml:lang="en" xmlns="urn:iso:std:iso:30042:ed-2">
<tbxHeader><fileDesc><titleStmt><title>${xmlText(title)}</title></titleStmt><sourceDesc><p>SongSong</p></sourceDesc></fileDesc></tbxHeader>
<text><body>
`
    : `<?xml version="1.0" encoding="UTF-8"?>
<martif type="TBX-Basic" xml:lang="en">
<martifHeader><fileDesc><titleStmt><title>${xmlText(title)}</title></titleStmt><sourceDesc><p>SongSong</p></sourceDesc></fileDesc><encodingDesc><p type="XCSURI">TBXBasicXCSV02.xcs</p></encodingDesc></martifHeader>
<text><body>
`;

/** TBX-Basic in the DCA style, piece by piece. */
export function* printTbx(
  title: string,
  entries: Iterable<GlossaryEntry>,
  version: TbxVersion = 3,
): Generator<string> {
  const names = NAMES[version];
  yield headOf(version, title);
  let number = 0;
  for (const { note, terms } of entries) {
    number += 1;
    const langs = [...new Set(terms.map(({ lang }) => lang))];
    const sections = langs.map((lang) => {
      const inner = terms
        .filter((term) => term.lang === lang)
        .map(
          ({ text, status }) =>
            `<${names.term}><term>${xmlText(text)}</term><termNote type="administrativeStatus">${VALUES[status]}</termNote></${names.term}>`,
        );
      return `<${names.lang} xml:lang="${xmlText(lang)}">${inner.join('')}</${names.lang}>\n`;
    });
    const definition = note === '' ? '' : `<descrip type="definition">${xmlText(note)}</descrip>\n`;
    yield `<${names.entry} id="c${number}">\n${definition}${sections.join('')}</${names.entry}>\n`;
  }
  yield version === 3 ? '</body></text>\n</tbx>\n' : '</body></text>\n</martif>\n';
}
