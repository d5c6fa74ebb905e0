import { type Formula, formulaText } from './formula.ts';
import type { Random } from './random.ts';
import {
  type DefinitionName,
  type DefinitionType,
  dayText,
  randomCondition,
  type Scope,
} from './random-condition.ts';
import { COLOURS, VOCABULARY } from './vocabulary.ts';

/** A line of a block: words, and in some a condition that can be made smaller. */
export interface Line {
  readonly before: string;
  readonly formula?: Formula;
  readonly after?: string;
  /** The block means nothing without it. */
  readonly needed?: true;
}
export interface RandomBlock {
  readonly name: string;
  readonly lines: readonly Line[];
}
/** A rulebook as text that can be taken apart again. */
export interface RandomRulebook {
  /** Since when it has been in force, and until when. */
  readonly force: string;
  readonly blocks: readonly RandomBlock[];
}

export const rulebookText = ({ force, blocks }: RandomRulebook): string =>
  VOCABULARY.replace('題名 「隨機規則」', `題名 「隨機規則」${force}`) + blocks.map(blockText).join('');

function blockText({ lines }: RandomBlock): string {
  return lines
    .map(({ before, formula, after }) => `${before}${formula ? formulaText(formula) : ''}${after ?? ''}\n`)
    .join('');
}

/** Up to six definitions and up to `norms` norms over all constructs of the language. Compiles without an error. */
export function randomRulebook(r: Random, norms: number): RandomRulebook {
  const blocks: RandomBlock[] = [];
  const definitions: DefinitionName[] = [];
  for (let i = r.below(7); i > 0; i -= 1) {
    const type = r.pick(['bool', 'days', 'count', 'colour', 'colours', 'event'] as const);
    const name = `定${definitions.length}`;
    blocks.push(definition(r, name, type, { kind: '事', definitions: [...definitions] }));
    definitions.push({ name, type });
  }
  const made: MadeNorm[] = [];
  const count = 1 + r.below(norms);
  for (let i = 0; i < count; i += 1) {
    const kind = r.weighed([
      [5, () => '事' as const],
      [2, () => '細事' as const],
      [2, () => '件' as const],
    ]);
    const norm = randomNorm(r, `規${i}`, { kind, definitions }, made);
    blocks.push(norm.block);
    made.push(norm);
  }
  return { force: randomForce(r), blocks };
}

function randomForce(r: Random): string {
  if (r.chance(0.6)) return '';
  const from = r.pick([` 施行 ${dayText(r)}`, ' 施行 公布日', ` 施行 已施行`]);
  return `${from}${r.chance(0.3) ? ` 廢止 ${dayText(r)}` : ''}\n  依據 第九十九條`;
}

interface MadeNorm {
  readonly block: RandomBlock;
  readonly kind: Scope['kind'];
}

function randomNorm(r: Random, name: string, scope: Scope, earlier: readonly MadeNorm[]): MadeNorm {
  const lines: Line[] = [
    { before: `規則 ${name}`, needed: true },
    { before: `  依據 第${CHINESE[r.below(9)]}條`, needed: true },
    { before: `  適用 ${scope.kind}`, needed: true },
  ];
  if (r.chance(0.5)) lines.push({ before: '  當 ', formula: randomCondition(r, scope, 2) });
  lines.push(requirement(r, scope));
  if (r.chance(0.35))
    lines.push({ before: '  除非 ', formula: randomCondition(r, scope, 2), after: ' 依據 第二十條' });
  // only later norms defeat earlier ones: no cycles
  const target = earlier.length > 0 && r.chance(0.4) ? r.pick(earlier) : undefined;
  const path = target && pathBetween(r, scope.kind, target.kind);
  if (target && path !== undefined) lines.push({ before: `  例外於 ${target.block.name}${path}` });
  if (r.chance(0.12)) lines.push({ before: '  隨後應當 ', formula: { op: 'atom', text: follow(r, scope) } });
  if (r.chance(0.25)) lines.push({ before: `  效力 ${r.pick(['柔性', '倡導', '剛性'])}` });
  if (r.chance(0.08)) lines.push({ before: `  施行 ${dayText(r)}` });
  if (r.chance(0.05)) lines.push({ before: `  廢止 ${dayText(r)}` });
  return { block: { name, lines }, kind: scope.kind };
}

const CHINESE = '一二三四五六七八九';

const follow = (r: Random, scope: Scope): string =>
  scope.kind === '件' ? `件日 不遲於 ${dayText(r)}` : `發二 不遲於 日一 後 ${1 + r.below(4)} 個工作日`;

