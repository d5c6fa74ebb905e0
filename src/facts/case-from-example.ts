import type { Constant, ExampleDecl, ExampleMatterDecl, Model } from '../check/model.ts';
import { invariant } from '../text/invariant.ts';
import type { Case, CaseMatter, GivenFact } from './case.ts';
import { own } from './lookup.ts';

/** An example of the rulebook as a case, judged by the same engines as any other. */
export function caseFromExample(example: ExampleDecl, model: Model): Case {
  const taken = new Set(example.matters.map((m) => m.id));
  const first = example.matters.find((m) => m.id === '');
  const firstId = first ? freeId(first.kind, taken).id : '';
  const params: Record<string, { value: Constant; span: typeof example.span }> = Object.create(null);
  for (const [name, value] of Object.entries(example.params)) params[name] = { value, span: example.span };
  const readings: Record<string, { option: string; span: typeof example.span }> = Object.create(null);
  for (const [name, option] of Object.entries(example.readings)) {
    readings[name] = { option, span: example.span };
  }
  return {
    title: example.name,
    ...(example.actDate === undefined ? {} : { actDate: example.actDate }),
    ...(example.asOf === undefined ? {} : { asOf: example.asOf }),
    matters: example.matters.map((m) => matterOf(m, m.id === '' ? firstId : m.id, firstId, model)),
    params,
    readings,
    span: example.span,
  };
}

/** `wanted`, or with a number behind it if it is taken; `n` is that number (1: none), to begin with the next time. */
export function freeId(wanted: string, taken: ReadonlySet<string>, from = 1): { id: string; n: number } {
  for (let n = from; ; n++) {
    const id = n === 1 ? wanted : `${wanted}#${n}`;
    if (!taken.has(id)) return { id, n };
  }
}

function matterOf(matter: ExampleMatterDecl, id: string, firstId: string, model: Model): CaseMatter {
  const kind = own(model.kinds, matter.kind);
  invariant(kind, `example of unknown kind ${matter.kind}`);
  const facts: Record<string, GivenFact> = Object.create(null);
  for (const [name, given] of Object.entries(matter.facts)) {
    const attesters = own(kind.facts, name)?.attesters ?? [];
    const value: Constant =
      given.value.t === 'ref' && given.value.v === '' ? { ...given.value, v: firstId } : given.value;
    facts[name] = {
      value,
      span: given.span,
      ...(given.attester === undefined ? {} : { attestation: { by: given.attester } }),
      ...rejection(attesters, given.attester),
    };
  }
  return { id, kind: matter.kind, facts, span: matter.span };
}

/** A judgement counts only from one whom the vocabulary names. */
export function rejection(attesters: readonly string[], by: string | undefined): Pick<GivenFact, 'rejected'> {
  if (attesters.length === 0) return {};
  if (by === undefined) return { rejected: 'unattested' };
  return attesters.includes(by) ? {} : { rejected: 'wrong-attester' };
}
