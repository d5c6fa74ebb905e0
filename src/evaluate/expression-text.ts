import { formatDate, formatTime } from '../calendar/date.ts';
import type { Constant } from '../check/model.ts';
import type { Bilingual } from '../diagnostics/diagnostic.ts';
import type { NodeId, Plan } from '../plan/plan.ts';
import type { DurationUnit, Relation } from '../syntax/ast.ts';
import { assertNever } from '../text/invariant.ts';
import { nodeAt } from './context.ts';

export const DURATION_WORDS: Readonly<Record<DurationUnit, Bilingual>> = {
  year: { zh: '年', en: 'years' },
  month: { zh: '個月', en: 'months' },
  week: { zh: '週', en: 'weeks' },
  day: { zh: '日', en: 'days' },
  workday: { zh: '個工作日', en: 'working days' },
  hour: { zh: '小時', en: 'hours' },
  minute: { zh: '分鐘', en: 'minutes' },
};
const NUMBER_RELATION: Readonly<Record<Relation, Bilingual>> = {
  eq: { zh: '為', en: 'is' },
  ne: { zh: '不為', en: 'is not' },
  lt: { zh: '少於', en: 'is less than' },
  le: { zh: '不超過', en: 'is at most' },
  gt: { zh: '超過', en: 'is more than' },
  ge: { zh: '不少於', en: 'is at least' },
};
const DATE_RELATION: Readonly<Record<Relation, Bilingual>> = {
  ...NUMBER_RELATION,
  lt: { zh: '早於', en: 'is before' },
  le: { zh: '不遲於', en: 'is no later than' },
  gt: { zh: '晚於', en: 'is after' },
  ge: { zh: '不早於', en: 'is no earlier than' },
};

/** A constant in words. */
export function constantText(c: Constant | { readonly t: 'unknown' }): Bilingual {
  const same = (text: string): Bilingual => ({ zh: text, en: text });
  switch (c.t) {
    case 'unknown':
      return { zh: '未知', en: 'unknown' };
    case 'bool':
      return c.v ? { zh: '是', en: 'yes' } : { zh: '否', en: 'no' };
    case 'number':
      return c.unit === '元'
        ? { zh: `${c.v / 100} 元`, en: `CNY ${c.v / 100}` }
        : same(c.unit ? `${c.v} ${c.unit}` : `${c.v}`);
    case 'date':
      return same(formatDate(c.v));
    case 'time':
      return same(formatTime(c.v));
    case 'event':
      return c.v === 'not-yet' ? { zh: '未發生', en: 'not yet happened' } : same(formatDate(c.v));
    case 'duration':
      return { zh: `${c.v} ${DURATION_WORDS[c.unit].zh}`, en: `${c.v} ${DURATION_WORDS[c.unit].en}` };
    case 'set':
      return c.v.length === 0 ? { zh: '空', en: 'none' } : same(c.v.join('、'));
    case 'list':
      return { zh: `${c.v.length} 筆`, en: `${c.v.length} entries` };
    case 'text':
    case 'enum':
    case 'ref':
      return same(c.v);
    default:
      return assertNever(c);
  }
}

