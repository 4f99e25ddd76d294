/** A map that refuses to be changed: Object.freeze alone does not reach what a Map holds. */
export function frozenMap<Value>(map: Map<string, Value>): ReadonlyMap<string, Value> {
  const refuse = () => {
    throw new TypeError("a registry is frozen");
  };
  for (const method of ["set", "delete", "clear"]) {
    Object.defineProperty(map, method, { value: refuse });
  }
  return Object.freeze(map);
}
