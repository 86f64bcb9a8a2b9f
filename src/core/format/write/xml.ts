/** Text as XML can hold it. */

/** What XML 1.0 cannot hold, not even as a reference; and C1 controls, which no text means. */
const FORBIDDEN =
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const BREAKS = /\s*[\t\n\v\f\r\u0085\u2028\u2029]\s*/g;
/** Most texts hold nothing of these, and one look is cheaper than two replacements. Half a surrogate pair is looked for too. */
const UNUSUAL = /[\u0000-\u001f\u007f-\u009f\u2028\u2029\ud800-\udfff\ufffe\uffff]/;

/** A text as it can stand in a segment: without control characters and line breaks, trimmed, NFC. */
export const cleanSegment = (text: string): string =>
  (UNUSUAL.test(text) ? text.replace(BREAKS, ' ').replace(FORBIDDEN, '') : text).trim().normalize('NFC');

/** A text of several lines: the same, but line feeds stay. */
export const cleanLines = (text: string): string =>
  text
    .replace(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n')
    .replace(FORBIDDEN, '')
    .trim()
    .normalize('NFC');

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
};
const SPECIAL = /[&<>"]/;
export const escapeXml = (text: string): string =>
  SPECIAL.test(text) ? text.replace(/[&<>"]/g, (character) => ESCAPES[character]!) : text;

/** A text for an element or an attribute of XML or HTML. */
export const xmlText = (text: string): string => escapeXml(cleanSegment(text));

/** `2026-01-31T09:30:00Z`. */
export const isoDate = (at: number): string => `${new Date(at).toISOString().slice(0, 19)}Z`;
