import { type CST, Lexer, Parser } from "yaml";
import { maxDepth, maxTokens } from "./limits.js";
import { refusal, type SourceText } from "./source-text.js";
import { yamlMessage } from "./yaml-message.js";

const limit = { rule: "registry/limit" } as const;

/**
 * The concrete syntax of the one document in a YAML text. Throws for a second document, for text that cannot be cut into tokens,
 * and as soon as the text passes a limit: the composer behind it is recursive, and it costs far more memory than this step.
 */
export function readYamlTokens(sourceText: SourceText): CST.Token[] {
  const parser = new Parser();
  const tokens: CST.Token[] = [];
  let documents = 0;
  let count = 0;

  function keep(token: CST.Token): void {
    if (token.type === "error") {
      const { text, ...details } = yamlMessage("UNEXPECTED_TOKEN", token.message);
      throw refusal(sourceText, [token.offset, token.offset + 1], text, details);
    }
    if (token.type === "document") {
      documents++;
      if (documents > 1) throw secondDocument(sourceText, token.offset);
    }
    tokens.push(token);
  }

  for (const lexeme of new Lexer().lex(sourceText.text)) {
    for (const token of parser.next(lexeme)) keep(token);
    count++;
    if (count > maxTokens) {
      const message = "the document is too large: it has over a million tokens";
      throw refusal(sourceText, [parser.offset, parser.offset], message, limit);
    }
    if (parser.stack.length > maxDepth) {
      const message = "the document is nested too deeply for a registry";
      throw refusal(sourceText, [parser.offset - 1, parser.offset], message, limit);
    }
  }
  for (const token of parser.end()) keep(token);
  return tokens;
}

function secondDocument(sourceText: SourceText, offset: number): Error {
  return refusal(
    sourceText,
    [offset, offset + 3],
    "expected one document, found a second one here",
    { hint: "keep each registry in a file of its own" },
  );
}
