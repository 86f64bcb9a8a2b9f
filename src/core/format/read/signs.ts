/** Signs in the first part of a text by which its format is told; cheap, so that telling a format loads no reader. */

/** The times of a cue: `00:01:02,500 --> 00:01:04,000`, WebVTT without hours too. */
export const CUE_TIMES =
  /^\s{0,20}(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}[ \t]{1,20}-->[ \t]{1,20}(?:\d{1,3}:)?\d{1,2}:\d{2}[.,]\d{1,3}(?:\s|$)/;
export const MARKDOWN_FENCE = /^\s{0,20}(`{3,}|~{3,})/;
export const MARKDOWN_TABLE_RULE =
  /^[ |]{0,6}:?-{2,}:?[ \t]{0,20}(?:\|[ \t]{0,20}:?-{2,}:?[ \t]{0,20}){0,100}\|?\s{0,20}$/;
export const MARKDOWN_DEFINITION = /^ {0,3}\[[^\]\n]{1,300}\]:\s{0,20}\S/;

const splitLines = (text: string, most: number): string[] =>
  text.split(/\r\n|\n|\r/, most).filter((line) => line.length < 5000);

export const looksLikeSubtitles = (head: string): boolean =>
  /^\ufeff?WEBVTT(?:\s|$)/.test(head) || splitLines(head, 40).some((line) => CUE_TIMES.test(line));

export const looksLikeTmx = (head: string): boolean => /<tmx[\s>]/.test(head.slice(0, 4000));

export const looksLikeXliff = (head: string): boolean =>
  /<(?:\w{1,20}:)?xliff[\s>]/.test(head.slice(0, 4000));

export const looksLikePo = (head: string): boolean => {
  const lines = splitLines(head, 200);
  return (
    lines.some((line) => /^msgid\s+"/.test(line)) && lines.some((line) => /^msgstr(?:\[0\])?\s+"/.test(line))
  );
};

export const looksLikeHtml = (head: string): boolean => {
  const start = head.slice(0, 3000);
  if (/<!doctype\s{1,20}html|<html[\s>]/i.test(start)) return true;
  return (
    /^\s*</.test(start) &&
    /<(?:body|head|div|article|p|h[1-6]|meta)[\s>]/i.test(start) &&
    /<\/[a-z]/i.test(head)
  );
};

/** Two signs of different kinds: one alone stands in many plain texts. */
export const looksLikeMarkdown = (head: string): boolean => {
  const lines = splitLines(head, 400);
  const signs = [
    /^ {0,3}#{1,6}\s\S/,
    MARKDOWN_FENCE,
    /\]\((?:https?:|\/|#|\.)/,
    /\*\*\S[^*\n]{0,500}\*\*/,
    MARKDOWN_TABLE_RULE,
    MARKDOWN_DEFINITION,
  ];
  return signs.filter((sign) => lines.some((line) => sign.test(line))).length >= 2;
};
