/** The style of the page: a book by day and by night, one column where there is room for no more. It loads nothing. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --ink: #22211e; --soft: #625f57; --line: #dedad0; --wash: #f4f1e9;
  --accent: #8a3b12; --accent-wash: #f6e7dc; --good: #23603a; --warn: #7a4a00; --warn-wash: #fbeecb;
  --serif: Charter, "Bitstream Charter", "Sitka Text", Cambria, Georgia, serif;
  --sans: system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif;
  --mono: ui-monospace, "SF Mono", "Cascadia Mono", Menlo, Consolas, "Liberation Mono", monospace;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #191816; --ink: #e6e2d8; --soft: #a8a397; --line: #3a3732; --wash: #23211e;
    --accent: #f0a070; --accent-wash: #3a2a1f; --good: #8fd0a5; --warn: #f0c878; --warn-wash: #3a3018;
  }
}
* { box-sizing: border-box; }
html { scroll-padding-top: 1.5rem; }
body {
  margin: 0; background: var(--paper); color: var(--ink);
  font: 1.0625rem/1.6 var(--serif); -webkit-text-size-adjust: 100%;
}
a { color: var(--accent); text-underline-offset: 0.15em; text-decoration-thickness: 1px; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; border-radius: 2px; }
[hidden] { display: none !important; }
code, pre { font-family: var(--mono); font-size: 0.86em; }
.skip { position: absolute; left: -99rem; }
.unseen { position: absolute; left: -99rem; margin: 0; }
.skip:focus { left: 1rem; top: 1rem; z-index: 2; background: var(--paper); padding: 0.5rem 1rem; }
.frame { display: grid; grid-template-columns: minmax(17rem, 21rem) minmax(0, 1fr); }
.side {
  position: sticky; top: 0; height: 100vh; overflow-y: auto; overscroll-behavior: contain;
  border-right: 1px solid var(--line); background: var(--wash); font-family: var(--sans); font-size: 0.875rem;
}
.tools { padding: 1.5rem 1.25rem 1rem; border-bottom: 1px solid var(--line); }
.tools h1 { margin: 0 0 0.25rem; font: 600 1.375rem/1.25 var(--serif); overflow-wrap: anywhere; }
.tools > p { margin: 0 0 1rem; color: var(--soft); line-height: 1.45; overflow-wrap: anywhere; }
.search { display: block; position: relative; }
.search span, legend, .pick span { display: block; margin-bottom: 0.3rem; color: var(--soft); font-size: 0.8125rem; }
input[type="search"], select {
  width: 100%; padding: 0.5rem 0.625rem; border: 1px solid var(--soft); border-radius: 4px;
  background: var(--paper); color: var(--ink); font: 0.9375rem/1.3 var(--sans);
}
.filters { margin-top: 0.75rem; }
.filters summary { cursor: pointer; color: var(--soft); padding: 0.25rem 0; }
fieldset { margin: 0.75rem 0 0; padding: 0; border: 0; min-width: 0; }
legend { padding: 0; }
.choice { display: inline-flex; align-items: center; gap: 0.35rem; margin: 0 0.75rem 0.25rem 0; min-height: 1.5rem; }
.choice input { margin: 0; accent-color: var(--accent); }
.choice small { color: var(--soft); }
.pick { display: block; margin-top: 0.75rem; }
.tools > .count { margin: 0.75rem 0 0; }
kbd { padding: 0 0.35rem; border: 1px solid var(--line); border-radius: 3px; font: 0.75rem/1.4 var(--mono); }
.index { padding: 0.75rem 0.5rem 2rem; }
.index ol { list-style: none; margin: 0; padding: 0; }
.index li { content-visibility: auto; contain-intrinsic-size: auto 1.75rem; }
.index a {
  display: block; padding: 0.2rem 0.75rem; border-radius: 4px; color: var(--ink); text-decoration: none;
  font: 0.75rem/1.5 var(--mono); overflow-wrap: anywhere;
}
.index a:hover { background: var(--accent-wash); }
.index a[aria-current] { background: var(--accent-wash); color: var(--accent); }
.index .gone { text-decoration: line-through; color: var(--soft); }
main { padding: 1rem clamp(1.25rem, 5vw, 4.5rem) 6rem; max-width: 62rem; min-width: 0; }
.metric { padding: 2rem 0 2.25rem; content-visibility: auto; contain-intrinsic-size: auto 34rem; }
.metric + .metric { border-top: 1px solid var(--line); }
.metric h2 { margin: 0; font: 600 1.125rem/1.4 var(--mono); overflow-wrap: anywhere; }
.metric h2 a { color: inherit; text-decoration: none; }
.metric h2 a:hover { text-decoration: underline; }
.metric:target h2 { color: var(--accent); }
.tags { display: flex; flex-wrap: wrap; gap: 0.25rem 0.9rem; margin: 0.3rem 0 0; padding: 0; list-style: none; color: var(--soft); font: 0.8125rem/1.5 var(--sans); }
.tags .type { color: var(--good); font-weight: 600; }
.tags .unsettled { color: var(--warn); font-weight: 600; }
.metric p { margin: 0.75rem 0 0; max-width: 42rem; overflow-wrap: anywhere; }
.metric .note { color: var(--soft); }
.metric .deprecated { padding: 0.5rem 0.875rem; background: var(--warn-wash); border-left: 3px solid var(--warn); }
.example {
  margin: 1rem 0 0; padding: 0.75rem 0.875rem; background: var(--wash); border-radius: 4px;
  white-space: pre-wrap; overflow-wrap: anywhere; line-height: 1.6; font-size: 0.8125rem;
}
.example code, .query code { font-size: inherit; }
.example a { text-decoration-style: dotted; }
.example a:hover { text-decoration-style: solid; }
.query { display: flex; align-items: flex-start; gap: 0.75rem; margin-top: 0.5rem; font-size: 0.8125rem; }
.query code { flex: 1; min-width: 0; padding: 0.2rem 0; overflow-wrap: anywhere; color: var(--soft); }
button {
  padding: 0.2rem 0.7rem; border: 1px solid var(--line); border-radius: 4px; background: var(--paper);
  color: var(--ink); font: 0.8125rem/1.5 var(--sans); cursor: pointer; min-height: 1.75rem;
}
button:hover { border-color: var(--accent); color: var(--accent); }
dl { display: grid; grid-template-columns: max-content minmax(0, 1fr); gap: 0.15rem 1.25rem; margin: 1rem 0 0; font-family: var(--sans); font-size: 0.875rem; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
table { width: 100%; table-layout: fixed; margin-top: 1.25rem; border-collapse: collapse; font-family: var(--sans); font-size: 0.875rem; line-height: 1.5; }
th { text-align: left; font-weight: 500; color: var(--soft); }
thead th:nth-child(1) { width: 24%; }
thead th:nth-child(2) { width: 36%; }
thead th { padding: 0 1rem 0.35rem 0; border-bottom: 1px solid var(--line); font-size: 0.8125rem; }
tbody th, td { padding: 0.45rem 1rem 0.45rem 0; border-bottom: 1px solid var(--line); vertical-align: top; overflow-wrap: anywhere; }
tbody tr:last-child > * { border-bottom: 0; }
tbody th { color: var(--ink); }
tbody th small { display: block; color: var(--soft); font: 0.8125rem/1.5 var(--sans); }
tr:target > * { background: var(--accent-wash); }
td ul { margin: 0; padding: 0; list-style: none; }
.none { padding: 3rem 0; color: var(--soft); }
footer { margin-top: 3rem; color: var(--soft); font: 0.8125rem/1.5 var(--sans); overflow-wrap: anywhere; }
@media (max-width: 54rem) {
  body { font-size: 1rem; }
  .frame { display: block; }
  .side { position: static; height: auto; border-right: 0; }
  .tools { padding: 1.25rem 1.25rem 1rem; }
  .index, kbd { display: none; }
  main { padding-top: 0; }
  table, tbody, tbody th, td { display: block; }
  tr { display: flex; flex-direction: column; }
  td:nth-child(2) { order: 1; color: var(--soft); }
  thead { position: absolute; left: -99rem; }
  tr { padding: 0.6rem 0; border-bottom: 1px solid var(--line); }
  tr:last-child { border-bottom: 0; }
  tbody th, td { padding: 0.05rem 0; border: 0; }
  tbody th small { display: inline; margin-left: 0.6rem; }
  td:empty { display: none; }
}
@media (scripting: none) {
  [role="search"], button { display: none; }
}
@media print {
  .side, button { display: none; }
  .frame { display: block; }
  .metric { content-visibility: visible; break-inside: avoid; }
}
`;
