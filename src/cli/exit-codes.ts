/** Exit codes of every command. */
export const exitCodes = { clean: 0, findings: 1, failure: 2 } as const;
