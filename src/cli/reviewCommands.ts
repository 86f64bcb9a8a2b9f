/** Commands of reviewers: compare, revise, report, package, merge. */
import { Option } from 'commander';
import { columns, encoding, examples, format, output } from './commandOptions.ts';
import { readLanguage, readLanguages } from './options.ts';
import type { Register } from './program.ts';

export const addReviewCommands: Register = (program, surroundings, outcome) => {
  program
    .command('compare')
    .description('Compares two renderings of one language word by word, beside their original.')
    .argument('<before>', 'the older text')
    .argument('<after>', 'the newer text')
    .option('--original <file>', 'the original, to be shown beside')
    .addOption(
      new Option('--lang <code>', 'language of both texts; guessed where left out').argParser(readLanguage),
    )
    .addOption(format('html', 'json'))
    .addOption(output())
    .addHelpText(
      'after',
      examples('songsong compare artikel.txt artikel-lektorat.txt --original bai-bao.txt -o changes.html'),
    )
    .action(async (before, after, options) => {
      const { compare } = await import('./commands/compare.ts');
      outcome.code = await compare(before, after, options, surroundings);
    });

  program
    .command('revise')
    .summary('take a revised text into a project')
    .description(
      'Puts a revised text in the place of one in a project, as a new version: a text, or a file with languages side by side (TMX, ' +
        'XLIFF, XLSX, CSV) that came back. What did not change keeps groups, statuses, notes and decisions; what changed becomes stale.',
    )
    .argument('<project>', 'the project file')
    .argument('<file>', 'the revised text')
    .addOption(
      new Option(
        '--lang <code>',
        'the text that is revised, by its language; the only rendering where left out',
      ).argParser(readLanguage),
    )
    .option('--document <title>', 'the document; the only one where left out')
    .option('--label <name>', 'a name for the version')
    .option('--code <code>', 'of a file with languages side by side: which of them is the version')
    .addOption(encoding())
    .addOption(columns())
    .option('--dry-run', 'only say what would change')
    .addOption(format('text', 'json'))
    .addHelpText(
      'after',
      examples(
        'songsong revise texts.songsong artikel-lektorat.txt --lang de --dry-run',
        'songsong revise texts.songsong back-from-agency.tmx --lang de --label "Agency, May"',
      ),
    )
    .action(async (project, file, options) => {
      const { revise } = await import('./commands/revise.ts');
      outcome.code = await revise(project, file, options, surroundings);
    });

  program
    .command('report')
    .description(
      'Reports coverage, flags by MQM category and severity, versions, reviews, notes and signatures of a project. The format follows ' +
        'from the name of the file.',
    )
    .argument('<project>', 'the project file')
    .addOption(documentChoice())
    .addOption(
      new Option('--format <format>', 'what to write; HTML where nothing says it').choices([
        'html',
        'xlsx',
        'json',
      ]),
    )
    .addOption(output())
    .addHelpText(
      'after',
      examples(
        'songsong report texts.songsong -o report.html',
        'songsong report texts.songsong -o report.xlsx',
      ),
    )
    .action(async (project, options) => {
      const { report } = await import('./commands/report.ts');
      outcome.code = await report(project, options, surroundings);
    });

  program
    .command('package')
    .description('Makes a package beside a project, for somebody who works on a part.')
    .argument('<project>', 'the project file')
    .argument('<name>', 'name of the package')
    .addOption(
      new Option('--langs <codes>', 'renderings to take, with commas between').argParser(readLanguages),
    )
    .addOption(documentChoice())
    .addHelpText('after', examples('songsong package texts.songsong "for An" --langs de'))
    .action(async (project, name, options) => {
      const { pack } = await import('./commands/packages.ts');
      outcome.code = await pack(project, name, options, surroundings);
    });

  program
    .command('merge')
    .summary('take the work of a package in')
    .description(
      'Takes the work of a package in. What both sides changed is listed and stays as it is here, but for what --take names; exit code 1 ' +
        'says that something is listed. One undo for each document takes a merge back.',
    )
    .argument('<project>', 'the project file')
    .argument('<package>', 'the package that came back')
    .addOption(
      new Option(
        '--take <key>',
        "a conflict in which the package's side is wanted, by its key, or `all`; may be given several times",
      ).argParser(collect),
    )
    .option('--dry-run', 'only say what would be taken in')
    .addOption(format('tsv', 'json'))
    .addOption(output())
    .addHelpText(
      'after',
      examples(
        'songsong merge texts.songsong "for An.songsong" --dry-run',
        'songsong merge texts.songsong "for An.songsong" --take sentence/120',
      ),
    )
    .action(async (project, from, options) => {
      const { merge } = await import('./commands/packages.ts');
      outcome.code = await merge(project, from, options, surroundings);
    });
};

const collect = (value: string, before: readonly string[] = []): string[] => [...before, value];
const documentChoice = () =>
  new Option('--document <title>', 'a document; all where left out; may be given several times').argParser(
    collect,
  );
