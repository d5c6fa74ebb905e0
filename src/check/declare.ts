import type { Block, Name, NormFile } from '../syntax/ast.ts';
import { nameKey } from './canonical-name.ts';
import { blockCites, gistOf } from './cites.ts';
import { constantOf } from './constant.ts';
import { type BlockOf, bilingual, type Context, complain, declaredHere, keyOf, recordOf } from './context.ts';
import { type Edge, findCycles, hops, inOrder } from './cycles.ts';
import { declareKinds, declareRecords } from './declare-kinds.ts';
import type { EnumDecl, ReadingDecl } from './model.ts';
import { learnSpellings } from './spelling.ts';
import { didYouMean } from './suggest.ts';
import { typeOf } from './type-of.ts';

/** Pass 1: every declared name, so that the order of blocks and files does not matter. */
export function declareAll(files: readonly NormFile[], ctx: Context): void {
  const blocks = files.flatMap((file) => file.blocks);
  declareAliases(ofKind(blocks, 'alias'), ctx);
  learnSpellings(blocks, ctx);
  for (const block of ofKind(blocks, 'units')) {
    for (const unit of block.units) claim(ctx.units, keyOf(ctx, unit), unit, unit, ctx);
  }
  const types = new Map<string, Name>();
  const values = new Map<string, Name>();
  for (const block of ofKind(blocks, 'enum')) {
    if (claim(types, keyOf(ctx, block.name), block.name, block.name, ctx)) declareEnum(block, ctx);
  }
  for (const block of ofKind(blocks, 'reading')) {
    const key = keyOf(ctx, block.name);
    if (claim(types, key, block.name, block.name, ctx)) {
      values.set(key, block.name);
      declareReading(block, ctx);
    }
  }
  const groups = ofKind(blocks, 'group').filter((g) => claim(types, keyOf(ctx, g.name), g.name, g.name, ctx));
  declareGroups(groups, ctx);
  const kinds = new Map<string, Name>();
  const matters = ofKind(blocks, 'matter').filter((m) =>
    claim(kinds, keyOf(ctx, m.name), m.name, m.name, ctx),
  );
  const records = ofKind(blocks, 'record').filter((r) =>
    claim(types, keyOf(ctx, r.name), r.name, r.name, ctx),
  );
  for (const key of kinds.keys()) ctx.kindNames.add(key);
  for (const block of records) ctx.recordNames.add(keyOf(ctx, block.name));
  declareRecords(records, ctx);
  declareKinds(matters, ctx);
  for (const block of ofKind(blocks, 'parameter')) {
    const key = keyOf(ctx, block.name);
    if (claim(values, key, block.name, block.name, ctx)) declareParameter(block, key, ctx);
  }
  for (const block of [...ofKind(blocks, 'definition'), ...ofKind(blocks, 'table')]) {
    const key = keyOf(ctx, block.name);
    if (!claim(values, key, block.name, block.name, ctx)) continue;
    const type = typeOf(block.type, ctx);
    ctx.signatures.set(key, { name: key, block, type, kinds: undefined, clash: false });
  }
  const norms = new Map<string, Name>();
  for (const block of blocks) {
    if (block.kind !== 'norm' && block.kind !== 'declaratory') continue;
    const key = keyOf(ctx, block.name);
    if (claim(norms, key, block.name, block.name, ctx) && block.kind === 'norm')
      ctx.normBlocks.set(key, block);
  }
}

export function ofKind<K extends Block['kind']>(blocks: readonly Block[], kind: K): readonly BlockOf<K>[] {
  return blocks.filter((b): b is BlockOf<K> => b.kind === kind);
}

/** Takes a name in a name space; false and a diagnostic if somebody has it already. */
export function claim<T extends Name>(
  space: Map<string, T>,
  key: string,
  name: Name,
  entry: T,
  ctx: Context,
): boolean {
  const before = space.get(key);
  if (!before) {
    space.set(key, entry);
    return true;
  }
  const related = [declaredHere(before.span, before.text)];
  complain(ctx, 'duplicate-name', name.span, { name: name.text }, { related });
  return false;
}

/** 別名: longest first, so that the longest term wins; chains are followed to their end. */
function declareAliases(blocks: readonly BlockOf<'alias'>[], ctx: Context): void {
  const written = new Map<string, Name>();
  const direct: (readonly [string, string, Name])[] = [];
  for (const block of blocks) {
    const from = nameKey(block.name.text);
    if (claim(written, from, block.name, block.name, ctx))
      direct.push([from, nameKey(block.canonical.text), block.name]);
  }
  const byLength = [...direct].sort((a, b) => b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1));
  const terms = byLength.map(([from, to]) => [from, to] as const);
  const settled: (readonly [string, string])[] = [];
  for (const [from, to, name] of byLength) {
    let canonical = to;
    for (let i = 0; i <= terms.length; i++) canonical = nameKey(canonical, terms);
    if (nameKey(canonical, terms) === canonical) settled.push([from, canonical]);
    else complain(ctx, 'alias-cycle', name.span, { name: name.text });
  }
  ctx.aliases = settled;
}

