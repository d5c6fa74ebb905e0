import type { Result } from '../diagnostics/diagnostic.ts';
import type { NormFile } from '../syntax/ast.ts';
import { blockCites, gistOf } from './cites.ts';
import { checkClauses, clauseOf } from './clause-rules.ts';
import {
  type BlockOf,
  bilingual,
  type Context,
  complain,
  declaredHere,
  keyOf,
  newContext,
  recordOf,
} from './context.ts';
import { type Edge, findCycles, hops } from './cycles.ts';
import { declareAll, ofKind } from './declare.ts';
import { checkDefinition } from './definition.ts';
import { resolveDefinitionKinds } from './definition-kinds.ts';
import { checkExample } from './example.ts';
import { checkExceptionCycles, linksOf } from './exceptions.ts';
import type { BookDecl, DeclaratoryDecl, DefinitionDecl, ExampleDecl, Model } from './model.ts';
import { checkNorm, inForce } from './norm.ts';
import { quotationsOf } from './quotation.ts';
import { checkShadowing, checkUsage } from './usage.ts';
import { subexpressions } from './walk.ts';

/**
 * Resolves every name of a rulebook and types every expression. Files may come in any order. Always returns a model
 * as far as it is known; with errors in the diagnostics it must not be evaluated.
 */
export function check(files: readonly NormFile[]): Result<Model> {
  const ctx = newContext();
  declareAll(files, ctx);
  const blocks = files.flatMap((file) => file.blocks);
  for (const block of blocks) {
    if (block.kind === 'book' || block.kind === 'matter' || block.kind === 'record') {
      checkClauses(block.kind, block.clauses, ctx);
    } else if (block.kind === 'parameter' || block.kind === 'reading')
      checkClauses(block.kind, block.clauses, ctx);
  }
  resolveDefinitionKinds(ctx);
  const book = checkBook(files, ctx);
  const definitions = new Map<string, DefinitionDecl>();
  for (const signature of ctx.signatures.values()) {
    const decl = checkDefinition(signature, ctx);
    if (decl) definitions.set(decl.name, decl);
  }
  checkDefinitionCycles(definitions, ctx);
  checkNorms(files, ctx);
  const declaratory = new Map<string, DeclaratoryDecl>();
  for (const block of ofKind(blocks, 'declaratory')) {
    const decl = checkDeclaratory(block, ctx);
    if (!declaratory.has(decl.name)) declaratory.set(decl.name, decl);
  }
  const examples = checkExamples(files, ctx);
  checkShadowing(ctx);
  checkUsage(ctx);
  const model: Model = {
    ...(book ? { book } : {}),
    enums: recordOf(ctx.enums),
    groups: recordOf(ctx.groups),
    kinds: recordOf([...ctx.kinds].map(([name, { decl }]) => [name, decl])),
    records: recordOf([...ctx.records].map(([name, { decl }]) => [name, decl])),
    parameters: recordOf(ctx.parameters),
    readings: recordOf(ctx.readings),
    definitions: recordOf(definitions),
    norms: recordOf(ctx.norms),
    declaratory: recordOf(declaratory),
    examples,
    quotations: quotationsOf(blocks, ctx),
    units: [...ctx.units.keys()],
    aliases: ctx.aliases,
    nameAliases: nameAliases(ctx),
  };
  return { value: model, diagnostics: ctx.diagnostics };
}

function checkBook(files: readonly NormFile[], ctx: Context): BookDecl | undefined {
  let book: BookDecl | undefined;
  for (const block of files.flatMap((file) => ofKind(file.blocks, 'book'))) {
    if (book) {
      const related = [declaredHere(book.span, book.name)];
      complain(ctx, 'duplicate-name', block.name.span, { name: block.name.text }, { related });
      continue;
    }
    book = {
      name: keyOf(ctx, block.name),
      span: block.name.span,
      title: clauseOf(block.clauses, 'title')?.text.text ?? block.name.text,
      cites: blockCites(block.clauses, ctx),
      ...inForce(block.clauses, { ctx, kinds: [] }),
    };
  }
  return book;
}

