/** Commands that make, fill and write out project files: new, add, export, convert, review-in. */
import { type Command, Option } from 'commander';
import { EXPORT_FORMAT_IDS } from '../core/format/write/ids.ts';
import {
  codes,
  columns,
  encoding,
  examples,
  format,
  furniture,
  output,
  rules,
  segmented,
  shape,
  sourceLang,
  targetLang,
} from './commandOptions.ts';
import { readDate, readList, readScore } from './options.ts';
import type { Register } from './program.ts';

export const addProjectCommands: Register = (program, surroundings, outcome) => {
  program
    .command('new')
    .description('Makes an empty project file.')
    .argument('<project>', 'the file to make, ending in .songsong')
    .addOption(sourceLang().default('vi'))
    .option('--name <name>', 'name of the project; the name of the file where left out')
    .addHelpText('after', examples('songsong new texts.songsong --name "Spring issue"'))
    .action(async (project, options) => {
      const { createProject } = await import('./commands/project.ts');
      outcome.code = await createProject(project, options, surroundings);
    });

  program
    .command('add')
    .summary('add texts, aligned files or a folder to a project')
    .description(
      'Adds an original and its renderings to a project, as one document. A file with languages side by side (TMX, XLIFF, PO, ' +
        'XLSX, CSV, TSV) stands alone and is aligned already. Of a folder, files whose names differ only in the language ' +
        '(bao-cao.vi.docx, bao-cao.de.docx) make one document each.',
    )
    .argument('<project>', 'the project file')
    .argument('<source>', 'the original, an aligned file, or a folder')
    .argument('[targets...]', 'the renderings')
    .addOption(sourceLang())
    .addOption(targetLang())
    .addOption(encoding())
    .addOption(columns())
    .addOption(rules())
    .addOption(segmented())
    .addOption(furniture())
    .option('--no-compare', 'take nothing for furniture because it recurs on other pages of the folder')
    .option(
      '--dry-run',
      'only say what would be added: format, encoding, language, furniture, first sentences',
    )
    .option('--title <title>', 'title of the document; the name of the original where left out')
    .addHelpText(
      'after',
      examples(
        'songsong add texts.songsong bai-bao.txt artikel.txt wenzhang.txt --title "The bridge"',
        'songsong add texts.songsong glossary.xlsx --columns A=vi,C=de',
        'songsong add texts.songsong reports/   # bao-cao.vi.docx, bao-cao.de.docx, …',
        'songsong add texts.songsong reports/ --dry-run   # look first',
        'songsong align texts.songsong',
      ),
    )
    .action(async (project, source, targets, options) => {
      const { addDocument } = await import('./commands/add.ts');
      outcome.code = await addDocument(project, source, targets, options, surroundings);
    });

  addExportChoices(
    program
      .command('export')
      .description(
        'Writes a project out: its translation units, a report of flags, or all of it. The format follows from the name of the file.',
      )
      .argument('<project>', 'the project file')
      .addOption(new Option('--format <format>', 'what to write').choices(EXPORT_FORMAT_IDS))
      .addOption(output()),
  )
    .addHelpText(
      'after',
      examples(
        'songsong export texts.songsong -o texts.tmx',
        'songsong export texts.songsong --shape pairs --codes vi=vi-VN,zh=zh-CN -o texts.tmx',
        'songsong export texts.songsong -o review.xlsx          # comes back with review-in',
        'songsong export texts.songsong --format flags-html -o flags.html',
        'songsong export texts.songsong --changed-since 2026-05-01 --lowest-score 0.8 -o new.tmx',
      ),
    )
    .action(async (project, options) => {
      const { exportProject } = await import('./commands/convert.ts');
      outcome.code = await exportProject(project, options, surroundings);
    });

  addExportChoices(
    program
      .command('convert')
      .description(
        'Turns aligned texts from one format into another: TMX, XLIFF, PO, tables and workbooks, or a project; a memory (TMX) also into a project.',
      )
      .argument('<in>', 'the file to read')
      .argument('<out>', 'the file to write; where there are several, each gets its languages into its name')
      .addOption(
        new Option('--to <format>', 'what to write, where the name does not say it').choices(
          EXPORT_FORMAT_IDS,
        ),
      )
      .addOption(sourceLang())
      .addOption(encoding())
      .addOption(columns()),
  )
    .addHelpText(
      'after',
      examples(
        'songsong convert memory.tmx memory.xlf',
        'songsong convert catalogue.po catalogue.tmx',
        'songsong convert table.xlsx table.tmx --columns A=vi,C=de --codes vi=vi-VN,de=de-DE',
        'songsong convert huge.tmx huge.songsong',
      ),
    )
    .action(async (input, out, options) => {
      const { convert } = await import('./commands/convert.ts');
      outcome.code = await convert(input, out, options, surroundings);
    });

  program
    .command('review-in')
    .summary('take in a workbook that comes back from review')
    .description(
      'Takes in what people changed in a workbook that was exported for review: texts, statuses, comments. One undo takes it back. ' +
        'Prints what was changed; what was changed in the project as well is left alone and told.',
    )
    .argument('<project>', 'the project file')
    .argument(
      '<workbook>',
      'the workbook, as `songsong export -o review.xlsx` wrote it and a person changed it',
    )
    .option('--reviewer <name>', 'whose name the changes bear')
    .option('--dry-run', 'only say what would be taken in')
    .addOption(format('tsv', 'json'))
    .addOption(output())
    .addHelpText('after', examples('songsong review-in texts.songsong review.xlsx --reviewer "Lan"'))
    .action(async (project, workbook, options) => {
      const { reviewIn } = await import('./commands/reviewIn.ts');
      outcome.code = await reviewIn(project, workbook, options, surroundings);
    });
};

/** What goes out and how, the same for every format. */
const addExportChoices = (command: Command): Command =>
  command
    .addOption(shape())
    .addOption(codes())
    .addOption(new Option('--langs <codes>', 'renderings to take, with commas between').argParser(readList))
    .addOption(
      new Option(
        '--statuses <statuses>',
        'statuses to take, with commas between; all but rejected where left out',
      ).argParser(readList),
    )
    .option('--confirmed-only', 'only units that people confirmed or reviewed')
    .option('--furniture', 'page furniture too')
    .addOption(
      new Option('--changed-since <date>', 'only what was changed since, as 2026-05-01').argParser(readDate),
    )
    .addOption(
      new Option('--lowest-score <score>', 'only what scored at least this, 0 to 1').argParser(readScore),
    )
    .addOption(
      new Option('--repeats <which>', 'of units with the same texts all, or the first').choices([
        'all',
        'first',
      ]),
    );
