// What keeps registries from being combined: all that would keep their documents from being one, and metrics that no format tells
// apart.
import { type Finding, place, printable } from "../diagnostics/index.js";
import { type Collector, type Complaint, createCollector, nameOf } from "./collector.js";
import { familyNameOf } from "./family-name.js";
import type { CompiledRegistry, Metric } from "./registry.js";
import { sampleNamesOf } from "./renames.js";

/** A metric and the registry that declares it. */
interface Declared {
  readonly metric: Metric;
  readonly registry: CompiledRegistry;
  /** Of the findings in that registry. */
  readonly collector: Collector;
}

type Index = ReadonlyMap<string, readonly Declared[]>;

/** The clashes between registries, by registry and place. Of each pair the later one in order is complained of, where both are alike. */
export function findClashes(registries: readonly CompiledRegistry[]): readonly Finding[] {
  const collectors = registries.map(({ source }) => createCollector(source));
  const twice = registries.findIndex((registry, at) => registries.indexOf(registry) < at);
  const [registry, collector] = [registries[twice], collectors[twice]];
  if (registry !== undefined && collector !== undefined) {
    const message = `expected each registry once, found ${wordsOf(registry)} twice`;
    const hint = "leave it out";
    collector.complain({ rule: "registry/name-clash", message, hint, path: [], part: "value" });
    return collector.findings();
  }
  const all = registries.flatMap((registry, at) => {
    const collector = collectors[at] ?? createCollector();
    return [...registry.metrics.values()].map((metric) => ({ metric, registry, collector }));
  });
  const byName = indexBy(all, ({ metric }) => [metric.name]);
  findSameNames(byName);
  findSameSamples(all, byName);
  findSameFamilies(all);
  findSameFormerNames(all, byName);
  return collectors.flatMap((one) => one.findings());
}

function findSameNames(byName: Index): void {
  for (const [first, ...others] of byName.values()) {
    for (const other of others) {
      if (first === undefined) continue;
      complain(other, first, {
        rule: "registry/name-clash",
        message: `expected metric ${nameOf(other.metric.name)} in one registry, found it in ${placeOf(first)} as well`,
        hint: "leave it out of one of them",
      });
    }
  }
}

/** As `checkNameClashes` within one document. */
function findSameSamples(all: readonly Declared[], byName: Index): void {
  for (const family of all) {
    for (const name of sampleNamesOf(family.metric)) {
      for (const other of byName.get(name) ?? []) complainOfSamples(other, family, "that name");
    }
  }
}

/** Counters `x` and `x_total`, infos `x` and `x_info`: in OpenMetrics they are one family, and its samples are alike too. */
function findSameFamilies(all: readonly Declared[]): void {
  const suffixed = all.filter(({ metric: { type } }) => type === "counter" || type === "info");
  const families = indexBy(suffixed, ({ metric }) => [`${metric.type} ${familyNameOf(metric)}`]);
  for (const family of families.values()) {
    family.forEach((other, at) => {
      const first = family.slice(0, at).find(({ metric, registry }) => {
        return registry !== other.registry && metric.name !== other.metric.name;
      });
      if (first !== undefined) complainOfSamples(other, first, "the same names");
    });
  }
}

function complainOfSamples(other: Declared, family: Declared, names: string): void {
  if (other.registry === family.registry) return;
  const { name, type } = family.metric;
  complain(other, family, {
    rule: "registry/name-clash",
    message: `expected no ${other.metric.type} ${nameOf(other.metric.name)} beside ${type} ${nameOf(name)} of ${placeOf(family)}, which writes samples of ${names}`,
    hint: "leave one of them out",
  });
}

/** As `checkRenames` within one document. Successors need no look: each is declared where it is named. */
function findSameFormerNames(all: readonly Declared[], byName: Index): void {
  const claims = indexBy(all, ({ metric }) => metric.renamedFrom);
  for (const [former, claimants] of claims) {
    const [first, ...others] = claimants;
    for (const claimant of claimants) {
      for (const other of byName.get(former) ?? []) {
        complainOfFormer(claimant, former, other, "is still declared in");
      }
    }
    for (const other of others) {
      if (first === undefined) continue;
      const words = `metric ${nameOf(first.metric.name)} was called as well in`;
      complainOfFormer(other, former, first, words);
    }
  }
}

function complainOfFormer(claimant: Declared, former: string, other: Declared, what: string): void {
  // What two registries declare by one name is told of as that.
  if (claimant.registry === other.registry || claimant.metric.name === other.metric.name) return;
  complain(claimant, other, {
    rule: "registry/rename",
    message: `expected a former name in renamedFrom of metric ${nameOf(claimant.metric.name)}, found ${nameOf(former)}, which ${what} ${placeOf(other)}`,
    value: former,
    hint: "take it out of renamedFrom, or leave one of the metrics out",
  });
}

function complain(
  { metric, collector }: Declared,
  other: Declared,
  what: Pick<Complaint, "rule" | "message" | "hint" | "value">,
): void {
  collector.complain({
    ...what,
    path: ["metrics", metric.name],
    part: "key",
    metric: metric.name,
    position: metric.position,
    other: other.metric.position,
  });
}

function indexBy(all: readonly Declared[], keysOf: (one: Declared) => readonly string[]): Index {
  const index = new Map<string, Declared[]>();
  for (const one of all) {
    for (const key of keysOf(one)) {
      const known = index.get(key);
      if (known === undefined) index.set(key, [one]);
      else known.push(one);
    }
  }
  return index;
}

/** Where the metric is declared, as `file:line:column` or as far as that is known. */
function placeOf({ metric: { position }, registry }: Declared): string {
  const source = position?.source ?? registry.source;
  if (source === undefined) return wordsOf(registry);
  return printable(place({ source, ...position }).replace(/: $/, ""));
}

function wordsOf({ name, source }: CompiledRegistry): string {
  return source === undefined ? `the registry ${nameOf(name)}` : printable(source);
}
