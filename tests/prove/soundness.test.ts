import { describe, expect, test } from 'vitest';
import { chinaCalendar } from '../../src/calendar/china.ts';
import type { Model } from '../../src/check/model.ts';
import { randomFrom } from '../../src/differential/random.ts';
import { caseMaker } from '../../src/differential/random-case.ts';
import { randomRulebook, rulebookText } from '../../src/differential/random-rulebook.ts';
import { type Context, type Frame, isKind, makeContext } from '../../src/evaluate/context.ts';
import { definitionValue } from '../../src/evaluate/definition.ts';
import { applies, excepted, exceptionHolds } from '../../src/evaluate/exceptions.ts';
import { holds } from '../../src/evaluate/expression.ts';
import { isLive } from '../../src/evaluate/norm-verdict.ts';
import type { RecordValue } from '../../src/evaluate/value.ts';
import { compile } from '../../src/pipeline.ts';
import { lowerExpr } from '../../src/plan/lower-expr.ts';
import { nodeBuilder } from '../../src/plan/node-builder.ts';
import type { Plan, PlanNorm } from '../../src/plan/plan.ts';
import type { ConditionFinding } from '../../src/prove/conditions.ts';
import type { NormFinding, PairFinding } from '../../src/prove/norms.ts';
import { type Proof, proofOf } from '../../src/prove/proof.ts';
import { alwaysFalse, alwaysTrue, equivalent, implies, prover } from '../../src/prove/prover.ts';
import type { TableFinding } from '../../src/prove/tables.ts';
import { caseOf, FIRST_MATTER, type Witness } from '../../src/prove/witness.ts';

/**
 * Whatever is proven of a random rulebook (all constructs of the language, three kinds that refer to each other) holds in
 * every random case: facts missing, refused, not yet done; the interpreter is asked. What is said of one case is so in it.
 */
const calendar = chinaCalendar();
const SEED = Number(process.env.PROVE_SEED ?? Date.now() % 1_000_000_000);
const RULEBOOKS = Number(process.env.PROVE_RULEBOOKS ?? 250);
const CASES = 40;

interface Book {
  readonly seed: number;
  readonly text: string;
  readonly model: Model;
  readonly plan: Plan;
}
function* books(): Generator<Book> {
  for (let seed = SEED; seed < SEED + RULEBOOKS; seed += 1) {
    const text = rulebookText(randomRulebook(randomFrom(seed), 6));
    const { model, plan } = compile([{ name: 'r.norm', text }]).value;
    if (plan) yield { seed, text, model, plan };
  }
}
function* frames({ seed, model, plan }: Book): Generator<readonly [Context, Frame]> {
  const make = caseMaker(model, plan);
  const random = randomFrom(seed + 1);
  for (let i = 0; i < CASES; i += 1) {
    const kase = make(random);
    const ctx = makeContext(plan, kase, { asOf: kase.asOf ?? 20730, calendar });
    for (const matter of kase.matters) yield [ctx, { matter, live: false }];
  }
}
const told = (book: Book, what: unknown): string =>
  `seed ${book.seed}: ${JSON.stringify(what)}\n${book.text}`;

test(`conditions: seed ${SEED}`, () => {
  const counts = { true: 0, false: 0, implies: 0, equivalent: 0 };
  for (const book of books()) {
    const { plan, model, seed } = book;
    const p = prover(model, plan, calendar);
    const random = randomFrom(seed + 2);
    const ids = plan.definitions ? conditionsOf(plan) : [];
    const always = ids.flatMap((id) => {
      if (alwaysTrue(p, id) === 'yes') return [{ id, never: false }];
      return alwaysFalse(p, id) === 'yes' ? [{ id, never: true }] : [];
    });
    const pairs = Array.from({ length: 40 }, () => [random.pick(ids), random.pick(ids)] as const).filter(
      ([a, b]) => a !== b,
    );
    const implied = pairs.filter(([a, b]) => implies(p, a, b) === 'yes');
    const same = pairs.filter(([a, b]) => equivalent(p, a, b) === 'yes');
    for (const { never } of always) counts[never ? 'false' : 'true'] += 1;
    counts.implies += implied.length;
    counts.equivalent += same.length;
    for (const [ctx, frame] of frames(book)) {
      const value = (id: number) => holds(ctx, id, frame);
      for (const { id, never } of always)
        if (value(id) === never) expect.unreachable(told(book, [id, never, plan.nodes[id]]));
      for (const [a, b] of implied)
        if (value(a) === true && value(b) === false) expect.unreachable(told(book, ['implies', a, b]));
      for (const [a, b] of same)
        if (value(a) !== value(b)) expect.unreachable(told(book, ['equivalent', a, b]));
    }
  }
  for (const [what, n] of Object.entries(counts)) expect(n, what).toBeGreaterThan(0);
}, 120_000);

/** Conditions of a matter: what is asked of a record is not among them. */
function conditionsOf(plan: Plan): readonly number[] {
  const roots = new Set([
    ...plan.norms.flatMap((n) => [n.applies, n.requires]),
    ...Object.values(plan.definitions).flatMap((d) => d.rows.map((r) => r.when)),
  ]);
  const found = new Set<number>();
  const visit = (id: number): void => {
    const node = plan.nodes[id];
    if (!node || found.has(id)) return;
    if (node.type.t === 'bool' && node.op !== 'const') found.add(id);
    if (node.op === 'and' || node.op === 'or') node.args.forEach(visit);
    if (node.op === 'not') visit(node.arg);
  };
  roots.forEach(visit);
  return [...found];
}

