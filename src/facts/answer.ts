import type { Model } from '../check/model.ts';
import type { Span } from '../text/span.ts';
import type { Attestation, Case, CaseMatter, CaseValue, GivenFact } from './case.ts';
import { rejection } from './case-from-example.ts';

/** A place in a case where something can be said. */
export type Subject =
  | { readonly kind: 'fact'; readonly matter: string; readonly fact: string }
  | {
      readonly kind: 'field';
      readonly matter: string;
      readonly fact: string;
      readonly index: number;
      readonly field: string;
    }
  /** A reference names `id`, and the case has no such matter. */
  | { readonly kind: 'link'; readonly matter: string; readonly fact: string; readonly id: string }
  | { readonly kind: 'param'; readonly name: string }
  | { readonly kind: 'actDate' };

/** What is said to a question. `unknown` as a value is 未知, and leaves it open. */
export type Answer =
  | {
      readonly subject: Exclude<Subject, { kind: 'link' }>;
      readonly value: CaseValue;
      readonly attestation?: Attestation;
    }
  /** The matter that a reference names. */
  | { readonly subject: Extract<Subject, { kind: 'link' }>; readonly matterKind: string };

/** The case with an answer in it: what the case file says once the answer is written there. */
export function answered(kase: Case, model: Model, answer: Answer): Case {
  if ('matterKind' in answer) {
    const matter: CaseMatter = { id: answer.subject.id, kind: answer.matterKind, facts: {}, span: kase.span };
    return { ...kase, matters: [...kase.matters, matter] };
  }
  const { subject, value, attestation } = answer;
  switch (subject.kind) {
    case 'param':
      return value.t === 'unknown' || value.t === 'list'
        ? kase
        : { ...kase, params: { ...kase.params, [subject.name]: { value, span: kase.span } } };
    case 'actDate':
      return value.t === 'date' ? { ...kase, actDate: value.v } : kase;
    case 'fact':
      return inMatter(kase, subject.matter, subject.fact, (before, matter) => ({
        value,
        span: before?.span ?? kase.span,
        ...(attestation ? { attestation } : {}),
        ...(value.t === 'unknown'
          ? {}
          : rejection(model.kinds[matter.kind]?.facts[subject.fact]?.attesters ?? [], attestation?.by)),
      }));
    case 'field':
      return inMatter(kase, subject.matter, subject.fact, (before) =>
        before?.value.t === 'list'
          ? {
              ...before,
              value: {
                ...before.value,
                v: before.value.v.map((record, i) =>
                  i === subject.index ? { ...record, [subject.field]: value } : record,
                ),
              },
            }
          : (before ?? { value, span: kase.span }),
      );
  }
}

function inMatter(
  kase: Case,
  id: string,
  fact: string,
  give: (before: GivenFact | undefined, matter: CaseMatter) => GivenFact,
): Case {
  return {
    ...kase,
    matters: kase.matters.map((m) =>
      m.id === id ? { ...m, facts: { ...m.facts, [fact]: give(m.facts[fact], m) } } : m,
    ),
  };
}

/** A case with one matter and no facts, to begin with. */
export function emptyCase(title: string, kind: string, span: Span): Case {
  return { title, matters: [{ id: kind, kind, facts: {}, span }], params: {}, readings: {}, span };
}
