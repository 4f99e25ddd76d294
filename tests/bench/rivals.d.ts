declare module "parse-prometheus-text-format" {
  /** Parses a payload of the text format. Typed as far as the benchmarks need it. */
  function parsePrometheusTextFormat(text: string): readonly { readonly name: string }[];
  export = parsePrometheusTextFormat;
}
