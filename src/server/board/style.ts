/** The board's own style: the tokens it needs (`visual`, light and dark), and paper for the culture house. */
export const BOARD_STYLE = `
:root{color-scheme:light dark;--paper:#f5f0e3;--sheet:#fffdf8;--sunken:#ebe4d2;--ink:#191f1a;--soft:#3f453d;--tea:#0f4f38;--fill:#11543b;--on:#fffdf8;--indigo:#22396b;--edge:#7e7966;--rule:#d8cfb9;--focus:#22396b}
@media (prefers-color-scheme:dark){:root{--paper:#111712;--sheet:#1a221c;--sunken:#0b100c;--ink:#f4efe1;--soft:#cbc9ba;--tea:#93d5b0;--fill:#93d5b0;--on:#08261a;--indigo:#bacbf5;--edge:#84907f;--rule:#334036;--focus:#f4cc78}}
*{box-sizing:border-box}
body{margin:0;background:var(--paper);color:var(--ink);font:1.125rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Noto Sans","Helvetica Neue",Arial,sans-serif;overflow-wrap:break-word}
a{color:var(--tea);text-underline-offset:3px}
:focus-visible{outline:3px solid var(--focus);outline-offset:2px;border-radius:4px}
.page{max-width:75rem;margin:0 auto;padding:16px}
.skip{position:absolute;left:-999em}.skip:focus{position:static}
header{display:flex;flex-wrap:wrap;gap:8px 24px;align-items:center;margin-bottom:16px}
.name{margin:0;color:var(--tea);font-weight:700}
h1,h2,h3{line-height:1.4;margin:0 0 8px}
h1{font-size:1.75rem;flex:1;min-width:min(100%,15em)}
h2{font-size:1.5rem}h3{font-size:1.25rem}
p{margin:0 0 12px}
section{margin:0 0 32px;break-inside:avoid}
.cols{display:grid;gap:24px;align-items:start;grid-template-columns:1fr}
.sheet{background:var(--sheet);border:1px solid var(--rule);border-radius:8px;padding:16px;margin:0}
.soft{color:var(--soft)}
.num{font-size:2.75rem;line-height:1.2;font-weight:700;font-variant-numeric:tabular-nums;margin:0 12px 0 0;display:inline-block;vertical-align:middle}
.den{display:inline-block;vertical-align:middle}
.bar{display:block;width:100%;height:16px;background:var(--sunken);border:1px solid var(--edge);border-radius:4px}
.bar rect{fill:var(--fill)}
.big .bar{height:26px;margin:12px 0}
.act{display:inline-flex;align-items:center;justify-content:center;min-height:48px;padding:10px 20px;border:2px solid var(--edge);border-radius:8px;font-weight:700;font-size:1.25rem;line-height:1.4;color:var(--ink);text-decoration:none;background:var(--sheet)}
table{width:100%;border-collapse:collapse;line-height:1.4}
.wide{overflow-x:auto}
caption{text-align:left;font-weight:700;padding:8px 0}
.said caption{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
th,td{text-align:left;padding:8px 12px 8px 0;border-bottom:1px solid var(--rule);vertical-align:top;font-weight:400}
thead th{font-weight:700;border-bottom:2px solid var(--edge);vertical-align:bottom}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap;padding-right:0}
.n+.n{padding-left:12px}
.hams{list-style:none;padding:0;display:grid;grid-template-columns:1fr;gap:0 32px}
.hams li{display:grid;grid-template-columns:1fr auto;gap:4px 16px;align-items:center;padding:10px 0;border-bottom:1px solid var(--rule)}
.hams .n b{display:inline-block;min-width:3.2em}
.group{font-weight:700;padding-top:20px}
.st{display:inline-flex;gap:8px;align-items:flex-start}
.st svg{flex:none;width:24px;height:24px;color:var(--tea)}
.st .i{color:var(--indigo)}.st .s{color:var(--soft)}
details{border-bottom:1px solid var(--rule)}
summary{cursor:pointer;padding:12px 0;min-height:48px;font-weight:700}
.shot{display:block;width:100%;max-width:20rem;height:auto;border-radius:8px;margin:0 0 12px}
.story{border-top:6px double var(--tea);padding-top:12px}
ul{padding-left:1.25em;margin:0 0 12px}
li{padding:6px 0}
.links a{display:inline-block;padding:12px 12px 12px 0}
code{font-family:ui-monospace,Consolas,"Roboto Mono",monospace;overflow-wrap:anywhere}
footer{border-top:1px solid var(--rule);padding-top:16px;color:var(--soft)}
@media (min-width:48em){.two{grid-template-columns:1.12fr 1fr;margin-bottom:32px}.three{grid-template-columns:1fr 1fr}.hams{display:block;columns:2;column-gap:32px}.hams li{break-inside:avoid}h1{font-size:2rem}}
@page{margin:15mm}
@media print{:root{--paper:#fff;--sheet:#fff;--sunken:#fff;--ink:#000;--soft:#000;--tea:#000;--indigo:#000;--edge:#000;--rule:#888;--fill:#000}
body{font-size:12pt}.page{max-width:none;padding:0}.screen{display:none}.bar rect{print-color-adjust:exact;-webkit-print-color-adjust:exact}.two,.three{grid-template-columns:1fr 1fr}.hams{display:block;columns:2}.hams li{padding:4px 0}.hams .st{display:none}th,td{padding-top:4px;padding-bottom:4px}section{margin-bottom:16px}a{text-decoration:none}}
`;
