/**
 * Pages that lie on disk and are opened by hand: no script, nothing fetched, all text escaped. Their policy allows one style sheet, by
 * its digest, and nothing else.
 */
import digest from './pageStyle.sha256.txt?raw';
import style from './pageStyle.txt?raw';
import { xmlText } from './xml.ts';

/** The style sheet is text and no module of styles, so that no bundler touches it; a test holds the digest against it. */
export const PAGE_STYLE = style;
export const PAGE_STYLE_DIGEST = digest.trim();

export const printPageStart = (title: string, lang = 'en'): string => `<!doctype html>
<html lang="${xmlText(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${PAGE_STYLE_DIGEST}'">
<meta name="viewport" content="width=device-width">
<title>${xmlText(title)}</title>
<style>${PAGE_STYLE}</style>
</head>
<body>
<h1>${xmlText(title)}</h1>
`;
export const PAGE_END = '</body>\n</html>\n';
