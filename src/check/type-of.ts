import type { Name, TypeNode } from '../syntax/ast.ts';
import { assertNever } from '../text/invariant.ts';
import { type Context, complain, keyOf } from './context.ts';
import type { Type } from './model.ts';
import { changeTo, typeMeant } from './ordinary-words.ts';
import { didYouMean } from './suggest.ts';

const TYPE_WORDS = [
  '是非',
  '數',
  '金額',
  '日期',
  '時刻',
  '事件',
  '文字',
  '期間',
  '工作日數',
  '日數',
  '月數',
  '年數',
];

/** The type a drafter wrote; `undefined` when it names something that is not declared. */
export function typeOf(node: TypeNode, ctx: Context): Type | undefined {
  switch (node.kind) {
    case 'boolType':
      return { t: 'bool' };
    case 'numberType':
      return node.unit ? unitType(node.unit, ctx) : { t: 'number', unit: '' };
    case 'moneyType':
      return { t: 'number', unit: '元' };
    case 'dateType':
      return { t: 'date' };
    case 'timeType':
      return { t: 'time' };
    case 'eventType':
      return { t: 'event' };
    case 'textType':
      return { t: 'text' };
    case 'durationType':
      return node.unit ? { t: 'duration', unit: node.unit } : { t: 'duration' };
    case 'namedType':
      return enumType(node.name, ctx);
    case 'setType': {
      const of = typeOf(node.of, ctx);
      if (!of || of.t === 'enum' || of.t === 'text' || of.t === 'ref') return of && { t: 'set', of };
      return complain(ctx, 'type-mismatch', node.of.span, { expected: '枚舉', actual: '集合的成員' });
    }
    case 'listType': {
      const record = keyOf(ctx, node.record);
      ctx.used.add(`record ${record}`);
      if (ctx.recordNames.has(record)) return { t: 'list', record };
      const hint = didYouMean(node.record.text, ctx.recordNames);
      return complain(ctx, 'unknown-record', node.record.span, { name: node.record.text }, { hint });
    }
    case 'refType': {
      const kind = kindNamed(node.target, ctx);
      return kind === undefined ? undefined : { t: 'ref', kind };
    }
    default:
      return assertNever(node);
  }
}

export function kindNamed(name: Name, ctx: Context): string | undefined {
  const kind = keyOf(ctx, name);
  if (ctx.kindNames.has(kind)) return kind;
  const hint = didYouMean(name.text, ctx.kindNames);
  return complain(ctx, 'unknown-kind', name.span, { name: name.text }, { hint });
}

function unitType(unit: Name, ctx: Context): Type | undefined {
  const key = keyOf(ctx, unit);
  if (ctx.units.has(key)) return { t: 'number', unit: key };
  const hint = didYouMean(unit.text, ctx.units.keys());
  return complain(ctx, 'unknown-unit', unit.span, { name: unit.text }, hint ? { hint } : {});
}

function enumType(name: Name, ctx: Context): Type | undefined {
  const key = keyOf(ctx, name);
  ctx.used.add(`enum ${key}`);
  if (ctx.enums.has(key)) return { t: 'enum', enum: key };
  const meant = typeMeant(name.text);
  if (meant) return complain(ctx, 'unknown-type', name.span, { name: name.text }, changeTo(name.span, meant));
  let hint = didYouMean(name.text, [...ctx.enums.keys(), ...TYPE_WORDS]);
  if (ctx.kindNames.has(key))
    hint = { zh: `事項要寫「指向 ${name.text}」。`, en: `Write a reference to the kind "${name.text}".` };
  if (ctx.recordNames.has(key))
    hint = { zh: `記錄要寫「列表 ${name.text}」。`, en: `Write a list of "${name.text}".` };
  return complain(ctx, 'unknown-type', name.span, { name: name.text }, { hint });
}
