import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { applyFixes } from '../../src/diagnostics/apply-fixes.ts';
import type { Diagnostic, Fix } from '../../src/diagnostics/diagnostic.ts';
import { report } from '../../src/diagnostics/report.ts';

const FILE = { name: 'a', text: '0123456789' };
const edit = (start: number, end: number, text: string, file = 'a'): Fix['edits'][number] => ({
  span: { file, start, end },
  text,
});
const withFix = (edits: Fix['edits'], how: Partial<Fix> = {}): Diagnostic =>
  report('empty-rule-file', undefined, {}, { fix: { title: { zh: '', en: '' }, edits, ...how } });
const always = () => true;
const fixed = (diagnostics: readonly Diagnostic[], accepts: Parameters<typeof applyFixes>[2] = always) =>
  applyFixes([FILE], diagnostics, accepts).texts[0]?.text;

describe('applyFixes', () => {
  test('applies all that do not touch, from whatever order', () => {
    expect(
      fixed([withFix([edit(6, 8, 'bb')]), withFix([edit(0, 1, '')]), withFix([edit(10, 10, '!')])]),
    ).toBe('12345bb89!');
  });

  test('leaves those that touch to the next round, whole', () => {
    const first = withFix([edit(2, 4, 'x')]);
    const second = withFix([edit(0, 1, 'y'), edit(3, 5, 'z')]);
    const { texts, applied } = applyFixes([FILE], [first, second], always);
    expect(texts[0]?.text).toBe('01x456789');
    expect(applied).toEqual([first]);
  });

  test('two insertions at one place touch', () => {
    expect(fixed([withFix([edit(5, 5, 'x')]), withFix([edit(5, 5, 'y')])])).toBe('01234x56789');
  });

  test('an edit that several diagnostics want is made once, and does not hold up what else they want', () => {
    const shared = edit(2, 3, 'x');
    expect(fixed([withFix([shared]), withFix([shared, edit(8, 9, 'y')])])).toBe('01x34567y9');
  });

  test('guesses, and files that were not given, are left alone', () => {
    expect(fixed([withFix([edit(0, 1, 'x')], { guess: true }), withFix([edit(0, 1, 'x', 'b')])])).toBe(
      FILE.text,
    );
  });

  test('refuses exactly those whose result is not accepted', () => {
    const all = [0, 2, 4, 6, 8].map((i) => withFix([edit(i, i + 1, i === 4 ? 'BAD' : 'x')]));
    const { texts, refused } = applyFixes([FILE], all, ([now]) => !now?.text.includes('BAD'));
    expect(texts[0]?.text).toBe('x1x345x7x9');
    expect(refused).toEqual([all[2]]);
  });

  test('asks for the same meaning only while all that is applied promises it', () => {
    const asked: boolean[] = [];
    const accepts = (_: unknown, sameMeaning: boolean) => asked.push(sameMeaning) > 0;
    fixed([withFix([edit(0, 1, 'x')]), withFix([edit(5, 6, 'y')], { sameMeaning: true })], accepts);
    expect(asked).toEqual([true, false]);
  });

  test('keeps every character that no applied edit names', () => {
    const edits = fc.array(fc.tuple(fc.nat(10), fc.nat(3), fc.constantFrom('', 'x', 'yy')), { maxLength: 6 });
    fc.assert(
      fc.property(edits, (list) => {
        const diagnostics = list.map(([start, length, text]) =>
          withFix([edit(start, Math.min(10, start + length), text)]),
        );
        const { texts, applied } = applyFixes([FILE], diagnostics, always);
        const gone = new Set(
          applied
            .flatMap((d) => d.fix?.edits ?? [])
            .flatMap(({ span }) => Array.from({ length: span.end - span.start }, (_, i) => span.start + i)),
        );
        const kept = [...FILE.text].filter((_, i) => !gone.has(i)).join('');
        expect(texts[0]?.text.replaceAll(/[xy]/g, '')).toBe(kept);
      }),
    );
  });
});
