// Results as tables: aligned text for a terminal, or Markdown for the README.

export interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
  /** What was left out, and why; how to read the figures. */
  readonly notes: readonly string[];
}

export function textTable({ title, head, rows, notes }: Table): string {
  const lines = [head, ...rows];
  const widths = head.map((_, column) =>
    Math.max(...lines.map((line) => cellOf(line, column).length)),
  );
  const aligned = lines.map((line) =>
    widths
      .map((width, column) => pad(cellOf(line, column), width, isText(rows, column)))
      .join("  ")
      .trimEnd(),
  );
  return [title, ...aligned.map((line) => `  ${line}`), ...notes.map((note) => `  ${note}`)].join(
    "\n",
  );
}

export function markdownTable({ title, head, rows, notes }: Table): string {
  const line = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  const rule = head.map((_, column) => (isText(rows, column) ? "---" : "---:"));
  const lines = [line(head), line(rule), ...rows.map(line)];
  return [`**${title}**`, "", ...lines, ...notes.flatMap((note) => ["", note])].join("\n");
}

function cellOf(line: readonly string[], column: number): string {
  return line[column] ?? "";
}

function pad(cell: string, width: number, text: boolean): string {
  return text ? cell.padEnd(width) : cell.padStart(width);
}

/** Columns of words stand to the left, columns of figures to the right. */
function isText(rows: readonly (readonly string[])[], column: number): boolean {
  return column < 2 || !rows.some((row) => /^\d/.test(cellOf(row, column)));
}

/** Stands where there is no figure. */
export const none = "–";

export function megabytesPerSecond(bytes: number, milliseconds: number): string {
  return (bytes / 1000 / milliseconds).toFixed(0);
}

/** Samples per second, in thousands or millions. */
export function samplesPerSecond(samples: number, milliseconds: number): string {
  const thousands = samples / milliseconds;
  return thousands < 1000 ? `${thousands.toFixed(0)} k` : `${(thousands / 1000).toFixed(1)} M`;
}

/** Three significant digits at most, and no exponent. */
export function ratio(value: number | undefined): string {
  if (value === undefined) return none;
  return value < 10 ? value.toFixed(2) : value < 100 ? value.toFixed(1) : value.toFixed(0);
}

/** How far goals are reached, each as what was reached in terms of what was wanted: the least of them counts. */
export function verdict(shares: readonly number[]): string {
  if (shares.length === 0) return none;
  const least = Math.min(...shares);
  return least >= 1 ? "yes" : `${Math.floor(least * 100)} %`;
}
