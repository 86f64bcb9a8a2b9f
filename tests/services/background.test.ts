/** What runs when nobody waits for it: a fault there ends nothing; and a project that does not open leads home. */
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { AppError } from '../../src/core/errors.ts';
import { OpenProject } from '../../src/services/openProjects.ts';
import { placeOfFault } from '../../src/services/place.ts';
import { openStore } from '../../src/store/index.ts';
import { addPair, temporaryProject } from '../store/temporary.ts';
import { startServices } from './harness.ts';

test('a project without its search tables is told of once, and stays usable', async () => {
  const store = temporaryProject();
  addPair(store, ['Trời mưa.'], ['Es regnet.']);
  store.db.exec('DROP TABLE search_state');
  const faults: unknown[] = [];
  const project = new OpenProject(
    store,
    () => undefined,
    (error) => faults.push(error),
  );
  project.indexInBackground();
  await expect.poll(() => faults.length).toBe(1);
  await pause(30);
  expect(faults.map(String)).toEqual([expect.stringContaining('search_state')]);
  expect(project.index(1).rowsWith(false).total).toBe(1);
});

test('a sample that is open elsewhere is a place at home with a notice, not a failure', async () => {
  const { client, services, folder } = startServices();
  await client.projects.openSample({});
  await services.close();
  const elsewhere = openStore(`${folder}/projects/sample.songsong`);
  const { client: second } = startServices({ dataFolder: folder });
  const error: unknown = await second.projects.openSample({}).then(
    () => null,
    (thrown: unknown) => thrown,
  );
  elsewhere.close();
  expect(placeOfFault(error)).toBe('/home?notice=project-locked&file=sample.songsong');
  expect(placeOfFault(new AppError('project-locked', { file: 'a&b' }))).toContain('file=a%26b');
  expect(placeOfFault(new Error('ours'))).toBeNull();
});
