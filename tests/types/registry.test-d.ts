import { describe, expectTypeOf, it } from "vitest";
import type * as z from "zod";
import type { documentSchema } from "../../src/registry/document-schema.js";
import {
  type CompiledRegistry,
  defineRegistry,
  type LabelName,
  type LabelsOf,
  type LabelValue,
  type MetricName,
  type MetricType,
  type Registry,
  type RegistryDocument,
  type StatesOf,
  type TypeOf,
} from "../../src/registry/index.js";

const shop = defineRegistry({
  registry: "shop",
  labels: {
    path: { description: "Route." },
    method: { enum: ["GET", "POST"] },
    outcome: { enum: { ok: "It went well.", failed: { meaning: "It did not." } }, open: true },
    mixed: { enum: ["auto", true, 200] },
    retried: { type: "boolean" },
    attempt: { type: "integer" },
    code: { type: "integer", enum: [200, 404], open: true },
    flag: { type: "boolean", enum: [true] },
    env: { requires: ["phase"] },
    phase: { enum: ["promoting", "stable"], requires: ["env"] },
    node: {},
    gpu: { requires: ["node"] },
  },
  labelSets: {
    where: ["env?", "phase?"],
    http: ["path", "method?", "...where"],
  },
  metrics: {
    plain: { type: "gauge" },
    strings: { type: "gauge", labels: ["path", "method?"] },
    kinds: { type: "counter", labels: ["retried", "attempt", "code", "flag", "mixed", "outcome"] },
    together: { type: "histogram", labels: ["path", "...where"] },
    nested: { type: "gauge", labels: ["...http"] },
    oneWay: { type: "gauge", labels: ["gpu?", "node?"] },
    inline: {
      type: "summary",
      labels: [
        { name: "tier?", enum: ["free", "paid"] },
        { name: "odd?", optional: false },
        { name: "path", enum: ["/"] },
        { name: "maybe", optional: true, type: "integer" },
      ],
    },
    mode: { type: "stateset", states: ["idle", "busy"] },
  },
});
type Shop = typeof shop;

describe("the names of a registry", () => {
  it("survive as literals", () => {
    expectTypeOf<MetricName<Shop>>().toEqualTypeOf<
      "plain" | "strings" | "kinds" | "together" | "nested" | "oneWay" | "inline" | "mode"
    >();
    expectTypeOf<LabelName<Shop, "nested">>().toEqualTypeOf<"path" | "method" | "env" | "phase">();
    expectTypeOf<LabelName<Shop, "plain">>().toBeNever();
  });

  it("can be had for one type of metric", () => {
    expectTypeOf<MetricName<Shop, "counter">>().toEqualTypeOf<"kinds">();
    expectTypeOf<MetricName<Shop, "gauge">>().toEqualTypeOf<
      "plain" | "strings" | "nested" | "oneWay"
    >();
    expectTypeOf<MetricName<Shop, "info">>().toBeNever();
  });

  it("lead to the type and the states of a metric", () => {
    expectTypeOf<TypeOf<Shop, "together">>().toEqualTypeOf<"histogram">();
    expectTypeOf<StatesOf<Shop, "mode">>().toEqualTypeOf<"idle" | "busy">();
  });

  it("are checked where they are used", () => {
    // @ts-expect-error no metric has this name
    expectTypeOf<LabelsOf<Shop, "plane">>();
  });
});

describe("the labels of a metric", () => {
  it("are an empty object where there are none", () => {
    expectTypeOf<keyof LabelsOf<Shop, "plain">>().toBeNever();
  });

  it("are strings, unions of enum values, and optional where declared so", () => {
    expectTypeOf<LabelsOf<Shop, "strings">>().toEqualTypeOf<{
      path: string;
      method?: "GET" | "POST" | "" | undefined;
    }>();
  });

  it("take the JavaScript value of their type, or its text", () => {
    type Kinds = LabelsOf<Shop, "kinds">;
    expectTypeOf<Kinds["retried"]>().toEqualTypeOf<boolean | "true" | "false">();
    expectTypeOf<Kinds["attempt"]>().toEqualTypeOf<number | `${bigint}`>();
    expectTypeOf<Kinds["flag"]>().toEqualTypeOf<true | "true">();
    expectTypeOf<200 | "404" | 500 | "500">().toExtend<Kinds["code"]>();
    expectTypeOf<"many">().not.toExtend<Kinds["code"]>();
    expectTypeOf<Kinds["mixed"]>().toEqualTypeOf<"auto" | "true" | "200">();
  });

  it("take any text beside the values of an open enum, and keep the values for completion", () => {
    type Outcome = LabelsOf<Shop, "kinds">["outcome"];
    expectTypeOf<"ok" | "failed" | "postponed">().toExtend<Outcome>();
    expectTypeOf<string>().toExtend<Outcome>();
    // Where the values are swallowed by string, the type is string itself.
    expectTypeOf<Outcome>().not.toEqualTypeOf<string>();
  });

  it("come together or not at all where they require each other", () => {
    expectTypeOf<LabelsOf<Shop, "together">>().toEqualTypeOf<
      | { path: string; env?: "" | undefined; phase?: "" | undefined }
      | { path: string; env: string; phase: "promoting" | "stable" }
    >();
    const labels = (given: LabelsOf<Shop, "together">) => given;
    labels({ path: "/" });
    labels({ path: "/", env: "", phase: "" });
    labels({ path: "/", env: "prod", phase: "stable" });
    // @ts-expect-error phase requires env
    labels({ path: "/", phase: "stable" });
    // @ts-expect-error env requires phase
    labels({ path: "/", env: "prod" });
  });

  it("may be there without what does not require them", () => {
    expectTypeOf<LabelsOf<Shop, "oneWay">>().toEqualTypeOf<
      { node?: string | undefined; gpu?: "" | undefined } | { gpu: string; node: string }
    >();
  });

  it("come through sets within sets", () => {
    expectTypeOf<LabelsOf<Shop, "nested">>().toEqualTypeOf<
      | {
          path: string;
          method?: "GET" | "POST" | "" | undefined;
          env?: "" | undefined;
          phase?: "" | undefined;
        }
      | {
          path: string;
          env: string;
          phase: "promoting" | "stable";
          method?: "GET" | "POST" | "" | undefined;
        }
    >();
  });

  it("follow the definition in the list before the shared one", () => {
    expectTypeOf<LabelsOf<Shop, "inline">>().toEqualTypeOf<{
      "odd?": string;
      path: "/";
      tier?: "free" | "paid" | "" | undefined;
      maybe?: number | `${bigint}` | "" | undefined;
    }>();
  });

  it("reject what is not declared, missing or misspelt", () => {
    const labels = (given: LabelsOf<Shop, "strings">) => given;
    // @ts-expect-error path is required
    labels({ method: "GET" });
    // @ts-expect-error no such value
    labels({ path: "/", method: "PUT" });
    // @ts-expect-error no such label
    labels({ path: "/", metod: "GET" });
  });
});

