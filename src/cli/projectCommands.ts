/** Commands that make and fill project files, and write them out: new, add, export. */
import { Option } from 'commander';
import {
  codes,
  encoding,
  examples,
  format,
  output,
  shape,
  sourceLang,
  targetLang,
} from './commandOptions.ts';
import { readColumns } from './options.ts';
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
    .addOption(
      new Option(
        '--columns <columns>',
        'which column of a table holds which language, the original first, as A=vi,B=de; guessed where left out',
      ).argParser(readColumns),
    )
    .option('--title <title>', 'title of the document; the name of the original where left out')
    .addHelpText(
      'after',
      examples(
        'songsong add texts.songsong bai-bao.txt artikel.txt wenzhang.txt --title "The bridge"',
        'songsong add texts.songsong glossary.xlsx --columns A=vi,C=de',
        'songsong add texts.songsong reports/   # bao-cao.vi.docx, bao-cao.de.docx, …',
        'songsong align texts.songsong',
      ),
    )
    .action(async (project, source, targets, options) => {
      const { addDocument } = await import('./commands/add.ts');
      outcome.code = await addDocument(project, source, targets, options, surroundings);
    });

  program
    .command('export')
    .description('Writes the translation units of a project.')
    .argument('<project>', 'the project file')
    .addOption(format('tmx', 'tsv', 'json'))
    .addOption(shape())
    .addOption(codes())
    .option('--confirmed-only', 'only units that people confirmed or reviewed')
    .addOption(output())
    .addHelpText(
      'after',
      examples(
        'songsong export texts.songsong -o texts.tmx',
        'songsong export texts.songsong --shape pairs --codes vi=vi-VN,zh=zh-CN -o texts.tmx',
      ),
    )
    .action(async (project, options) => {
      const { exportProject } = await import('./commands/project.ts');
      outcome.code = await exportProject(project, options, surroundings);
    });
};
