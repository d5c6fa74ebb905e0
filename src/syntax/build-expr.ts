import type { CstNode, IToken } from 'chevrotain';
import { keywordOfToken } from '../../grammar/tokens.ts';
import { report } from '../diagnostics/report.ts';
import { parseChineseNumeral } from '../text/citation-text.ts';
import { joinSpans } from '../text/span.ts';
import type { AggregateOp, Expr, Name, Relation } from './ast.ts';
import {
  type BuildContext,
  firstToken,
  nameOf,
  node,
  nodes,
  nodesInOrder,
  present,
  spanOf,
  token,
  tokens,
  tokensInOrder,
} from './cst.ts';
import { MAX_DEPTH } from './limits.ts';

type Built<T> = T | undefined;

const RELATIONS: Readonly<Record<string, Relation>> = {
  IsWord: 'eq',
  Equals: 'eq',
  IsNotWord: 'ne',
  Ne: 'ne',
  ExceedsWord: 'gt',
  LaterThanWord: 'gt',
  Gt: 'gt',
  LessThanWord: 'lt',
  EarlierThanWord: 'lt',
  Lt: 'lt',
  NotExceedingWord: 'le',
  AtMostWord: 'le',
  NoLaterThanWord: 'le',
  Le: 'le',
  NotLessThanWord: 'ge',
  AtLeastWord: 'ge',
  NoEarlierThanWord: 'ge',
  Ge: 'ge',
};
const AGGREGATES: Readonly<Record<string, AggregateOp>> = {
  CountWord: 'count',
  AnyWord: 'any',
  AllWord: 'all',
  SumWord: 'sum',
  EarliestWord: 'earliest',
  LatestWord: 'latest',
  MaxWord: 'max',
  MinWord: 'min',
};
/** These look at one field of the entries, the others at the entries themselves. */
const OF_A_FIELD: ReadonlySet<AggregateOp> = new Set(['sum', 'earliest', 'latest', 'max', 'min']);

export function relationOf(cst: CstNode | undefined): Built<Relation> {
  const sign = cst && firstToken(cst);
  return sign && RELATIONS[sign.tokenType.name];
}

/** `A、B`: one value stays itself, several make a list. */
function listOf(context: BuildContext, cst: CstNode, child: 'expression' | 'shifted'): Built<Expr> {
  const parts = nodes(cst, child);
  const items = present(
    parts.map((n) => (child === 'shifted' ? buildShifted(context, n) : buildExpression(context, n))),
  );
  const [first] = items;
  if (!first || items.length < parts.length) return undefined;
  return items.length === 1 ? first : { kind: 'listLit', items, span: spanOf(context, cst) };
}
export function buildValues(context: BuildContext, cst: CstNode | undefined): Built<Expr> {
  return cst && listOf(context, cst, 'expression');
}
export function buildList(context: BuildContext, cst: CstNode | undefined): Built<Expr> {
  return cst && listOf(context, cst, 'shifted');
}

export function buildExpression(context: BuildContext, cst: CstNode | undefined): Built<Expr> {
  if (!cst) return undefined;
  const parts = nodes(cst, 'conjunction');
  const mixed = parts.length > 1 ? parts.find((part) => tokens(part, 'AndWord').length > 0) : undefined;
  if (mixed) {
    const word = tokens(mixed, 'AndWord')[0];
    const or = tokens(cst, 'OrWord')[0];
    context.diagnostics.push(
      report('mixed-connectives', spanOf(context, cst), { and: word?.image ?? '且', or: or?.image ?? '或' }),
    );
  }
  return joined(context, cst, 'or', parts, buildConjunction);
}
function buildConjunction(context: BuildContext, cst: CstNode): Built<Expr> {
  return joined(context, cst, 'and', nodes(cst, 'negation'), buildNegation);
}
function joined(
  context: BuildContext,
  cst: CstNode,
  kind: 'and' | 'or',
  parts: readonly CstNode[],
  build: (context: BuildContext, cst: CstNode) => Built<Expr>,
): Built<Expr> {
  const operands = present(parts.map((part) => build(context, part)));
  const [first] = operands;
  if (!first || operands.length < parts.length) return undefined;
  return operands.length === 1 ? first : { kind, operands, span: spanOf(context, cst) };
}
function buildNegation(context: BuildContext, cst: CstNode): Built<Expr> {
  const inner = buildComparison(context, node(cst, 'comparison'));
  if (!inner) return undefined;
  return tokens(cst, 'NotWord').reduceRight<Expr>(
    (operand, word) => ({ kind: 'not', operand, span: joinSpans(spanOf(context, word), operand.span) }),
    inner,
  );
}

