import { formatDate } from '../calendar/date.ts';
import { printable } from '../text/display-width.ts';
import { escapeMarkup } from '../text/escape.ts';
import { citesText, ordered } from './case-pretty.ts';
import {
  type About,
  allFindings,
  bySeverity,
  type Checked,
  type Findings,
  isFailure,
  type Suite,
} from './findings.ts';
import { findingArticle } from './html-finding.ts';
import { htmlPage, htmlTable } from './html-page.ts';
import { REPORT_STYLE } from './html-style.ts';
import { missingText } from './missing-text.ts';
import type { SourceTable } from './source-table.ts';
import type { Style, Voice } from './voice.ts';
import { VERDICT, WORD } from './wording.ts';

/** One page that needs nothing beside it, to be read on a screen, on a telephone and on paper. */
export function findingsHtml(findings: Findings, sources: SourceTable, voice: Voice, about: About): string {
  const say = (zh: string, en: string): string => escapeMarkup(voice.say({ zh, en }));
  const titles = TITLES[about.command];
  const title = `${voice.say({ zh: '準繩', en: 'zhunsheng' })} ${voice.say(titles)}`;
  const sections = findings.suites.map((suite, i) => suiteSection(suite, `s${i + 1}`, sources, voice, about));
  const contents =
    findings.suites.length < 2
      ? ''
      : `<nav aria-label="${say('目錄', 'contents')}"><ul>
${findings.suites.map((s, i) => `<li><a href="#s${i + 1}">${escapeMarkup(printable(s.name))}</a> ${escapeMarkup(countText([s], voice))}</li>`).join('\n')}
</ul></nav>`;
  const run = `zhunsheng ${about.version} · ${about.command} · ${voice.say({ zh: '結束碼', en: 'exit code' })} ${about.exitCode}`;
  const body = `<header>
<h1>${escapeMarkup(title)}</h1>
<p class="run">${escapeMarkup(run)}</p>
${totals(findings, voice)}
${contents}
</header>
<main>
${sections.join('\n')}
</main>
<footer>${say('本頁不載入任何外部內容，可以列印或另存。', 'This page loads nothing from elsewhere; it may be printed or kept.')}</footer>`;
  return htmlPage(voice.language, title, REPORT_STYLE, body);
}

const TITLES: Readonly<Record<About['command'], { readonly zh: string; readonly en: string }>> = {
  check: { zh: '案件查核報告', en: 'check: cases' },
  validate: { zh: '規則庫驗證報告', en: 'validate: rulebooks' },
  lint: { zh: '起草檢查報告', en: 'lint: rulebooks' },
  test: { zh: '測試報告', en: 'test: examples and scenarios' },
};
const CHECKED: Readonly<Record<About['command'], { readonly zh: string; readonly en: string }>> = {
  check: { zh: '案件', en: 'cases' },
  validate: { zh: '檔案', en: 'files' },
  lint: { zh: '檔案', en: 'files' },
  test: { zh: '測試', en: 'tests' },
};

function totals(findings: Findings, voice: Voice): string {
  const checked = findings.suites.flatMap((s) => s.checked);
  const failed = checked.filter(isFailure).length;
  const all = allFindings(findings).filter((d) => d.suppressed === undefined);
  const count = (severity: string): number => all.filter((d) => d.severity === severity).length;
  const item = (n: number, zh: string, en: string, kind = ''): string =>
    `<li><b${kind !== '' && n > 0 ? ` class="${kind}"` : ''}>${n}</b>${escapeMarkup(voice.say({ zh, en }))}</li>`;
  return `<ul class="totals">
${item(checked.length, '項查看過', 'looked at')}
${item(failed, '項未過', 'failed', 'bad')}
${item(count('error'), '項錯誤', 'errors', 'bad')}
${item(count('warning'), '項警告', 'warnings', 'warn')}
${item(count('info'), '項提示', 'notes', 'note')}
</ul>`;
}

function countText(suites: readonly Suite[], voice: Voice): string {
  const all = bySeverity({ suites });
  const errors = all.filter((d) => d.severity === 'error').length;
  const warnings = all.filter((d) => d.severity === 'warning').length;
  return voice.say({
    zh: `${errors} 項錯誤、${warnings} 項警告`,
    en: `${errors} errors, ${warnings} warnings`,
  });
}

function suiteSection(suite: Suite, id: string, sources: SourceTable, voice: Voice, about: About): string {
  // the gravest first; last what was let pass, with the reason
  const own = { suites: [suite] };
  const found = [...bySeverity(own), ...allFindings(own).filter((d) => d.suppressed !== undefined)];
  const articles = found.map((d, i) => findingArticle(d, `${id}-${i + 1}`, sources, voice));
  const clean = suite.checked.filter((c) => c.diagnostics.length === 0 && c.verdict === undefined);
  const parts = [
    figuresTable(suite, voice),
    ...suite.checked.map((c) => caseTable(c, voice)),
    ...(articles.length === 0 ? [] : [`<h3>${escapeMarkup(voice.say(FOUND))}</h3>`, ...articles]),
    cleanLine(clean, suite, voice, about),
  ];
  return `<section aria-labelledby="${id}">
<h2 id="${id}">${escapeMarkup(printable(suite.name))}</h2>
${parts.filter((p) => p !== '').join('\n')}
</section>`;
}
const FOUND = { zh: '發現', en: 'Findings' };

