import type { CstNode } from 'chevrotain';
import { report } from '../diagnostics/report.ts';
import type { Span } from '../text/span.ts';
import type { Assignment, Block, ExampleMatter, Expectation, Expr, Name, VerdictWord } from './ast.ts';
import { buildAtom, buildShifted } from './build-expr.ts';
import {
  type BuildContext,
  nameOf,
  namesOf,
  node,
  nodes,
  nodesInOrder,
  present,
  spanOf,
  token,
  tokens,
} from './cst.ts';

const VERDICTS: Readonly<Record<string, VerdictWord>> = {
  NotApplicableWord: 'not-applicable',
  ExemptWord: 'exempt',
  CompliantWord: 'compliant',
  ViolatedWord: 'violated',
  DeviationWord: 'deviation',
  PendingWord: 'pending',
  ConflictWord: 'conflict',
  UndeterminedWord: 'undetermined',
};

/** The first matter is the one without 對象; it is there even if nothing is said of it. */
export function buildExample(context: BuildContext, cst: CstNode, name: Name, span: Span): Block {
  const matters: { name?: Name; matterKind?: Name; assignments: Assignment[]; span: Span }[] = [
    { assignments: [], span: name.span },
  ];
  let expect: Expectation | undefined;
  for (const part of nodesInOrder(cst)) {
    const current = matters.at(-1);
    if (part.name === 'subject') {
      const [alias, kind] = tokens(part, 'AnyName').map((t) => nameOf(context, t));
      if (alias) {
        matters.push({
          name: alias,
          ...(kind ? { matterKind: kind } : {}),
          assignments: [],
          span: spanOf(context, part),
        });
      }
    } else if (part.name === 'assignment') {
      const assignment = buildAssignment(context, part);
      if (assignment) current?.assignments.push(assignment);
    } else if (part.name === 'expectation') {
      if (expect)
        context.diagnostics.push(report('repeated-clause', spanOf(context, part), { clause: '結果' }));
      else expect = buildExpectation(context, part);
    }
  }
  const closed: ExampleMatter[] = matters.map((m) => {
    const last = m.assignments.at(-1);
    const first = m.name ?? m.assignments[0];
    const start = m.name ? m.span.start : (first?.span.start ?? m.span.start);
    return { ...m, span: { ...m.span, start, end: Math.max(last?.span.end ?? 0, m.span.end) } };
  });
  return {
    kind: 'example',
    name,
    norms: namesOf(context, node(cst, 'names')),
    matters: closed,
    ...(expect ? { expect } : {}),
    span,
  };
}

function buildAssignment(context: BuildContext, cst: CstNode): Assignment | undefined {
  const [name, attester] = tokens(cst, 'AnyName').map((t) => nameOf(context, t));
  const value = buildAssigned(context, cst);
  if (!name || !value) return undefined;
  const given = node(cst, 'given');
  return {
    name,
    value,
    attested: given !== undefined && token(given, 'AttestedAsWord') !== undefined,
    ...(attester ? { attester } : {}),
    span: spanOf(context, cst),
  };
}
function buildAssigned(context: BuildContext, cst: CstNode): Expr | undefined {
  const empty = token(cst, 'IsEmptyWord');
  if (empty) return { kind: 'emptyLit', span: spanOf(context, empty) };
  const notYet = token(cst, 'NotOccurredWord');
  if (notYet) return { kind: 'notYetLit', span: spanOf(context, notYet) };
  const given = node(cst, 'given');
  const parts = given ? nodes(given, 'givenValue') : [];
  const items = present(parts.map((part) => buildGiven(context, part)));
  const [first] = items;
  if (!first || items.length < parts.length) return undefined;
  if (items.length === 1) return first;
  return { kind: 'listLit', items, span: { ...first.span, end: items.at(-1)?.span.end ?? first.span.end } };
}
function buildGiven(context: BuildContext, cst: CstNode): Expr | undefined {
  const entry = node(cst, 'entry');
  if (!entry) return buildAtom(context, node(cst, 'atom'));
  const parts = nodes(entry, 'assignment');
  const fields = present(parts.map((part) => buildAssignment(context, part)));
  if (fields.length === 0 || fields.length < parts.length) return undefined;
  return { kind: 'recordLit', fields, span: spanOf(context, entry) };
}

function buildExpectation(context: BuildContext, cst: CstNode): Expectation | undefined {
  const words = node(cst, 'verdict');
  const word = words && Object.keys(VERDICTS).find((key) => token(words, key));
  const verdict = word === undefined ? undefined : VERDICTS[word];
  if (!verdict) return undefined;
  const missing = nodes(cst, 'names').flatMap((names) => namesOf(context, names));
  const due = buildShifted(context, node(cst, 'shifted'));
  const second = nodes(cst, 'shifted')[1];
  if (second)
    context.diagnostics.push(report('repeated-clause', spanOf(context, second), { clause: '期限' }));
  return {
    verdict,
    ...(token(cst, 'MissingWord') ? { missing } : {}),
    ...(due ? { due } : {}),
    span: spanOf(context, cst),
  };
}
