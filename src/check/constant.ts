import type { Expr } from '../syntax/ast.ts';
import { complain } from './context.ts';
import type { Env } from './env.ts';
import { expectType } from './expr.ts';
import type { Constant, Type } from './model.ts';

/** The value of an expression that must be a constant of the type; a date given for an event is the day it happened. */
export function constantOf(expr: Expr, type: Type, env: Env): Constant | undefined {
  const typed = expectType(expr, env, type);
  if (!typed) return undefined;
  if (typed.op !== 'const') return complain(env.ctx, 'constant-expected', expr.span, {});
  return typed.value;
}
