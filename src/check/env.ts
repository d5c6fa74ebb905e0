import type { Context } from './context.ts';
import type { FactDecl, Type } from './model.ts';

/** Where an expression stands: what its names can mean. */
export interface Env {
  readonly ctx: Context;
  /** The kinds of the matter; a fact must exist in each. */
  readonly kinds: readonly string[];
  /** Fields of the record under the innermost aggregate. */
  readonly item?: ReadonlyMap<string, FactDecl>;
  /** In an example: names of further matters → kind. */
  readonly matters?: ReadonlyMap<string, string>;
}

export type Expected = Type | undefined;