/** Norms in order of writing, each under the chapter that stands above it in its file; then the links between them. */
function checkNorms(files: readonly NormFile[], ctx: Context): void {
  for (const file of files) {
    let chapter: string | undefined;
    for (const block of file.blocks) {
      if (block.kind === 'chapter') chapter = block.title;
      if (block.kind !== 'norm') continue;
      const name = keyOf(ctx, block.name);
      if (ctx.normBlocks.get(name) !== block) continue;
      for (const norm of checkNorm(block, name, chapter, ctx)) ctx.norms.set(norm.name, norm);
    }
  }
  for (const [name, block] of ctx.normBlocks) {
    const norm = ctx.norms.get(name);
    if (!norm) continue;
    const exceptionTo = linksOf(block, norm, ctx);
    if (exceptionTo.length > 0) ctx.norms.set(name, { ...norm, exceptionTo });
  }
  checkExceptionCycles(ctx);
}

function checkDeclaratory(block: BlockOf<'declaratory'>, ctx: Context): DeclaratoryDecl {
  checkClauses('declaratory', block.clauses, ctx);
  const reason = clauseOf(block.clauses, 'reason');
  const lacks = (clause: string) =>
    complain(ctx, 'clause-missing', block.name.span, { name: block.name.text, clause });
  if (!reason) lacks('理由');
  if (!clauseOf(block.clauses, 'cite')) lacks('依據');
  return {
    name: keyOf(ctx, block.name),
    span: block.name.span,
    cites: blockCites(block.clauses, ctx),
    reason: reason?.text.text ?? '',
    ...gistOf(block.clauses),
  };
}

function checkExamples(files: readonly NormFile[], ctx: Context): readonly ExampleDecl[] {
  const examples = new Map<string, ExampleDecl>();
  for (const block of files.flatMap((file) => ofKind(file.blocks, 'example'))) {
    const before = examples.get(keyOf(ctx, block.name));
    if (before) {
      const related = [declaredHere(before.span, before.name)];
      complain(ctx, 'duplicate-name', block.name.span, { name: block.name.text }, { related });
    }
    const example = checkExample(block, ctx);
    if (example && !before) examples.set(example.name, example);
  }
  return [...examples.values()];
}

/** A definition must not depend on itself, also not through others or along references. */
function checkDefinitionCycles(definitions: ReadonlyMap<string, DefinitionDecl>, ctx: Context): void {
  const edges = (name: string): readonly Edge[] => {
    const decl = definitions.get(name);
    if (!decl) return [];
    const found: Edge[] = [];
    const roots = [
      ...decl.rows.flatMap((row) => [row.when, row.value]),
      ...(decl.otherwise ? [decl.otherwise] : []),
    ];
    for (const e of roots.flatMap((root) => [...subexpressions(root)])) {
      if (e.op === 'def') found.push({ from: name, to: e.name, span: e.span });
      if (e.op === 'follow' && e.def) found.push({ from: name, to: e.fact, span: e.span });
    }
    return found;
  };
  for (const cycle of findCycles(definitions.keys(), edges)) {
    const [first] = cycle;
    if (!first) continue;
    const extra = { related: hops(cycle, bilingual('用到', 'uses')) };
    complain(ctx, 'definition-cycle', first.span, { name: first.from }, extra);
  }
}

/** Whole-name aliases of members and facts, where they mean one thing only. */
function nameAliases(ctx: Context): Readonly<Record<string, string>> {
  const found = new Map<string, Set<string>>();
  const lookups = [...ctx.kinds.values(), ...ctx.records.values()].map((entry) => entry.lookup);
  const pairs = [
    ...[...ctx.domains.values()].flatMap((domain) => [...domain.members]),
    ...lookups.flatMap((lookup) => [...lookup].map(([key, fact]) => [key, fact.name] as const)),
  ];
  for (const [written, canonical] of pairs) {
    const names = found.get(written) ?? new Set();
    found.set(written, names.add(canonical));
  }
  const single: (readonly [string, string])[] = [];
  for (const [written, names] of found) {
    const [only] = names;
    if (names.size === 1 && only !== undefined && only !== written) single.push([written, only]);
  }
  return recordOf(single);
}
