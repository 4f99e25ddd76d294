// The group of what the types cost the compiler: tests/bench/type-check.ts measures, this makes a table of it.
import type { Group } from "./group.js";
import { benchTypeCheck } from "./type-check.js";

export const typesGroup: Group = async (bench) => {
  bench.progress("type check of 500 metrics");
  const lines: string[] = [];
  const held = benchTypeCheck((line) => lines.push(line));
  const figure = lines.pop() ?? "";
  // The head says what the words behind the figures say.
  const rows = lines.map((line) =>
    line.split(/\s{2,}/).map((cell) => cell.replace(/ (?:in all|checking|instantiations)$/, "")),
  );
  const head = ["file", "total", "checking", "instantiations", "memory"];
  return {
    table: {
      title: "Compiling a registry",
      head,
      rows,
      notes: [`${figure}: ${held ? "met" : "not met"}`],
    },
    figures: [{ held, figure, rows }],
  };
};
