// URLs end up in logs, with what is in them.

const scheme = /^\s*[a-z][a-z0-9+.-]*:\/\//i;

/** Whether it looks like a URL, of whatever scheme. */
export function isUrl(text: string): boolean {
  return scheme.test(text);
}

/** Parameters whose values say what is asked for. Any other may be a key, whatever it is called. */
const shownParameters: ReadonlySet<string> = new Set([
  ...["collect[]", "exclude[]", "format", "instance", "job", "match[]", "module", "name[]"],
  "target",
]);

/** What stands for a part of a URL that is not shown. */
const hidden = "***";

/** A URL without its credentials, its fragment and the values of its query, but for those of a few well-known parameters. */
export function shownUrl(url: string): string {
  const [start = ""] = scheme.exec(url) ?? [];
  const rest = url.slice(start.length);
  // A password with a slash in it makes no URL: then all before the last `@` may belong to it.
  if (!URL.canParse(url)) return start + withoutQuery(rest.slice(rest.lastIndexOf("@") + 1));
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
