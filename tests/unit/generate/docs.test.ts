import fc from "fast-check";
import { marked, type Token, type Tokens } from "marked";
import { describe, expect, it } from "vitest";
import { generateDocs, replaceBlock } from "../../../src/generate/index.js";
import { escapeLine, escapeText } from "../../../src/generate/markdown/escape.js";
import { loadRegistry } from "../../../src/load/index.js";
import type { CompiledRegistry } from "../../../src/registry/index.js";
import { reference } from "../baseten/reference.js";
import { compiled, hostileRegistries, hostileRegistry, hostileTexts } from "./hostile.js";

function pageOf(registry: CompiledRegistry, embedded = false): string {
  return generateDocs(registry, { embedded })[0]!.content;
}

/** What a reader sees of some HTML. */
function seen(html: string): string {
  const named: Record<string, string> = { lt: "<", gt: ">", amp: "&", quot: '"', nbsp: "\u00a0" };
  return html
    .replace(/<\/?(?:p|a|code)(?: href="[^"]*")?>/g, "")
    .replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (all, decimal, hex, name) => {
      if (name !== undefined) return named[name] ?? all;
      return String.fromCodePoint(Number.parseInt(decimal ?? hex, decimal ? 10 : 16));
    })
    .trim();
}

const normal = (text: string): string =>
  text
    .replace(/\r\n?/g, "\n")
    .replace(/(?![\n\t])[\p{Cc}\p{Cs}\p{Bidi_Control}]/gu, "\ufffd")
    .replace(/\s+/g, " ")
    .trim();

describe("text in Markdown", () => {
  const texts = fc.oneof(
    fc.constantFrom(...hostileTexts),
    fc.string(),
    fc.string({
      unit: fc.constantFrom(..."*_`~[]()<>!#|\\:&;-+=1. a\n$@".split("")),
      maxLength: 12,
    }),
  );

  it("is read as the text it is", () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(seen(marked.parseInline(escapeText(text)) as string)).toBe(normal(text));
        // A line of its own: no heading, no item, no rule.
        expect(seen(marked.parse(escapeLine(text)) as string)).toBe(normal(text));
      }),
      { numRuns: 2000 },
    );
  });
});

/** Every token of a page, those within others too. */
function tokensOf(page: string): Token[] {
  const all: Token[] = [];
  marked.walkTokens(marked.lexer(page), (token) => {
    all.push(token);
  });
  return all;
}

/** Elements that the page itself writes. */
const ownElements =
  /^(?:<!-- Generated [^<>]*-->\s*|<br>|<\/?code>|<a id="metric-\d+">|<\/a>|<p?>)$/;

