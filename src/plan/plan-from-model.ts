import type { DefinitionDecl, Model, NormDecl, TExpr } from '../check/model.ts';
import { invariant } from '../text/invariant.ts';
import { lowerExpr } from './lower-expr.ts';
import { type NodeBuilder, nodeBuilder } from './node-builder.ts';
import type { NodeId, Plan, PlanDefinition, PlanException, PlanNorm } from './plan.ts';

/** Lowers a model without errors to the plan. Pure; norms come out by name, whatever the order of files. */
export function planFromModel(model: Model): Plan {
  const b = nodeBuilder();
  const bookForce = inForce(b, model.book?.from, model.book?.until);
  const definitions = mapValues(model.definitions, (d) => lowerDefinition(b, d));
  const incoming = exceptionsByBase(model);
  const norms = sortedValues(model.norms).map((n) => lowerNorm(b, model, n, bookForce, incoming));
  return {
    version: 1,
    definitions,
    norms,
    ...(model.book
      ? {
          book: {
            title: model.book.title,
            ...(bookForce === undefined ? {} : { inForce: bookForce }),
          },
        }
      : {}),
    params: mapValues(model.parameters, (p) => ({
      type: p.type,
      ...(p.value ? { value: p.value } : {}),
      cites: p.cites,
    })),
    readings: mapValues(model.readings, (r) => ({
      adopted: r.adopted,
      options: r.options.map((o) => o.name),
      cites: r.cites,
    })),
    lineage: mapValues(model.kinds, (k) => k.lineage),
    records: mapValues(model.records, (r) => mapValues(r.fields, (f) => f.type)),
    facts: mapValues(model.kinds, (k) =>
      mapValues(k.facts, (f) => ({
        type: f.type,
        ...(f.defaultValue ? { defaultValue: f.defaultValue } : {}),
        attesters: f.attesters,
      })),
    ),
    nodes: b.nodes,
    spans: b.spans,
  };
}

function lowerDefinition(b: NodeBuilder, d: DefinitionDecl): PlanDefinition {
  return {
    name: d.name,
    form: d.form,
    type: d.type,
    policy: d.policy,
    rows: d.rows.map((r) => ({
      id: r.id,
      when: lowerExpr(b, r.when),
      value: lowerExpr(b, r.value),
      exception: r.exception,
      cites: r.cites.length > 0 ? r.cites : d.cites,
      span: r.span,
    })),
    ...(d.otherwise ? { otherwise: lowerExpr(b, d.otherwise) } : {}),
    cites: d.cites,
    span: d.span,
    ...(d.gist === undefined ? {} : { gist: d.gist }),
  };
}

interface Incoming {
  readonly exception: NormDecl;
  readonly link: NormDecl['exceptionTo'][number];
}

function exceptionsByBase(model: Model): Map<string, Incoming[]> {
  const map = new Map<string, Incoming[]>();
  for (const exception of sortedValues(model.norms))
    for (const link of exception.exceptionTo) {
      const list = map.get(link.norm) ?? [];
      list.push({ exception, link });
      map.set(link.norm, list);
    }
  return map;
}

