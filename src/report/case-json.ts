import { formatDate } from '../calendar/date.ts';
import type { Cite } from '../check/model.ts';
import type { CaseResult, Missing, NormResult } from '../evaluate/verdict.ts';
import type { Case } from '../facts/case.ts';
import type { Plan } from '../plan/plan.ts';
import { formatCitation } from '../text/citation-text.ts';
import { assertNever } from '../text/invariant.ts';
import type { Span } from '../text/span.ts';
import { diagnosticJson, placeJson } from './diagnostic-json.ts';
import type { SourceTable } from './source-table.ts';
import type { SourceWords } from './source-words.ts';
import { valueJson } from './value-text.ts';

/** Changes when a field changes its meaning or goes. */
export const RESULT_FORMAT = 'zhunsheng-result/1';

/** What it takes to get the same result again. */
export interface Reproducibility {
  readonly engine: string;
  readonly rulebook: { readonly title: string; readonly sha256: string };
  readonly facts: { readonly sha256: string };
  readonly calendar: { readonly id: string; readonly sha256: string };
}

/** One case as `-f json` and `-f ndjson` give it; described by `schema --result`. */
export function caseJson(
  result: CaseResult,
  kase: Case,
  plan: Plan,
  record: Reproducibility,
  sources: SourceTable,
  words?: SourceWords,
): object {
  return {
    title: result.title,
    verdict: result.verdict,
    inForce: result.inForce,
    book: {
      outside: [...result.book.outside],
      missing: result.book.missing.map(missingJson),
      readings: [...result.book.readings],
      parameters: [...result.book.params],
    },
    counts: { ...result.counts },
    norms: result.norms.map((norm) => normJson(norm, sources, words)),
    contradictions: result.contradictions.map((c) => ({ matter: c.matter, norms: [...c.norms] })),
    diagnostics: result.diagnostics.map((d) => diagnosticJson(d, sources)),
    record: {
      ...record,
      actDate: result.actDate === undefined ? null : formatDate(result.actDate),
      asOf: formatDate(result.asOf),
      readings: Object.fromEntries(
        Object.keys(plan.readings)
          .sort()
          .map((name) => [
            name,
            (Object.hasOwn(kase.readings, name) ? kase.readings[name]?.option : undefined) ??
              plan.readings[name]?.adopted,
          ]),
      ),
    },
  };
}

function normJson(norm: NormResult, sources: SourceTable, words: SourceWords | undefined): object {
  return {
    norm: norm.norm,
    matter: norm.matter,
    kind: norm.matterKind,
    verdict: norm.verdict,
    modality: norm.modality,
    strength: norm.strength,
    bearers: [...norm.bearers],
    citations: citesJson(norm.cites),
    ...(norm.gist === undefined ? {} : { gist: norm.gist }),
    // only where there is something to act on: the text is the issuer's
    ...(words === undefined || (norm.verdict !== 'violated' && norm.verdict !== 'deviation')
      ? {}
      : {
          sourceWords: words(norm.cites).map(({ citation, words: text }) => ({
            citation: formatCitation(citation, 'zh'),
            words: text,
          })),
        }),
    missing: norm.missing.map(missingJson),
    harmless: norm.harmless,
    due: norm.due === undefined ? null : formatDate(norm.due),
    exemptBy: norm.exemptBy.map((by) => ({
      norm: by.norm ?? null,
      citations: citesJson(by.cites),
      place: placeJson(by.span, sources),
    })),
    used: norm.used.map((fact) => ({
      matter: fact.matter,
      fact: fact.fact,
      value: valueJson(fact.value),
      place: optionalPlace(fact.span, sources),
      ...(fact.attestedBy === undefined ? {} : { attestedBy: fact.attestedBy }),
      ...(fact.assumed === undefined ? {} : { assumed: fact.assumed }),
    })),
    dueNotes: norm.dueNotes.map((note) => ({
      due: formatDate(note.due),
      base: formatDate(note.base),
      direction: note.direction,
      amount: { value: note.amount.v, unit: note.amount.unit },
      counted: note.counted.map(formatDate),
      skipped: note.skipped.map((s) => ({ day: formatDate(s.day), name: s.name })),
    })),
    rows: norm.rows.map((row) => ({
      definition: row.definition,
      row: row.row,
      citations: citesJson(row.cites),
    })),
    readings: [...norm.readings],
    parameters: [...norm.params],
    place: placeJson(norm.span, sources),
  };
}

const optionalPlace = (span: Span | undefined, sources: SourceTable) =>
  span ? placeJson(span, sources) : null;

export const citesJson = (cites: readonly Cite[]) =>
  cites.map(({ citation }) => ({ text: formatCitation(citation, 'zh'), ...citation }));

export function missingJson(missing: Missing): object {
  switch (missing.kind) {
    case 'fact':
    case 'field':
    case 'link':
    case 'param':
    case 'actDate':
    case 'gap':
      return { ...missing };
    case 'calendar':
      return { ...missing, estimate: formatDate(missing.estimate) };
    case 'conflict':
      return { ...missing, rows: [...missing.rows] };
    default:
      return assertNever(missing);
  }
}
