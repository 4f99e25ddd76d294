import { expect, it } from "vitest";
import { parseExposition, type Sample, samplesOf } from "../../../src/exposition/index.js";

function spell({ name, labels, value, timestamp, exemplar, line }: Sample): string {
  const parts = [`${line}: ${name}${JSON.stringify(labels)} ${value}`];
  if (timestamp !== undefined) parts.push(`@${timestamp}`);
  if (exemplar !== undefined) parts.push(`# ${exemplar.value}`);
  return parts.join(" ");
}

it("takes an OpenMetrics exposition apart into its samples", () => {
  const exposition = parseExposition(`# TYPE hits counter
hits_total{code="200"} 3 1.5 # {} 2
hits_created{code="200"} 1.5
# TYPE mode stateset
mode{mode="on"} 1
mode{mode="off"} 0
# TYPE wait histogram
wait_count 3
wait_bucket{le="0.5"} 2
wait_bucket{le="+Inf"} 3 # {} 9
wait_sum 1.75
# TYPE size gaugehistogram
size_bucket{le="+Inf"} 2
size_gcount 2
size_gsum 1
# TYPE build info
build_info{v="1"} 1
# EOF
`);
  expect(Array.from(samplesOf(exposition), spell)).toEqual([
    '2: hits_total{"code":"200"} 3 @1500 # 2',
    '2: hits_created{"code":"200"} 1.5 @1500',
    '5: mode{"mode":"on"} 1',
    '5: mode{"mode":"off"} 0',
    '8: wait_bucket{"le":"0.5"} 2',
    '8: wait_bucket{"le":"+Inf"} 3 # 9',
    "8: wait_sum{} 1.75",
    "8: wait_count{} 3",
    '13: size_bucket{"le":"+Inf"} 2',
    "13: size_gsum{} 1",
    "13: size_gcount{} 2",
    '17: build_info{"v":"1"} 1',
  ]);
});

it("gives samples of the text formats the names of their families", () => {
  const exposition = parseExposition(`# TYPE hits_total counter
hits_total 3
# TYPE lag summary
lag{quantile="1"} 2
lag_sum 2
# TYPE wait histogram
wait_bucket{le="1"} 2
wait 7
`);
  expect(Array.from(samplesOf(exposition), spell)).toEqual([
    "2: hits_total{} 3",
    '4: lag{"quantile":"1"} 2',
    "4: lag_sum{} 2",
    '7: wait_bucket{"le":"1"} 2',
    // A sample without a bound was one of the family's own name.
    "7: wait{} 7",
  ]);
});

it("makes label records without prototype", () => {
  const exposition = parseExposition('# TYPE a summary\na{__proto__="x",quantile="1"} 2\n');
  const [sample] = samplesOf(exposition);
  expect(Object.getPrototypeOf(sample?.labels)).toBeNull();
  expect(Object.entries(sample?.labels ?? {})).toEqual([
    ["__proto__", "x"],
    ["quantile", "1"],
  ]);
});
