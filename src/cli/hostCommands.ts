/** Commands that open the app: serve, app. */

import { Option } from 'commander';
import { examples } from './commandOptions.ts';
import { readPort } from './options.ts';
import type { Register } from './program.ts';

export const addHostCommands: Register = (program, surroundings, outcome) => {
  program
    .command('serve')
    .description('Serves the app to a browser on this machine, until it is stopped (Ctrl+C).')
    .argument('[project]', 'a project file to open')
    .addOption(
      new Option('--port <number>', 'port on 127.0.0.1; a free one where left out').argParser(readPort),
    )
    .option('--sample', 'open the sample project')
    .option('--open', 'open it in the browser')
    .option('--data <folder>', 'folder for projects and settings')
    .addHelpText('after', examples('songsong serve', 'songsong serve --sample --port 8080'))
    .action(async (project, options) => {
      const { serve } = await import('./commands/serve.ts');
      outcome.code = await serve(project, options, surroundings);
    });

  program
    .command('app')
    .description('Opens the app: on the desktop where Electron is there, else in the browser.')
    .argument('[project]', 'a project file to open')
    .option('--web', 'go to the browser directly')
    .option('--sample', 'open the sample project')
    .addHelpText('after', examples('songsong app', 'songsong app texts.songsong --web'))
    .action(async (project, options) => {
      const { openApp } = await import('./commands/app.ts');
      outcome.code = await openApp(project, options, surroundings);
    });
};
