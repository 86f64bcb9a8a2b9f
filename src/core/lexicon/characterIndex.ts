/** Finds the forms of languages written without spaces: a tree over characters, the longest form from left to right. */
import type { ConceptMention } from './model.ts';

interface Node {
  readonly next: Map<number, Node>;
  concepts: number[] | undefined;
}

const plain = (unit: number): number => {
  if (unit >= 0xff01 && unit <= 0xff5e) return plain(unit - 0xfee0);
  return unit >= 65 && unit <= 90 ? unit + 32 : unit;
};
const isLatin = (unit: number): boolean => (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);

export class CharacterIndex {
  private readonly root: Node = { next: new Map(), concepts: undefined };

  /** The form is what `text` has from `start` to `end`. */
  addForm(text: string, concept: number, start = 0, end = text.length): void {
    let node = this.root;
    for (let at = start; at < end; at++) {
      const unit = plain(text.charCodeAt(at));
      let after = node.next.get(unit);
      if (!after) {
        after = { next: new Map(), concepts: undefined };
        node.next.set(unit, after);
      }
      node = after;
    }
    if (node === this.root) return;
    if (!node.concepts) node.concepts = [concept];
    else if (!node.concepts.includes(concept)) node.concepts.push(concept);
  }

  mentions(text: string): ConceptMention[] {
    const found: ConceptMention[] = [];
    let start = 0;
    while (start < text.length) {
      let node = this.root;
      let end = start;
      let concepts: number[] | undefined;
      for (let at = start; at < text.length; at++) {
        const unit = plain(text.charCodeAt(at));
        const after = node.next.get(unit);
        if (!after) break;
        node = after;
        // a Latin form must not end inside a longer Latin word
        const cutsWord = isLatin(unit) && at + 1 < text.length && isLatin(plain(text.charCodeAt(at + 1)));
        if (node.concepts && !cutsWord) {
          end = at + 1;
          concepts = node.concepts;
        }
      }
      if (concepts) found.push({ start, end, concepts });
      if (concepts) start = end;
      else if (isLatin(plain(text.charCodeAt(start)))) {
        while (start < text.length && isLatin(plain(text.charCodeAt(start)))) start += 1;
      } else start += 1;
    }
    return found;
  }
}
