/** Commands on text files, and on what is in a project: align, segment, check. */

import { Option } from 'commander';
import {
  codes,
  encoding,
  examples,
  failOn,
  format,
  furniture,
  glossary,
  lexicon,
  output,
  rules,
  segmented,
  shape,
  sourceLang,
  targetLang,
} from './commandOptions.ts';
import { readLanguage } from './options.ts';
import type { Register } from './program.ts';

export const addTextCommands: Register = (program, surroundings, outcome) => {
  program
    .command('align')
    .summary('align an original with its renderings, or a project')
    .description(
      'Aligns an original with one or more renderings and checks them, without a project. ' +
        'Given a project file alone (.songsong), aligns what is in the project and keeps what people confirmed.',
    )
    .argument(
      '<source>',
      'the original (text, DOCX, ODT, RTF, PDF, HTML, subtitles, Markdown), or a project file',
    )
    .argument('[targets...]', 'the renderings')
    .addOption(sourceLang())
    .addOption(targetLang())
    .addOption(encoding())
    .addOption(rules())
    .addOption(lexicon())
    .addOption(segmented())
    .addOption(furniture())
    .option('--no-check', 'align only: no flags')
    .addOption(format('json', 'tmx', 'tsv'))
    .addOption(shape())
    .addOption(codes())
    .addOption(failOn())
    .addOption(output())
    .addHelpText(
      'after',
      examples(
        'songsong align bai-bao.txt artikel.txt statja.txt wenzhang.txt > aligned.json',
        'songsong align vi.txt de.txt --source-lang vi --target-lang de --format tmx -o vi-de.tmx',
        'songsong align vi.seg de.seg --segmented --no-check --format tsv',
        'songsong align brief.de.txt lettre.fr.txt --source-lang de --target-lang fr --lexicon de-fr.txt',
        'songsong align texts.songsong',
      ),
    )
    .action(async (source, targets, options) => {
      const { align } = await import('./commands/align.ts');
      outcome.code = await align(source, targets, options, surroundings);
    });

  program
    .command('segment')
    .description('Cuts a text into sentences, headings and page furniture.')
    .argument('<file>', 'text, DOCX, ODT, RTF, PDF, HTML, subtitles or Markdown')
    .addOption(new Option('--lang <code>', 'language; guessed where left out').argParser(readLanguage))
    .addOption(encoding())
    .addOption(rules())
    .addOption(segmented())
    .addOption(furniture())
    .addOption(format('json', 'text'))
    .addOption(output())
    .addHelpText(
      'after',
      examples(
        'songsong segment artikel.txt --lang de --format json',
        'songsong segment artikel.txt --format text -o artikel.seg   # one segment a line',
      ),
    )
    .action(async (file, options) => {
      const { segment } = await import('./commands/segment.ts');
      outcome.code = await segment(file, options, surroundings);
    });

  program
    .command('check')
    .summary('check a rendering with or without its original, or a project')
    .description(
      'Checks a rendering against its original; a rendering alone gets the checks that need no original. ' +
        'A file with languages side by side (TMX, XLIFF, PO, XLSX, CSV, TSV) is checked as it is aligned. ' +
        'Given a project file (.songsong), checks what is in the project, with its glossary.',
    )
    .argument(
      '<source>',
      'the original, or the rendering where it stands alone, or an aligned file, or a project file',
    )
    .argument('[targets...]', 'the renderings')
    .addOption(sourceLang())
    .addOption(targetLang())
    .addOption(encoding())
    .addOption(rules())
    .addOption(lexicon())
    .addOption(segmented())
    .addOption(furniture())
    .addOption(glossary())
    .addOption(format('json', 'tsv', 'text', 'html'))
    .addOption(failOn())
    .addOption(output())
    .addHelpText(
      'after',
      examples(
        'songsong check bai-bao.txt artikel.txt --fail-on major',
        'songsong check artikel.txt --target-lang de   # a rendering without its original',
        'songsong check bai-bao.txt artikel.txt statja.txt --glossary terms.tbx --format text',
        'songsong check memory.tmx --source-lang vi --format html -o flags.html',
        'songsong check texts.songsong --format tsv',
      ),
    )
    .action(async (source, targets, options) => {
      const { check } = await import('./commands/check.ts');
      outcome.code = await check(source, targets, options, surroundings);
    });

  program
    .command('rules')
    .description('Writes the built-in rules for sentences as SRX 2.0, as near as SRX can say them.')
    .addOption(output())
    .addHelpText(
      'after',
      examples('songsong rules -o rules.srx', 'songsong segment artikel.txt --rules rules.srx --format text'),
    )
    .action(async (options) => {
      const { writeSrx } = await import('../core/format/srx.ts');
      const { writeResult } = await import('./output.ts');
      await writeResult(writeSrx(), options.output, surroundings);
    });
};