function lowerNorm(
  b: NodeBuilder,
  model: Model,
  norm: NormDecl,
  bookForce: NodeId | undefined,
  incoming: ReadonlyMap<string, readonly Incoming[]>,
): PlanNorm {
  const { span } = norm;
  const conditions: NodeId[] = [];
  if (bookForce !== undefined) conditions.push(bookForce);
  const force = inForce(b, norm.from, norm.until);
  if (force !== undefined) conditions.push(force);
  if (norm.when) conditions.push(lowerExpr(b, norm.when));

  let requires = lowerExpr(b, norm.requirement);
  if (norm.deadline) requires = withDeadline(b, requires, lowerExpr(b, norm.deadline));
  if (norm.modality === 'shall-not') requires = b.not(requires, span);
  if (norm.modality === 'only-may') {
    // 僅 P 可以 Q: whoever does Q must be P.
    invariant(norm.who, `${norm.name} says who may act`);
    conditions.push(requires);
    requires = lowerExpr(b, norm.who);
  }
  if (norm.maintain) {
    const asOf = b.add({ op: 'asOf', type: { t: 'date' } }, span);
    conditions.push(b.cmp('ge', asOf, lowerExpr(b, norm.maintain.from), span));
    if (norm.maintain.to) {
      const to = lowerExpr(b, norm.maintain.to);
      requires = b.and([requires, b.add({ op: 'reached', date: to, type: { t: 'bool' } }, span)], span);
    }
  }
  return {
    name: norm.name,
    kinds: norm.kinds,
    modality: norm.modality,
    strength: norm.strength,
    applies: b.and(conditions, span),
    requires,
    exceptions: [
      ...norm.unless.map(
        (u): PlanException => ({
          source: {
            kind: 'unless',
            when: lowerExpr(b, u.when),
            cites: u.cites.length > 0 ? u.cites : norm.cites,
          },
          span: u.span,
        }),
      ),
      ...(incoming.get(norm.name) ?? []).map(
        ({ exception, link }): PlanException => ({
          source: {
            kind: 'norm',
            norm: exception.name,
            link: link.link,
            path: lowerPath(b, model, link.link === 'from-base' ? norm : exception, link.path),
          },
          span: link.span,
        }),
      ),
    ],
    ...(norm.follows === undefined ? {} : { follows: norm.follows }),
    bearers: norm.bearers,
    cites: norm.cites,
    ...(norm.gist === undefined ? {} : { gist: norm.gist }),
    ...(norm.note === undefined ? {} : { note: norm.note }),
    ...(norm.chapter === undefined ? {} : { chapter: norm.chapter }),
    span,
  };
}

/** The references of a path as fact nodes, each read in the matter the one before leads to. */
function lowerPath(b: NodeBuilder, model: Model, start: NormDecl, path: readonly string[]): NodeId[] {
  let kinds = start.kinds;
  return path.map((name) => {
    const fact = kinds.map((k) => model.kinds[k]?.facts[name]).find((f) => f !== undefined);
    invariant(fact?.type.t === 'ref', `${name} is a reference`);
    kinds = [fact.type.kind];
    return b.add({ op: 'fact', kind: fact.kind, fact: name, type: fact.type }, start.span);
  });
}

/** «期限 D»: each 已發生 that the norm asks for must be no later than D. */
function withDeadline(b: NodeBuilder, id: NodeId, deadline: NodeId): NodeId {
  const node = b.nodes[id];
  const span = b.spans[id];
  invariant(node && span, `plan node ${id}`);
  if (node.op === 'and')
    return b.and(
      node.args.map((a) => withDeadline(b, a, deadline)),
      span,
    );
  if (node.op === 'or')
    return b.or(
      node.args.map((a) => withDeadline(b, a, deadline)),
      span,
    );
  return node.op === 'occurred' ? b.cmp('le', node.arg, deadline, span) : id;
}

/** 施行 and 廢止 as a condition on 行為日期: from the first day (or while 施行 holds), up to but not on the day of repeal. */
function inForce(b: NodeBuilder, from?: TExpr, until?: TExpr): NodeId | undefined {
  const span = from?.span ?? until?.span;
  if (!span) return undefined;
  const parts: NodeId[] = [];
  const act = b.add({ op: 'actDate', type: { t: 'date' } }, span);
  if (from?.type.t === 'bool') parts.push(lowerExpr(b, from));
  else if (from) parts.push(b.cmp('ge', act, lowerExpr(b, from), span));
  if (until) parts.push(b.cmp('lt', act, lowerExpr(b, until), span));
  return b.and(parts, span);
}

function sortedValues<T>(record: Readonly<Record<string, T>>): T[] {
  return Object.keys(record)
    .sort()
    .flatMap((k) => {
      const v = record[k];
      return v === undefined ? [] : [v];
    });
}

function mapValues<T, U>(record: Readonly<Record<string, T>>, f: (value: T) => U): Record<string, U> {
  const out: Record<string, U> = Object.create(null);
  for (const key of Object.keys(record).sort()) {
    const value = record[key];
    if (value !== undefined) out[key] = f(value);
  }
  return out;
}
