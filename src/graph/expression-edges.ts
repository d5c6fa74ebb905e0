import type { Constant, Model, TExpr } from '../check/model.ts';
import { children } from '../check/texpr-children.ts';
import type { Span } from '../text/span.ts';
import { type EdgeKind, nodeId } from './rule-graph.ts';

export interface EdgeReader {
  readonly model: Model;
  readonly edge: (to: string, kind: EdgeKind, span: Span) => void;
}

/** Adds what an expression reads. `record` is the record of the innermost list that is counted or summed. */
export function readExpr(reader: EdgeReader, expr: TExpr, record: string | undefined): void {
  const reads = (to: string): void => reader.edge(to, 'reads', expr.span);
  switch (expr.op) {
    case 'fact':
      reads(nodeId('fact', `${owner(reader.model, expr.kind, expr.fact)}.${expr.fact}`));
      break;
    case 'follow':
      if (expr.def) reads(definitionId(reader.model, expr.fact));
      else reads(nodeId('fact', `${owner(reader.model, expr.kind, expr.fact)}.${expr.fact}`));
      break;
    case 'item':
      if (record !== undefined) reads(nodeId('fact', `${record}.${expr.field}`));
      break;
    case 'param':
      reads(nodeId('parameter', expr.name));
      break;
    case 'reading':
      reads(nodeId('reading', expr.name));
      break;
    case 'def':
      reads(definitionId(reader.model, expr.name));
      break;
    case 'const':
      readConstant(reader, expr.value, expr.span);
      break;
    case 'aggregate': {
      const inner = expr.list.type.t === 'list' ? expr.list.type.record : undefined;
      readExpr(reader, expr.list, record);
      if (expr.field !== undefined && inner !== undefined) reads(nodeId('fact', `${inner}.${expr.field}`));
      if (expr.where) readExpr(reader, expr.where, inner);
      return;
    }
    default:
      break;
  }
  for (const child of children(expr)) readExpr(reader, child, record);
}

/** A member of an enum that is named in a rule refers to the enum. */
function readConstant(reader: EdgeReader, value: Constant, span: Span): void {
  const type = value.t === 'set' ? value.of : value;
  if (type.t === 'enum') reader.edge(nodeId('enum', type.enum), 'refers', span);
}

/** The kind whose block declares the fact: the fact's one node in the graph. */
function owner(model: Model, kind: string, fact: string): string {
  const decl = Object.hasOwn(model.kinds, kind) ? model.kinds[kind] : undefined;
  return (decl && Object.hasOwn(decl.facts, fact) ? decl.facts[fact]?.kind : undefined) ?? kind;
}

function definitionId(model: Model, name: string): string {
  const decl = Object.hasOwn(model.definitions, name) ? model.definitions[name] : undefined;
  return nodeId(decl?.form ?? 'definition', name);
}
