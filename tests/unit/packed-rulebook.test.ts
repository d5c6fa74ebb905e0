import { describe, expect, test } from 'vitest';
import { packRulebook, rulebookKey, unpackRulebook } from '../../src/cli/packed-rulebook.ts';
import type { FoundRulebook } from '../../src/cli/rulebook-files.ts';
import { programFromPlan } from '../../src/engine/compiled/program-from-plan.ts';
import { compile } from '../../src/pipeline.ts';
import { everyRulebook } from '../support/rulebooks.ts';

const found = (files: readonly { readonly name: string; readonly text: string }[]): FoundRulebook => ({
  label: '',
  files: files.map(({ name, text }) => ({ name, bytes: Buffer.from(text) })),
  diagnostics: [],
});

const plainly = (value: unknown): unknown => JSON.parse(JSON.stringify(value));

describe('a packed rulebook', () => {
  test.each(everyRulebook().map(({ name, model, plan }) => [name, { model, plan }] as const))(
    '%s: comes out as it went in',
    (_, { model, plan }) => {
      const files = found([{ name: 'a.norm', text: 'a' }]);
      const program = programFromPlan(plan);
      const read = unpackRulebook(packRulebook(files, { model, plan, program }), files);
      const slim = { ...model, norms: {}, definitions: {}, declaratory: {}, examples: [], quotations: [] };
      expect(plainly(read?.model)).toEqual(plainly(slim));
      expect(plainly(read?.plan)).toEqual(plainly(plan));
      expect(read?.program.units).toEqual(program.units);
      expect(Object.getPrototypeOf(read?.model.kinds)).toBeNull();
      expect(Object.getPrototypeOf(read?.plan.facts)).toBeNull();
    },
  );

  const text = `事項 甲\n  乙 : 是非\n規則 丙\n  依據 第一條\n  適用 甲\n  應當 乙\n`;
  const files = [
    { name: 'one.norm', text },
    { name: 'two.norm', text: '# nothing' },
  ];
  const { model, plan } = compile(files).value;
  if (!plan) throw new Error('it has errors');
  const packed = packRulebook(found(files), { model, plan, program: programFromPlan(plan) });

  test('whatever byte is changed or missing, it is not read', () => {
    expect(unpackRulebook(packed, found(files))).toBeDefined();
    for (let at = 0; at < packed.length; at += 7) {
      const changed = Buffer.from(packed);
      changed[at] = (changed[at] ?? 0) ^ 1;
      expect(unpackRulebook(changed, found(files)), `byte ${at}`).toBeUndefined();
      expect(unpackRulebook(packed.subarray(0, at), found(files))).toBeUndefined();
    }
  });

  test('order and names of the files are not its key, their bytes and what they are read as are', () => {
    const [one, two] = files as [(typeof files)[0], (typeof files)[0]];
    const key = rulebookKey(found(files));
    expect(rulebookKey(found([two, { ...one, name: 'other.norm' }]))).toBe(key);
    expect(rulebookKey(found([two, { ...one, text: `${text} ` }]))).not.toBe(key);
    expect(rulebookKey(found([two, { ...one, name: 'one.norm.md' }]))).not.toBe(key);
    expect(rulebookKey({ ...found(files), lock: { name: 'lock', bytes: Buffer.from('{}') } })).not.toBe(key);
  });

  test('files that are called otherwise now are named so in every place', () => {
    const now = found([
      { name: '規則/「一」.norm', text },
      { name: 'two.norm', text: '# nothing' },
    ]);
    const read = unpackRulebook(packed, now);
    expect(read?.plan.norms[0]?.span.file).toBe('規則/「一」.norm');
    expect(read?.model.kinds.甲?.span.file).toBe('規則/「一」.norm');
  });
});
