import type { CstNode, IToken } from 'chevrotain';
import { KEYWORDS, spellings } from '../../grammar/keywords.ts';
import { report } from '../diagnostics/report.ts';
import { assertNever } from '../text/invariant.ts';
import type { Span } from '../text/span.ts';
import type {
  Block,
  Clause,
  FieldNode,
  MemberNode,
  Name,
  ReadingOption,
  TableCell,
  TableColumn,
  TableRow,
} from './ast.ts';
import { buildClause } from './build-clause.ts';
import { buildExample } from './build-example.ts';
import { buildList, buildShifted, buildValues, relationOf } from './build-expr.ts';
import { buildType } from './build-type.ts';
import {
  type BuildContext,
  citationsOf,
  nameOf,
  namesOf,
  node,
  nodes,
  nodesInOrder,
  present,
  quoteOf,
  spanOf,
  token,
  tokens,
} from './cst.ts';

type BlockRule =
  | 'bookBlock'
  | 'chapterBlock'
  | 'enumBlock'
  | 'groupBlock'
  | 'aliasBlock'
  | 'unitsBlock'
  | 'matterBlock'
  | 'recordBlock'
  | 'parameterBlock'
  | 'readingBlock'
  | 'declaratoryBlock'
  | 'definitionBlock'
  | 'tableBlock'
  | 'normBlock'
  | 'exampleBlock';

/** A block without a name is dropped: nothing could refer to it, and the error has been reported. */
export function buildBlock(context: BuildContext, cst: CstNode, span: Span): Block | undefined {
  const [inner] = nodesInOrder(cst);
  if (!inner) return undefined;
  const rule = inner.name as BlockRule;
  if (rule === 'chapterBlock') return buildChapter(context, token(inner, 'ChapterWord'));
  if (rule === 'unitsBlock') {
    const units = namesOf(context, node(inner, 'names'));
    return units.length > 0 ? { kind: 'units', units, span } : undefined;
  }
  const [first, second] = tokens(inner, 'AnyName').map((t) => nameOf(context, t));
  if (!first) return undefined;
  const name: Name = first;
  const clauses = () => clausesOf(context, inner);
  const type = () => buildType(context, node(inner, 'type'));
  switch (rule) {
    case 'bookBlock':
      return { kind: 'book', name, clauses: clauses(), span };
    case 'enumBlock':
      return {
        kind: 'enum',
        name,
        members: nodes(inner, 'member').flatMap((m) => memberOf(context, m)),
        span,
      };
    case 'groupBlock':
      return { kind: 'group', name, members: namesOf(context, node(inner, 'names')), span };
    case 'aliasBlock':
      return second && { kind: 'alias', name, canonical: second, span };
    case 'matterBlock': {
      const parents = namesOf(context, node(inner, 'names'));
      return { kind: 'matter', name, parents, fields: fieldsOf(context, inner), clauses: clauses(), span };
    }
    case 'recordBlock':
      return { kind: 'record', name, fields: fieldsOf(context, inner), clauses: clauses(), span };
    case 'parameterBlock': {
      const of = type();
      const value = buildList(context, node(inner, 'list'));
      return (
        of && { kind: 'parameter', name, type: of, ...(value ? { value } : {}), clauses: clauses(), span }
      );
    }
    case 'readingBlock': {
      const options = present(nodes(inner, 'readingOption').map((o) => optionOf(context, o)));
      return { kind: 'reading', name, options, clauses: clauses(), span };
    }
    case 'declaratoryBlock':
      return { kind: 'declaratory', name, clauses: clauses(), span };
    case 'definitionBlock': {
      const of = type();
      return of && { kind: 'definition', name, type: of, clauses: clauses(), span };
    }
    case 'tableBlock': {
      const of = type();
      const [head, ...rows] = nodes(inner, 'row');
      return (
        of && {
          kind: 'table',
          name,
          type: of,
          columns: head ? columnsOf(context, head) : [],
          rows: present(rows.map((row) => rowOf(context, row))),
          clauses: clauses(),
          span,
        }
      );
    }
    case 'normBlock':
      return { kind: 'norm', name, clauses: clauses(), span };
    case 'exampleBlock':
      return buildExample(context, inner, name, span);
    default:
      return assertNever(rule);
  }
}

