/** Plain text: its paragraphs, as the text stage finds them. */
import { cutIntoBlocks } from '../../text/index.ts';
import type { FormatReader } from './model.ts';

export const textReader: FormatReader = {
  read: ({ text }) => ({
    format: 'text',
    blocks: cutIntoBlocks(text),
    units: null,
    columns: [],
    lang: null,
    warnings: [],
  }),
};
