import { afterEach, describe, expect, test, vi } from 'vitest';
import { chinaCalendar } from '../../src/calendar/china.ts';
import { randomFrom } from '../../src/differential/random.ts';
import { caseMaker } from '../../src/differential/random-case.ts';
import { engineFromPlan } from '../../src/engine/compiled/engine-from-plan.ts';
import { evaluate } from '../../src/evaluate/evaluate.ts';
import { compile } from '../../src/pipeline.ts';
import { everyRulebook } from '../support/rulebooks.ts';

const calendar = chinaCalendar();
const MODES = ['bytecode', 'generated'] as const;

function agree(text: string, cases: number): void {
  const { value, diagnostics } = compile([{ name: 'rules.norm', text }]);
  const { model, plan } = value;
  expect(diagnostics.filter((d) => d.severity === 'error')).toEqual([]);
  if (!plan) return;
  const make = caseMaker(model, plan);
  const r = randomFrom(1);
  for (const mode of MODES) {
    const engine = engineFromPlan(plan, mode);
    for (let i = 0; i < cases; i += 1) {
      const kase = make(r);
      const options = { asOf: kase.asOf ?? 0, calendar };
      expect(engine.evaluate(kase, options)).toEqual(evaluate(plan, kase, options));
    }
  }
}

describe('a rulebook at the limits', () => {
  const facts = (n: number) => Array.from({ length: n }, (_, i) => `  實${i} : 是非\n`).join('');

  test('conditions nested as deep as the language allows', () => {
    const nested = (depth: number): string =>
      depth === 0 ? '實0' : `非 （實${depth % 7} ${depth % 2 ? '且' : '或'} ${nested(depth - 1)}）`;
    agree(`事項 事\n${facts(7)}規則 深\n  依據 第一條\n  適用 事\n  應當 ${nested(40)}\n`, 60);
  });

  test('a condition of a thousand parts, and a thousand norms', () => {
    const wide = Array.from({ length: 1000 }, (_, i) => `實${i % 400}`);
    const norms = wide.map(
      (fact, i) =>
        `規則 規${i}\n  依據 第一條\n  適用 事\n  當 ${fact} 或 實${(i * 7) % 400}\n  應當 非 實${(i * 13) % 400}\n`,
    );
    agree(
      `事項 事\n${facts(400)}規則 寬\n  依據 第一條\n  適用 事\n  當 ${wide.slice(0, 500).join(' 且 ')}\n  應當 ${wide.slice(500).join(' 或 ')}\n${norms.join('')}`,
      3,
    );
  });

  test('definitions that rest on each other, a hundred deep', () => {
    const chain = Array.from(
      { length: 100 },
      (_, i) =>
        `定義 定${i} : 是非\n  依據 第一條\n  若 實${i % 5} 則 ${i === 0 ? '是' : `定${i - 1}`}\n  否則 否\n`,
    );
    agree(`事項 事\n${facts(5)}${chain.join('')}規則 規\n  依據 第一條\n  適用 事\n  應當 定99\n`, 60);
  });
});

describe('generated code', () => {
  afterEach(() => vi.unstubAllGlobals());

  test('holds no name, text or number of a rulebook that could be read as code', () => {
    const sources: string[] = [];
    vi.stubGlobal(
      'Function',
      new Proxy(Function, {
        construct(target, args, self) {
          sources.push(args.join('\n'));
          return Reflect.construct(target, args, self);
        },
      }),
    );
    for (const { model, plan } of everyRulebook()) {
      if (Object.keys(model.kinds).length === 0) continue;
      const engine = engineFromPlan(plan, 'generated');
      const kase = caseMaker(model, plan)(randomFrom(2));
      engine.evaluate(kase, { asOf: 20_000, calendar });
    }
    expect(sources.length).toBeGreaterThan(20);
    // registers, places in tables, bits: no text at all
    for (const source of sources) expect(source).not.toMatch(/["'`\\]|[^\x20-\x7e\n]/);
    const words = new Set(sources.flatMap((source) => source.match(/[A-Za-z_$][\w$]*/g) ?? []));
    expect([...words].filter((word) => !/^[a-z]\d*$/.test(word)).sort()).toEqual(GENERATORS_WORDS);
  });
});

/** Banks of registers, helpers of the executor, one keyword: what the generator itself writes, and all it writes. */
const GENERATORS_WORDS =
  'B C J N O T V arithmetic asOf compareCounts compareDays compareDurations compareNumbers const disjoint isEmpty isIn perform reached run shift subset tasks unit workdays'.split(
    ' ',
  );
