// A TypeScript module in the making. It owns the imports, so that each is there once and only where it is used.

export interface Module {
  /** Takes a name in from another module; returns what it is called here. */
  readonly use: (name: string, from: string, kind?: "type") => string;
  /** Adds a part of the body; an empty line stands between parts. */
  readonly add: (...lines: readonly (string | undefined)[]) => void;
  readonly text: () => string;
}

interface Imported {
  readonly name: string;
  readonly local: string;
  readonly isType: boolean;
}

/** An empty module. `claim` makes a name the module's own and tells it: what is imported makes way for what is exported. */
export function createModule(header: readonly string[], claim: (name: string) => string): Module {
  const imports = new Map<string, Map<string, Imported>>();
  const parts: string[] = [];
  return {
    use(name, from, kind) {
      const names = imports.get(from) ?? new Map<string, Imported>();
      imports.set(from, names);
      const known = names.get(name);
      const local = known?.local ?? claim(name);
      const isType = kind === "type" && known?.isType !== false;
      names.set(name, { name, local, isType });
      return local;
    },
    add(...lines) {
      parts.push(lines.filter((line) => line !== undefined).join("\n"));
    },
    text() {
      const lines = [...imports].sort(([one], [other]) => (one < other ? -1 : 1)).map(importLine);
      const head = [...header.map((line) => `// ${line}`), ...lines].join("\n");
      return `${[head, ...parts].join("\n\n")}\n`;
    },
  };
}

function importLine([from, names]: readonly [string, ReadonlyMap<string, Imported>]): string {
  const all = [...names.values()].sort((one, other) => (one.name < other.name ? -1 : 1));
  const areTypes = all.every(({ isType }) => isType);
  const listed = all.map(({ name, local, isType }) => {
    const renamed = name === local ? name : `${name} as ${local}`;
    return isType && !areTypes ? `type ${renamed}` : renamed;
  });
  return `import ${areTypes ? "type " : ""}{ ${listed.join(", ")} } from ${JSON.stringify(from)};`;
}
