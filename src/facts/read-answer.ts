import type { Model, Type } from '../check/model.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { CaseValue } from './case.ts';
import { lookupOf } from './lookup.ts';
import { readDay } from './read-matter.ts';
import { exampleOf, type Reader, readValue } from './read-value.ts';
import type { ScalarTree } from './tree.ts';

export type ReadAnswer = { readonly value: CaseValue } | { readonly problem: Diagnostic };

/** One value as somebody types it, read as a case file is read: nothing typed, or 未知, is unknown. */
export function readAnswer(text: string, name: string, type: Type, model: Model): ReadAnswer {
  const { reader, tree } = typed(text, model);
  const value = readValue(reader, name, type, tree);
  const [problem] = reader.diagnostics;
  return value ? { value } : { problem: problem as Diagnostic };
}

/** A day that may be left out. */
export function readAnswerDay(
  text: string,
  name: string,
  model: Model,
): { readonly day?: number } | { readonly problem: Diagnostic } {
  const { reader, tree } = typed(text, model);
  const day = readDay(reader, name, tree);
  const [problem] = reader.diagnostics;
  return problem ? { problem } : day === undefined ? {} : { day };
}

/** A value such as a clerk could write; empty where none can be given. */
export function exampleAnswer(type: Type, model: Model): string {
  const example = exampleOf(type, lookupOf(model));
  return example === '…' ? '' : example;
}

const ANSWER = '<answer>';

function typed(text: string, model: Model): { readonly reader: Reader; readonly tree: ScalarTree } {
  const reader: Reader = { file: { name: ANSWER, text }, lookup: lookupOf(model), diagnostics: [] };
  const span = { file: ANSWER, start: 0, end: text.length };
  return { reader, tree: { kind: 'scalar', text, empty: text.trim() === '', span } };
}