function judge(registry: CompiledRegistry): void {
  const page = pageOf(registry);
  const tokens = tokensOf(page);
  const of = <Type extends Tokens.Generic>(type: string): Type[] =>
    tokens.filter((token) => token.type === type) as Type[];
  const metrics = [...registry.metrics.values()];
  const withLabels = metrics.filter(({ labels }) => labels.length > 0);
  const shape = of<Tokens.Table>("table").map(({ header, rows }) => [
    header.length,
    rows.map((row) => row.length),
  ]);
  expect(shape).toEqual([
    ...(metrics.length === 0 ? [] : [[3, metrics.map(() => 3)]]),
    ...withLabels.map(({ labels }) => [4, labels.map(() => 4)]),
  ]);
  expect(of<Tokens.Heading>("heading").map(({ depth }) => depth)).toEqual([
    1,
    ...metrics.map(() => 2),
  ]);
  const html = of<Tokens.HTML>("html").flatMap(({ text }) => text.trim().split(/(?<=>)(?=<)/));
  expect(html.filter((text) => !ownElements.test(text))).toEqual([]);
  expect(of("image")).toEqual([]);
  expect(of("em")).toEqual([]);
  expect(of("del")).toEqual([]);
  expect(of("code")).toEqual([]);
  expect(of("hr")).toEqual([]);
  const links = of<Tokens.Link>("link").map(({ href }) => href);
  expect(links.filter((href) => !/^(?:#|https?:|http:\/\/www|mailto:)/.test(href))).toEqual([]);
}

describe("generateDocs", () => {
  it("keeps its tables, headings and lists whatever the texts and names say", () => {
    judge(hostileRegistry());
    fc.assert(fc.property(hostileRegistries, judge), { numRuns: 60 });
  });

  it("links each metric to its own heading", () => {
    fc.assert(
      fc.property(fc.oneof(hostileRegistries, fc.constant(hostileRegistry())), (registry) => {
        const page = pageOf(registry);
        const [contents] = tokensOf(page).filter(
          (token) => token.type === "table",
        ) as Tokens.Table[];
        const targets = contents!.rows.map(([cell]) => (cell!.tokens[0] as Tokens.Link).href);
        const places = [...page.matchAll(/^(?:<a id="(metric-\d+)"><\/a>\n\n)?## (.*)$/gm)];
        const taken = new Map<string, number>();
        const found = places.map(([, id, heading = ""]) => {
          const slug = heading
            .replaceAll("`", "")
            .toLowerCase()
            .replace(/[^\p{L}\p{M}\p{N}\p{Pc}\- ]/gu, "")
            .replaceAll(" ", "-");
          const before = taken.get(slug) ?? 0;
          taken.set(slug, before + 1);
          return `#${id ?? (before === 0 ? slug : `${slug}-${before}`)}`;
        });
        expect(targets).toEqual(found);
      }),
      { numRuns: 30 },
    );
  });

  it("says what a metric is in every respect", () => {
    const registry = compiled({
      registry: "shop",
      description: "The shop.",
      labels: {
        phase: {
          description: "Where it is.",
          enum: { warm: "traffic moves", done: { presence: "always" } },
          requires: ["host"],
        },
        host: { pattern: "a|b", maxValues: 3, requires: ["phase"] },
        other: { enum: ["a", "b"], open: true, examples: ["c"] },
        flag: { type: "boolean" },
        size: { type: "integer" },
      },
      metrics: {
        waits: {
          type: "histogram",
          description: "Waits.",
          note: "First.\n\nSecond.",
          unit: "seconds",
          stability: "beta",
          deprecated: { since: "2.0", reason: "Slow.", renamedTo: "load" },
          presence: { conditional: "behind a flag" },
          value: { min: 0, max: 60 },
          buckets: [0.1, 1],
          maxSeries: 5,
          renamedFrom: ["old_waits"],
          links: ["https://example.com/a", { url: "https://example.com/b", title: "B" }],
          labels: ["phase?", "host?", "other", "flag", "size"],
        },
        load: { type: "stateset", states: ["idle", "busy"] },
      },
    });
    expect(pageOf(registry).split("\n## ")[1]).toBe(`\`waits\`

> **Deprecated since 2.0.** Slow. Use [\`load\`](#load).

Waits.

First.

Second.

- **Type:** histogram
- **Unit:** seconds
- **Observations:** from 0 to 60
- **Buckets:** \`0.1\`, \`1\`, \`+Inf\`
- **Presence:** May be missing: behind a flag.
- **Stability:** beta
- **Series:** At most 5.
- **Formerly:** \`old_waits\`
- **See:** [https://example.com/a](<https://example.com/a>), [B](<https://example.com/b>)

| label | | values | what it says |
| --- | --- | --- | --- |
| \`phase\` | optional | \`warm\`: traffic moves<br>\`done\` | Where it is. Comes with \`host\`. |
| \`host\` | optional | matches <code>a&#124;b</code> | Comes with \`phase\`. At most 3 values. |
| \`other\` | required | \`a\`, \`b\`, or any text, such as \`c\` | |
| \`flag\` | required | \`true\`, \`false\` | |
| \`size\` | required | a whole number | |
`);
  });

  it("stands in another document without a title, a level lower", () => {
    const registry = compiled({ registry: "shop", metrics: { hits: { type: "gauge" } } });
    expect(
      pageOf(registry, true),
    ).toBe(`<!-- Generated from the registry shop by \`promschema generate docs\`: edit the registry, not this one. -->

| metric | type | what it measures |
| --- | --- | --- |
| [\`hits\`](#hits) | gauge | |

### \`hits\`

- **Type:** gauge

No labels.
`);
  });
});

describe("the page of schemas/baseten.yaml", async () => {
  const page = pageOf(await loadRegistry("schemas/baseten.yaml"));
  const sections = new Map(
    page
      .split("\n## `")
      .slice(1)
      .map((section) => [section.slice(0, section.indexOf("`")), section]),
  );

  it("has a section for each metric of the reference", () => {
    expect([...sections.keys()].sort()).toEqual(reference.map(({ name }) => name).sort());
  });

  it.each(reference)("says of $name what the reference says", (metric) => {
    const section = sections.get(metric.name)!;
    const { type, unit, labels, min, max, integer, conditional, words } = metric;
    expect(section).toMatch(words);
    expect(section).toContain(`- **Type:** ${type}\n`);
    expect(/\*\*Unit:\*\* (\w+)/.exec(section)?.[1]).toBe(unit);
    const said = /\*\*Values:\*\* (.*)/.exec(section)?.[1] ?? "";
    expect([said.includes("whole numbers"), said.includes("100")]).toEqual([
      integer === true,
      max === 100,
    ]);
    expect(/\b0\b/.test(said)).toBe(min === 0);
    const presence = /\*\*Presence:\*\* (.*)/.exec(section)?.[1] ?? "";
    expect([/feature flag/.test(presence), /account team/.test(presence)]).toEqual([
      conditional === true,
      conditional === true,
    ]);
    const rows = [...section.matchAll(/^\| `(\w+)` \| (required|optional) \|/gm)];
    const of = (kind: string) => rows.filter((row) => row[2] === kind).map((row) => row[1]!);
    const always = ["model_id", "model_name", "deployment_id"];
    expect(of("required").sort()).toEqual([...always, ...labels].sort());
    expect(of("optional")).toEqual(["environment", "rollout_phase"]);
    expect(section).toMatch(/`promoting`: .*<br>`stable`: /);
    expect(section.match(/Empty for one that belongs to no environment\./g)).toHaveLength(2);
  });

  it("says what each state of a pod means", () => {
    expect(sections.get("baseten_pod_readiness")).toMatch(
      /\| `condition` \| required \| `true`: .*traffic.*<br>`false`: .*starts, stops or fails.*<br>`unknown`: .*node.*silent.* \|/,
    );
  });
});

describe("replaceBlock", () => {
  const begin = "<!-- promschema:begin -->";
  const end = "<!-- promschema:end -->";

  it.each([
    [
      "an empty block",
      `# A\n\n${begin}\n${end}\n\nmore\n`,
      `# A\n\n${begin}\nnew\ntext\n${end}\n\nmore\n`,
    ],
    ["an old text", `${begin}\nold\n\n# x\n${end}`, `${begin}\nnew\ntext\n${end}`],
    [
      "line ends of Windows",
      `a\r\n${begin}\r\nold\r\n${end}\r\nb\r\n`,
      `a\r\n${begin}\r\nnew\r\ntext\r\n${end}\r\nb\r\n`,
    ],
    ["marks that are indented", `  ${begin}\n  ${end}\n`, `  ${begin}\nnew\ntext\n  ${end}\n`],
  ])("fills %s, and leaves the rest as it is", (_, document, wanted) => {
    const filled = replaceBlock(document, "new\ntext\n");
    expect(filled).toBe(wanted);
    expect(replaceBlock(filled!, "new\ntext\n")).toBe(wanted);
  });

  it.each([
    ["no end", `${begin}\n`],
    ["no beginning", `${end}\n`],
    ["the end first", `${end}\n${begin}\n`],
    ["two beginnings", `${begin}\n${begin}\n${end}\n`],
    ["two ends", `${begin}\n${end}\n${end}\n`],
    ["both on one line", `${begin} ${end}\n`],
    ["text beside a mark", `text ${begin}\n${end}\n`],
  ])("refuses a document with %s", (_, document) => {
    expect(replaceBlock(document, "new")).toBeUndefined();
  });

  it("finds its marks again whatever the texts of a registry say", () => {
    fc.assert(
      fc.property(hostileRegistries, (registry) => {
        const document = replaceBlock(`${begin}\n${end}\n`, pageOf(registry, true))!;
        expect(replaceBlock(document, "new")).toBe(`${begin}\nnew\n${end}\n`);
      }),
      { numRuns: 50 },
    );
  });
});