function figuresTable({ figures = [] }: Suite, voice: Voice): string {
  const column = (zh: string, en: string) => ({ text: voice.say({ zh, en }) });
  return htmlTable(
    voice.say({ zh: '例試過了多少', en: 'How much the examples reach' }),
    [
      column('項目', 'measure'),
      { ...column('達到', 'reached'), n: true },
      { ...column('百分比', 'per cent'), n: true },
      { ...column('門檻', 'threshold'), n: true },
      column('圖示', 'bar'),
    ],
    figures.map((f) => {
      const missed = f.threshold !== undefined && f.percent < f.threshold;
      const percent = `<span class="${missed ? 'bad word' : 'word'}">${f.percent}%</span>`;
      return [
        escapeMarkup(voice.say(f.label)),
        `${f.covered}／${f.all}`,
        percent,
        f.threshold === undefined ? '—' : `${f.threshold}%`,
        `<meter min="0" max="100" value="${f.percent}">${f.percent}%</meter>`,
      ];
    }),
  );
}

const KIND: Readonly<Partial<Record<Style, string>>> = {
  red: 'bad',
  magenta: 'bad',
  yellow: 'warn',
  blue: 'note',
  cyan: 'good',
  green: 'good',
};

/** A date is not broken over two lines. */
const withDates = (markup: string): string =>
  markup.replace(/\d{4}-\d{2}-\d{2}/g, (date) => `<span class="nb">${date}</span>`);

/** The sand-glass is in few fonts. */
const MARKS: Readonly<Partial<Record<keyof typeof VERDICT, string>>> = { pending: '…' };

/** A case that was decided: its verdict, and below it each norm that applies. */
function caseTable({ name, verdict, norms = [], context }: Checked, voice: Voice): string {
  if (verdict === undefined) return '';
  const word = (v: keyof typeof VERDICT): string =>
    `<span class="word ${KIND[VERDICT[v].style] ?? 'quiet'}">${MARKS[v] ?? VERDICT[v].mark} ${escapeMarkup(voice.say(VERDICT[v].word))}</span>`;
  const column = (zh: string, en: string) => ({ text: voice.say({ zh, en }) });
  const applying = ordered(norms).filter((n) => n.verdict !== 'not-applicable');
  const several = new Set(norms.map((n) => n.matter)).size > 1;
  const rows = applying.map((n) => {
    const missing = context === undefined ? [] : n.missing.map((m) => missingText(m, n, context, voice));
    const notes = [
      ...(n.gist === undefined ? [] : [printable(n.gist)]),
      ...(missing.length === 0
        ? []
        : [`${voice.say(WORD.missing)}${voice.say(WORD.colon)}${missing.join(voice.say(WORD.sequence))}`]),
      ...(n.due === undefined ? [] : [`${voice.say(WORD.due)} ${formatDate(n.due)}`]),
    ];
    return [
      escapeMarkup(printable(several ? `${n.norm}（${n.matter}）` : n.norm)),
      word(n.verdict),
      escapeMarkup(citesText(n.cites, undefined, voice)),
      notes.map((note) => `<p>${withDates(escapeMarkup(note))}</p>`).join(''),
    ];
  });
  const rest = norms.length - applying.length;
  const table = htmlTable(
    voice.say({ zh: '適用的規則', en: 'The norms that apply' }),
    [column('規則', 'norm'), column('結論', 'verdict'), column('依據', 'basis'), column('說明', 'notes')],
    rows,
  );
  const quiet =
    rest === 0
      ? ''
      : `<p class="quiet">${escapeMarkup(voice.say({ zh: `另有 ${rest} 條規則不適用。`, en: `${rest} norms do not apply.` }))}</p>`;
  return `<h3>${escapeMarkup(printable(name))} ${word(verdict)}</h3>\n${table}\n${quiet}`;
}

/** What was looked at and had nothing to be said about. */
function cleanLine(clean: readonly Checked[], suite: Suite, voice: Voice, { command }: About): string {
  const measures = new Set((suite.figures ?? []).map((f) => voice.say(f.label)));
  const names = clean.map((c) => c.name).filter((name) => name !== suite.name && !measures.has(name));
  if (names.length === 0) return '';
  const what = voice.say(CHECKED[command]);
  const head = voice.say({
    zh: `沒有發現的${what}（${names.length}）：`,
    en: `Nothing found in ${names.length} ${what}: `,
  });
  const shown = names.slice(0, MOST_NAMES).map(printable).join(voice.say(WORD.sequence));
  return `<p class="quiet">${escapeMarkup(head + shown + (names.length > MOST_NAMES ? '…' : ''))}</p>`;
}
/** A rulebook has thousands of examples; those that pass are named up to here. */
const MOST_NAMES = 60;
