// The version guard: a file of its own without imports, so that it runs, and speaks, where the rest cannot be loaded.
// better-sqlite3 ends in a segmentation fault on Node 20, without a word.

const OLDEST = 22;

/** One sentence that says what to do, or null where this Node is new enough. */
export function describeNodeProblem(version) {
  if (Number(version.split('.')[0]) >= OLDEST) return null;
  return (
    'SongSong needs Node ' +
    OLDEST +
    ' or later, and this is ' +
    version +
    '. ' +
    'In its folder, `npm ci` brings a Node of its own, and `npm start`, `npm test` and `npm run songsong` use it.'
  );
}
