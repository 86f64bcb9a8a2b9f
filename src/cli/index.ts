/** The command line's entry: bin/songsong.mjs has checked Node's version and built before it comes here. */
export interface Surroundings {
  /** The folder that file arguments are meant from. */
  readonly folder: string;
  /** The package's root, where out/ lies. */
  readonly root: string;
}

export async function main(words: readonly string[], surroundings: Surroundings): Promise<void> {
  process.stderr.write(`${words.join(' ')} in ${surroundings.folder}\n`);
}
