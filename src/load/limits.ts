// Bounds that no honest registry comes near, and that keep a hostile one from costing memory or time.

/** Largest file that is read, in bytes, unless the caller says otherwise. */
export const defaultMaxBytes = 5_000_000;

/** Most tokens a YAML document may have. A registry of 10,000 metrics has half as many. */
export const maxTokens = 1_000_000;

/** Deepest nesting, in entries of the parser's stack. A registry needs a tenth. */
export const maxDepth = 200;

/** Most values that all aliases of a document may stand for together. */
export const maxAliasedValues = 100_000;
