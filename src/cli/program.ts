/**
 * The commands with their options and help; what they do stands in commands/, loaded when one is called, so that
 * `songsong --help` answers at once.
 */
import { Command } from 'commander';
import { examples } from './commandOptions.ts';
import { EXIT, type ExitCode } from './exitCodes.ts';
import { addGlossaryCommands } from './glossaryCommands.ts';
import { addHostCommands } from './hostCommands.ts';
import { addProjectCommands } from './projectCommands.ts';
import { addReviewCommands } from './reviewCommands.ts';
import type { Surroundings } from './surroundings.ts';
import { addTextCommands } from './textCommands.ts';

/** `outcome.code` is set by commands that end well but with findings. */
export type Register = (program: Command, surroundings: Surroundings, outcome: { code: ExitCode }) => void;

const EXIT_CODES_HELP = `
Exit codes: ${EXIT.fine} fine, ${EXIT.findings} findings with --fail-on, ${EXIT.usage} wrong usage, ${EXIT.input} an input or output that does not work.`;

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

  for (const add of [
    addTextCommands,
    addProjectCommands,
    addGlossaryCommands,
    addHostCommands,
    addReviewCommands,
  ])
    add(program, surroundings, outcome);
  return program;
}
