/** The look of a report: light and dark by the reader's setting, black on white on paper; every colour beside a word. */
export const REPORT_STYLE = `
:root{color-scheme:light dark;--ink:#1d1c1a;--soft:#5b5751;--paper:#fcfbf9;--card:#fff;--rule:#d8d3ca;--link:#1f4e8c;--bad:#a8201a;--warn:#8a5a00;--note:#22577a;--good:#1e6b34;--mark:#ffe9a8}
@media (prefers-color-scheme:dark){:root{--ink:#ece8e1;--soft:#b1aba1;--paper:#171614;--card:#201f1c;--rule:#403d37;--link:#93bdf3;--bad:#ff8f86;--warn:#f0b84a;--note:#86c5ee;--good:#7fd197;--mark:#5c4b12}}
*{box-sizing:border-box}
html{-webkit-text-size-adjust:100%;text-size-adjust:100%}
body{margin:0 auto;max-width:66rem;padding:1.5rem 1.25rem 5rem;background:var(--paper);color:var(--ink);font:1rem/1.65 "Noto Sans CJK TC","Noto Sans TC","Source Han Sans TC","PingFang TC","Microsoft JhengHei",system-ui,sans-serif;overflow-wrap:anywhere}
a{color:var(--link);text-underline-offset:.2em;text-decoration-thickness:1px}
h1{font-size:1.7rem;line-height:1.3;margin:.2em 0}
h2{font-size:1.3rem;line-height:1.35;margin:2.2em 0 .6em;padding-bottom:.25em;border-bottom:2px solid var(--rule)}
h3{font-size:1.05rem;line-height:1.4;margin:1.6em 0 .5em}
.run{color:var(--soft);margin:.2em 0 1.2em}
.totals{display:flex;flex-wrap:wrap;gap:.6rem;list-style:none;margin:0 0 1rem;padding:0}
.totals li{background:var(--card);border:1px solid var(--rule);border-radius:8px;padding:.45rem .9rem;min-width:6.5rem}
.totals b{display:block;font-size:1.5rem;line-height:1.2;font-variant-numeric:tabular-nums}
nav ul{margin:.3em 0;padding-left:1.2em}
table{border-collapse:collapse;width:100%;margin:.6rem 0 1.2rem;background:var(--card)}
caption{text-align:left;color:var(--soft);padding:.2rem 0}
th,td{border:1px solid var(--rule);padding:.35rem .6rem;text-align:left;vertical-align:top}
td p{margin:0}
tbody th{min-width:6.5em}article tbody th{font-weight:400}article td,article th{font-size:.93rem}td+td:not(.n):not(:last-child){min-width:6em}
thead th{background:color-mix(in srgb,var(--rule) 35%,var(--card))}
.n{text-align:right;font-variant-numeric:tabular-nums;white-space:nowrap}
.word{white-space:nowrap;font-weight:600}.nb{white-space:nowrap}
.wide{overflow-x:auto}
meter{width:7rem;height:.9rem;vertical-align:middle}
article{background:var(--card);border:1px solid var(--rule);border-left:.35rem solid var(--soft);border-radius:6px;padding:.7rem 1rem;margin:.8rem 0}
article.error{border-left-color:var(--bad)}article.warning{border-left-color:var(--warn)}article.info{border-left-color:var(--note)}
article>:first-child{margin-top:0}article>:last-child{margin-bottom:0}
.head{display:flex;flex-wrap:wrap;gap:.2rem .8rem;align-items:baseline;margin:0;color:var(--soft);font-size:.92rem}
.message{margin:.25em 0 .45em;font-size:1.05rem}
.error .sev,.bad{color:var(--bad)}.warning .sev,.warn{color:var(--warn)}.info .sev,.note{color:var(--note)}.good{color:var(--good)}
.sev{font-weight:700}
code,pre,.place{font-family:"Sarasa Mono TC","Noto Sans Mono CJK TC",ui-monospace,"Cascadia Mono",Consolas,monospace}
.place{font-size:.9em}
pre{margin:.4em 0;padding:.45em .7em;background:var(--paper);border:1px solid var(--rule);border-radius:5px;white-space:pre-wrap;line-height:1.55;font-size:.92rem}
.no{color:var(--soft);user-select:none;margin-right:.8em}
mark{background:var(--mark);color:inherit;padding:.05em 0;text-decoration:underline;text-decoration-thickness:2px;text-underline-offset:.25em}
dl{margin:.5em 0}dl>div{display:grid;grid-template-columns:4.5rem 1fr;gap:0 .8rem;padding:.12em 0}
dt{color:var(--soft)}dd{margin:0}dd p{margin:0}
del{text-decoration:line-through;color:var(--bad)}ins{text-decoration:none;border-bottom:2px solid var(--good)}
.quiet{color:var(--soft)}
:target{outline:3px solid var(--link);outline-offset:2px;scroll-margin-top:1rem}
footer{margin-top:3rem;border-top:1px solid var(--rule);padding-top:.6rem;color:var(--soft);font-size:.9rem}
tr.untouched>th:first-child{border-left:.35rem solid var(--bad)}tr.encoded>th:first-child{border-left:.35rem solid var(--good)}tr.declaratory>th:first-child{border-left:.35rem solid var(--note)}
@media (max-width:40rem){body{padding:1rem .8rem 3rem}dl>div{grid-template-columns:1fr}.place{font-size:.85em}th,td{padding:.3rem .4rem}}
@media print{@page{size:A4;margin:16mm}:root{color-scheme:light;--ink:#000;--soft:#333;--paper:#fff;--card:#fff;--rule:#999;--link:#000;--bad:#000;--warn:#000;--note:#000;--good:#000;--mark:#ddd}body{max-width:none;padding:0;font-size:10pt}nav{display:none}article,tr,.totals li{break-inside:avoid}h2,h3{break-after:avoid}thead{display:table-header-group}a{text-decoration:none}.wide{overflow:visible}:target{outline:none}}
`;
