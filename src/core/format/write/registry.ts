/** The formats that units go out in. */
import { docx } from './docx.ts';
import { html } from './html.ts';
import type { UnitFormatId } from './ids.ts';
import { json } from './json.ts';
import type { UnitFormat } from './model.ts';
import { csv, tsv } from './tables.ts';
import { tei } from './tei.ts';
import { tmx } from './tmx.ts';
import { vertical } from './vertical.ts';
import { xliff } from './xliff.ts';
import { xlsx } from './xlsx.ts';

export const UNIT_FORMATS: Readonly<Record<UnitFormatId, UnitFormat>> = {
  tmx,
  xliff,
  tsv,
  csv,
  xlsx,
  docx,
  html,
  json,
  tei,
  vertical,
};
