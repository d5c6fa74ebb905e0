import type {
  DefinitionDecl,
  ExceptionLink,
  FactDecl,
  Model,
  NormDecl,
  TExpr,
  Type,
} from '../check/model.ts';
import { expressionsOf } from '../check/norm-expressions.ts';
import type { Span } from '../text/span.ts';
import { type EdgeReader, readExpr } from './expression-edges.ts';
import { type GraphSink, graphBuilder } from './graph-builder.ts';
import { nodeId, type RuleGraph } from './rule-graph.ts';

/**
 * The rule graph: what cites, reads, defines, excepts and follows what. Names that the model does not resolve
 * (an unfinished rulebook) give no edge: an edge always has both its nodes.
 */
export function buildGraph(model: Model): RuleGraph {
  const graph = graphBuilder();
  for (const e of Object.values(model.enums)) graph.node('enum', e.name, e.span);
  for (const record of Object.values(model.records)) {
    const id = graph.node('record', record.name, record.span);
    graph.cites(id, record.cites);
    for (const field of Object.values(record.fields)) addFact(graph, id, record.name, field);
  }
  for (const kind of Object.values(model.kinds)) {
    const id = graph.node('matter', kind.name, kind.span);
    graph.cites(id, kind.cites);
    for (const parent of kind.parents) graph.edge(id, nodeId('matter', parent), 'inherits', kind.span);
    for (const fact of Object.values(kind.facts))
      if (fact.kind === kind.name) addFact(graph, id, kind.name, fact);
  }
  for (const p of Object.values(model.parameters)) {
    const id = graph.node('parameter', p.name, p.span);
    graph.cites(id, p.cites);
    addType(graph, id, p.type, p.span);
  }
  for (const r of Object.values(model.readings)) graph.cites(graph.node('reading', r.name, r.span), r.cites);
  for (const d of Object.values(model.declaratory))
    graph.cites(graph.node('declaratory', d.name, d.span), d.cites);
  for (const definition of Object.values(model.definitions)) addDefinition(graph, model, definition);
  for (const norm of Object.values(model.norms)) addNorm(graph, model, norm);
  return graph.finish();
}

function addFact(graph: GraphSink, owner: string, ownerName: string, fact: FactDecl): void {
  const id = graph.node('fact', `${ownerName}.${fact.name}`, fact.span);
  graph.edge(owner, id, 'defines', fact.span);
  addType(graph, id, fact.type, fact.span);
}

/** A type names an enum, a record or a kind of matter. */
function addType(graph: GraphSink, from: string, type: Type, span: Span): void {
  if (type.t === 'set') addType(graph, from, type.of, span);
  else if (type.t === 'enum') graph.edge(from, nodeId('enum', type.enum), 'refers', span);
  else if (type.t === 'list') graph.edge(from, nodeId('record', type.record), 'refers', span);
  else if (type.t === 'ref') graph.edge(from, nodeId('matter', type.kind), 'refers', span);
}

function addDefinition(graph: GraphSink, model: Model, definition: DefinitionDecl): void {
  const id = graph.node(definition.form, definition.name, definition.span);
  graph.cites(id, definition.cites);
  graph.cites(id, definition.otherwiseCites);
  for (const kind of definition.kinds) graph.edge(id, nodeId('matter', kind), 'applies-to', definition.span);
  addType(graph, id, definition.type, definition.span);
  const read = reader(graph, model, id);
  if (definition.otherwise) read(definition.otherwise);
  for (const row of definition.rows) {
    const rowId = graph.node('row', row.id, row.span);
    graph.edge(id, rowId, 'defines', row.span);
    graph.cites(rowId, row.cites);
    const readRow = reader(graph, model, rowId);
    readRow(row.when);
    readRow(row.value);
  }
}

function addNorm(graph: GraphSink, model: Model, norm: NormDecl): void {
  const id = graph.node('norm', norm.name, norm.span);
  graph.cites(id, norm.cites);
  for (const kind of norm.kinds) graph.edge(id, nodeId('matter', kind), 'applies-to', norm.span);
  const read = reader(graph, model, id);
  for (const part of expressionsOf(norm)) read(part);
  for (const unless of norm.unless) graph.cites(id, unless.cites);
  for (const link of norm.exceptionTo) {
    graph.edge(id, nodeId('norm', link.norm), 'excepts', link.span);
    addLinkPath(graph, model, norm, link);
  }
  if (norm.follows !== undefined) graph.edge(id, nodeId('norm', norm.follows), 'follows', norm.span);
}

/** 例外於 N 經 路徑: the exception reads the references it goes along, from whichever side they start. */
function addLinkPath(graph: GraphSink, model: Model, norm: NormDecl, link: ExceptionLink): void {
  const id = nodeId('norm', norm.name);
  const base = Object.hasOwn(model.norms, link.norm) ? model.norms[link.norm] : undefined;
  let kinds = (link.link === 'from-base' ? base?.kinds : norm.kinds) ?? [];
  for (const step of link.path) {
    const facts = kinds.flatMap((kind) => {
      const decl = Object.hasOwn(model.kinds, kind) ? model.kinds[kind] : undefined;
      const fact = decl && Object.hasOwn(decl.facts, step) ? decl.facts[step] : undefined;
      return fact ? [fact] : [];
    });
    for (const fact of facts) graph.edge(id, nodeId('fact', `${fact.kind}.${fact.name}`), 'reads', link.span);
    kinds = facts.flatMap((fact) => (fact.type.t === 'ref' ? [fact.type.kind] : []));
  }
}

function reader(graph: GraphSink, model: Model, from: string): (expr: TExpr) => void {
  const edges: EdgeReader = { model, edge: (to, kind, span) => graph.edge(from, to, kind, span) };
  return (expr) => readExpr(edges, expr, undefined);
}
