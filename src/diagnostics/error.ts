import type { RuleId } from "./catalogue.js";
import type { Finding } from "./finding.js";

const brand = "promschema.error";

/**
 * What promschema throws, and all it throws: input it cannot take, with the findings that say why.
 * `rule`, `line`, `column` and `hint` are those of the first finding. A copy of this class from the CommonJS build and one from
 * the ESM build answer to each other's `instanceof`.
 */
export class PromschemaError extends Error {
  readonly findings: readonly [Finding, ...Finding[]];
  readonly brand = brand;
  // Fields, not accessors: JavaScriptCore (Safari, Bun) gives every error a `line` and a `column` of its own, which would hide them.
  readonly line: number | undefined;
  readonly column: number | undefined;

  constructor(findings: readonly [Finding, ...Finding[]], options?: { readonly cause?: unknown }) {
    super(describe(findings), options);
    this.name = "PromschemaError";
    this.findings = findings;
    this.line = findings[0].line;
    this.column = findings[0].column;
  }

  get rule(): RuleId {
    return this.findings[0].rule;
  }
  get hint(): string | undefined {
    return this.findings[0].hint;
  }

  /** The stable wire form: what a log or an HTTP answer may carry. */
  toJSON(): { name: string; message: string; findings: readonly Finding[] } {
    return { name: this.name, message: this.message, findings: this.findings };
  }

  static override [Symbol.hasInstance](value: unknown): boolean {
    return typeof value === "object" && value !== null && "brand" in value && value.brand === brand;
  }
}

function describe(findings: readonly [Finding, ...Finding[]]): string {
  const [first] = findings;
  const hint = first.hint === undefined ? "" : `; ${first.hint}`;
  const more = findings.length === 1 ? "" : ` (and ${findings.length - 1} more)`;
  return `${place(first)}${first.message}${hint}${more}`;
}

/** `file:line:column: `, as far as it is known. */
export function place(finding: Pick<Finding, "source" | "line" | "column">): string {
  const parts = [finding.source, finding.line, finding.column].filter((part) => part !== undefined);
  if (parts.length === 0) return "";
  if (finding.source === undefined && finding.line !== undefined) {
    return `line ${finding.line}, column ${finding.column ?? 1}: `;
  }
  return `${parts.join(":")}: `;
}
