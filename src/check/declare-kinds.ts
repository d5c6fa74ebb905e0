import type { FieldNode } from '../syntax/ast.ts';
import { blockCites, gistOf } from './cites.ts';
import { constantOf } from './constant.ts';
import {
  type BlockOf,
  bilingual,
  type Context,
  complain,
  declaredHere,
  keyOf,
  recordOf,
  roleOf,
} from './context.ts';
import { type Edge, findCycles, hops, inOrder } from './cycles.ts';
import type { FactDecl } from './model.ts';
import { kindNamed, typeOf } from './type-of.ts';

export function declareRecords(blocks: readonly BlockOf<'record'>[], ctx: Context): void {
  for (const block of blocks) {
    const name = keyOf(ctx, block.name);
    const { own, lookup } = declareFields(block.fields, name, new Map(), ctx);
    const cites = blockCites(block.clauses, ctx);
    const decl = { name, span: block.name.span, fields: recordOf(own.map((f) => [f.name, f])), cites };
    ctx.records.set(name, { decl, lookup });
  }
}

/** Kinds of matter, parents before children; a cycle of parents is reported with every hop and cut. */
export function declareKinds(blocks: readonly BlockOf<'matter'>[], ctx: Context): void {
  const byName = new Map(blocks.map((block) => [keyOf(ctx, block.name), block]));
  const parents = new Map<string, readonly Edge[]>();
  for (const [name, block] of byName) {
    const edges: Edge[] = [];
    for (const parent of block.parents) {
      const to = kindNamed(parent, ctx);
      if (to !== undefined) edges.push({ from: name, to, span: parent.span });
    }
    parents.set(name, edges);
  }
  for (const cycle of findCycles(byName.keys(), (node) => parents.get(node) ?? [])) {
    const [first] = cycle;
    if (!first) continue;
    const extra = { related: hops(cycle, bilingual('屬於', 'is a')) };
    complain(ctx, 'parent-cycle', first.span, { name: first.from }, extra);
  }
  for (const name of inOrder(byName.keys(), (node) => parents.get(node) ?? [])) {
    const block = byName.get(name);
    const above = (parents.get(name) ?? []).map((edge) => edge.to).filter((parent) => ctx.kinds.has(parent));
    if (block) declareKind(block, name, [...new Set(above)], ctx);
  }
}

function declareKind(block: BlockOf<'matter'>, name: string, parents: readonly string[], ctx: Context): void {
  const inherited = new Map<string, FactDecl>();
  const lineage = [name];
  for (const parent of parents) {
    const entry = ctx.kinds.get(parent);
    if (!entry) continue;
    for (const ancestor of entry.decl.lineage) if (!lineage.includes(ancestor)) lineage.push(ancestor);
    for (const [key, fact] of entry.lookup) {
      const before = inherited.get(key);
      if (before && (before.kind !== fact.kind || before.name !== fact.name)) {
        const related = [declaredHere(before.span, before.name), declaredHere(fact.span, fact.name)];
        complain(ctx, 'fact-kind-clash', block.name.span, { kind: block.name.text, name: key }, { related });
      } else inherited.set(key, fact);
    }
  }
  const { own, lookup } = declareFields(block.fields, name, inherited, ctx);
  const facts = new Map<string, FactDecl>();
  for (const fact of inherited.values()) facts.set(fact.name, fact);
  for (const fact of own) facts.set(fact.name, fact);
  const cites = blockCites(block.clauses, ctx);
  const decl = { name, span: block.name.span, parents, lineage, facts: recordOf(facts), cites };
  ctx.kinds.set(name, { decl: { ...decl, ...gistOf(block.clauses) }, lookup });
}

function declareFields(
  fields: readonly FieldNode[],
  owner: string,
  inherited: ReadonlyMap<string, FactDecl>,
  ctx: Context,
): { readonly own: readonly FactDecl[]; readonly lookup: ReadonlyMap<string, FactDecl> } {
  const lookup = new Map(inherited);
  const own: FactDecl[] = [];
  for (const field of fields) {
    const names = [field.name, ...field.aliases];
    const taken = names.find((name) => lookup.has(keyOf(ctx, name)));
    const before = taken && lookup.get(keyOf(ctx, taken));
    if (taken && before) {
      const related = [declaredHere(before.span, before.name)];
      complain(ctx, 'duplicate-name', taken.span, { name: taken.text }, { related });
      continue;
    }
    const fact = declareField(field, owner, ctx);
    if (!fact) continue;
    own.push(fact);
    for (const name of names) lookup.set(keyOf(ctx, name), fact);
  }
  return { own, lookup };
}

function declareField(field: FieldNode, kind: string, ctx: Context): FactDecl | undefined {
  const type = typeOf(field.type, ctx);
  if (!type) return undefined;
  const defaultValue = field.defaultValue && constantOf(field.defaultValue, type, { ctx, kinds: [] });
  return {
    name: keyOf(ctx, field.name),
    span: field.name.span,
    type,
    kind,
    aliases: field.aliases.map((alias) => keyOf(ctx, alias)),
    attesters: field.attesters.map((attester) => roleOf(ctx, attester)),
    ...(defaultValue ? { defaultValue } : {}),
    ...(field.description ? { description: field.description.text } : {}),
  };
}