function declareEnum(block: BlockOf<'enum'>, ctx: Context): void {
  const name = keyOf(ctx, block.name);
  const members = new Map<string, string>();
  const seen = new Map<string, Name>();
  const order: string[] = [];
  const spans: [string, Name['span']][] = [];
  for (const member of block.members) {
    const key = keyOf(ctx, member.name);
    if (!claim(seen, key, member.name, member.name, ctx)) continue;
    order.push(key);
    spans.push([key, member.name.span]);
    members.set(key, key);
    for (const alias of member.aliases) {
      const other = keyOf(ctx, alias);
      if (other !== key && claim(seen, other, alias, alias, ctx)) members.set(other, key);
    }
  }
  const decl: EnumDecl = { name, span: block.name.span, members: order, memberSpans: recordOf(spans) };
  ctx.enums.set(name, decl);
  ctx.domains.set(name, { name, members });
}

function declareReading(block: BlockOf<'reading'>, ctx: Context): void {
  const name = keyOf(ctx, block.name);
  const seen = new Map<string, Name>();
  const options: ReadingDecl['options'][number][] = [];
  for (const option of block.options) {
    const key = keyOf(ctx, option.name);
    if (!claim(seen, key, option.name, option.name, ctx)) continue;
    options.push({ name: key, span: option.span, ...(option.text ? { text: option.text.text } : {}) });
  }
  const adopted = block.options.filter((option) => option.adopted);
  const [one] = adopted;
  if (adopted.length !== 1) {
    complain(ctx, 'reading-adopted', adopted[1]?.name.span ?? block.name.span, { name: block.name.text });
  }
  ctx.readings.set(name, {
    name,
    span: block.name.span,
    options,
    adopted: one ? keyOf(ctx, one.name) : (options[0]?.name ?? ''),
    cites: blockCites(block.clauses, ctx),
  });
  ctx.domains.set(name, { name, members: new Map(options.map((o) => [o.name, o.name])) });
}

/** 類: members of one enum; a group may name groups. */
function declareGroups(blocks: readonly BlockOf<'group'>[], ctx: Context): void {
  const byName = new Map(blocks.map((block) => [keyOf(ctx, block.name), block]));
  const edges = (node: string): readonly Edge[] =>
    (byName.get(node)?.members ?? [])
      .map((member) => ({ from: node, to: keyOf(ctx, member), span: member.span }))
      .filter((edge) => byName.has(edge.to));
  for (const cycle of findCycles(byName.keys(), edges)) {
    const [first] = cycle;
    if (!first) continue;
    const extra = { related: hops(cycle, bilingual('包括', 'includes')) };
    complain(ctx, 'definition-cycle', first.span, { name: first.from }, extra);
  }
  for (const key of inOrder(byName.keys(), edges)) {
    const block = byName.get(key);
    if (block) declareGroup(block, key, new Set(byName.keys()), ctx);
  }
}

function declareGroup(block: BlockOf<'group'>, key: string, names: ReadonlySet<string>, ctx: Context): void {
  const parts = block.members.map((name) => ({ name, key: keyOf(ctx, name) }));
  const domains = [...ctx.enums.keys()].filter((domain) =>
    parts.some(
      (p) => (ctx.groups.get(p.key)?.enum ?? (inDomain(ctx, domain, p.key) ? domain : '')) === domain,
    ),
  );
  // the enum that has most of the members is the one that is meant
  const score = (domain: string) =>
    parts.filter((p) => inDomain(ctx, domain, p.key) || ctx.groups.get(p.key)?.enum === domain).length;
  const [domain] = [...domains].sort((a, b) => score(b) - score(a));
  const members: string[] = [];
  for (const part of parts) {
    const group = ctx.groups.get(part.key);
    const member = domain === undefined ? undefined : ctx.domains.get(domain)?.members.get(part.key);
    if (group && group.enum === domain) {
      members.push(...group.members);
      ctx.used.add(`group ${part.key}`);
    } else if (!group && names.has(part.key))
      continue; // in a cycle, or broken itself: reported
    else if (member !== undefined) members.push(member);
    else {
      const other = group?.enum ?? [...ctx.enums.keys()].find((d) => inDomain(ctx, d, part.key));
      if (other !== undefined && domain !== undefined) {
        const params = { name: block.name.text, first: domain, second: other };
        complain(ctx, 'group-mixed', part.name.span, params);
      } else {
        const candidates = [...ctx.enums.keys()].flatMap((d) => [
          ...(ctx.domains.get(d)?.members.keys() ?? []),
        ]);
        const hint = didYouMean(part.name.text, candidates);
        complain(ctx, 'unknown-name', part.name.span, { name: part.name.text }, { hint });
      }
    }
  }
  if (domain === undefined) return;
  ctx.groups.set(key, { name: key, span: block.name.span, enum: domain, members: [...new Set(members)] });
}

function inDomain(ctx: Context, domain: string, key: string): boolean {
  return ctx.domains.get(domain)?.members.has(key) ?? false;
}

function declareParameter(block: BlockOf<'parameter'>, key: string, ctx: Context): void {
  const type = typeOf(block.type, ctx);
  if (!type) return;
  const value = block.value && constantOf(block.value, type, { ctx, kinds: [] });
  const cites = blockCites(block.clauses, ctx);
  const decl = { name: key, span: block.name.span, type, cites, ...gistOf(block.clauses) };
  ctx.parameters.set(key, value ? { ...decl, value } : decl);
}