function requirement(r: Random, scope: Scope): Line {
  const needed = true;
  const event = scope.kind === '件' ? '件日' : r.pick(['發一', '發二']);
  const formula = randomCondition(r, scope, 2);
  return r.weighed<Line>([
    [6, () => ({ before: '  應當 ', formula, needed })],
    [3, () => ({ before: `  應當 ${event} 不遲於 ${dayText(r)} 後 ${r.below(6)} 個工作日`, needed })],
    [1, () => ({ before: `  應當 ${event} 已發生\n  期限 ${dayText(r)}`, needed })],
    [1, () => ({ before: `  應當 ${maintained(r, scope)} 至 ${dayText(r)}`, needed })],
    [3, () => ({ before: '  不得 ', formula, needed })],
    [3, () => ({ before: '  可以 ', formula, needed })],
    [1, () => ({ before: `  僅 ${formulaOf(r, scope)} 可以 `, formula, needed })],
  ]);
}
const maintained = (r: Random, scope: Scope): string =>
  scope.kind === '件' ? `件是\n  維持 自 ${dayText(r)}` : `是一\n  維持 自 ${r.pick(['日一', dayText(r)])}`;
const formulaOf = (r: Random, scope: Scope): string =>
  scope.kind === '件' ? '件是' : `職一 為 ${r.pick(['區長', '局長'])}`;

/** 經 …: how the matter of the exception is linked with that of the base; undefined where nothing links them. */
function pathBetween(r: Random, from: Scope['kind'], to: Scope['kind']): string | undefined {
  if (from === '件') return to === '件' ? '' : r.pick([' 經 所屬', ' 經 所屬 之 相關']);
  if (to === '件') return ' 經 所屬';
  return r.chance(0.3) ? ' 經 相關' : '';
}

function definition(r: Random, name: string, type: DefinitionType, scope: Scope): RandomBlock {
  if (type !== 'event' && r.chance(0.3)) return table(r, name, type);
  const policy = type === 'colours' ? r.pick(['匯集', '唯一', '任意']) : r.pick(['唯一', '任意']);
  const row = (before: string): Line => ({
    before: `  ${before} `,
    formula: randomCondition(r, scope, 1),
    after: ` 則 ${randomValue(r, type, scope)}${r.chance(0.3) ? ' 依據 第三十條' : ''}`,
  });
  const rows = distinct(Array.from({ length: 1 + r.below(3) }, () => row('若')));
  const otherwise: Line[] = r.chance(0.6) ? [{ before: `  否則 ${randomValue(r, type, scope)}` }] : [];
  return {
    name,
    lines: [
      { before: `定義 ${name} : ${TYPE_TEXT[type]}`, needed: true },
      { before: '  依據 第三十一條', needed: true },
      { before: '  適用 事', needed: true },
      { before: `  命中 ${policy}` },
      ...rows,
      ...(r.chance(0.25) ? [row('例外 若')] : []),
      ...otherwise,
    ],
  };
}

/** Two rows with one condition and two values are an error. */
const distinct = (rows: readonly Line[]): readonly Line[] => [
  ...new Map(rows.map((row) => [row.formula ? formulaText(row.formula) : '', row])).values(),
];

function table(r: Random, name: string, type: DefinitionType): RandomBlock {
  const policy = type === 'colours' ? r.pick(['匯集', '唯一', '任意']) : r.pick(['唯一', '任意']);
  const cells = () =>
    [
      r.pick(['任意', '紅', '紅、橙', '黃、綠']),
      r.pick(['任意', '是', '否']),
      r.pick(['任意', '≤ 1 項', '超過 1 項', '2 項']),
    ].join(' | ');
  const conditions = [...new Set(Array.from({ length: 1 + r.below(4) }, cells))];
  const value = () => randomValue(r, type, { kind: '事', definitions: [] }, true);
  return {
    name,
    lines: [
      {
        before: `表 ${name} : ${TYPE_TEXT[type]}  適用 事  依據 第三十二條\n  命中 ${policy}\n  | 色一 | 是一 | 數一 || ${name} |`,
        needed: true,
      },
      ...conditions.map((row): Line => ({ before: `  | ${row} || ${value()} |` })),
      ...(r.chance(0.5) ? [{ before: `  否則 ${value()}` }] : []),
    ],
  };
}

const TYPE_TEXT: Readonly<Record<DefinitionType, string>> = {
  bool: '是非',
  days: '日數',
  count: '數 項',
  colour: '色',
  colours: '集合 色',
  event: '事件',
};

function randomValue(r: Random, type: DefinitionType, scope: Scope, constant = false): string {
  const earlier = scope.definitions.filter((d) => d.type === type).map((d) => d.name);
  const known = earlier.length > 0 && r.chance(0.2) ? r.pick(earlier) : undefined;
  if (known !== undefined) return known;
  switch (type) {
    case 'bool':
      return r.pick(['是', '否', ...(constant ? [] : ['是一', '是二'])]);
    case 'days':
      return r.pick(['1 日', '2 日', '2 日', ...(constant ? [] : ['天一'])]);
    case 'count':
      return r.pick(['0 項', '1 項', '1 項', ...(constant ? [] : ['數一'])]);
    case 'colour':
      return r.pick([...COLOURS, ...(constant ? [] : ['色一'])]);
    case 'colours':
      return r.pick(['空', '紅', '紅、黃', ...(constant ? [] : ['集一'])]);
    case 'event':
      return r.pick(['發一', '發二']);
  }
}
