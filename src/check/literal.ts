import { parseDate, parseTime } from '../calendar/date.ts';
import type { Extra } from '../diagnostics/report.ts';
import type { Expr } from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';
import { complain, keyOf } from './context.ts';
import type { Env, Expected } from './env.ts';
import type { TExpr } from './model.ts';
import { changeTo, dateMeant, unitMeant } from './ordinary-words.ts';
import { nearest } from './suggest.ts';
import { BOOL, DATE, durationUnit, moneyFactor } from './types.ts';

export function typeNumber(expr: Extract<Expr, { kind: 'numberLit' }>, env: Env): TExpr | undefined {
  const { value, unit, span } = expr;
  const number = (v: number, name: string): TExpr => ({
    op: 'const',
    value: { t: 'number', v, unit: name },
    type: { t: 'number', unit: name },
    span,
  });
  if (!unit) return number(value, '');
  const duration = durationUnit(unit.text);
  if (duration) {
    if (!Number.isSafeInteger(value)) {
      return complain(env.ctx, 'duration-not-whole', span, { value });
    }
    return {
      op: 'const',
      value: { t: 'duration', v: value, unit: duration },
      type: { t: 'duration', unit: duration },
      span,
    };
  }
  const money = moneyFactor(unit.text);
  if (money !== undefined) return number(Math.round(value * money * 100), '元');
  const declared = declaredUnit(unit.text, env);
  if (declared === undefined) {
    const meant =
      dateMeant(value, unit.text, span) ?? unitHint(unit.text, unit.span, [...env.ctx.units.keys()]) ?? {};
    return complain(env.ctx, 'unknown-unit', unit.span, { name: unit.text }, meant);
  }
  return number(value, declared);
}

function unitHint(word: string, span: Span, declared: readonly string[]): Extra | undefined {
  const near = nearest(word, declared) ?? unitMeant(word);
  return near === undefined ? undefined : changeTo(span, near);
}

/** Units of count may be written with or without 個. */
function declaredUnit(word: string, env: Env): string | undefined {
  const key = keyOf(env.ctx, word);
  if (env.ctx.units.has(key)) return key;
  const bare = key.replace(/^個/, '');
  return env.ctx.units.has(bare) ? bare : undefined;
}

export function typeDate(expr: Extract<Expr, { kind: 'dateLit' | 'timeLit' }>, env: Env): TExpr | undefined {
  const { span, text } = expr;
  if (expr.kind === 'dateLit') {
    const day = parseDate(text);
    if (day === undefined) return complain(env.ctx, 'invalid-date', span, { text });
    return { op: 'const', value: { t: 'date', v: day }, type: DATE, span };
  }
  const minute = parseTime(text);
  if (minute === undefined) return complain(env.ctx, 'invalid-date', span, { text });
  return { op: 'const', value: { t: 'time', v: minute }, type: { t: 'time' }, span };
}

export function boolConst(v: boolean, span: TExpr['span']): TExpr {
  return { op: 'const', value: { t: 'bool', v }, type: BOOL, span };
}

/** 空: the empty set or list, where one is expected. */
export function typeEmpty(expr: Expr, env: Env, expected: Expected): TExpr | undefined {
  if (expected?.t === 'set') {
    return { op: 'const', value: { t: 'set', v: [], of: expected.of }, type: expected, span: expr.span };
  }
  if (expected?.t === 'list') {
    return {
      op: 'const',
      value: { t: 'list', v: [], record: expected.record },
      type: expected,
      span: expr.span,
    };
  }
  return complain(env.ctx, 'value-not-here', expr.span, { name: '空' });
}