function buildComparison(context: BuildContext, cst: CstNode | undefined): Built<Expr> {
  if (!cst) return undefined;
  const left = buildShifted(context, node(cst, 'shifted'));
  if (!left) return undefined;
  const span = spanOf(context, cst);
  const right = () => buildShifted(context, node(cst, 'shifted', 1));

  const relation = node(cst, 'relation');
  if (relation) {
    const name = relationOf(relation);
    const other = right();
    if (!name || !other) return undefined;
    // «X 為 未發生» and «X 為 空» say the same as the postfix words.
    if (name === 'eq' || name === 'ne') {
      const negated = name === 'ne';
      if (other.kind === 'notYetLit') return { kind: 'occurred', negated: !negated, operand: left, span };
      if (other.kind === 'emptyLit') return { kind: 'isEmpty', negated, operand: left, span };
    }
    return { kind: 'compare', relation: name, left, right: other, span };
  }
  const setRelation = node(cst, 'setRelation');
  if (setRelation) {
    const list = buildList(context, node(cst, 'list'));
    return list && setComparison(setRelation, left, list, span);
  }
  const postfix = node(cst, 'postfix');
  if (postfix) {
    if (token(postfix, 'IsEmptyWord')) return { kind: 'isEmpty', negated: false, operand: left, span };
    if (token(postfix, 'IsNotEmptyWord')) return { kind: 'isEmpty', negated: true, operand: left, span };
    return {
      kind: 'occurred',
      negated: token(postfix, 'NotOccurredWord') !== undefined,
      operand: left,
      span,
    };
  }
  if (token(cst, 'BetweenWord')) {
    const low = right();
    const high = buildShifted(context, node(cst, 'shifted', 2));
    return low && high && { kind: 'between', operand: left, low, high, span };
  }
  if (token(cst, 'OnWord')) {
    const window = right();
    if (window && window.kind !== 'shift') {
      context.diagnostics.push(report('window-without-length', window.span, {}));
      return undefined;
    }
    return window && { kind: 'within', operand: left, window, span };
  }
  const same = node(cst, 'samePeriod');
  if (same) {
    const other = right();
    const period = token(same, 'SameYearWord')
      ? 'year'
      : token(same, 'SameQuarterWord')
        ? 'quarter'
        : 'month';
    return other && { kind: 'samePeriod', period, left, right: other, span };
  }
  return left;
}
function setComparison(cst: CstNode, left: Expr, right: Expr, span: Expr['span']): Built<Expr> {
  if (token(cst, 'InWord')) return { kind: 'member', negated: false, left, right, span };
  if (token(cst, 'NotInWord')) return { kind: 'member', negated: true, left, right, span };
  const relation = token(cst, 'SubsetWord')
    ? 'subset'
    : token(cst, 'SupersetWord')
      ? 'superset'
      : token(cst, 'DisjointWord')
        ? 'disjoint'
        : 'overlaps';
  return { kind: 'setRelation', relation, left, right, span };
}

/** Left-associative chains make a tree as deep as they are long, so their length is bounded like depth. */
function chain(
  context: BuildContext,
  cst: CstNode | undefined,
  child: string,
  build: (context: BuildContext, cst: CstNode) => Built<Expr>,
  combine: (left: Expr, operator: IToken, right: Expr) => Expr,
): Built<Expr> {
  if (!cst) return undefined;
  const parts = nodes(cst, child);
  const operators = tokensInOrder(cst);
  if (parts.length > MAX_DEPTH) {
    context.diagnostics.push(report('nesting-too-deep', spanOf(context, cst), { limit: MAX_DEPTH }));
    return undefined;
  }
  const operands = parts.map((part) => build(context, part));
  let left = operands[0];
  for (const [i, operator] of operators.entries()) {
    const right = operands[i + 1];
    if (!left || !right) return undefined;
    left = combine(left, operator, right);
  }
  return left;
}
export function buildShifted(context: BuildContext, cst: CstNode | undefined): Built<Expr> {
  return chain(context, cst, 'sum', buildSum, (base, word, amount) => ({
    kind: 'shift',
    base,
    direction: word.tokenType.name === 'AfterWord' ? 'after' : 'before',
    amount,
    span: joinSpans(base.span, amount.span),
  }));
}
function arith(left: Expr, sign: IToken, right: Expr): Expr {
  const ops = { Plus: 'add', Minus: 'sub', Times: 'mul', Divide: 'div' } as const;
  const op = ops[sign.tokenType.name as keyof typeof ops];
  return { kind: 'arith', op, left, right, span: joinSpans(left.span, right.span) };
}
function buildSum(context: BuildContext, cst: CstNode): Built<Expr> {
  return chain(context, cst, 'product', buildProduct, arith);
}
function buildProduct(context: BuildContext, cst: CstNode): Built<Expr> {
  return chain(context, cst, 'primary', buildPrimary, arith);
}
function buildPrimary(context: BuildContext, cst: CstNode): Built<Expr> {
  const [only] = nodesInOrder(cst);
  switch (only?.name) {
    case 'expression':
      return buildExpression(context, only);
    case 'sequence': {
      const strict = token(only, 'StrictlyOrderedWord') !== undefined;
      const list = node(only, 'list');
      const steps = list ? nodes(list, 'shifted').map((n) => buildShifted(context, n)) : [];
      const known = present(steps);
      if (known.length < steps.length || known.length === 0) return undefined;
      return { kind: 'ordered', strict, steps: known, span: spanOf(context, only) };
    }
    case 'aggregate':
      return buildAggregate(context, only);
    case 'atom':
      return buildAtom(context, only);
    default:
      return undefined;
  }
}

