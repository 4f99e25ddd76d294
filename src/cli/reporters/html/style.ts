/** The style of the page. It is light or dark as the reader has it, and reads on paper as well. */
export const style = `
:root {
  color-scheme: light dark;
  --paper: #fdfcf9; --card: #ffffff; --ink: #23211e; --faint: #67635c; --line: #dedad2;
  --error: #b3261e; --warning: #8a5a00; --info: #2457a6; --good: #1e6b3c; --bar: #5b7db1;
}
@media (prefers-color-scheme: dark) {
  :root {
    --paper: #191816; --card: #22201d; --ink: #e8e4dc; --faint: #a39d92; --line: #3a3732;
    --error: #ff8a80; --warning: #e8b04a; --info: #8ab4f8; --good: #7fcf9a; --bar: #7f9fd0;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0; padding: 0 1.25rem 4rem; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, sans-serif; overflow-wrap: anywhere;
}
header, main { max-width: 64rem; margin: 0 auto; }
header { padding: 2rem 0 1rem; border-bottom: 2px solid var(--line); }
header.good { border-color: var(--good); }
header.doubtful { border-color: var(--warning); }
header.bad { border-color: var(--error); }
header p { margin: 0; color: var(--faint); }
.name { font-size: .875rem; letter-spacing: .04em; }
h1 { margin: .1rem 0; font-size: 1.9rem; line-height: 1.2; font-weight: 650; }
.bad h1 { color: var(--error); }
.doubtful h1 { color: var(--warning); }
.good h1 { color: var(--good); }
h2 { margin: 2.25rem 0 0; font: 600 1.15rem/1.3 ui-monospace, monospace; }
h3 { margin: 1.5rem 0 .5rem; font-size: 1rem; }
p { margin: .25rem 0; }
code, pre, .where { font-family: ui-monospace, monospace; font-size: .8125rem; }
.faint { color: var(--faint); font-size: .875rem; }
.notice { padding: .6rem .8rem; border-left: 3px solid var(--error); background: var(--card); }
.clean { color: var(--good); }
.filters { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; margin: 1rem 0 0; padding: 0; border: 0; font-size: .9375rem; }
.filters legend { float: left; margin-right: 1.25rem; padding: 0; color: var(--faint); }
.filters label { white-space: nowrap; }
body:has(#show-error:not(:checked)) .rule.error:not(:has(.finding:not(.error))),
body:has(#show-error:not(:checked)) .finding.error,
body:has(#show-warning:not(:checked)) .rule.warning:not(:has(.finding:not(.warning))),
body:has(#show-warning:not(:checked)) .finding.warning,
body:has(#show-info:not(:checked)) .rule.info,
body:has(#show-info:not(:checked)) .finding.info { display: none; }
table { width: 100%; margin-top: 1rem; border-collapse: collapse; font-size: .9375rem; }
th { color: var(--faint); font-weight: 500; text-align: left; }
th, td { padding: .35rem .75rem .35rem 0; border-bottom: 1px solid var(--line); vertical-align: top; }
a { color: var(--info); }
details.rule { margin: .6rem 0; background: var(--card); border: 1px solid var(--line); border-radius: 6px; }
summary { cursor: pointer; }
details.rule > summary { padding: .6rem .9rem; }
summary:focus-visible, pre:focus-visible, input:focus-visible, a:focus-visible { outline: 2px solid var(--info); outline-offset: 2px; }
.severity { font-weight: 650; font-size: .8125rem; text-transform: uppercase; letter-spacing: .03em; }
.error > summary .severity, .error .caret { color: var(--error); }
.warning > summary .severity, .warning .caret { color: var(--warning); }
.info > summary .severity, .info .caret { color: var(--info); }
.finding { padding: .7rem .9rem; border-top: 1px solid var(--line); overflow: hidden; content-visibility: auto; contain-intrinsic-size: auto 9rem; }
.message { margin: 0; }
.where { margin: 0; color: var(--faint); }
pre { margin: .5rem 0 0; padding: .5rem .7rem; overflow-x: auto; background: var(--paper); border-radius: 4px; line-height: 1.4; }
.gutter { color: var(--faint); user-select: none; }
.caret { font-weight: 700; }
.hint { color: var(--info); }
.finding ul { margin: .4rem 0 0; padding-left: 1.1rem; color: var(--faint); font-size: .875rem; }
.names { columns: 18rem; margin: .35rem 0 .75rem; padding-left: 1.1rem; font-size: .875rem; }
.measure { display: flex; align-items: center; gap: .75rem; margin: .25rem 0; font-size: .875rem; }
.measure > span { flex: none; font-variant-numeric: tabular-nums; color: var(--faint); }
.measure.named { display: grid; grid-template-columns: minmax(8rem, 2fr) minmax(4rem, 3fr) 9rem; margin: 0; }
.measure.named > span { text-align: right; }
.bar { flex: 1; width: 100%; height: .6rem; border-radius: 3px; background: var(--line); }
.bar rect { fill: var(--bar); }
.metric { border-bottom: 1px solid var(--line); }
.metric.leaf, .metric > summary { padding: .3rem 0 .3rem 1.25rem; }
.metric > summary { position: relative; list-style: none; }
.metric > summary::-webkit-details-marker { display: none; }
.metric > summary::before { content: "\\25b8"; position: absolute; left: .1rem; color: var(--faint); }
.metric[open] > summary::before { content: "\\25be"; }
details.metric > .measure { padding: .1rem 0 .1rem 1.25rem; }
details.metric > .measure > code { padding-left: 1rem; color: var(--faint); }
details.metric > .measure .bar { height: .35rem; }
.metric > .faint { margin-left: 2.25rem; }
details.metric > :last-child:not(summary) { margin-bottom: .5rem; }
@media (max-width: 40rem) {
  .measure.named { grid-template-columns: 1fr auto; }
  .measure.named .bar { grid-row: 2; grid-column: 1 / -1; }
  h1 { font-size: 1.5rem; }
}
@media print { details { break-inside: avoid; } body { background: #fff; } }
`;
