/** The sample project: an invented article in four languages with a few faults to find; see samples/README.md. */
import german from '../../samples/coffee.de.txt?raw';
import russian from '../../samples/coffee.ru.txt?raw';
import vietnamese from '../../samples/coffee.vi.txt?raw';
import chinese from '../../samples/coffee.zh.txt?raw';
import type { Pool } from '../workers/pool.ts';
import type { CutText } from './importTexts.ts';

export const SAMPLE_NAME = 'Song song';
export const SAMPLE_TITLE = 'Cà phê Tây Nguyên';

const TEXTS = [
  { lang: 'vi', role: 'original', text: vietnamese },
  { lang: 'de', role: 'rendering', text: german },
  { lang: 'ru', role: 'rendering', text: russian },
  { lang: 'zh', role: 'rendering', text: chinese },
] as const;

export const cutSample = (pool: Pool): Promise<CutText[]> =>
  Promise.all(
    TEXTS.map(async ({ lang, role, text }) => ({
      role,
      label: '',
      name: `coffee.${lang}.txt`,
      text: await pool.run('cut', { text, lang }),
    })),
  );
