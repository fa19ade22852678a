/** Both colour schemes; every text on its background has a contrast of 4.5 at least. */
export const HTML_STYLE = `
:root {
  color-scheme: light dark;
  --back: #ffffff; --text: #1f2328; --quiet: #59636e; --line: #d1d9e0; --panel: #f6f8fa;
  --error: #c51f2b; --warning: #8a5a00; --note: #0860ca; --good: #18703a; --masked: #59636e;
  --added: #dafbe1; --removed: #ffebe9;
}
@media (prefers-color-scheme: dark) {
  :root {
    --back: #0d1117; --text: #e6edf3; --quiet: #9198a1; --line: #3d444d; --panel: #161b22;
    --error: #ff8078; --warning: #e0a740; --note: #6cb0ff; --good: #56d076; --masked: #9198a1;
    --added: #12361f; --removed: #4a1a1d;
  }
}
* { box-sizing: border-box; }
body {
  margin: 0 auto; padding: 1.5rem 1.25rem 3rem; max-width: 75rem;
  background: var(--back); color: var(--text);
  font: 15px/1.5 system-ui, -apple-system, "Segoe UI", "Noto Sans", Helvetica, Arial, sans-serif;
}
h1 { margin: 0 0 .5rem; font-size: 1.45rem; line-height: 1.3; overflow-wrap: anywhere; }
h2 { margin: 2rem 0 .5rem; font-size: 1.1rem; }
p { margin: .25rem 0; }
code, pre { font: .87em/1.45 ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; }
code { padding: .1em .3em; border-radius: 4px; background: var(--panel); unicode-bidi: isolate; overflow-wrap: anywhere; }
pre { margin: .5rem 0; padding: .75rem; overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; background: var(--panel); }
pre code { padding: 0; background: none; overflow-wrap: normal; }
pre ins, pre del { display: inline-block; min-width: 100%; text-decoration: none; }
ins { background: var(--added); } del { background: var(--removed); }
.place { color: var(--quiet); }
.table { overflow-x: auto; border: 1px solid var(--line); border-radius: 6px; }
table { width: 100%; min-width: 46rem; border-collapse: collapse; }
th, td { padding: .45rem .7rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
td { overflow-wrap: break-word; min-width: 5.5rem; max-width: 26rem; }
tbody tr:last-child td { border-bottom: 0; }
th { background: var(--panel); font-weight: 600; white-space: nowrap; }
ul { margin: .5rem 0; padding-left: 1.3rem; }
li { margin: .35rem 0; overflow-wrap: anywhere; }
details { margin: .75rem 0; }
summary { cursor: pointer; font-weight: 600; }
.verdict {
  margin-right: .4rem; padding: .1em .5em; border: 2px solid; border-radius: 6px; font-size: .8em;
  letter-spacing: .03em; vertical-align: .1em; white-space: nowrap;
}
.mark { font-weight: 600; white-space: nowrap; }
.mark::before { content: ""; display: inline-block; width: .6em; height: .6em; margin-right: .4em; border-radius: 50%; background: currentColor; }
.verdict .mark::before { display: none; }
.error, .high { color: var(--error); } .warning, .medium { color: var(--warning); }
.low { color: var(--warning); } .note, .closed { color: var(--note); }
.good { color: var(--good); } .masked { color: var(--masked); }
footer { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line); color: var(--quiet); }
@media print { body { max-width: none; } .table, pre { overflow: visible; } }
`;
