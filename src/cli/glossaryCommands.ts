/** The command of the glossary: files go in, and come out. */
import { Option } from 'commander';
import { GLOSSARY_FORMATS } from '../core/format/glossary/formats.ts';
import { encoding, examples, output } from './commandOptions.ts';
import type { Register } from './program.ts';

export const addGlossaryCommands: Register = (program, surroundings, outcome) => {
  program
    .command('glossary')
    .summary('take a glossary into a project, or write it out')
    .description(
      'With a file (CSV, TSV, XLSX or TBX), takes its terms into the project, as one edit; concepts with a term of the original in ' +
        'common become one. Without a file, writes the glossary out as CSV or TBX.',
    )
    .argument('<project>', 'the project file')
    .argument('[file]', 'the glossary to take in')
    .addOption(encoding())
    .option('--dry-run', 'only say what would be taken in')
    .addOption(
      new Option(
        '--format <format>',
        'what to write: csv, tbx (version 3), tbx2 (version 2, for older tools); from the name of the file where left out',
      ).choices(GLOSSARY_FORMATS),
    )
    .addOption(output())
    .addHelpText(
      'after',
      examples(
        'songsong glossary texts.songsong terms.tbx',
        'songsong glossary texts.songsong terms.xlsx --dry-run',
        'songsong glossary texts.songsong -o terms.csv',
      ),
    )
    .action(async (project, file, options) => {
      const { glossary } = await import('./commands/glossary.ts');
      outcome.code = await glossary(project, file, options, surroundings);
    });
};
