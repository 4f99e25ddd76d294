// Names of metrics and registries as identifiers of TypeScript, each of them once.

/** Words that no variable of a module may be called, `await` and the like of strict mode among them. */
const reserved: ReadonlySet<string> = new Set(
  `arguments await break case catch class const continue debugger default delete do else enum eval export extends false
   finally for function if implements import in instanceof interface let new null package private protected public return
   static super switch this throw true try typeof undefined var void while with yield NaN Infinity`.split(
    /\s+/,
  ),
);

/** `jobs_waiting.total` as `JobsWaitingTotal`. Letters of any script are kept; a name without any is `Unnamed`. */
export function pascalCase(name: string): string {
  const words = name.match(/[\p{L}\p{Nd}]+/gu) ?? ["unnamed"];
  const joined = words.map((word) => word.replace(/^./u, (first) => first.toUpperCase())).join("");
  const identifier = joined.replace(/[^\p{ID_Continue}]/gu, "");
  return /^\p{ID_Start}/u.test(identifier) ? identifier : `_${identifier}`;
}

/** The same beginning with a small letter, and no reserved word. */
export function camelCase(name: string): string {
  const identifier = pascalCase(name).replace(/^./u, (first) => first.toLowerCase());
  return reserved.has(identifier) ? `${identifier}Registry` : identifier;
}

/** Gives out names, each once: a second `Hits` is `Hits_2`, as is one that differs in nothing but its case. */
export function createNames(): (wanted: string) => string {
  const taken = new Set<string>();
  return (wanted) => {
    let name = wanted;
    for (let number = 2; taken.has(name.toLowerCase()); number++) name = `${wanted}_${number}`;
    taken.add(name.toLowerCase());
    return name;
  };
}
