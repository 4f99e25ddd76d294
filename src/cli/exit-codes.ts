/** Exit codes of every command. The last is that of a process which an interrupt ended. */
export const exitCodes = { clean: 0, findings: 1, failure: 2, interrupted: 130 } as const;
