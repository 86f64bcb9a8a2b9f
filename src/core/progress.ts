/** How long computations report and how they are told to stop; both are optional everywhere. */
export interface Watch {
  /** Called with the share that is done, 0 to 1. */
  readonly onProgress?: (done: number) => void;
  /** Returns true when the work is no longer wanted; the computation then throws AppError `cancelled`. */
  readonly isCancelled?: () => boolean;
}
