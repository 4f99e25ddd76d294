// Label sets may spread each other. They are resolved once each, depth first.
import { type Collector, nameOf } from "./collector.js";
import type { InlineLabelDocument } from "./document.js";
import { maxLabelsInAll, type ResolvedList, resolveList, type Shared } from "./label-list.js";
import type { LabelDefinition } from "./registry.js";

type List = readonly (string | InlineLabelDocument)[];

/** Deepest nesting of sets in sets. */
const maxDepth = 32;

interface Resolution extends ResolvedList {
  /** Levels of sets below it. */
  readonly depth: number;
}

const nothing: Resolution = { labels: [], complete: false, depth: 0 };

export interface LabelSets {
  readonly shared: Shared;
  /** Marks a set, and all that it spreads, as used by a metric. */
  readonly use: (name: string) => void;
  readonly used: ReadonlySet<string>;
}

/** Prepares the sets for being referred to. Each is resolved, and complained of, when it is first asked for. */
export function prepareLabelSets(
  lists: ReadonlyMap<string, List>,
  labelSetNames: ReadonlySet<string>,
  labels: ReadonlyMap<string, LabelDefinition>,
  labelNames: ReadonlySet<string>,
  collector: Collector,
): LabelSets {
  const resolved = new Map<string, Resolution>();
  const open: string[] = [];
  const used = new Set<string>();

  function resolve(name: string): Resolution {
    const known = resolved.get(name);
    if (known !== undefined) return known;
    const list = lists.get(name);
    if (list === undefined) return nothing;
    const about = { path: ["labelSets", name], part: "key" } as const;
    const start = open.indexOf(name);
    if (start >= 0) {
      const circle = [...open.slice(start), name].map(nameOf).join(" -> ");
      collector.complain({
        ...about,
        rule: "registry/label-set-cycle",
        message: `expected label set ${nameOf(name)} not to contain itself, found ${circle}`,
        value: name,
      });
      return nothing;
    }
    if (open.length > maxDepth) return { ...nothing, depth: maxDepth };
    open.push(name);
    let depth = 0;
    const place = { owner: `label set ${nameOf(name)}`, path: ["labelSets", name] };
    const below = (other: string): ResolvedList => {
      const inner = resolve(other);
      depth = Math.max(depth, inner.depth + 1);
      return inner;
    };
    const found = resolveList(list, place, { ...shared, labelSet: below }, collector);
    open.pop();
    if (depth === maxDepth + 1) {
      collector.complain({
        ...about,
        rule: "registry/limit",
        message: `expected at most ${maxDepth} levels of label sets below ${nameOf(name)}, found more`,
      });
    }
    const result = depth > maxDepth ? { ...nothing, depth } : { ...found, depth };
    resolved.set(name, result);
    return result;
  }

  function use(name: string): void {
    if (used.has(name)) return;
    used.add(name);
    const pending = [name];
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) {
      for (const item of lists.get(next) ?? []) {
        if (typeof item !== "string" || !item.startsWith("...")) continue;
        const inner = item.slice(3);
        if (used.has(inner)) continue;
        used.add(inner);
        pending.push(inner);
      }
    }
  }

  const shared: Shared = {
    labels,
    labelNames,
    labelSetNames,
    labelSet: resolve,
    budget: { left: maxLabelsInAll },
  };
  return { shared, use, used };
}
