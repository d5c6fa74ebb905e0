import type { Random } from '../../src/differential/random.ts';

/**
 * A random rulebook over 是非 and enums alone, so that every completion and every change of a case can be tried: conditions,
 * exceptions of one's own and of other norms, a definition, a table. `linked`: with a second kind of matter whose norms
 * read facts of the first.
 */
export function finiteRulebook(r: Random, linked = false): string {
  const atom = (of = ''): string =>
    r.weighed([
      [6, () => of + r.pick(['甲', '乙', '丙', '丁', '認'])],
      [2, () => `非 ${of}${r.pick(['甲', '乙', '丙', '丁', '認'])}`],
      [2, () => `${of}色 屬於 ${r.pick(['紅', '紅、綠', '藍'])}`],
      [2, () => `${of}色 為 ${r.pick(of === '' ? ['紅', '另色'] : ['紅', '綠'])}`],
      [2, () => `${of}定`],
      [2, () => `${of}表定 為 綠`],
    ]);
  const own = (second: boolean) =>
    second && r.chance(0.5) ? r.pick(['子', '非 子']) : atom(second ? '所屬 之 ' : '');
  const formula = (depth: number, second: boolean): string =>
    depth === 0 || r.chance(0.3)
      ? own(second)
      : `（${formula(depth - 1, second)} ${r.pick(['且', '或'])} ${formula(depth - 1, second)}）`;
  const count = 2 + r.below(3);
  const norms = Array.from({ length: count }, (_, i) => {
    const second = linked && i === count - 1;
    return [
      `規則 規${i}`,
      `  依據 第${'一二三四五'[i]}條`,
      `  適用 ${second ? '件' : '事'}`,
      ...(r.chance(0.6) ? [`  當 ${formula(1, second)}`] : []),
      `  ${r.pick(['應當', '應當', '不得', '可以'])} ${formula(2, second)}`,
      ...(r.chance(0.4) ? [`  除非 ${formula(1, second)}`] : []),
      ...(i > 0 && r.chance(0.4) ? [`  例外於 規${i - 1}${second ? ' 經 所屬' : ''}`] : []),
      ...(r.chance(0.2) ? ['  效力 柔性'] : []),
    ].join('\n');
  });
  const simple = () => r.pick(['甲', '乙', '丙', '非 甲', '色 為 紅', '色 屬於 綠、藍']);
  return `規章 小 題名 「小」
枚舉 色種 = 紅、綠、藍
事項 事
  甲 : 是非
  乙 : 是非
  丙 : 是非
  丁 : 是非
  認 : 是非 由 局長 認定
  色 : 色種
  另色 : 色種
${linked ? '事項 件\n  子 : 是非\n  所屬 : 指向 事\n' : ''}定義 定 : 是非
  依據 第六條
  適用 事
  若 ${simple()} 則 ${r.pick(['是', '乙'])}
  ${r.pick(['否則 否', '否則 丙'])}
表 表定 : 色種  適用 事  依據 第七條
  | 色 | 甲 || 表定 |
  | 紅 | ${r.pick(['是', '任意'])} || 綠 |
  | 綠、藍 | ${r.pick(['是', '任意'])} || ${r.pick(['綠', '藍'])} |
  ${r.chance(0.5) ? '否則 藍' : ''}
${norms.join('\n')}
`;
}
