/**
 * How much a text looks like one of the languages that are worked with. Encodings are told apart by it: the right decoding gives
 * common words and syllables, a wrong one letters in places where no language has them.
 */
import { guessLanguage } from './language.ts';
import { isStopWord } from './words.ts';

const WORD = /\p{L}[\p{L}\p{M}]*/gu;
/** A Vietnamese syllable: onset, vowels with at most one tone, coda. */
const SYLLABLE =
  /^(?:ngh|ng|nh|gh|gi|kh|ph|th|tr|ch|qu|[bcdđghklmnpqrstvx])?[aăâeêioôơuưyàằầèềìòồờùừỳáắấéếíóốớúứýảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵ]{1,3}(?:ngh|ng|nh|ch|[cmnpt])?$/u;
const TONED = /[àằầèềìòồờùừỳáắấéếíóốớúứýảẳẩẻểỉỏổởủửỷãẵẫẽễĩõỗỡũữỹạặậẹệịọộợụựỵăâđêôơư]/u;
const SAMPLE = 20_000;
/** What no text means: controls, private and unassigned signs, the sign for what could not be decoded. */
const STRANGE = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\ufffd\ufff0-\uffff]|\p{Co}|\p{Cn}/gu;
/** Signs and letters that stand for what was decoded wrongly, chiefly inside words. */
const SUSPICIOUS = /[\u2500-\u259f\u00a4\u00a6\u00a8\u00ac\u00af\u00b1-\u00b8\u00bc-\u00bf\u00d7\u00f7]/gu;
/** The commonest Han letters; a wrong decoding gives rare ones. */
const COMMON_HAN =
  /[的一是不了在人有我他这为之大来以个中上们到说国和地也子时道出而要于就下得可你年生自会那后能对着事其里所去行过家十用发天如然作方成者多日都三小军二无同么经法当起与好看学进种将还分此心前面又定见只主没公从這為來個們說國時於會後對著裡過發沒從經當與學進種將還見]/gu;

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0;

/** From below 0 (no text at all) to about 1 (surely a text in one of the languages). */
export function plausibility(text: string): number {
  const part = text.slice(0, SAMPLE).normalize('NFC');
  const letters = count(part, /\p{L}/gu);
  const visible = count(part, /\S/gu);
  if (visible === 0) return 0;
  const faults = (3 * count(part, STRANGE) + count(part, SUSPICIOUS)) / visible;
  const words = part.match(WORD) ?? [];
  if (words.length === 0) return -faults;
  const mixed = words.filter(isMixed).length / words.length;
  return quality(part, words, letters) - 4 * faults - 2 * mixed;
}

/** Capitals inside words, or two scripts in one word, come from wrong decodings. */
const isMixed = (word: string): boolean =>
  /\p{Ll}\p{Lu}/u.test(word) ||
  (/\p{Script=Latin}/u.test(word) && /[\p{Script=Cyrillic}\p{Script=Greek}]/u.test(word));

function quality(part: string, words: readonly string[], letters: number): number {
  const han = count(part, /\p{Script=Han}/gu);
  if (han * 2 > letters) return Math.min(1, (count(part, COMMON_HAN) / han) * 3.2);
  const lower = words.map((word) => word.toLowerCase());
  const { lang } = guessLanguage(part);
  const stops = lower.filter((word) => isStopWord(word, lang)).length / lower.length;
  if (lang === 'vi' || lower.some((word) => TONED.test(word))) {
    const syllables = lower.filter((word) => SYLLABLE.test(word)).length / lower.length;
    const toned = lower.filter((word) => TONED.test(word) && SYLLABLE.test(word)).length / lower.length;
    if (toned > 0.2) return Math.min(1, syllables * 0.7 + toned * 0.4);
  }
  const cyrillic = count(part, /\p{Script=Cyrillic}/gu);
  if (cyrillic * 2 > letters) {
    const small = count(part, /\p{Script=Cyrillic}(?<=\p{Ll})/gu) / Math.max(1, cyrillic);
    const ordinary = count(part, /[а-яА-ЯёЁ]/gu) / cyrillic;
    return Math.min(1, 0.25 + Math.min(0.4, stops * 2.5) + small * 0.2 + ordinary * 0.15);
  }
  return Math.min(1, 0.3 + stops * 2);
}
