/** The look of the page: light and dark by the reader's setting, black on white and unfolded on paper. */
export const HANDBOOK_STYLE = `
:root{color-scheme:light dark;--ink:#1c1b1a;--soft:#5f5b55;--paper:#fdfcfa;--card:#fff;--rule:#dcd7ce;--link:#1f4e8c;--mark:#fff3c4}
@media (prefers-color-scheme:dark){:root{--ink:#e8e4dd;--soft:#a49e94;--paper:#171614;--card:#201f1c;--rule:#3a3833;--link:#8db8f0;--mark:#4a4115}}
*{box-sizing:border-box}
body{margin:0 auto;max-width:62rem;padding:1.5rem 1.25rem 6rem;background:var(--paper);color:var(--ink);font:1rem/1.7 "Noto Serif TC","Source Han Serif TC","Songti TC","PMingLiU",serif;overflow-wrap:anywhere}
a{color:var(--link);text-decoration-thickness:1px;text-underline-offset:.2em}
h1,h2,h3,h4{line-height:1.35;margin:2em 0 .5em}
h1{font-size:1.8rem;margin-top:.5em}h2{font-size:1.4rem;border-bottom:2px solid var(--rule);padding-bottom:.2em}h3{font-size:1.15rem}h4{font-size:1.05rem;margin:0}
:target{background:var(--mark);scroll-margin-top:1rem}
nav,summary,.tag,dt,footer{font-family:"Noto Sans TC","Source Han Sans TC","PingFang TC","Microsoft JhengHei",sans-serif}
nav{font-size:.92rem}nav ul{padding-left:1.2em;margin:.2em 0}nav ul ul{columns:5 8em;list-style:none;padding-left:0}
dl{margin:.4em 0}dl>div{display:grid;grid-template-columns:9rem 1fr;gap:0 1rem;padding:.1em 0}
dt{color:var(--soft);font-size:.88rem;padding-top:.12em}dd{margin:0}dd ul{margin:0;padding-left:1.2em}
article{background:var(--card);border:1px solid var(--rule);border-radius:6px;padding:.8em 1em;margin:.9em 0}
.tag{color:var(--soft);font-size:.8rem;font-weight:400;border:1px solid var(--rule);border-radius:3px;padding:0 .4em;margin-right:.5em}
.gist{margin:.3em 0}summary{cursor:pointer;color:var(--soft);font-size:.88rem}
.skip{position:absolute;left:-99rem}.skip:focus{left:1rem}
@media (max-width:40rem){dl>div{grid-template-columns:1fr}nav ul ul{columns:3 6em}}
@media print{:root{color-scheme:light;--ink:#000;--soft:#333;--paper:#fff;--card:#fff;--rule:#999;--link:#000}body{max-width:none;padding:0;font-size:10pt}article,dl>div{break-inside:avoid}h2,h3,h4{break-after:avoid}details::details-content{content-visibility:visible;block-size:auto}nav ul ul{columns:8 4em}:target{background:none}@page{margin:18mm}}
`;
