import { quote } from "../../diagnostics/index.js";
import { LF, SPACE } from "../grammar.js";
import type { Exemplar, MetricFamily, Series } from "../model.js";
import { walkSamples } from "../samples-of.js";
import { type ByteWriter, escapeText } from "./byte-writer.js";
import { type Lose, mustBe, noPlace, refuse } from "./losses.js";
import { type LabelName, nameText } from "./names.js";
import { seriesWriter } from "./series-writer.js";
import { millisecondsText, openMetricsText, writeNumber } from "./write-number.js";

/** Most characters of an exemplar's labels (OpenMetrics 1.0, section 4.1). */
const longestExemplar = 128;

/**
 * Makes a function that writes a family as lines, in the format that it is a family of; `isEarly` leaves out its TYPE line, where a
 * later family has that. What it writes throws PromschemaError for what no payload can hold.
 */
export function familyWriter(
  out: ByteWriter,
  openMetrics: boolean,
  labelName: LabelName,
  lose: Lose,
): (family: MetricFamily, isEarly: boolean) => void {
  const lines = seriesWriter(out, openMetrics, labelName);
  let name = "";
  let current: Series<unknown> | undefined;
  /** What `time` spells; NaN where it may be lost, which is said each time. */
  let spelled: number | undefined;
  let time = "";

  return (family, isEarly) => {
    name = family.name;
    out.metric = name;
    lines.begin(family);
    writeMetadata(family, isEarly);
    walkSamples(family, openMetrics, (suffix, series, value, quantity, own, exemplar) => {
      if (series !== current) {
        current = series;
        const { timestamp } = series;
        if (timestamp !== spelled) time = timestampText(timestamp);
        spelled = Number.isSafeInteger(timestamp) ? timestamp : Number.NaN;
      }
      if (typeof value !== "number") mustBe("number", value, name, "a value");
      if (quantity === "time" && !openMetrics) {
        lose(name, "creation time", noPlace);
        return;
      }
      lines.write(suffix, series.labels, own);
      out.byte(SPACE);
      if (quantity === "time") out.raw(openMetricsText(value, -3));
      else writeNumber(out, value, openMetrics, quantity === "count");
      if (time !== "") out.raw(time);
      if (exemplar !== undefined) {
        if (openMetrics) writeExemplar(exemplar);
        else lose(name, "exemplar", noPlace);
      }
      out.byte(LF);
      if (out.rest()) lines.begin(family);
    });
  };

  function writeMetadata({ type, help = "", unit = "" }: MetricFamily, isEarly: boolean): void {
    const written = nameText(name);
    if (help !== "") {
      // Blanks before the text belong to the line, in the text formats.
      const text = openMetrics ? help : help.replace(/^[ \t]+/, "");
      if (text !== help) lose(name, "blanks", "before its description are left out");
      out.raw(`# HELP ${written} ${escapeText(text, openMetrics ? undefined : /[\\\n]/g)}\n`);
    }
    if (!isEarly) {
      out.raw(`# TYPE ${written} ${type === "unknown" && !openMetrics ? "untyped" : type}\n`);
    }
    if (unit === "" || !openMetrics) return;
    if (typeof unit !== "string" || !/^[\w:]+$/.test(unit)) {
      refuse(name, `${quote(String(unit))} is no unit`);
    }
    out.raw(`# UNIT ${written} ${unit}\n`);
  }

  /** A blank and the timestamp; nothing where there is none, or none that the format can hold. */
  function timestampText(milliseconds: number | undefined): string {
    if (milliseconds === undefined) return "";
    mustBe("number", milliseconds, name, "a timestamp");
    const text = openMetrics ? openMetricsText(milliseconds, -3) : millisecondsText(milliseconds);
    if (text === undefined || !Number.isFinite(milliseconds)) {
      lose(name, "timestamp", "is left out: it is beyond what the format can hold");
      return "";
    }
    if (!openMetrics && !Number.isInteger(milliseconds))
      lose(name, "timestamp", "is rounded to milliseconds");
    return ` ${text}`;
  }

  /** ` # {labels} value [timestamp]` (OpenMetrics 1.0, section 4.1). */
  function writeExemplar({ labels, value, timestamp }: Exemplar): void {
    let length = 0;
    let isRenamed = false;
    const list = Object.entries(labels).map(([label, text]) => {
      mustBe("string", text, name, `label ${quote(label)}`);
      const written = labelName(label, name);
      length += Array.from(written + text).length;
      isRenamed ||= written !== label;
      return `${nameText(written, true)}="${escapeText(text)}"`;
    });
    mustBe("number", value, name, "an exemplar");
    if (isRenamed && length > longestExemplar) {
      lose(name, "exemplar", `is left out: its labels would exceed ${longestExemplar} characters`);
    } else out.raw(` # {${list.join()}} ${openMetricsText(value)}${timestampText(timestamp)}`);
  }
}