function buildAggregate(context: BuildContext, cst: CstNode): Built<Expr> {
  const word = firstToken(cst);
  const op = word && AGGREGATES[word.tokenType.name];
  const path = buildPath(context, node(cst, 'path'));
  if (!op || !path || (path.kind !== 'pathExpr' && path.kind !== 'nameExpr')) return undefined;
  const condition = node(cst, 'expression');
  const where = buildExpression(context, condition);
  if (token(cst, 'WhereWord') && !where) return undefined;
  const rest = { ...(where ? { where } : {}), span: spanOf(context, cst) };
  if (!OF_A_FIELD.has(op)) return { kind: 'aggregate', op, list: path, ...rest };
  const field = path.kind === 'pathExpr' ? path.fields.at(-1) : undefined;
  if (path.kind === 'nameExpr' || !field) {
    context.diagnostics.push(report('aggregate-without-field', path.span, { word: word?.image ?? '' }));
    return undefined;
  }
  return { kind: 'aggregate', op, list: pathOf(path.base, path.fields.slice(0, -1)), field, ...rest };
}
function pathOf(base: Name, fields: readonly Name[]): Expr {
  const last = fields.at(-1);
  return last
    ? { kind: 'pathExpr', base, fields, span: joinSpans(base.span, last.span) }
    : { kind: 'nameExpr', name: base, span: base.span };
}
export function buildPath(context: BuildContext, cst: CstNode | undefined): Built<Expr> {
  const [base, ...fields] = cst ? tokens(cst, 'AnyName').map((t) => nameOf(context, t)) : [];
  return base && pathOf(base, fields);
}

export function buildAtom(context: BuildContext, cst: CstNode | undefined): Built<Expr> {
  if (!cst) return undefined;
  const span = spanOf(context, cst);
  const number = node(cst, 'number');
  if (number) return buildNumber(context, number);
  const braces = node(cst, 'braces');
  if (braces) {
    const list = node(braces, 'list');
    const parts = list ? nodes(list, 'shifted').map((n) => buildShifted(context, n)) : [];
    const items = present(parts);
    return items.length < parts.length ? undefined : { kind: 'listLit', items, span };
  }
  const path = node(cst, 'path');
  if (path) return buildPath(context, path);
  const t = firstToken(cst);
  if (!t) return undefined;
  switch (t.tokenType.name) {
    case 'Date':
      return { kind: 'dateLit', text: plainDate(t.image), span };
    case 'Time': {
      const [day = '', clock = ''] = t.image.normalize('NFKC').split('T');
      return { kind: 'timeLit', text: `${plainDate(day)}T${clock.padStart(5, '0')}`, span };
    }
    case 'Quote':
      return { kind: 'textLit', value: t.image.slice(1, -1), span };
  }
  switch (keywordOfToken(t.tokenType)) {
    case 'yes':
      return { kind: 'boolLit', value: true, span };
    case 'no':
      return { kind: 'boolLit', value: false, span };
    case 'empty':
      return { kind: 'emptyLit', span };
    case 'notOccurred':
      return { kind: 'notYetLit', span };
    default:
      return undefined;
  }
}
function plainDate(image: string): string {
  return image
    .normalize('NFKC')
    .split('-')
    .map((part) => part.padStart(2, '0'))
    .join('-');
}
function buildNumber(context: BuildContext, cst: CstNode): Built<Expr> {
  const digits = token(cst, 'Number');
  const span = spanOf(context, cst);
  const value = digits && parseChineseNumeral(digits.image);
  if (value === undefined || Math.abs(value) > Number.MAX_SAFE_INTEGER) {
    context.diagnostics.push(report('bad-number', span, { found: (digits?.image ?? '').slice(0, 40) }));
    return undefined;
  }
  const unitWord = token(cst, 'AnyName');
  const unit = unitWord && withoutMeasure(nameOf(context, unitWord));
  return {
    kind: 'numberLit',
    value: token(cst, 'Minus') ? -value : value,
    ...(unit ? { unit } : {}),
    span,
  };
}
/** 個 in 三個工作日 only counts; alone it is a unit itself. */
function withoutMeasure(unit: Name): Name {
  if (!/^[個个]./u.test(unit.text)) return unit;
  return { text: unit.text.slice(1), span: { ...unit.span, start: unit.span.start + 1 } };
}
