/**
 * The style of every page. Colours have a contrast of at least 4.5 in both schemes. Print is always light, and fits A4
 * and Letter.
 */
export const STYLE = `
:root{color-scheme:light dark;--ink:#1b1b1b;--faint:#555;--ground:#fff;--line:#b8b8b8;--soft:#f4f4f2;--link:#0b5394;
--danger:#a31515;--caution:#7a4d00;--good:#1d6b2f;--info:#3d4b5c}
@media screen and (prefers-color-scheme:dark){:root{--ink:#e8e8e6;--faint:#b3b3b0;--ground:#161616;--line:#5a5a5a;
--soft:#222;--link:#8ec2ff;--danger:#ff9c93;--caution:#f0c069;--good:#86d697;--info:#b6c6da}}
*{box-sizing:border-box}
html{font:1rem/1.5 system-ui,-apple-system,"Segoe UI",Roboto,"Helvetica Neue",Arial,sans-serif;color:var(--ink);background:var(--ground)}
body{margin:0 auto;padding:1rem;max-width:64rem;overflow-wrap:break-word}
main>*{max-width:44rem}
main>table{max-width:none}
.skip{position:absolute;left:-100vw}
.skip:focus{left:1rem;top:0;background:var(--ground);padding:.5rem;z-index:1}
a{color:var(--link)}
a:focus-visible{outline:3px solid var(--link);outline-offset:2px}
nav ul{display:flex;flex-wrap:wrap;gap:.25rem 1rem;list-style:none;margin:0 0 1rem;padding:0 0 .75rem;border-bottom:1px solid var(--line)}
nav li{margin:0}
nav a{display:inline-block;padding:.2rem 0}
nav [aria-current]{font-weight:700;color:var(--ink)}
h1,h2,h3,h4{line-height:1.25;margin:1.6em 0 .4em;break-after:avoid;scroll-margin-top:1rem}
h1{font-size:1.75rem;margin-top:.5rem}
h2{font-size:1.35rem;border-bottom:1px solid var(--line);padding-bottom:.15em}
h3{font-size:1.12rem}
h4{font-size:1rem}
hgroup{display:flex;flex-wrap:wrap;gap:0 1rem;align-items:baseline;justify-content:space-between;break-after:avoid}
hgroup p{margin:0;color:var(--faint)}
p,ul,ol,dl,table,figure{margin:.5em 0 .9em}
ul,ol{padding-left:1.4em}
li{margin:.15em 0}
code{font-family:ui-monospace,"SF Mono",Menlo,Consolas,monospace;font-size:.92em;overflow-wrap:anywhere}
.faint,.cite{color:var(--faint);font-size:.9em}
dl{display:grid;grid-template-columns:fit-content(12rem) minmax(0,1fr);gap:.35em 1rem}
dl>div{display:contents}
dt{font-weight:600}
dd{margin:0;min-width:0}
table{border-collapse:collapse;width:100%}
th,td{text-align:left;vertical-align:top;padding:.4em .6em;border-bottom:1px solid var(--line)}
thead th{border-bottom-width:2px}
tbody th{font-weight:600}
.callout{border:1px solid var(--line);border-left:6px solid var(--info);background:var(--soft);padding:.6em 1em;margin:1em 0}
.callout.danger{border-left-color:var(--danger)}
.callout.caution{border-left-color:var(--caution)}
.callout.good{border-left-color:var(--good)}
.callout .label{font-weight:700;margin:0 0 .3em}
.callout.danger .label{color:var(--danger)}
.callout.caution .label{color:var(--caution)}
.callout p,.callout ul{margin:.3em 0}
.callout li{margin:0 0 .2em}
.mark{font-weight:700}
.mark.ok{color:var(--good)}
.mark.care,.mark.find-out{color:var(--caution)}
.mark.no{color:var(--danger)}
figure{margin-left:0;margin-right:0;break-inside:avoid}
figcaption{color:var(--ink);font-size:.95em}
.drawings{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(16rem,100%),1fr));gap:.5rem 2rem}
.group{margin:0;font-weight:600}
.people{display:block;width:100%;max-width:24rem;height:auto}
.key{vertical-align:-.05em}
.patterns{position:absolute}
circle.wanted{fill:var(--good)}
circle.unwanted{fill:var(--danger)}
circle.others{fill:none;stroke:var(--faint)}
.write-in{break-inside:avoid}
.write-in p{margin:.6em 0 0;font-weight:600}
.line{border-bottom:1px solid var(--faint);height:1.9rem}
@media screen and (max-width:45rem){
nav ul{font-size:.88rem;gap:0 .9rem}
dl,dl>div{display:block}
dd{padding:0 0 .4em}
table,thead,tbody,tr,th,td{display:block}
thead{position:absolute;width:1px;height:1px;overflow:hidden;clip-path:inset(50%)}
tbody tr{border:1px solid var(--line);padding:.5em .7em;margin:0 0 .8em}
tbody th,tbody td{border:0;padding:.2em 0}
td::before{content:attr(data-label) ": ";font-weight:600}
}
@media screen{.sheet .callout ul{columns:2 16rem;column-gap:2rem}}
@media print{
@page{margin:13mm}
html{font-size:10pt;line-height:1.35}
body{max-width:none;padding:0}
main>*{max-width:none}
nav,.skip{display:none}
a{color:inherit;text-decoration:none}
.uncut,.callout.info{break-inside:avoid}
p,li,dd{orphans:2;widows:2}
th,td{padding:.25em .5em}
.people{max-width:17rem}
.sheet{font-size:8.3pt;line-height:1.24}
.sheet h1{font-size:14pt;margin:0}
.sheet h2{font-size:10.5pt;margin:.6em 0 .2em}
.sheet h3{font-size:9pt;margin:.4em 0 0}
.sheet p,.sheet ul,.sheet ol,.sheet dl{margin:.15em 0 .25em}
.sheet li{margin:0}
.sheet hgroup{margin-top:.4em}
.sheet hgroup h3{margin:0}
.sheet dl{grid-template-columns:fit-content(34mm) minmax(0,1fr);gap:0 2.5mm}
.sheet dd,.sheet .callout li{break-inside:avoid}
.sheet .callout{padding:.3em .7em;margin:.3em 0}
.sheet .callout ul{columns:2;column-gap:6mm}
.sheet .line{height:6.5mm}
.sheet .write-in p{margin:.3em 0 0;float:left;margin-right:2mm}
.sheet ol{columns:3;column-gap:5mm;font-size:6.8pt;line-height:1.2;padding-left:1.6em}
.sheet .faint,.sheet .cite{font-size:.82em}
.sheet ol .faint{font-size:1em}
}
`.trim()
