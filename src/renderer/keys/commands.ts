/**
 * The commands that are possible now. A screen adds its own while it is shown; key, mouse, palette and menu all run
 * them from here.
 */
import { useEffect } from 'react';
import { create } from 'zustand';
import { tellFailure } from '../state/toasts.ts';

/** Why a command cannot be run now: a message code with its parameters. */
export interface Refusal {
  readonly say: string;
  readonly params: Readonly<Record<string, string | number>>;
}

/** In the order in which help, menu and palette show them. */
export const COMMAND_GROUPS = [
  'confirm',
  'group',
  'text',
  'flag',
  'go',
  'document',
  'view',
  'screen',
  'app',
] as const;
export type CommandGroup = (typeof COMMAND_GROUPS)[number];

export interface Command {
  /** Also its name in the catalogue: `command.<id>`. */
  readonly id: string;
  readonly group: CommandGroup;
  /** Works while a text is being typed; others leave the keyboard to the text. */
  readonly inText?: boolean;
  readonly run: () => void | Promise<void>;
  /** A dry run: the reason why it is not possible, or null. */
  readonly check?: () => Promise<Refusal | null> | Refusal | null;
}

interface CommandState {
  readonly commands: ReadonlyMap<string, Command>;
}

export const useCommandState = create<CommandState>(() => ({ commands: new Map() }));

/** Adds commands; gives a function that takes them away again. A name that is there already is a fault of ours. */
export const addCommands = (added: readonly Command[]): (() => void) => {
  const commands = new Map(useCommandState.getState().commands);
  for (const command of added) {
    if (commands.has(command.id)) throw new Error(`two commands are called ${command.id}`);
    commands.set(command.id, command);
  }
  useCommandState.setState({ commands });
  return () => {
    const rest = new Map(useCommandState.getState().commands);
    for (const command of added) rest.delete(command.id);
    useCommandState.setState({ commands: rest });
  };
};

/** Adds commands while the calling component is shown; `commands` has to keep its identity between renderings. */
export const useCommands = (commands: readonly Command[]): void => {
  useEffect(() => addCommands(commands), [commands]);
};

/** Runs a command by name; gives false where it is not possible on this screen. Failures are told to the reader. */
export const runCommand = (id: string): boolean => {
  const command = useCommandState.getState().commands.get(id);
  if (!command) return false;
  void (async () => {
    try {
      await command.run();
    } catch (error) {
      tellFailure(error);
    }
  })();
  return true;
};
