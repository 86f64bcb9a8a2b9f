/** Text as XML can hold it. */

/** What XML 1.0 cannot hold, not even as a reference; and C1 controls, which no text means. */
const FORBIDDEN =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const BREAKS = /\s*[\t\n\v\f\r\u0085\u2028\u2029]\s*/g;
/**
 * Whole blocks whose characters XML holds and NFC leaves alone (NFC_Quick_Check=Yes in Unicode's DerivedNormalizationProps): Latin
 * with Vietnamese, Cyrillic, dashes and quotes, Chinese with its punctuation. Nearly all texts are of these, and one look is
 * cheaper than two replacements and a normalisation.
 */
const ALL_USUAL =
  /^[ -~\u00a0-\u02ff\u0400-\u0482\u1e00-\u1eff\u2010-\u2027\u3001-\u3029\u4e00-\u9fff\uff01-\uff5e]*$/;

/** A text as it can stand in a segment: without control characters and line breaks, trimmed, NFC. */
export const cleanSegment = (text: string): string =>
  ALL_USUAL.test(text)
    ? text.trim()
    : text.replace(BREAKS, ' ').replace(FORBIDDEN, '').trim().normalize('NFC');

/** A text of several lines: the same, but line feeds stay. */
export const cleanLines = (text: string): string =>
  text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(FORBIDDEN, '')
    .trim()
    .normalize('NFC');

const SPECIAL = /[&<>"]/;
export const escapeXml = (text: string): string =>
  SPECIAL.test(text)
    ? text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')
    : text;

/** A text for an element or an attribute of XML or HTML. */
export const xmlText = (text: string): string => escapeXml(cleanSegment(text));

/** `2026-01-31T09:30:00Z`. */
export const isoDate = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
