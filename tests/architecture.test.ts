import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/**
 * The law of the house. A room imports only rooms of a lower level, and only through their index.ts. It depends on the
 * packages of its row and on no others; `node:` stands for Node's own modules. docs/architecture.md shows the same table.
 */
const rooms = {
  diagnostics: { level: 0, packages: [] },
  exposition: { level: 1, packages: [] },
  config: { level: 1, packages: [] },
  pattern: { level: 1, packages: ["re2js"] },
  registry: { level: 2, packages: ["zod"] },
  load: { level: 3, packages: ["yaml", "node:"] },
  check: { level: 3, packages: [] },
  generate: { level: 3, packages: [] },
  cli: { level: 4, packages: ["node:"] },
  construct: { level: 4, packages: ["zod"] },
  instruments: { level: 5, packages: [] },
  http: { level: 6, packages: ["node:"] },
  testing: { level: 5, packages: ["fast-check"] },
  binding: { level: 6, packages: [] },
  "prom-client": { level: 7, packages: [] },
  opentelemetry: { level: 7, packages: [] },
  matcher: { level: 5, packages: ["vitest"] },
  "baseten.ts": { level: 3, packages: [] },
  "exposition.ts": { level: 4, packages: [] },
  "load.ts": { level: 4, packages: [] },
  "index.ts": { level: 6, packages: [] },
} as const satisfies Record<string, { level: number; packages: readonly string[] }>;

type Room = keyof typeof rooms;

/** The one room that prints, exits, reads the environment and goes to the network. */
const commandLine: Room = "cli";

/** Files that only hand on what rooms export: the public surface. */
const surfaces: readonly Room[] = ["exposition.ts", "load.ts", "index.ts"];

/** The one room that imports what the user names. */
const loader: Room = "load";

/** Globals that reach out of the process. A library must not use them behind its caller's back. */
const reaching = new Set(["process", "console", "fetch", "require", "setTimeout", "setInterval"]);

const source = path.resolve("src");

interface Import {
  readonly file: string;
  readonly line: number;
  /** What is imported; undefined where it is computed. */
  readonly specifier: string | undefined;
}

interface SourceFile {
  readonly file: string;
  readonly room: string;
  readonly tree: ts.SourceFile;
  readonly imports: readonly Import[];
}

const files = readdirSync(source, { recursive: true, encoding: "utf8" })
  .filter((name) => name.endsWith(".ts"))
  .sort()
  .map(read);

function read(name: string): SourceFile {
  const file = name.split(path.sep).join("/");
  const text = readFileSync(path.join(source, name), "utf8");
  const tree = ts.createSourceFile(file, text, ts.ScriptTarget.ES2022, true);
  return { file, room: roomOf(file), tree, imports: importsOf(file, tree) };
}

/** `registry/compile.ts` is in the room registry; `baseten.ts`, beside the folders, is a room of its own. */
function roomOf(file: string): string {
  return file.split("/")[0]!;
}

function isRoom(name: string): name is Room {
  return Object.hasOwn(rooms, name);
}

function importsOf(file: string, tree: ts.SourceFile): Import[] {
  const found: Import[] = [];
  const add = (node: ts.Node, specifier: ts.Node | undefined): void => {
    found.push({
      file,
      line: lineOf(tree, node),
      specifier:
        specifier !== undefined && ts.isStringLiteralLike(specifier) ? specifier.text : undefined,
    });
  };
  walk(tree, (node) => {
    if (ts.isImportDeclaration(node)) add(node, node.moduleSpecifier);
    if (ts.isExportDeclaration(node) && node.moduleSpecifier) add(node, node.moduleSpecifier);
    if (ts.isImportTypeNode(node) && ts.isLiteralTypeNode(node.argument)) {
      add(node, node.argument.literal);
    }
    if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) {
      add(node, node.arguments[0]);
    }
  });
  return found;
}

function walk(node: ts.Node, visit: (node: ts.Node) => void): void {
  visit(node);
  ts.forEachChild(node, (child) => walk(child, visit));
}

function lineOf(tree: ts.SourceFile, node: ts.Node): number {
  return tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1;
}

function isRelative(specifier: string): boolean {
  return specifier.startsWith(".");
}

/** The file under src that a relative import names, such as `registry/index.ts`. */
function targetOf({ file, specifier }: Import & { specifier: string }): string {
  return path.posix.join(path.posix.dirname(file), specifier).replace(/\.js$/, ".ts");
}

/** What is wrong with an import, or undefined. */
function breach(room: Room, entry: Import): string | undefined {
  const { specifier } = entry;
  if (specifier === undefined) {
    return room === loader ? undefined : `only ${loader} imports a computed module`;
  }
  return isRelative(specifier)
    ? breachOfRoom(room, { ...entry, specifier })
    : breachOfPackage(room, specifier);
}

function breachOfRoom(room: Room, entry: Import & { specifier: string }): string | undefined {
  if (!entry.specifier.endsWith(".js")) return "a relative import ends in .js";
  const target = targetOf(entry);
  const other = roomOf(target);
  if (other === room) return undefined;
  if (!isRoom(other)) return `${other} is no room`;
  if (rooms[other].level >= rooms[room].level) {
    return `${room} (L${rooms[room].level}) may not import ${other} (L${rooms[other].level})`;
  }
  const door = other.endsWith(".ts") ? other : `${other}/index.ts`;
  return target === door ? undefined : `${other} is imported through ${door} alone`;
}

