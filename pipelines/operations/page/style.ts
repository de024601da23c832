/** The look of the report site, for pages that stand on their own. */
export const STYLE = `
:root { --ink: #1b2430; --muted: #55606e; --line: #d8dde3; --soft: #f4f6f8; --accent: #1f5f99; --warn: #fdf3dc;
  --warn-edge: #d9a93b; --bad: #fbe4e0; --bad-edge: #b3402f; --good: #e3eef8; }
* { box-sizing: border-box; }
body { margin: 0; color: var(--ink); background: #fff; line-height: 1.5;
  font-family: ui-sans-serif, system-ui, -apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif; }
:focus-visible { outline: 2px solid var(--accent); outline-offset: 2px; }
header, main, footer { max-width: 74rem; margin: 0 auto; padding: 0 1.5rem; }
header { display: flex; flex-wrap: wrap; align-items: baseline; gap: .25rem 2rem; padding-top: 1rem;
  padding-bottom: .75rem; border-bottom: 1px solid var(--line); }
.site-name { font-weight: 700; }
nav { display: flex; flex-wrap: wrap; gap: .25rem 1.25rem; }
nav a { color: var(--muted); text-decoration: none; border-bottom: 2px solid transparent; }
nav a:hover { color: var(--ink); }
nav a[aria-current] { color: var(--ink); font-weight: 600; border-color: var(--accent); }
main { padding-top: 1rem; padding-bottom: 3rem; }
main a { color: var(--accent); text-underline-offset: 2px; }
h1 { font-size: 1.9rem; line-height: 1.2; margin: 1rem 0 .5rem; }
h2 { font-size: 1.3rem; font-weight: 650; line-height: 1.3; margin: 2.25rem 0 .5rem; padding-top: 1rem;
  border-top: 1px solid var(--line); }
p { margin: 0 0 .8rem; max-width: 52rem; }
.muted { color: var(--muted); }
p.muted { font-size: .95rem; }
code { font-family: ui-monospace, SFMono-Regular, Menlo, Consolas, monospace; font-size: .88em; }
code.line { display: block; background: var(--soft); border: 1px solid var(--line); border-radius: 4px;
  padding: .45rem .7rem; margin: .4rem 0; overflow-x: auto; white-space: pre; }
.invented { background: var(--warn); border: 1px solid var(--warn-edge); padding: .4rem .8rem; max-width: none; }
.key-figures { display: grid; grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); gap: 1rem; margin: 1rem 0; }
.key-figures > div { border-top: 3px solid var(--accent); padding-top: .5rem; }
dt { color: var(--muted); font-size: .9rem; }
dd { margin: 0; font-size: 1.45rem; font-weight: 650; line-height: 1.3; }
dd.note { font-size: .85rem; font-weight: 400; color: var(--muted); line-height: 1.45; }
.needs { padding-left: 0; list-style: none; margin: 0; }
.needs li { border: 1px solid var(--line); border-left: 3px solid var(--warn-edge); border-radius: 4px;
  padding: .5rem .8rem; margin: 0 0 .5rem; overflow-wrap: anywhere; }
.pill { display: inline-block; border-radius: 999px; border: 1px solid; padding: 0 .5rem; font-size: .82rem;
  font-weight: 600; line-height: 1.5; white-space: nowrap; }
dd .pill { font-size: 1.05rem; padding: .05rem .75rem; }
.pill.good { background: var(--good); border-color: var(--accent); color: #174a78; }
.pill.plain { background: #fff; border-color: #aab3bd; color: var(--muted); }
.pill.soft { background: var(--soft); border-color: #8a94a0; color: var(--ink); }
.pill.warn { background: var(--warn); border-color: var(--warn-edge); color: #6b4a00; }
.pill.bad { background: var(--bad); border-color: var(--bad-edge); color: #8a2415; }
.scroll { overflow-x: auto; margin: 0 0 1rem; }
.scroll.tall { max-height: 30rem; overflow-y: auto; border: 1px solid var(--line); }
.tall thead th { position: sticky; top: 0; background: #fff; box-shadow: 0 1px #8a94a0; }
table { width: 100%; border-collapse: collapse; font-size: .92rem; font-variant-numeric: tabular-nums; }
th, td { text-align: left; vertical-align: top; padding: .3rem .6rem; border-bottom: 1px solid var(--line);
  font-weight: 400; }
thead th { font-size: .83rem; color: var(--muted); font-weight: 600; vertical-align: bottom; border-bottom-color: #8a94a0; }
.number { text-align: right; white-space: nowrap; }
.bar, .time { white-space: nowrap; }
svg rect { fill: var(--accent); }
svg rect.rest { fill: #c3cad2; }
.spark { display: block; }
.grid td, .grid th { padding: .2rem .45rem; }
.grid tbody th { min-width: 17rem; }
.fine { color: #8a94a0; }
details p { margin: .3rem 0; }
summary { cursor: pointer; }
.search input { border: 1px solid #8a94a0; border-radius: 4px; padding: .25rem .5rem; margin: 0 .5rem; font: inherit; }
.lineage { font-size: 10.5px; display: block; }
.lineage text { fill: var(--ink); }
.lineage .room { font-size: 12px; font-weight: 650; fill: var(--muted); }
.lineage path { fill: none; stroke: #c9d1d9; stroke-width: 1; opacity: .55; }
.node { cursor: default; outline: none; }
.node rect { fill: #fff; stroke: #aab3bd; }
.node.good rect { fill: var(--good); stroke: var(--accent); }
.node.warn rect { fill: var(--warn); stroke: var(--warn-edge); }
.node.bad rect { fill: var(--bad); stroke: var(--bad-edge); }
.node.soft rect { fill: var(--soft); stroke: #8a94a0; }
.node.none rect { stroke-dasharray: 3 2; }
.node.none text { fill: var(--muted); }
.lineage.pointed .node:not(.on) { opacity: .22; }
.lineage path.quiet { opacity: .12; }
.lineage.pointed path { opacity: .05; }
.lineage.pointed path.on { stroke: var(--accent); opacity: .9; }
.lineage .at rect, .node:focus-visible rect { stroke-width: 2.5; stroke: var(--ink); }
footer { border-top: 1px solid var(--line); padding-top: .75rem; padding-bottom: 2rem; color: var(--muted); font-size: .85rem; }
@media (max-width: 56rem) { .time { white-space: normal; min-width: 7rem; } header, main, footer { padding-left: 1rem; padding-right: 1rem; } }
@media print { nav, .search { display: none; } .scroll.tall { max-height: none; } }
`;
