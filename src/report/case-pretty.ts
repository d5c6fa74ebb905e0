import { formatDate } from '../calendar/date.ts';
import type { Cite } from '../check/model.ts';
import type { CaseResult, NormResult, UsedFact, Verdict } from '../evaluate/verdict.ts';
import { formatCitation } from '../text/citation-text.ts';
import { displayWidth, padEnd, printable } from '../text/display-width.ts';
import { bookLines } from './book-lines.ts';
import { dueText } from './due-text.ts';
import { type CaseContext, missingText, rowName } from './missing-text.ts';
import type { SourceTable } from './source-table.ts';
import { type SourceWords, sourceWordLines } from './source-words.ts';
import { valueText } from './value-text.ts';
import type { Voice } from './voice.ts';
import { STRENGTH, VERDICT, VERDICT_ORDER, WORD } from './wording.ts';

export interface PrettyOptions {
  /** Lists every norm; otherwise what does not apply and what is without effect is only counted. */
  readonly all: boolean;
  /** Puts the words of the official text under each norm that somebody has to act on. */
  readonly words?: SourceWords | undefined;
}
/** Where the right-hand column (positions, date) ends or starts. */
const PLACE_COLUMN = 60;

/** The verdict of one case as a clerk reads it, line by line. */
export function caseLines(
  result: CaseResult,
  context: CaseContext,
  sources: SourceTable,
  voice: Voice,
  options: PrettyOptions,
): string[] {
  const say = voice.say;
  const { word, style } = VERDICT[result.verdict];
  const head = `${say(word)}  ${printable(result.title)}`;
  const date = `${say(WORD.asOf)} ${formatDate(result.asOf)}`;
  const lines = [
    `${voice.paint(style, say(word))}  ${voice.paint('bold', printable(result.title))}${gap(head)}${voice.paint('dim', date)}`,
  ];
  lines.push(...bookLines(result, context, voice));
  const told = new Set(result.book.missing.map((m) => JSON.stringify(m)));

  const shown = ordered(result.norms).filter((n) => options.all || worthShowing(n, result));
  const hidden = options.all
    ? 0
    : result.norms.filter((n) => n.verdict === 'undetermined' && n.harmless).length;
  const several = new Set(result.norms.map((n) => n.matter)).size > 1;
  const width = Math.max(0, ...shown.map((n) => displayWidth(normTitle(n, several))));
  let book = context.plan.book?.title;
  for (const norm of shown) {
    const layout = { book, several, told, width: Math.min(width, 30), words: options.words };
    lines.push(...normLines(norm, layout, context, sources, voice));
    if (norm.cites.length > 0) book = undefined;
  }
  for (const { norms, matter } of result.contradictions) {
    const where = several ? `${say(WORD.open)}${printable(matter)}${say(WORD.close)}` : '';
    lines.push(`  ! ${say(WORD.contradiction)}${say(WORD.colon)}${norms.map(printable).join(' / ')}${where}`);
  }
  if (hidden > 0) lines.push(`  ${voice.paint('dim', say(WORD.hidden).replace('{n}', String(hidden)))}`);
  lines.push(`  ${countsText(result.counts, voice)}`);
  return lines;
}

/** What a clerk has to act on; what is in order is listed where there is nothing else to say. */
function worthShowing(norm: NormResult, result: CaseResult): boolean {
  if (norm.verdict === 'not-applicable') return false;
  if (norm.verdict === 'undetermined') return !norm.harmless;
  return norm.verdict !== 'compliant' || result.verdict === 'compliant';
}

/** `2 項違規 · 1 項待定 · 3 項合規` */
export function countsText(counts: Readonly<Record<Verdict, number>>, voice: Voice): string {
  return VERDICT_ORDER.filter((verdict) => counts[verdict] > 0)
    .map((verdict) => {
      const word = voice.say(VERDICT[verdict].word);
      return voice.language === 'en'
        ? `${counts[verdict]} ${word}`
        : `${counts[verdict]} ${voice.say(WORD.itemsOf)}${word}`;
    })
    .join(' · ');
}

/** By weight of the verdict, then as the engine gave them. */
export function ordered(norms: readonly NormResult[]): NormResult[] {
  return VERDICT_ORDER.flatMap((verdict) => norms.filter((n) => n.verdict === verdict));
}

export function citesText(cites: readonly Cite[], book: string | undefined, voice: Voice): string {
  if (cites.length === 0) return '';
  const title = book === undefined ? '' : `《${printable(book)}》${voice.language === 'en' ? ' ' : ''}`;
  return (
    title +
    cites
      .map((c) => formatCitation(c.citation, voice.language === 'en' ? 'en' : 'zh'))
      .join(voice.say(WORD.sequence))
  );
}

const normTitle = (norm: NormResult, several: boolean): string =>
  printable(several ? `${norm.norm}（${norm.matter}）` : norm.norm);

const gap = (head: string): string => ' '.repeat(Math.max(2, PLACE_COLUMN - displayWidth(head)));

interface Layout {
  readonly book: string | undefined;
  readonly several: boolean;
  /** What the book as a whole lacks has been said above. */
  readonly told: ReadonlySet<string>;
  readonly width: number;
  readonly words?: SourceWords | undefined;
}

