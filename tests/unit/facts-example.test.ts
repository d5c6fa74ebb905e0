import { describe, expect, it } from 'vitest';
import type { ExampleDecl } from '../../src/check/model.ts';
import { caseFromExample } from '../../src/facts/case-from-example.ts';
import { MODEL } from './facts-model.ts';

const span = { file: 'a.norm', start: 3, end: 9 };
const yes = { t: 'bool', v: true } as const;

function example(facts: ExampleDecl['matters'][number]['facts']): ExampleDecl {
  return {
    name: '例一',
    span,
    norms: [],
    actDate: 5,
    params: { 定期督促間隔: { t: 'duration', v: 3, unit: 'month' } },
    readings: { 五年起算: '自發布日起算' },
    matters: [
      { id: '', kind: '會議紀要', facts, span },
      { id: '甲', kind: '議題', facts: {}, span },
      { id: '會議紀要', kind: '議題', facts: {}, span },
    ],
    expect: { verdict: 'compliant', span },
  };
}

describe('an example as a case', () => {
  it('keeps dates, parameters, readings and links', () => {
    const kase = caseFromExample(
      example({ 議題: { value: { t: 'ref', v: '甲', kind: '議題' }, span } }),
      MODEL,
    );
    expect(kase).toMatchObject({ title: '例一', actDate: 5, span });
    expect(kase).not.toHaveProperty('asOf');
    expect(kase.params.定期督促間隔?.value).toEqual({ t: 'duration', v: 3, unit: 'month' });
    expect(kase.readings.五年起算?.option).toBe('自發布日起算');
    expect(kase.matters.map((m) => m.id)).toEqual(['會議紀要#2', '甲', '會議紀要']);
    expect(kase.matters[0]?.facts.議題?.value).toEqual({ t: 'ref', v: '甲', kind: '議題' });
  });
  it('leads references to the unnamed matter to its id', () => {
    const kase = caseFromExample(
      example({ 議題: { value: { t: 'ref', v: '', kind: '會議紀要' }, span } }),
      MODEL,
    );
    expect(kase.matters[0]?.facts.議題?.value).toMatchObject({ v: '會議紀要#2' });
  });
  it('counts a judgement only from one who may attest it', () => {
    const given = (attester?: string) =>
      caseFromExample(
        example({ 涉及重大事項: { value: yes, span, ...(attester ? { attester } : {}) } }),
        MODEL,
      ).matters[0]?.facts.涉及重大事項;
    expect(given()).toEqual({ value: yes, span, rejected: 'unattested' });
    expect(given('區長')).toEqual({ value: yes, span, attestation: { by: '區長' } });
    expect(given('承辦人')).toEqual({
      value: yes,
      span,
      attestation: { by: '承辦人' },
      rejected: 'wrong-attester',
    });
    const ordinary = caseFromExample(example({ 公開: { value: yes, span } }), MODEL);
    expect(ordinary.matters[0]?.facts.公開).toEqual({ value: yes, span });
  });
});
