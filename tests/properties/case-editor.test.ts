import { describe, expect, test } from 'vitest';
import { asker } from '../../src/analyse/ask.ts';
import type { Question } from '../../src/analyse/question.ts';
import { trialsFor } from '../../src/analyse/trial-values.ts';
import { chinaCalendar } from '../../src/calendar/china.ts';
import type { Model } from '../../src/check/model.ts';
import { factsHash } from '../../src/cli/fingerprint.ts';
import { caseText } from '../../src/differential/case-text.ts';
import { type Random, randomFrom } from '../../src/differential/random.ts';
import { caseMaker } from '../../src/differential/random-case.ts';
import { randomRulebook, rulebookText } from '../../src/differential/random-rulebook.ts';
import { type Answer, answered } from '../../src/facts/answer.ts';
import type { Case } from '../../src/facts/case.ts';
import { withAnswer } from '../../src/facts/case-editor.ts';
import { readCases } from '../../src/facts/read-cases.ts';
import type { Tree } from '../../src/facts/tree.ts';
import { readTrees } from '../../src/facts/yaml-tree.ts';
import { compile } from '../../src/pipeline.ts';
import type { Plan } from '../../src/plan/plan.ts';

const calendar = chinaCalendar();

/** The same contents as JSON in lines, as JSON in one line, as YAML in brackets, with Windows line ends, with comments. */
const LAYOUTS: readonly (readonly [string, (text: string) => string])[] = [
  ['case.yaml', (text) => text],
  ['case.json', (text) => JSON.stringify(plain(text), null, 2)],
  ['case.json', (text) => JSON.stringify(plain(text))],
  ['case.yaml', (text) => JSON.stringify(plain(text), null, 4)],
  ['case.yaml', (text) => text.replaceAll('\n', '\r\n')],
  ['case.yaml', (text) => text.trimEnd()],
  [
    'case.yaml',
    (text) =>
      `# 頂\n${text.replaceAll('\n', '  # 註\n').replaceAll('\n    ', '\n\n      # 一行\n    ')}\n# 尾\n`,
  ],
];

function plain(text: string): unknown {
  const [tree] = readTrees({ name: 'case.yaml', text }).value;
  const of = (t: Tree): unknown =>
    t.kind === 'map'
      ? Object.fromEntries(t.entries.map((e) => [e.key, of(e.value)]))
      : t.kind === 'seq'
        ? t.items.map(of)
        : t.empty
          ? null
          : t.text;
  return tree && of(tree);
}

function randomAnswer(r: Random, model: Model, plan: Plan, kase: Case, question: Question): Answer {
  const { subject, type, decl } = question;
  if (subject.kind === 'link') return { subject, matterKind: type.t === 'ref' ? type.kind : '' };
  const trials = trialsFor(model, plan)(kase, question);
  const value = r.chance(0.15) || trials.length === 0 ? ({ t: 'unknown' } as const) : r.pick(trials).value;
  const by = decl && decl.attesters.length > 0 && value.t !== 'unknown' ? r.pick(decl.attesters) : undefined;
  return {
    subject,
    value,
    ...(by === undefined
      ? {}
      : {
          attestation: {
            by,
            ...(r.chance(0.5) ? { date: 20_700, ground: '見會議紀要：「第 3 項」, 甲' } : {}),
          },
        }),
  };
}

describe('an answer that is written into a case file', () => {
  test('reads back as the case with the answer in it, and leaves everything else in its place', () => {
    const r = randomFrom(3);
    const met = new Set<string>();
    let written = 0;
    for (let i = 0; i < 48; i += 1) {
      const { model, plan } = compile([{ name: 'r.norm', text: rulebookText(randomRulebook(r, 6)) }]).value;
      if (!plan) continue;
      const ask = asker(model, plan);
      const make = caseMaker(model, plan);
      for (const [name, layout] of LAYOUTS) {
        let file = { name, text: layout(caseText(make(r))) };
        for (let n = 0; n < 6; n += 1) {
          const before = readCases(file, model);
          const [kase] = before.value;
          if (!kase || before.diagnostics.some((d) => d.severity === 'error')) break;
          const { questions } = ask(kase, { asOf: 20_700, calendar, goal: { kind: 'all' } });
          if (questions.length === 0) break;
          const question = r.pick(questions);
          const answer = randomAnswer(r, model, plan, kase, question);
          const text = withAnswer(file, model, answer);
          const what = `${JSON.stringify(answer)}\n${file.text}\n-----\n${text}`;
          if (text === undefined) throw new Error(what);
          const after = readCases({ name, text }, model);
          expect(
            after.diagnostics.filter((d) => d.severity === 'error'),
            what,
          ).toEqual([]);
          const [now] = after.value;
          expect(now && factsHash(now), what).toBe(factsHash(answered(kase, model, answer)));
          const left = text.split(/\r?\n/);
          const lost = file.text
            .split(/\r?\n/)
            .filter((line) => /#/.test(line) && !left.some((l) => l.includes(line.slice(line.indexOf('#')))));
          expect(lost, what).toEqual([]);
          met.add(`${name} ${answer.subject.kind} ${question.reason}`);
          file = { name, text };
          written += 1;
        }
      }
    }
    expect(written).toBeGreaterThan(400);
    for (const kind of [
      'fact absent',
      'fact unattested',
      'fact wrong-attester',
      'fact unknown',
      'field absent',
      'link absent',
      'param absent',
      'actDate absent',
    ])
      expect([...met], kind).toContain(`case.yaml ${kind}`);
  });
});
