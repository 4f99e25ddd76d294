import { codeFrame, type Finding, findRule } from "../../../diagnostics/index.js";
import { count } from "../../figures.js";
import type { RuleGroup } from "../by-rule.js";
import { declaredAt, findingPlaceWords } from "../finding-text.js";
import { moreLikeIt, withShortHint } from "../finding-words.js";
import { escapeHtml, shownText } from "./escape.js";

/** A rule with more findings than this begins folded. */
const openUpTo = 20;

/** Findings of one rule that are shown; the rest is counted, so that a page opens at once. */
const shownOfRule = 1000;

/** All findings of a rule, under what the rule holds. */
export function ruleSection(
  { rule, severity, findings, occurrences }: RuleGroup,
  source: string,
): string {
  const { title = "" } = findRule(rule) ?? {};
  const open = findings.length <= openUpTo ? " open" : "";
  const times =
    occurrences > findings.length ? `, ${count(occurrences, "occurrence", "occurrences")}` : "";
  const left = findings.length - shownOfRule;
  const more =
    left > 0
      ? `<p class="faint">and ${count(left, "finding", "findings")} more of this rule</p>`
      : "";
  return `<details class="rule ${severity}"${open}><summary><span class="severity">${severity}</span> <code>${rule}</code> <span class="title">${escapeHtml(title)}</span> <span class="faint">${count(findings.length, "finding", "findings")}${times}</span></summary>
${findings
  .slice(0, shownOfRule)
  .map((finding) => findingBlock(finding, source))
  .join("")}${more}</details>
`;
}

function findingBlock(finding: Finding, source: string): string {
  const { severity, message, hint, notes = [], declared } = finding;
  const frame = codeFrame(withShortHint(finding), {
    width: 110,
    paint: (part, text) => painted(part, text),
  });
  const more = moreLikeIt(finding);
  const helps = [
    ...(hint === undefined || frame !== undefined ? [] : [shownText(hint)]),
    ...notes.map(shownText),
    ...(declared === undefined ? [] : [`see <code>${shownText(declaredAt(declared))}</code>`]),
    ...(more === undefined ? [] : [escapeHtml(more)]),
  ];
  const list =
    helps.length === 0 ? "" : `<ul>${helps.map((help) => `<li>${help}</li>`).join("")}</ul>`;
  const code = frame === undefined ? "" : `<pre tabindex="0">${frame.join("\n")}</pre>`;
  return `<div class="finding ${severity}"><p class="message">${shownText(message)}</p><p class="where">${shownText(findingPlaceWords(finding, source))}</p>${code}${list}</div>
`;
}

/** The frame is built of parts that are escaped one by one: what stands between them is blank. */
function painted(part: "gutter" | "text" | "caret" | "hint", text: string): string {
  return `<span class="${part}">${escapeHtml(text)}</span>`;
}