function breachOfPackage(room: Room, specifier: string): string | undefined {
  const allowed: readonly string[] = rooms[room].packages;
  const name = specifier.startsWith("node:") ? "node:" : packageName(specifier);
  return allowed.includes(name) ? undefined : `${room} may not depend on ${specifier}`;
}

function packageName(specifier: string): string {
  return specifier
    .split("/")
    .slice(0, specifier.startsWith("@") ? 2 : 1)
    .join("/");
}

function levelRows(markdown: string): string[] {
  return markdown.split("\n").filter((line) => /^\| `[\w.-]+` +\| L\d +\|/.test(line));
}

describe("the rooms of src", () => {
  it("are those of the table, all of them", () => {
    expect([...new Set(files.map((file) => file.room))].sort()).toEqual(Object.keys(rooms).sort());
  });

  it("import only lower rooms, only through their door, and only the packages of their row", () => {
    const breaches = files.flatMap(({ room, imports }) =>
      imports.flatMap((entry) => {
        const why = isRoom(room) ? breach(room, entry) : `${room} is no room`;
        return why === undefined ? [] : [`src/${entry.file}:${entry.line}: ${why}`];
      }),
    );
    expect(breaches).toEqual([]);
  });

  it("neither print, exit, read the environment, wait nor fetch, but for the command line", () => {
    const breaches: string[] = [];
    for (const { file, room, tree } of files) {
      if (room === commandLine) continue;
      walk(tree, (node) => {
        if (!ts.isIdentifier(node) || !reaching.has(node.text) || !isUse(node)) return;
        breaches.push(`src/${file}:${lineOf(tree, node)}: uses ${node.text}`);
      });
    }
    expect(breaches).toEqual([]);
  });

  it.each(surfaces)("hand names on in src/%s, and define nothing there", (name) => {
    const surface = files.find(({ file }) => file === name);
    const others = surface?.tree.statements.filter(
      (statement) =>
        !ts.isExportDeclaration(statement) ||
        statement.moduleSpecifier === undefined ||
        statement.exportClause === undefined ||
        !ts.isNamedExports(statement.exportClause),
    );
    expect(others?.map((statement) => statement.getText())).toEqual([]);
  });

  it("stand in docs/architecture.md as they stand here", () => {
    const written = levelRows(readFileSync("docs/architecture.md", "utf8")).map((line) =>
      line
        .split("|")
        .slice(1, 4)
        .map((cell) => cell.trim()),
    );
    const held = Object.entries(rooms).map(([room, { level, packages }]) => [
      `\`${room}\``,
      `L${level}`,
      packages.map((name) => `\`${name}\``).join(", "),
    ]);
    expect(written).toEqual(held);
  });
});

describe("the law itself", () => {
  const from = (file: string, specifier: string | undefined): Import => ({
    file,
    line: 1,
    specifier,
  });

  it.each([
    ["a sibling", "check", from("check/a.ts", "../load/index.js"), "may not import load"],
    ["a higher room", "registry", from("registry/a.ts", "../cli/index.js"), "may not import cli"],
    [
      "an inner file of a lower room",
      "check",
      from("check/a.ts", "../registry/registry.js"),
      "registry is imported through registry/index.ts alone",
    ],
    [
      "a higher room out of a subfolder",
      "diagnostics",
      from("diagnostics/rules/a.ts", "../../check/index.js"),
      "may not import check",
    ],
    ["a package not its own", "exposition", from("exposition/a.ts", "zod"), "may not depend"],
    ["Node", "check", from("check/a.ts", "node:fs"), "check may not depend on node:fs"],
    ["Node without the prefix", "load", from("load/a.ts", "fs"), "load may not depend on fs"],
    ["a computed module", "check", from("check/a.ts", undefined), "only load imports"],
    ["a file without suffix", "check", from("check/a.ts", "./b"), "ends in .js"],
  ] satisfies [string, Room, Import, string][])("refuses %s", (_, room, entry, why) => {
    expect(breach(room, entry)).toContain(why);
  });

  it.each([
    ["a file of its own room", "check", from("check/a/b.ts", "../c.js")],
    ["a lower room through its door", "check", from("check/a.ts", "../registry/index.js")],
    ["a package of its row", "registry", from("registry/a.ts", "zod/v4/core")],
    ["Node where the row has it", "cli", from("cli/a.ts", "node:util")],
  ] satisfies [string, Room, Import][])("allows %s", (_, room, entry) => {
    expect(breach(room, entry)).toBeUndefined();
  });
});

/** Whether an identifier is the use of a global, not the name of a property, a member or a declaration. */
function isUse(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent)) {
    const ofGlobal = ts.isIdentifier(parent.expression) && parent.expression.text === "globalThis";
    return parent.expression === node || ofGlobal;
  }
  if (ts.isPropertyAssignment(parent) || ts.isPropertySignature(parent))
    return parent.name !== node;
  if (ts.isMethodDeclaration(parent) || ts.isMethodSignature(parent)) return parent.name !== node;
  return !ts.isImportSpecifier(parent) && !ts.isExportSpecifier(parent);
}
