/** What the shell gets told. */
export const EXIT = { fine: 0, findings: 1, usage: 2, input: 3, internal: 4 } as const;
export type ExitCode = (typeof EXIT)[keyof typeof EXIT];
