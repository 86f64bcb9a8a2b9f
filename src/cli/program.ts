/**
 * The commands with their options and help; what they do stands in commands/, loaded when one is called, so that
 * `songsong --help` answers at once.
 */
import { Command, Option } from 'commander';
import { EXIT, type ExitCode } from './exitCodes.ts';
import { readCodes, readLanguage, readLanguages, readSeverity } from './options.ts';
import type { Surroundings } from './surroundings.ts';

const EXIT_CODES_HELP = `
Exit codes: ${EXIT.fine} fine, ${EXIT.findings} findings with --fail-on, ${EXIT.usage} wrong usage, ${EXIT.input} an input or output that does not work.`;

const examples = (...lines: string[]) => `\nExamples:\n${lines.map((line) => `  $ ${line}`).join('\n')}\n`;

const sourceLang = () =>
  new Option('--source-lang <code>', 'language of the original; guessed where left out').argParser(
    readLanguage,
  );
const targetLang = () =>
  new Option(
    '--target-lang <codes>',
    'languages of the renderings, in their order, with commas between; guessed where left out',
  ).argParser(readLanguages);
const segmented = () =>
  new Option('--segmented', 'one segment a line already: keep the lines, do not cut sentences');
const output = () => new Option('-o, --output <file>', 'write to this file instead of standard output');
const failOn = () =>
  new Option(
    '--fail-on <severity>',
    `end with exit code ${EXIT.findings} where a flag is at least that severe: critical, major, minor, note`,
  ).argParser(readSeverity);
const codes = () =>
  new Option('--codes <pairs>', 'language codes to write into TMX, as vi=vi-VN,zh=zh-CN').argParser(
    readCodes,
  );
const shape = () =>
  new Option('--shape <shape>', 'TMX units: one for each pair, or one over all languages')
    .choices(['pairs', 'multilingual'])
    .default('multilingual');
const format = (...choices: string[]) =>
  new Option('--format <format>', 'what to write').choices(choices).default(choices[0]);

/** `outcome.code` is set by commands that end well but with findings. */
export function createProgram(surroundings: Surroundings, outcome: { code: ExitCode }): Command {
  const program = new Command('songsong')
    .description(
      'Aligns a Vietnamese original with its German, Russian and Chinese renderings and flags what is missing or differs.',
    )
    .version(surroundings.version)
    .exitOverride()
    .showHelpAfterError('(songsong --help, or songsong help COMMAND, shows what there is)')
    .addHelpText(
      'after',
      EXIT_CODES_HELP +
        examples(
          'songsong align original.txt german.txt russian.txt --format tmx -o texts.tmx',
          'songsong check original.txt german.txt --fail-on major',
          'songsong serve',
        ),
    );

  program
    .command('align')
    .summary('align an original with its renderings, or a project')
    .description(
      'Aligns an original with one or more renderings and checks them, without a project. ' +
        'Given a project file alone (.songsong), aligns what is in the project and keeps what people confirmed.',
    )
    .argument('<source>', 'the original, plain text in UTF-8, or a project file')
    .argument('[targets...]', 'the renderings')
    .addOption(sourceLang())
    .addOption(targetLang())
    .addOption(segmented())
    .option('--no-check', 'align only: no flags')
    .addOption(format('json', 'tsv'))
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
    .argument('<file>', 'plain text in UTF-8')
    .addOption(new Option('--lang <code>', 'language; guessed where left out').argParser(readLanguage))
    .addOption(segmented())
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
        'Given a project file (.songsong), checks what is in the project.',
    )
    .argument('<source>', 'the original, or the rendering where it stands alone, or a project file')
    .argument('[targets...]', 'the renderings')
    .addOption(sourceLang())
    .addOption(targetLang())
    .addOption(segmented())
    .addOption(format('json', 'tsv'))
    .addOption(failOn())
    .addOption(output())
    .addHelpText(
      'after',
      examples(
        'songsong check bai-bao.txt artikel.txt --fail-on major',
        'songsong check artikel.txt --target-lang de   # a rendering without its original',
        'songsong check texts.songsong --format tsv',
      ),
    )
    .action(async (source, targets, options) => {
      const { check } = await import('./commands/check.ts');
      outcome.code = await check(source, targets, options, surroundings);
    });

  return program;
}
