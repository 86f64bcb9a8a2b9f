/** Classes of characters, looked up by scanners that read each text unit by unit. */

/** Marks that a class was worked out, and that a unit is half of a character. */
const [SEEN, HALF] = [128, 64];
const isHalf = (unit: number): boolean => (unit & 0xf800) === 0xd800;

export class CharacterClasses {
  /** Of each UTF-16 unit, worked out when a text first has it. */
  private readonly known = new Uint8Array(0x10000);

  /** `classify` gives the class of a character (one code point): a number below 64, such as bits. */
  constructor(private readonly classify: (character: string) => number) {}

  at(text: string, at: number): number {
    const unit = text.charCodeAt(at);
    const known = this.known[unit]!;
    if (known & SEEN)
      return known & HALF ? this.classify(String.fromCodePoint(text.codePointAt(at)!)) : known & 63;
    this.known[unit] = SEEN | (isHalf(unit) ? HALF : this.classify(text[at]!));
    return this.at(text, at);
  }

  /** End of the run of characters from `from` on whose class has one of these bits. */
  skip(text: string, from: number, bits: number): number {
    let at = from;
    while (at < text.length && this.at(text, at) & bits) at += widthAt(text, at);
    return at;
  }
}

/** UTF-16 units of the character that begins here. */
export const widthAt = (text: string, at: number): number =>
  isHalf(text.charCodeAt(at)) && text.codePointAt(at)! > 0xffff ? 2 : 1;