describe('findings', () => {
  const seen = new Map<string, number>();
  const see = (what: string) => seen.set(what, (seen.get(what) ?? 0) + 1);

  test(`hold in every case: seed ${SEED}`, () => {
    for (const book of books()) {
      const proof = proofOf(book.model, book.plan, calendar);
      const wrong = [...universal(book, proof), ...existing(book, proof)];
      expect(wrong, told(book, wrong)).toEqual([]);
    }
  }, 120_000);

  test('are met', () => {
    expect([...seen.keys()].sort()).toEqual(
      expect.arrayContaining([
        'always',
        'exception-always',
        'exception-never',
        'gap',
        'impossible',
        'never-applies',
        'overlap',
        'redundant',
        'shadowed',
        'unreachable',
        'vacuous',
      ]),
    );
  });

  /** What is said of all cases. */
  function universal(book: Book, proof: Proof): readonly unknown[] {
    const { plan, model } = book;
    const builder = nodeBuilder(plan);
    const conditions = proof.conditions().flatMap((f) => (f.is === 'always' ? [f] : []));
    const checks: ((ctx: Context, frame: Frame) => unknown)[] = [
      ...conditions.map((f) => conditionFails(f, lowerExpr(builder, f.expr))),
      ...proof
        .tables()
        .map(({ definition, finding }) => rowFails(finding, model.definitions[definition.name]?.kinds ?? [])),
      ...proof.norms().map(({ norm, finding }) => normFails(norm, finding)),
      ...proof.pairs().map(pairFails),
    ];
    for (const f of [
      ...conditions,
      ...proof.tables().map((t) => t.finding),
      ...proof.norms().map((n) => n.finding),
      ...proof.pairs(),
    ])
      see(f.is);
    const grown = { ...book, plan: { ...plan, nodes: builder.nodes } };
    const wrong: unknown[] = [];
    for (const [ctx, frame] of frames(grown))
      for (const check of checks) {
        const found = check(ctx, frame);
        if (found !== undefined) wrong.push(found);
      }
    return wrong;
  }

  /** What is said of one case. */
  function existing(book: Book, proof: Proof): readonly unknown[] {
    const t = prover(book.model, book.plan, calendar).t;
    const at = (witness: Witness): readonly [Context, Frame] => {
      const ctx = makeContext(book.plan, caseOf(t, witness), { asOf: 0, calendar });
      const matter = ctx.matters.get(FIRST_MATTER);
      if (!matter) throw new Error('no matter');
      return [ctx, { matter, live: false }];
    };
    return [
      ...proof.tables().flatMap(({ definition: { name }, finding: f }) => {
        if (f.is !== 'gap' && f.is !== 'overlap') return [];
        const { problem } = definitionValue(at(f.witness)[0], name, at(f.witness)[1]);
        return problem === (f.is === 'gap' ? 'gap' : 'conflict') ? [] : [[name, f]];
      }),
      ...proof.pairs().flatMap((f) => {
        if (f.is !== 'contradict') return [];
        const [ctx, { matter }] = at(f.witness);
        return f.norms.every((n) => isLive(ctx, n, matter)) ? [] : [f];
      }),
    ];
  }
});

type Check = (ctx: Context, frame: Frame) => unknown;

function conditionFails(f: Extract<ConditionFinding, { readonly is: 'always' }>, id: number): Check {
  return (ctx, frame) => {
    if (f.condition.at !== 'where') return holds(ctx, id, frame) === !f.value ? [f] : undefined;
    const list = frame.matter.facts.訪一?.value;
    const records = list?.t === 'list' ? (list.v as readonly RecordValue[]) : [];
    return records.some((record) => holds(ctx, id, { ...frame, record }) === !f.value) ? [f] : undefined;
  };
}

function rowFails(f: TableFinding, kinds: readonly string[]): Check {
  return (ctx, frame) => {
    if (!isKind(ctx.plan, frame.matter, kinds)) return undefined;
    if (f.is === 'unreachable') {
      const instead = f.overridden.some((r) => holds(ctx, r.when, frame) !== false);
      return holds(ctx, f.row.when, frame) === true && !instead ? f : undefined;
    }
    if (f.is !== 'redundant') return undefined;
    return holds(ctx, f.row.when, frame) === true && holds(ctx, f.by.when, frame) === false ? f : undefined;
  };
}

function normFails(norm: PlanNorm, f: NormFinding): Check {
  return (ctx, frame) => {
    const { matter } = frame;
    if (!isKind(ctx.plan, matter, norm.kinds) || applies(ctx, norm, matter) !== true) return undefined;
    const required = holds(ctx, norm.requires, frame);
    const so = {
      'never-applies': () => false,
      'exception-never': () =>
        f.is === 'exception-never' && exceptionHolds(ctx, f.exception, matter) !== true,
      'exception-always': () =>
        f.is === 'exception-always' && exceptionHolds(ctx, f.exception, matter) !== false,
      vacuous: () => required !== false,
      impossible: () => required !== true,
    }[f.is];
    return so() ? undefined : [norm.name, f];
  };
}

function pairFails(f: PairFinding): Check {
  return (ctx, frame) => {
    const { matter } = frame;
    const live = (norm: PlanNorm) => isKind(ctx.plan, matter, norm.kinds) && isLive(ctx, norm, matter);
    const met = (norm: PlanNorm) => holds(ctx, norm.requires, frame);
    if (f.is === 'contradict') return f.norms.every((n) => live(n) && met(n) === true) ? f : undefined;
    const unmet =
      applies(ctx, f.norm, matter) === true &&
      excepted(ctx, f.norm, matter) === false &&
      met(f.norm) === false;
    if (!unmet || !isKind(ctx.plan, matter, f.norm.kinds)) return undefined;
    const lifted = applies(ctx, f.by, matter) === false || excepted(ctx, f.by, matter) === true;
    return lifted || met(f.by) === true ? f : undefined;
  };
}