describe("a registry whose document is not known at compile time", () => {
  it("has names and labels of any kind", () => {
    expectTypeOf<MetricName<CompiledRegistry>>().toEqualTypeOf<string>();
    expectTypeOf<TypeOf<CompiledRegistry, "any">>().toEqualTypeOf<MetricType>();
    expectTypeOf<LabelName<CompiledRegistry, "any">>().toEqualTypeOf<string>();
    expectTypeOf<LabelsOf<CompiledRegistry, "any">>().toEqualTypeOf<{
      [label: string]: LabelValue;
    }>();
    expectTypeOf<StatesOf<CompiledRegistry, "any">>().toEqualTypeOf<string>();
    expectTypeOf<MetricName<Registry>>().toEqualTypeOf<string>();
  });

  it("takes the place of a typed one, and is taken for it", () => {
    expectTypeOf<Shop>().toExtend<CompiledRegistry>();
    expectTypeOf<Shop>().toExtend<Registry>();
  });
});

describe("the type of a registry", () => {
  it("has nothing that two copies of it could differ in", () => {
    // A structural copy, as the CommonJS build has one.
    interface Copy extends CompiledRegistry {
      readonly "~types"?: NonNullable<Shop["~types"]>;
    }
    expectTypeOf<Copy>().toExtend<Shop>();
    expectTypeOf<Shop>().toExtend<Copy>();
    expectTypeOf<LabelsOf<Copy, "strings">>().toEqualTypeOf<LabelsOf<Shop, "strings">>();
  });
});

describe("the document's interfaces", () => {
  it("say what the zod schema says", () => {
    type Input = z.input<typeof documentSchema>;
    expectTypeOf<Mutable<RegistryDocument>>().toEqualTypeOf<Mutable<Input>>();
  });
});

/** Without readonly, and with `undefined` as good as absent, at every depth: the two ways in which zod's types are wider. */
type Mutable<Type> = Type extends (...args: never) => unknown
  ? Type
  : Type extends object
    ? { -readonly [Key in keyof Type]: Mutable<Exclude<Type[Key], undefined>> }
    : Type;

describe("what defineRegistry takes", () => {
  const labels = { path: {}, env: {} } as const;

  it("is a literal whose references hold", () => {
    defineRegistry({
      registry: "r",
      labels,
      metrics: {
        // @ts-expect-error no shared label "paht"
        a: { type: "gauge", labels: ["paht"] },
        // @ts-expect-error no label set "http"
        b: { type: "gauge", labels: ["...http"] },
        // @ts-expect-error path is listed twice
        c: { type: "gauge", labels: ["path", "path?"] },
        // @ts-expect-error no type "guage"
        d: { type: "guage" },
        // @ts-expect-error a metric has a type
        e: {},
        // @ts-expect-error no field "lables"
        f: { type: "gauge", lables: ["path"] },
      },
    });
  });

  it("has only known fields and labels in its shared definitions too", () => {
    // @ts-expect-error no field "patern"
    defineRegistry({ registry: "r", labels: { a: { patern: "x" } }, metrics: {} });
    // @ts-expect-error no shared label "paht" for a set either
    defineRegistry({ registry: "r", labels, labelSets: { s: ["paht"] }, metrics: {} });
    // @ts-expect-error no label "enw" to require
    defineRegistry({ registry: "r", labels: { env: {}, a: { requires: ["enw"] } }, metrics: {} });
  });
});
