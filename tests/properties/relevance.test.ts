import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '../../src/calendar/china.ts';
import type { Model } from '../../src/check/model.ts';
import { randomFrom } from '../../src/differential/random.ts';
import { caseMaker } from '../../src/differential/random-case.ts';
import { randomRulebook, rulebookText } from '../../src/differential/random-rulebook.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import type { CaseResult, NormResult } from '../../src/evaluate/verdict.ts';
import type { Case, GivenFact } from '../../src/facts/case.ts';
import { readCases } from '../../src/facts/read-cases.ts';
import { compile } from '../../src/pipeline.ts';
import type { Plan } from '../../src/plan/plan.ts';
import { everyRulebook } from '../support/rulebooks.ts';
import { ROOT } from '../support/run-cli.ts';

const calendar = chinaCalendar();
const decide = (plan: Plan, kase: Case): CaseResult =>
  evaluate(plan, kase, { asOf: kase.asOf ?? kase.actDate ?? 0, calendar });

/** Norms of which a matter of the case is not: none may be spoken of. */
function foreign(plan: Plan, kase: Case): string[] {
  const kinds = new Map(plan.norms.map((n) => [n.name, n.kinds]));
  return decide(plan, kase).norms.flatMap(({ norm, matter, matterKind }) => {
    const lineage = plan.lineage[matterKind] ?? [];
    const own = kase.matters.some((m) => m.id === matter && m.kind === matterKind);
    return own && kinds.get(norm)?.some((k) => lineage.includes(k)) ? [] : [`${norm} of ${matter}`];
  });
}

const openNorms = (result: CaseResult): readonly NormResult[] =>
  result.norms.filter((n) => n.verdict === 'undetermined' && !n.harmless);
const asks = (norm: NormResult, matter: string, fact: string): boolean =>
  norm.missing.some((m) => 'matter' in m && m.matter === matter && 'fact' in m && m.fact === fact);

/**
 * An open norm asks for what keeps it open and for nothing else: a fact that is absent and not asked for can be anything,
 * and the norm stays as open as it was.
 */
function stirred(model: Model, plan: Plan, kase: Case, values: (seed: number) => Case): string[] {
  const before = decide(plan, kase);
  const found: string[] = [];
  for (const matter of kase.matters)
    for (const [fact, { defaultValue }] of Object.entries(model.kinds[matter.kind]?.facts ?? {})) {
      // what a default stands for is changed by a fact, not added
      if (Object.hasOwn(matter.facts, fact) || defaultValue) continue;
      const given = [1, 2, 3]
        .flatMap((seed) => values(seed).matters)
        .find((m) => m.kind === matter.kind && Object.hasOwn(m.facts, fact))?.facts[fact];
      if (!given || given.value.t === 'unknown' || given.value.t === 'ref') continue;
      const after = decide(plan, withFact(kase, matter.id, fact, given));
      for (const norm of openNorms(before)) {
        if (asks(norm, matter.id, fact)) continue;
        const now = after.norms.find((n) => n.norm === norm.norm && n.matter === norm.matter);
        if (now?.verdict !== norm.verdict || JSON.stringify(now.missing) !== JSON.stringify(norm.missing))
          found.push(`${norm.norm} of ${norm.matter}: ${fact} of ${matter.id}`);
      }
    }
  return found;
}

const withFact = (kase: Case, id: string, name: string, fact: GivenFact): Case => ({
  ...kase,
  matters: kase.matters.map((m) => (m.id === id ? { ...m, facts: { ...m.facts, [name]: fact } } : m)),
});

describe('the shipped cases', () => {
  const book = everyRulebook().find((b) => b.name === 'hongshan');
  if (!book) throw new Error('no shipped rulebook');
  const { model, plan } = book;
  const folder = join(ROOT, 'rules/hongshan/cases');
  const make = caseMaker(model, plan);
  test.each(readdirSync(folder))('%s: only norms of its matters, and only facts that matter', (name) => {
    const { value } = readCases({ name, text: readFileSync(join(folder, name), 'utf8') }, model);
    for (const kase of value) {
      expect(foreign(plan, kase)).toEqual([]);
      const kinds = kase.matters.map((m) => m.kind);
      const values = (seed: number): Case => {
        const r = randomFrom(seed);
        const all = Array.from({ length: 60 }, () => make(r).matters).flat();
        return { ...kase, matters: all.filter((m) => kinds.includes(m.kind)) };
      };
      expect(stirred(model, plan, kase, values)).toEqual([]);
    }
  });
});

test('random rulebooks and cases: only norms of the matters, and only facts that matter', () => {
  const r = randomFrom(20_261_126);
  for (let i = 0; i < 120; i += 1) {
    const text = rulebookText(randomRulebook(r, 6));
    const { model, plan } = compile([{ name: 'rules.norm', text }]).value;
    if (!plan) continue;
    const make = caseMaker(model, plan);
    const kase = make(r);
    expect(foreign(plan, kase), text).toEqual([]);
    expect(
      stirred(model, plan, kase, (seed) => make(randomFrom(seed))),
      text,
    ).toEqual([]);
  }
});
