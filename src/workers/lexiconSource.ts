/** A person's own lexicon files, which every task reads behind the bundled lexicon. */
import { bundledLexicon, type Lexicon, lexiconWith } from '../core/lexicon/index.ts';

export interface LexiconFiles {
  /** Another one where the files changed. */
  readonly stamp: string;
  readonly texts: readonly string[];
}
/** Gives the files as they are now; asked before each task, so it has to be quick. */
export type LexiconSource = () => LexiconFiles;

export const NO_FILES: LexiconFiles = { stamp: '', texts: [] };

/** The lexicon of the files that were given last, read when it is first asked for. */
export class KeptLexicon {
  private texts: readonly string[] = [];
  private lexicon: Lexicon | null = null;

  take(texts: readonly string[]): void {
    this.texts = texts;
    this.lexicon = null;
  }

  readonly get = (): Lexicon => {
    if (this.texts.length === 0) return bundledLexicon();
    this.lexicon ??= lexiconWith(this.texts);
    return this.lexicon;
  };
}