/** 章 第八章 會議制度: the rest of the line is the title, its first word the name. */
function buildChapter(context: BuildContext, line: IToken | undefined): Block | undefined {
  if (!line) return undefined;
  const word = [...spellings('chapter')]
    .sort((a, b) => b.length - a.length)
    .find((s) => line.image.startsWith(s));
  const rest = line.image.slice(word?.length ?? 0).replace(/^[\s：:]+/, '');
  const title = rest.trimEnd();
  if (title === '') return undefined;
  const start = line.startOffset + line.image.length - rest.length;
  const text = title.split(/\s/)[0] ?? title;
  return {
    kind: 'chapter',
    name: { text, span: { file: context.file, start, end: start + text.length } },
    title,
    span: { file: context.file, start: line.startOffset, end: start + title.length },
  };
}

/** Clauses stand in the block itself or in its `clauses` or `fields` part. */
function clausesOf(context: BuildContext, cst: CstNode): readonly Clause[] {
  const holder = node(cst, 'clauses') ?? node(cst, 'fields') ?? cst;
  return present(nodes(holder, 'clause').map((clause) => buildClause(context, clause)));
}
function memberOf(context: BuildContext, cst: CstNode): MemberNode[] {
  const word = token(cst, 'AnyName');
  return word ? [{ name: nameOf(context, word), aliases: namesOf(context, node(cst, 'names')) }] : [];
}
function fieldsOf(context: BuildContext, cst: CstNode): readonly FieldNode[] {
  const holder = node(cst, 'fields');
  return holder ? present(nodes(holder, 'field').map((field) => fieldOf(context, field))) : [];
}
function fieldOf(context: BuildContext, cst: CstNode): FieldNode | undefined {
  const word = token(cst, 'AnyName');
  const type = buildType(context, node(cst, 'type'));
  if (!word || !type) return undefined;
  const parts = nodes(cst, 'fieldPart');
  const list = parts.map((part) => node(part, 'list')).find((n) => n !== undefined);
  const defaultValue = buildList(context, list);
  const quote = parts.map((part) => token(part, 'Quote')).find((t) => t !== undefined);
  for (const [key, clause] of [
    ['DefaultWord', KEYWORDS.default.hant[0] ?? ''],
    ['Quote', '「…」'],
  ] as const)
    for (const again of parts.filter((part) => token(part, key)).slice(1))
      context.diagnostics.push(report('repeated-clause', spanOf(context, again), { clause }));
  const namesAfter = (key: string) =>
    parts.filter((part) => token(part, key)).flatMap((part) => namesOf(context, node(part, 'names')));
  return {
    name: nameOf(context, word),
    type,
    aliases: namesAfter('AliasWord'),
    ...(defaultValue ? { defaultValue } : {}),
    attesters: namesAfter('ByWord'),
    ...(quote ? { description: quoteOf(context, quote) } : {}),
    span: spanOf(context, cst),
  };
}
function optionOf(context: BuildContext, cst: CstNode): ReadingOption | undefined {
  const word = token(cst, 'AnyName');
  const quote = token(cst, 'Quote');
  return (
    word && {
      name: nameOf(context, word),
      adopted: token(cst, 'AdoptedWord') !== undefined,
      ...(quote ? { text: quoteOf(context, quote) } : {}),
      span: spanOf(context, cst),
    }
  );
}

/** The first row is the head: what the columns look at. */
function columnsOf(context: BuildContext, cst: CstNode): readonly TableColumn[] {
  return nodes(cst, 'cell').flatMap((cell) => {
    const expr = buildValues(context, node(cell, 'values'));
    return expr ? [{ expr, span: spanOf(context, cell) }] : [];
  });
}
function rowOf(context: BuildContext, cst: CstNode): TableRow | undefined {
  const parts = nodes(cst, 'cell');
  const cells = present(parts.map((cell) => cellOf(context, cell)));
  const value = buildValues(context, node(cst, 'values'));
  if (!value || cells.length < parts.length) return undefined;
  return {
    cells,
    value,
    citations: citationsOf(context, node(cst, 'rowCitations')),
    span: spanOf(context, cst),
  };
}
function cellOf(context: BuildContext, cst: CstNode): TableCell | undefined {
  const span = spanOf(context, cst);
  if (token(cst, 'AnythingWord')) return { kind: 'anyCell', span };
  const relation = relationOf(node(cst, 'relation'));
  if (relation) {
    const value = buildShifted(context, node(cst, 'shifted'));
    return value && { kind: 'compareCell', relation, value, span };
  }
  const list = buildValues(context, node(cst, 'values'));
  if (!list) return undefined;
  const written = node(cst, 'values');
  const several = written !== undefined && nodes(written, 'expression').length > 1;
  return { kind: 'valuesCell', values: several && list.kind === 'listLit' ? list.items : [list], span };
}
