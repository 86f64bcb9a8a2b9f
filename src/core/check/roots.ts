/** Whether two words are likely to be of one family, without a dictionary: by letters, characters or syllables in common. */
import { foldWord } from './words.ts';

/** So many letters in common are a common root: `побережье`, `береговой`. */
const ROOT = 5;
const HAN = /\p{Script=Han}/u;

/** Of alphabetic words a run of letters in common, of Chinese ones a character. */
export const shareRoot = (a: string, b: string, letters = ROOT): boolean => {
  const [one, two] = [foldWord(a), foldWord(b)];
  if (HAN.test(one)) return [...one].some((character) => HAN.test(character) && two.includes(character));
  for (let at = 0; at + letters <= one.length; at++)
    if (two.includes(one.slice(at, at + letters))) return true;
  return false;
};

/** Of Vietnamese words a syllable in common. */
export const shareSyllable = (a: string, b: string): boolean => {
  const own = new Set(foldWord(a).split(' '));
  return foldWord(b)
    .split(' ')
    .some((syllable) => own.has(syllable));
};
