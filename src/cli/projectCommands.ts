/** Commands that make and fill project files, and write them out: new, add, export. */
import { codes, examples, format, output, shape, sourceLang, targetLang } from './commandOptions.ts';
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
    .description('Adds an original and its renderings to a project, as one document.')
    .argument('<project>', 'the project file')
    .argument('<source>', 'the original, plain text in UTF-8')
    .argument('[targets...]', 'the renderings')
    .addOption(sourceLang())
    .addOption(targetLang())
    .option('--title <title>', 'title of the document; the name of the original where left out')
    .addHelpText(
      'after',
      examples(
        'songsong add texts.songsong bai-bao.txt artikel.txt wenzhang.txt --title "The bridge"',
        'songsong align texts.songsong',
      ),
    )
    .action(async (project, source, targets, options) => {
      const { addDocument } = await import('./commands/project.ts');
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
