import { type Exposition, parseExposition } from "../../src/exposition/index.js";

/** Each type of metric, with values that are easily written wrong. */
export const everyType: Exposition = parseExposition(`# HELP hits Hits of \\"the\\" page.\\nAll.
# TYPE hits counter
hits_total{code="200",path="a\\"b\\\\c\\nd é"} 1234567.25 # {trace_id="4bf9"} 0.5
hits_total{code="500",path=""} 1e+21
# TYPE open gauge
open{kind="small"} 1e-05
open{kind="negative"} -0.5
open{kind="long"} 0.30000000000000004
open{kind="none"} NaN
open{kind="endless"} -Inf
# TYPE what unknown
what 7
# TYPE build info
build_info{version="1"} 1
# TYPE mode stateset
mode{mode="on"} 1
mode{mode="off"} 0
# TYPE wait_seconds histogram
# UNIT wait_seconds seconds
wait_seconds_bucket{le="0.5"} 3
wait_seconds_bucket{le="1000000.0"} 4
wait_seconds_bucket{le="+Inf"} 1000000
wait_seconds_sum 1.75
wait_seconds_count 1000000
# TYPE size gaugehistogram
size_bucket{le="1.0"} 2
size_bucket{le="+Inf"} 2
size_gcount 2
size_gsum 1
# TYPE lag summary
lag{quantile="0.5"} 0.25
lag{quantile="0.99"} 3
lag_sum 2.5
lag_count 9
# EOF
`);
