// What does not change from scrape to scrape in the lines of a metric family.

import { familyNameOf, unitOf } from "../../construct/index.js";
import { escapeText, isPlainName, nameText } from "../../exposition/index.js";
import type { Metric, MetricType } from "../../registry/index.js";
import type { LabelTexts } from "../label-index.js";

/** The types that the text formats have. */
const textTypes: Partial<Record<MetricType, string>> = {
  counter: "counter",
  gauge: "gauge",
  histogram: "histogram",
  summary: "summary",
  unknown: "untyped",
};

/** Whether the names of a metric and its labels are written without quotes. */
export function isPlain({ name, type, labels }: Metric): boolean {
  return (
    isPlainName(name) &&
    (type !== "stateset" || isPlainName(name, true)) &&
    labels.every((label) => isPlainName(label.name, true))
  );
}

/** What the samples of a metric are called that have a value of their own. */
export function sampleNameOf(metric: Metric): string {
  const { type } = metric;
  const suffix = type === "counter" ? "_total" : type === "info" ? "_info" : "";
  return familyNameOf(metric) + suffix;
}

/** HELP, TYPE and UNIT of the family that holds the samples of a metric, or in the text formats those of one name: a name of its own there. */
export function headerOf(metric: Metric, openMetrics: boolean, name: string): string {
  const written = nameText(openMetrics ? familyNameOf(metric) : name);
  const { type, description } = metric;
  const unit = unitOf(metric);
  // Blanks before the text belong to the line, in the text formats.
  const help = openMetrics
    ? escapeText(description)
    : escapeText(description.replace(/^[ \t]+/, ""), /[\\\n]/g);
  return [
    ...(description === "" ? [] : [`# HELP ${written} ${help}\n`]),
    `# TYPE ${written} ${openMetrics ? type : (textTypes[type] ?? "gauge")}\n`,
    ...(unit === undefined || !openMetrics ? [] : [`# UNIT ${written} ${unit}\n`]),
  ].join("");
}

/** Makes a function that writes the labels of a row, each with a comma behind it. */
export function labelWriter({ labels }: Metric): (texts: LabelTexts) => string {
  const openings = labels.map(({ name }) => `${nameText(name, true)}="`);
  return (texts) => {
    let text = "";
    for (let place = 0; place < openings.length; place++) {
      const value = texts[place] ?? "";
      if (value === "") continue;
      const escaped = /[\\"\n]/.test(value) ? escapeText(value) : value;
      text += `${openings[place]}${escaped}",`;
    }
    return text;
  };
}

export function labelText(name: string, value: string): string {
  return `${nameText(name, true)}="${escapeText(value)}"`;
}

/** The whole of a line before its value: labels are as `labelsText` has them. */
export function lineStart(sampleName: string, labels: string): string {
  const head = lineHead(sampleName);
  const isQuoted = head.startsWith("{");
  if (labels !== "") return `${head}${isQuoted ? "," : "{"}${labels.slice(0, -1)}} `;
  return isQuoted ? `${head}} ` : `${head} `;
}

/** The begin of a line, up to where it depends on whether there are labels. */
export function lineHead(sampleName: string): string {
  const text = nameText(sampleName);
  return text.startsWith('"') ? `{${text}` : text;
}
