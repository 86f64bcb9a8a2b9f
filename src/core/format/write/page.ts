/**
 * Pages that lie on disk and are opened by hand: no script, nothing fetched, all text escaped. Their policy allows one style sheet, by
 * its digest, and nothing else.
 */
import style from './page.css?raw';
import digest from './page.css.sha256?raw';
import { xmlText } from './xml.ts';

export const printPageStart = (title: string, lang = 'en'): string => `<!doctype html>
<html lang="${xmlText(lang)}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${digest.trim()}'">
<meta name="viewport" content="width=device-width">
<title>${xmlText(title)}</title>
<style>${style}</style>
</head>
<body>
<h1>${xmlText(title)}</h1>
`;
export const PAGE_END = '</body>\n</html>\n';
