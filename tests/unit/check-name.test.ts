import { expect, test } from 'vitest';
import { nameKey } from '../../src/check/canonical-name.ts';

test.each([
  ['规范性文件', '規範性文件'],
  ['規範性文件', '規範性文件'],
  ['公文签发人', '公文簽發人'],
  ['行为日期', '行為日期'],
  ['行爲日期', '行為日期'],
  ['干部', '幹部'],
  ['干預', '干預'],
  ['里程', '里程'],
  ['批准', '批准'],
  ['ＡＢ１', 'AB1'],
  ['é', 'é'],
  ['__proto__', '__proto__'],
])('%s → %s', (written, canonical) => {
  expect(nameKey(written)).toBe(canonical);
  expect(nameKey(canonical)).toBe(canonical);
});

test('the longest alias wins, anywhere in the name', () => {
  const aliases = [
    ['規範性檔案', '規範性文件'],
    ['檔案', '案卷'],
  ] as const;
  expect(nameKey('規範性檔案之檔案', aliases)).toBe('規範性文件之案卷');
});
