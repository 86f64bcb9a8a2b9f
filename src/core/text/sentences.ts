/** Sentence ends inside a paragraph. */

/** Offsets at which sentences of a paragraph end, the last one being its length. */
export function findSentenceEnds(paragraph: string, _lang: string): number[] {
  const ends: number[] = [];
  for (const found of paragraph.matchAll(/[.!?…]+["”“»’)\]]*\s+(?=[^\p{Ll}])|[。！？]+[”’」』）]*/gu))
    ends.push(found.index + found[0].trimEnd().length);
  if (ends.at(-1) !== paragraph.length) ends.push(paragraph.length);
  return ends;
}
