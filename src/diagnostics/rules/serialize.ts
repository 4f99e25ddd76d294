import { defineRules } from "../rule.js";

export const serializeRules = /* @__PURE__ */ defineRules([
  {
    id: "serialize/loss",
    group: "serialization",
    level: "warning",
    title: "What is written says all that the exposition says.",
    what: "The format asked for has no place for a part of the exposition: exemplars, units and creation times have none in the text formats, nor have info, stateset and gauge histogram families; text 0.0.4 has no names in quotes. The rest is written, and the finding names what is not.",
    bad: '# TYPE hits counter\nhits_total 3 # {trace_id="4bf9"} 1\n# EOF',
    fix: "Write OpenMetrics, which has a place for all of it, or accept the loss.",
  },
  {
    id: "serialize/unwritable",
    group: "serialization",
    level: "error",
    title: "An exposition holds only what some format can spell.",
    what: "A metric family or a label without a name, a label called `__name__` or as the one that is part of the value (`le` in a histogram), half a surrogate pair in a text: no reader would take a payload with that, so none is written. A parsed exposition never holds it; one that a program made may.",
    bad: 'hits{=""} 1',
    fix: "Name every metric family and label; cut texts between characters, not between UTF-16 code units.",
  },
]);
