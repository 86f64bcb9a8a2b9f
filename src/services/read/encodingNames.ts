/** Encodings of text files by name. */

/** Names for people, in the order of a list to choose from, with the names that iconv-lite knows. */
export const ENCODINGS: Readonly<Record<string, string>> = {
  'UTF-8': 'utf8',
  'UTF-16LE': 'utf-16le',
  'UTF-16BE': 'utf-16be',
  'Windows-1258': 'windows1258',
  TCVN3: 'tcvn',
  VISCII: 'viscii',
  'Windows-1251': 'windows1251',
  'KOI8-R': 'koi8-r',
  CP866: 'cp866',
  'ISO-8859-5': 'iso88595',
  GB18030: 'gb18030',
  Big5: 'big5',
  'Windows-1252': 'windows1252',
  'Windows-1250': 'windows1250',
  Shift_JIS: 'shift_jis',
  'EUC-KR': 'euc-kr',
};
export type EncodingName = string;

/** The encoding that a name means, however it is spelled; null for an unknown one. */
export const findEncoding = (name: string): EncodingName | null => {
  const fold = (one: string): string => one.toLowerCase().replace(/[^a-z0-9]/g, '');
  const aliases: Readonly<Record<string, string>> = {
    utf16: 'UTF-16LE',
    cp1258: 'Windows-1258',
    cp1251: 'Windows-1251',
    cp1252: 'Windows-1252',
    tcvn: 'TCVN3',
    abc: 'TCVN3',
    gbk: 'GB18030',
    gb2312: 'GB18030',
    ibm866: 'CP866',
    latin1: 'Windows-1252',
    iso88591: 'Windows-1252',
  };
  const wanted = fold(name);
  return Object.keys(ENCODINGS).find((one) => fold(one) === wanted) ?? aliases[wanted] ?? null;
};