/** A plan node in a lawyer's words. Brackets stand only where 且 and 或 meet. */
export function nodeText(plan: Plan, id: NodeId): Bilingual {
  const node = nodeAt(plan, id);
  const text = (n: NodeId) => nodeText(plan, n);
  const join = (
    zh: (t: (n: NodeId) => string) => string,
    en: (t: (n: NodeId) => string) => string,
  ): Bilingual => ({
    zh: zh((n) => text(n).zh),
    en: en((n) => text(n).en),
  });
  const bracket = (n: NodeId, lang: 'zh' | 'en') => {
    const inner = nodeAt(plan, n);
    const t = text(n)[lang];
    return inner.op === 'and' || inner.op === 'or' ? (lang === 'zh' ? `（${t}）` : `(${t})`) : t;
  };
  switch (node.op) {
    case 'const':
      return constantText(node.value);
    case 'fact':
      return { zh: node.fact, en: node.fact };
    case 'item':
      return { zh: node.field, en: node.field };
    case 'param':
    case 'reading':
      return { zh: node.name, en: node.name };
    case 'table':
      return { zh: node.definition, en: node.definition };
    case 'actDate':
      return { zh: '行為日期', en: 'the date of the act' };
    case 'asOf':
      return { zh: '查核日期', en: 'the date of the check' };
    case 'follow':
      return join(
        (t) => `${t(node.ref)} 之 ${t(node.target)}`,
        (t) => `${t(node.ref)}'s ${t(node.target)}`,
      );
    case 'and':
      return {
        zh: node.args.map((a) => bracket(a, 'zh')).join(' 且 '),
        en: node.args.map((a) => bracket(a, 'en')).join(' and '),
      };
    case 'or':
      return {
        zh: node.args.map((a) => bracket(a, 'zh')).join(' 或 '),
        en: node.args.map((a) => bracket(a, 'en')).join(' or '),
      };
    case 'not': {
      const negated = negatedText(plan, node.arg);
      if (negated) return negated;
      return { zh: `非 ${bracket(node.arg, 'zh')}`, en: `not ${bracket(node.arg, 'en')}` };
    }
    case 'cmp': {
      const t = nodeAt(plan, node.left).type.t;
      const words = (t === 'date' || t === 'event' || t === 'time' ? DATE_RELATION : NUMBER_RELATION)[
        node.rel
      ];
      return join(
        (x) => `${x(node.left)} ${words.zh} ${x(node.right)}`,
        (x) => `${x(node.left)} ${words.en} ${x(node.right)}`,
      );
    }
    case 'in':
      return join(
        (t) => `${t(node.left)} 屬於 ${t(node.right)}`,
        (t) => `${t(node.left)} is one of ${t(node.right)}`,
      );
    case 'subset':
      return join(
        (t) => `${t(node.left)} 包含於 ${t(node.right)}`,
        (t) => `${t(node.left)} is within ${t(node.right)}`,
      );
    case 'disjoint':
      return join(
        (t) => `${t(node.left)} 不相交 ${t(node.right)}`,
        (t) => `${t(node.left)} has nothing in common with ${t(node.right)}`,
      );
    case 'empty':
      return join(
        (t) => `${t(node.arg)} 為空`,
        (t) => `${t(node.arg)} is empty`,
      );
    case 'occurred':
      return join(
        (t) => `${t(node.arg)} 已發生`,
        (t) => `${t(node.arg)} has happened`,
      );
    case 'reached':
      return join(
        (t) => `至 ${t(node.date)} 屆滿`,
        (t) => `${t(node.date)} has passed`,
      );
    case 'samePeriod': {
      const period = { year: ['年', 'year'], quarter: ['季', 'quarter'], month: ['月', 'month'] }[
        node.period
      ];
      return join(
        (t) => `${t(node.left)} 同${period[0]}於 ${t(node.right)}`,
        (t) => `${t(node.left)} is in the same ${period[1]} as ${t(node.right)}`,
      );
    }
    case 'shift':
      return join(
        (t) => `${t(node.base)} ${node.direction === 'after' ? '後' : '前'} ${t(node.amount)}`,
        (t) => `${t(node.amount)} ${node.direction} ${t(node.base)}`,
      );
    case 'arith': {
      const sign = { add: '+', sub: '-', mul: '×', div: '÷' }[node.fn];
      return join(
        (t) => `${t(node.left)} ${sign} ${t(node.right)}`,
        (t) => `${t(node.left)} ${sign} ${t(node.right)}`,
      );
    }
    case 'aggregate': {
      const words = AGGREGATE_WORDS[node.fn];
      const field = node.field === undefined ? '' : ` 之 ${node.field}`;
      const where = node.where;
      return join(
        (t) => `${words.zh}（${t(node.list)}${field}${where === undefined ? '' : ` 其中 ${t(where)}`}）`,
        (t) => `${words.en}(${t(node.list)}${field}${where === undefined ? '' : ` where ${t(where)}`})`,
      );
    }
    default:
      return assertNever(node);
  }
}

/** Atoms whose negation has a word of its own. */
function negatedText(plan: Plan, id: NodeId): Bilingual | undefined {
  const node = nodeAt(plan, id);
  const pair = (a: NodeId, zh: string, en: string, b?: NodeId): Bilingual => {
    const [left, right] = [nodeText(plan, a), b === undefined ? undefined : nodeText(plan, b)];
    return {
      zh: `${left.zh} ${zh}${right ? ` ${right.zh}` : ''}`,
      en: `${left.en} ${en}${right ? ` ${right.en}` : ''}`,
    };
  };
  switch (node.op) {
    case 'disjoint':
      return pair(node.left, '相交', 'has something in common with', node.right);
    case 'in':
      return pair(node.left, '不屬於', 'is none of', node.right);
    case 'empty':
      return pair(node.arg, '不為空', 'is not empty');
    case 'occurred':
      return pair(node.arg, '未發生', 'has not happened');
    default:
      return undefined;
  }
}

const AGGREGATE_WORDS = {
  count: { zh: '計數', en: 'count' },
  any: { zh: '有任一', en: 'any' },
  all: { zh: '全部', en: 'all' },
  sum: { zh: '合計', en: 'sum' },
  earliest: { zh: '最早', en: 'earliest' },
  latest: { zh: '最晚', en: 'latest' },
  max: { zh: '最大', en: 'largest' },
  min: { zh: '最小', en: 'smallest' },
} as const;
