/** What services ask of the program that runs them; nothing here knows Electron or HTTP. */
export interface Host {
  readonly kind: 'desktop' | 'web';
  readonly version: string;
  /** Asks the person for files to open; gives their paths, none where the person cancelled. Desktop only. */
  chooseFiles?(kind: 'texts' | 'project'): Promise<readonly string[]>;
  /** Asks where to save a file of this name; null where the person cancelled. Desktop only. */
  chooseSaveTarget?(name: string): Promise<string | null>;
  /** Told of faults of ours, with the trace that the person sees. */
  reportFault?(error: unknown, trace: string): void;
}

/** The clock, injected so that tests can stop it; unix milliseconds. */
export type Clock = () => number;
