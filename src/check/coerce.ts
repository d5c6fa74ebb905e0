import { complain, isKindOf } from './context.ts';
import type { Env } from './env.ts';
import type { Constant, TExpr, Type } from './model.ts';
import { valueMeant } from './ordinary-words.ts';
import { isDay, sameType, typeName, unitName } from './types.ts';

/** Does a value of type `actual` serve where `expected` is wanted? Dates and events are comparable days. */
export function agrees(actual: Type, expected: Type, env: Env): boolean {
  if (isDay(actual) && isDay(expected)) return true;
  if (actual.t === 'duration' && expected.t === 'duration') {
    return expected.unit === undefined || actual.unit === expected.unit;
  }
  if (actual.t === 'ref' && expected.t === 'ref') return isKindOf(env.ctx, actual.kind, expected.kind);
  if (actual.t === 'set' && expected.t === 'set') return agrees(actual.of, expected.of, env);
  return sameType(actual, expected);
}

/** Brings a typed expression to the type that is wanted, or says why it cannot be. */
export function coerce(e: TExpr, expected: Type, env: Env): TExpr | undefined {
  if (expected.t === 'set' && e.op === 'const' && agrees(e.type, expected.of, env)) {
    const single = elementOf(e.value);
    if (single !== undefined) {
      return { op: 'const', value: { t: 'set', v: [single], of: expected.of }, type: expected, span: e.span };
    }
  }
  if (isCount(e) && expected.t === 'number' && expected.unit !== '元') return { ...e, type: expected };
  if (expected.t === 'event' && e.op === 'const' && e.value.t === 'date') {
    return { op: 'const', value: { t: 'event', v: e.value.v }, type: expected, span: e.span };
  }
  if (agrees(e.type, expected, env)) return e;
  return mismatch(e, expected, env);
}

export function mismatch(e: TExpr, expected: Type, env: Env): undefined {
  const { type, span } = e;
  const sameFamily = type.t === expected.t && (type.t === 'number' || type.t === 'duration');
  const meant = valueMeant(e, expected);
  if (sameFamily) {
    return complain(
      env.ctx,
      'unit-mismatch',
      span,
      { left: unitName(expected), right: unitName(type) },
      meant,
    );
  }
  if ((isDay(type) && expected.t === 'time') || (type.t === 'time' && isDay(expected))) {
    return complain(env.ctx, 'date-time-mix', span, {});
  }
  return complain(
    env.ctx,
    'type-mismatch',
    span,
    { expected: typeName(expected), actual: typeName(type) },
    meant,
  );
}

/** How many there are counts in whatever unit it is compared with. */
export function isCount(e: TExpr): boolean {
  return e.op === 'aggregate' && e.fn === 'count';
}

/** What a set holds for a constant; sets hold members, texts and references. */
export function elementOf(constant: Constant): string | undefined {
  return constant.t === 'enum' || constant.t === 'text' || constant.t === 'ref' ? constant.v : undefined;
}
