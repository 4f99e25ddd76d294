// A reader of XML 1.0 that takes what the recommendation calls well-formed, without document types, comments and sections, and throws on anything
// else: a parser of our own reports that is not our writer.
export interface Element {
  readonly name: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly Element[];
  readonly text: string;
}

const entities = new Map([
  ["amp", "&"],
  ["lt", "<"],
  ["gt", ">"],
  ["quot", '"'],
  ["apos", "'"],
]);

const nameStart = "[A-Za-z_:]";
const tag = new RegExp(
  `<(/?)(${nameStart}[\\w:.-]*)((?:\\s+${nameStart}[\\w:.-]*\\s*=\\s*(?:"[^"<]*"|'[^'<]*'))*)\\s*(/?)>`,
  "y",
);

/** The root element of a document. Throws on what is not well-formed. */
export function readXml(text: string): Element {
  if (!isXmlText(text)) throw new Error("a character that XML does not allow");
  const declaration = /^<\?xml version="1\.0" encoding="UTF-8"\?>\s*/.exec(text);
  if (declaration === null) throw new Error("no declaration");
  const root: Open = { name: "", attributes: new Map(), children: [], text: "" };
  const open: Open[] = [root];
  let at = declaration[0].length;
  while (at < text.length) {
    const top = open.at(-1);
    if (top === undefined) throw new Error("an end without its begin");
    if (text[at] !== "<") {
      const end = text.indexOf("<", at);
      const raw = text.slice(at, end === -1 ? undefined : end);
      if (raw.includes("]]>")) throw new Error("]]> in text");
      top.text += unescapeXml(raw);
      at += raw.length;
      continue;
    }
    tag.lastIndex = at;
    const found = tag.exec(text);
    if (found === null) throw new Error(`no tag at ${at}: ${text.slice(at, at + 40)}`);
    const [all, closing, name = "", attributes = "", empty] = found;
    at += all.length;
    if (closing === "/") {
      if (top.name !== name) throw new Error(`${top.name} ends as ${name}`);
      open.pop();
      continue;
    }
    const element: Open = { name, attributes: readAttributes(attributes), children: [], text: "" };
    top.children.push(element);
    if (empty !== "/") open.push(element);
  }
  const [only, ...others] = root.children;
  if (open.length !== 1 || only === undefined || others.length > 0 || root.text.trim() !== "") {
    throw new Error("not one root element");
  }
  return only;
}

interface Open extends Element {
  readonly children: Open[];
  text: string;
}

function readAttributes(text: string): Map<string, string> {
  const attributes = new Map<string, string>();
  for (const [, name = "", quoted = ""] of text.matchAll(/([\w:.-]+)\s*=\s*("[^"]*"|'[^']*')/g)) {
    if (attributes.has(name)) throw new Error(`${name} is given twice`);
    // White space in an attribute is a blank to every reader, unless it is written by its number.
    attributes.set(name, unescapeXml(quoted.slice(1, -1).replace(/[\t\n\r]/g, " ")));
  }
  return attributes;
}

function unescapeXml(text: string): string {
  return text.replace(/&([^;&]*);?/g, (all, name: string) => {
    const number = /^#(\d+)$/.exec(name)?.[1] ?? /^#x([0-9a-fA-F]+)$/.exec(name)?.[1];
    const char =
      number === undefined
        ? entities.get(name)
        : String.fromCodePoint(Number.parseInt(number, name.startsWith("#x") ? 16 : 10));
    if (char === undefined || !all.endsWith(";") || !isXmlText(char)) {
      throw new Error(`no entity: ${all.slice(0, 20)}`);
    }
    return char;
  });
}

/** Char of XML 1.0. */
function isXmlText(text: string): boolean {
  return /^[\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]*$/u.test(text);
}