function normLines(
  norm: NormResult,
  layout: Layout,
  context: CaseContext,
  sources: SourceTable,
  voice: Voice,
): string[] {
  const say = voice.say;
  const { word, mark, style } = VERDICT[norm.verdict];
  const strength =
    norm.strength === 'hard' ? '' : `${say(WORD.open)}${say(STRENGTH[norm.strength])}${say(WORD.close)}`;
  // ✗ and ✓ say their verdict; the other marks are spelled out
  const spelled = norm.verdict === 'violated' || norm.verdict === 'compliant' ? '' : `   ${say(word)}`;
  const missing = norm.missing
    .filter((m) => !layout.told.has(JSON.stringify(m)))
    .map((m) => missingText(m, norm, context, voice))
    .join(say(WORD.sequence));
  const wants =
    (norm.verdict === 'undetermined' || norm.verdict === 'conflict') && missing !== ''
      ? `${voice.language === 'en' ? ', ' : '，'}${say(WORD.missing)}${say(WORD.colon)}${missing}`
      : '';
  const due =
    norm.verdict === 'pending' && norm.due !== undefined
      ? `${voice.language === 'en' ? ', ' : '，'}${say(WORD.due)} ${formatDate(norm.due)}`
      : '';
  const title = padEnd(normTitle(norm, layout.several), layout.width);
  const lines = [
    `  ${voice.paint(style, mark)} ${voice.paint('bold', title)}  ${citesText(norm.cites, layout.book, voice)}${strength}${voice.paint(style, spelled)}${wants}${due}`.trimEnd(),
  ];
  const add = (text: string) => lines.push(`      ${text}`);
  if (norm.verdict === 'exempt') {
    for (const by of norm.exemptBy) {
      const name = by.norm === undefined ? '' : `${printable(by.norm)} `;
      add(`${say(WORD.exemptBy)}${say(WORD.colon)}${name}${citesText(by.cites, undefined, voice)}`.trimEnd());
    }
  }
  if (norm.verdict === 'undetermined' && norm.harmless) add(voice.paint('dim', say(WORD.harmless)));
  if (!['violated', 'conflict', 'pending', 'deviation'].includes(norm.verdict)) {
    const assumed = norm.used.filter(
      (fact) => fact.assumed !== undefined && norm.verdict !== 'not-applicable',
    );
    const texts = assumed.map((fact) => usedText(fact, norm, voice));
    if (texts.length > 0) add(`${say(WORD.assumption)}${say(WORD.colon)}${texts.join(say(WORD.sequence))}`);
    return lines;
  }

  if (norm.gist !== undefined) add(printable(norm.gist));
  for (const line of sourceWordLines(norm.cites, layout.words, voice)) add(line);
  for (const fact of norm.used) {
    const text = usedText(fact, norm, voice);
    const place = fact.span
      ? `${gap(`      ${text}`)}${voice.paint('dim', printable(sources.place(fact.span)))}`
      : '';
    add(`${text}${place}`);
  }
  for (const note of norm.dueNotes) {
    const label = norm.dueNotes.length === 1 ? WORD.due : WORD.worked;
    // a pending duty has its due date in its first line
    const date = note.due === norm.due ? '' : `${say(label)} ${formatDate(note.due)}${say(WORD.colon)}`;
    add(date + dueText(note, norm, voice));
  }
  for (const row of norm.rows) {
    const cites = citesText(row.cites, undefined, voice);
    if (cites !== '' && cites !== citesText(norm.cites, undefined, voice)) {
      add(
        `${printable(row.definition)} ${rowName(row.row, row.definition, voice)}${say(WORD.colon)}${cites}`,
      );
    }
  }
  if (norm.readings.length > 0) {
    add(`${say(WORD.reading)}${say(WORD.colon)}${norm.readings.map(printable).join(say(WORD.sequence))}`);
  }
  if (norm.bearers.length > 0) {
    add(`${say(WORD.bearer)}${say(WORD.colon)}${norm.bearers.map(printable).join(say(WORD.sequence))}`);
  }
  return lines;
}

/** `初稿完成 2026-10-12（預定）` */
export function usedText(fact: UsedFact, norm: NormResult, voice: Voice): string {
  const say = voice.say;
  const name = fact.matter === norm.matter ? fact.fact : `${fact.matter} 之 ${fact.fact}`;
  const notes = [
    ...(fact.assumed === 'default'
      ? [say(WORD.default)]
      : fact.assumed === 'planned'
        ? [say(WORD.planned)]
        : []),
    ...(fact.attestedBy === undefined
      ? []
      : [
          voice.language === 'en'
            ? `${say(WORD.attested)} ${fact.attestedBy}`
            : `${fact.attestedBy} ${say(WORD.attested)}`,
        ]),
  ];
  const aside =
    notes.length === 0
      ? ''
      : `${say(WORD.open)}${notes.map(printable).join(say(WORD.sequence))}${say(WORD.close)}`;
  return `${printable(name)} ${valueText(fact.value, voice)}${aside}`;
}
