import type { Rule } from "../../diagnostics/index.js";

/** The page of a rule, as formats want it that show help beside a finding. */
export function ruleHelp({ id, what, bad, fix }: Rule): {
  readonly text: string;
  readonly markdown: string;
} {
  const more = `promschema rules ${id}`;
  return {
    text: [what, bad, `Fix: ${fix}`, more].join("\n\n"),
    markdown: [what, `\`\`\`text\n${bad}\n\`\`\``, `**Fix.** ${fix}`, `\`${more}\``].join("\n\n"),
  };
}
