import { printable } from '../text/display-width.ts';
import { escapeMarkup } from '../text/escape.ts';
import type { Span } from '../text/span.ts';
import { excerptOf } from './excerpt.ts';
import { basisText, LABEL, SEVERITY } from './finding-words.ts';
import type { Finding } from './findings.ts';
import { htmlTable } from './html-page.ts';
import type { SourceTable } from './source-table.ts';
import type { ColumnLine } from './two-columns.ts';
import type { Voice } from './voice.ts';

const PASSED = { zh: '略過', en: 'let pass' };

/** One finding: how grave, where, what is wrong, the line it stands in, and what to do. `id` is its anchor. */
export function findingArticle(d: Finding, id: string, sources: SourceTable, voice: Voice): string {
  const say = (text: { readonly zh: string; readonly en: string }): string =>
    escapeMarkup(printable(voice.say(text)));
  const place = d.span ? `<span class="place">${escapeMarkup(sources.place(d.span))}</span>` : '';
  const basis = basisText(d, voice);
  const rows: readonly (readonly [string, string])[] = [
    ...(d.suppressed === undefined ? [] : [[say(PASSED), escapeMarkup(printable(d.suppressed))] as const]),
    ...(d.hint ? [[say(LABEL.hint), say(d.hint)] as const] : []),
    ...(basis === '' ? [] : [[say(LABEL.basis), escapeMarkup(basis)] as const]),
    ...d.related.map((r): readonly [string, string] => [
      say(LABEL.see),
      `<p><span class="place">${escapeMarkup(sources.place(r.span))}</span> ${say(r.message)}</p>${excerptBlock(r.span, sources)}`,
    ]),
    ...(d.fix ? [[say(LABEL.fix), `<p>${say(d.fix.title)}</p>${fixBlock(d, sources)}`] as const] : []),
  ];
  const list = rows.map(([term, text]) => `<div><dt>${term}</dt><dd>${text}</dd></div>`).join('\n');
  return `<article class="${d.severity}" id="${id}">
<p class="head"><span class="sev">${say(SEVERITY[d.severity])}</span> <a href="#${id}">${d.id}</a> <span>${escapeMarkup(d.code)}</span> ${place}</p>
<p class="message">${say(d.message)}</p>
${d.span ? excerptBlock(d.span, sources) : ''}
${besideTable(d, voice)}
${list === '' ? '' : `<dl>\n${list}\n</dl>`}
</article>`;
}

function excerptBlock(span: Span, sources: SourceTable): string {
  const found = excerptOf(span, sources);
  if (!found) return '';
  const [before, marked, after] = [found.before, found.marked, found.after].map(escapeMarkup);
  return `<pre><span class="no">${found.line}</span>${before}<mark>${marked}</mark>${after}</pre>`;
}

/** A fix of one place on one line, as what goes and what comes. */
function fixBlock({ fix }: Finding, sources: SourceTable): string {
  const [edit, ...more] = fix?.edits ?? [];
  if (!edit || more.length > 0 || edit.text.includes('\n')) return '';
  const found = excerptOf(edit.span, sources);
  if (!found || sources.position(edit.span).line !== sources.end(edit.span).line) return '';
  // an insertion takes nothing away, though a place is shown at least one character wide
  const nothing = edit.span.start === edit.span.end;
  const gone = nothing ? '' : `<del>${escapeMarkup(found.marked)}</del>`;
  const after = (nothing ? found.marked : '') + found.after;
  const come = edit.text === '' ? '' : `<ins>${escapeMarkup(printable(edit.text))}</ins>`;
  return `<pre><span class="no">${found.line}</span>${escapeMarkup(found.before)}${gone}${come}${escapeMarkup(after)}</pre>`;
}

/** What was expected and what was found, row by row; the first row says which column is which. */
function besideTable({ beside = [] }: Finding, voice: Voice): string {
  const [head, ...rows] = beside;
  if (!head) return '';
  const lines = (column: readonly ColumnLine[]): string =>
    column
      .map(({ text, style }) => {
        const words = escapeMarkup(printable(text)).replace(/^ +/, (blanks) =>
          '\u00a0'.repeat(blanks.length),
        );
        return style === 'bold' ? `<strong>${words}</strong>` : words;
      })
      .join('<br>');
  return htmlTable(
    voice.say({ zh: '期望與算得', en: 'Expected and found' }),
    [{ text: head.left.map((l) => l.text).join(' ') }, { text: head.right.map((l) => l.text).join(' ') }],
    rows.map((row) => [lines(row.left), lines(row.right)]),
  );
}
