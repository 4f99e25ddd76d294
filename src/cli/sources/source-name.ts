/** Whether an operand is a URL to fetch. */
export function isHttp(operand: string): boolean {
  return /^https?:\/\//i.test(operand);
}

const withScheme = /^\s*[a-z][a-z0-9+.-]*:\/\//i;

/** Parameters whose values say what is asked for. Any other may be a key, whatever it is called. */
const shownParameters: ReadonlySet<string> = new Set([
  ...["collect[]", "exclude[]", "format", "instance", "job", "match[]", "module", "name[]"],
  "target",
]);

/** What stands for a part of a URL that is not shown. */
const hidden = "***";

/**
 * How messages and reports name an operand: a URL without its credentials, its fragment and the values of its query, but for
 * those of a few well-known parameters. What looks like a URL is treated as one, so that a slip of the pen shows no password.
 */
export function sourceName(operand: string): string {
  if (operand === "-") return "<stdin>";
  // `user:password@host`, where the scheme was forgotten.
  if (!withScheme.test(operand)) return operand.replace(/^[^/\\@:]+:[^/\\@]*@(?=[\w.[])/, "");
  const [start = ""] = withScheme.exec(operand) ?? [];
  const rest = operand.slice(start.length);
  // A password with a slash in it makes no URL: then all before the last `@` may belong to it.
  if (!URL.canParse(operand)) return start + withoutQuery(rest.slice(rest.lastIndexOf("@") + 1));
  return start + withoutQuery(rest.replace(/^[^/?#\\]*@/, ""));
}

function withoutQuery(rest: string): string {
  const [place = ""] = rest.split("#", 1);
  const at = place.indexOf("?");
  if (at === -1) return place;
  const shown = place
    .slice(at + 1)
    .split("&")
    .map(shownParameter);
  return `${place.slice(0, at)}?${shown.join("&")}`;
}

function shownParameter(parameter: string): string {
  const at = parameter.indexOf("=");
  const name = parameter.slice(0, Math.max(0, at));
  if (at === -1) return parameter === "" ? "" : hidden;
  const harmless = shownParameters.has(name.replace("%5B%5D", "[]"));
  // A target may be a URL with a password.
  if (harmless && !/@|%40/.test(parameter)) return parameter;
  return `${name}=${hidden}`;
}
