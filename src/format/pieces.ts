import type { CstElement, CstNode, ICstVisitor, IToken } from 'chevrotain';
import type { ICstNodeVisitor } from '../../grammar/generated/cst.ts';
import {
  Colon,
  Comma,
  Dot,
  K,
  LBrace,
  LParen,
  Minus,
  RBrace,
  RParen,
  Semicolon,
} from '../../grammar/tokens.ts';
import { inOrder } from '../syntax/cst.ts';
import { assertNever } from '../text/invariant.ts';
import { comment, concat, type Doc, EMPTY, fill, group, hardline, line, nest, SPACE, text } from './doc.ts';
import { endOf, type Trivia, triviaBetween } from './trivia.ts';
import { keywordIdOf, keywordText, literalText, runTogether, type Wording } from './words.ts';

/** Every rule of the grammar, as the generated types of its trees name them. */
export type RuleName = Exclude<keyof ICstNodeVisitor<unknown, unknown>, keyof ICstVisitor<unknown, unknown>>;

/** Words, and apart from them what stands between the word before and the first of them. */
export interface Piece {
  readonly gap: Doc;
  readonly doc: Doc;
}

/** Where the writing stands: what was written last and in which words. One for each part of a text. */
export interface Pen {
  readonly source: string;
  readonly wording: Wording;
  /** By the place of a word, the word behind it in the block. */
  readonly ahead: ReadonlyMap<number, IToken>;
  /** The places of keywords that serve as names. */
  readonly names: ReadonlySet<number>;
  /** The last word written of the same line of rules. */
  before: Written | undefined;
  /** A line end in front of a sign that does not begin a line: it is made behind the sign. */
  owed: boolean;
}
interface Written {
  readonly token: IToken;
  readonly rule: RuleName;
}

/** How a word stands to the one before it where the line does not end. */
type Tie = 'auto' | 'mayBreak';

/** A line of rules, or a part of it. */
export function pieceOf(element: CstElement, rule: RuleName, pen: Pen, tie: Tie = 'auto'): Piece {
  if (!('children' in element)) return word(element, rule, pen, tie);
  const name = element.name as RuleName;
  const parts = inOrder(element);
  switch (name) {
    case 'expression':
    case 'conjunction':
      return parts.length === 1 ? only(parts, name, pen, tie) : chain(parts, name, pen, tie);
    case 'names':
    case 'list':
    case 'values':
    case 'citations':
      return parts.length === 1 ? only(parts, name, pen, tie) : enumeration(parts, name, pen, tie);
    case 'enumBlock':
      return enumeration(parts, name, pen, tie);
    case 'given':
      return enumeration(parts, name, pen, tie);
    case 'whenClause':
    case 'aggregate':
      return grouped(sequence(parts, name, pen, tie));
    case 'modalClause':
    case 'thereafterClause':
      return demand(parts, name, pen, tie);
    case 'chapterBlock':
      return chapter(parts, pen);
    case 'file':
    case 'separator':
    case 'block':
    case 'bookBlock':
    case 'member':
    case 'groupBlock':
    case 'aliasBlock':
    case 'unitsBlock':
    case 'matterBlock':
    case 'recordBlock':
    case 'parameterBlock':
    case 'readingBlock':
    case 'readingOption':
    case 'declaratoryBlock':
    case 'definitionBlock':
    case 'tableBlock':
    case 'normBlock':
    case 'exampleBlock':
    case 'fields':
    case 'field':
    case 'fieldPart':
    case 'type':
    case 'row':
    case 'rowCitations':
    case 'cell':
    case 'subject':
    case 'assignment':
    case 'givenValue':
    case 'entry':
    case 'expectation':
    case 'verdict':
    case 'clauses':
    case 'clause':
    case 'citeClause':
    case 'textClause':
    case 'appliesToClause':
    case 'bearerClause':
    case 'conditionClause':
    case 'onlyClause':
    case 'deadlineClause':
    case 'maintainClause':
    case 'unlessClause':
    case 'basis':
    case 'exceptionToClause':
    case 'strengthClause':
    case 'dateClause':
    case 'hitPolicyClause':
    case 'otherwiseClause':
    case 'meaningClause':
    case 'negation':
    case 'comparison':
    case 'relation':
    case 'setRelation':
    case 'postfix':
    case 'samePeriod':
    case 'shifted':
    case 'sum':
    case 'product':
    case 'primary':
    case 'sequence':
    case 'atom':
    case 'number':
    case 'braces':
    case 'path':
      return sequence(parts, name, pen, tie);
    default:
      return assertNever(name);
  }
}

function only(parts: readonly CstElement[], rule: RuleName, pen: Pen, tie: Tie): Piece {
  const [part] = parts;
  return part ? pieceOf(part, rule, pen, tie) : { gap: EMPTY, doc: EMPTY };
}

/** Words one behind the other; what stands in brackets is set in. */
export function sequence(parts: readonly CstElement[], rule: RuleName, pen: Pen, tie: Tie = 'auto'): Piece {
  let gap: Doc = EMPTY;
  const docs: Doc[] = [];
  let inside: Doc[] | undefined;
  parts.forEach((part, i) => {
    const type = 'children' in part ? undefined : part.tokenType;
    const breaks = type === K.then || type === K.where;
    const piece = pieceOf(part, rule, pen, i === 0 ? tie : breaks ? 'mayBreak' : 'auto');
    if (i === 0) gap = piece.gap;
    if (inside && (type === RParen || type === RBrace)) {
      docs.push(nest(2, concat(...inside)), piece.gap, piece.doc);
      inside = undefined;
      return;
    }
    (inside ?? docs).push(...(i === 0 ? [] : [piece.gap]), piece.doc);
    if (type === LParen || type === LBrace) inside = [];
  });
  return { gap, doc: concat(...docs, ...(inside ?? [])) };
}

const grouped = ({ gap, doc }: Piece): Piece => ({ gap, doc: group(doc) });

/** 甲 且 乙: where the line ends, it ends before the connective. */
function chain(parts: readonly CstElement[], rule: RuleName, pen: Pen, tie: Tie): Piece {
  const [first, ...rest] = parts;
  if (!first) return { gap: EMPTY, doc: EMPTY };
  const head = pieceOf(first, rule, pen, tie);
  const docs: Doc[] = [head.doc];
  for (let i = 0; i + 1 < rest.length; i += 2) {
    const [connective, operand] = [rest[i] as IToken, rest[i + 1] as CstElement];
    const behind = triviaBetween(pen.source, endOf(connective), startOf(operand), true);
    const moved = behind.newline && isPlain(behind);
    const sign = word(connective, rule, pen, 'mayBreak');
    const broken = moved && sign.gap.kind === 'line' ? hardline() : sign.gap;
    const piece = pieceOf(operand, rule, pen);
    docs.push(broken, sign.doc, moved ? SPACE : piece.gap, piece.doc);
  }
  return { gap: head.gap, doc: group(concat(...docs)) };
}

/** 甲、乙、丙: as many on a line as fit, and the line may end behind the sign. */
function enumeration(parts: readonly CstElement[], rule: RuleName, pen: Pen, tie: Tie): Piece {
  let gap: Doc = EMPTY;
  const items: Doc[] = [];
  const gaps: Doc[] = [];
  let current: Doc[] = [];
  parts.forEach((part, i) => {
    const isSign = !('children' in part) && part.tokenType === Comma;
    const afterSign = i > 0 && isComma(parts[i - 1]);
    const piece = pieceOf(part, rule, pen, i === 0 ? tie : afterSign ? 'mayBreak' : 'auto');
    if (i === 0) gap = piece.gap;
    if (afterSign) {
      items.push(concat(...current));
      gaps.push(piece.gap);
      current = [piece.doc];
    } else current.push(...(i === 0 ? [] : [piece.gap]), piece.doc);
    if (isSign) current = [concat(...current)];
  });
  return { gap, doc: fill([...items, concat(...current)], gaps) };
}
const isComma = (part: CstElement | undefined): boolean =>
  part !== undefined && !('children' in part) && part.tokenType === Comma;

/** In English 應當 非 must not become `shall not`, which is 不得. */
function demand(parts: readonly CstElement[], rule: RuleName, pen: Pen, tie: Tie): Piece {
  const [modal, expression, ...rest] = parts;
  if (!modal || !expression || 'children' in modal) return sequence(parts, rule, pen, tie);
  const first = firstToken(expression);
  const head = word(modal, rule, pen, tie);
  const piece = pieceOf(expression, rule, pen);
  const clash = first?.tokenType === K.not && runTogether(shown(modal, pen), shown(first, pen));
  const body = clash ? concat(text('('), nest(2, piece.doc), text(')')) : piece.doc;
  const others = rest.map((part) => pieceOf(part, rule, pen));
  return {
    gap: head.gap,
    doc: concat(head.doc, piece.gap, body, ...others.flatMap((p) => [p.gap, p.doc])),
  };
}

/** The chapter's title is the rest of its line. */
function chapter(parts: readonly CstElement[], pen: Pen): Piece {
  const [whole] = parts;
  if (!whole || 'children' in whole) return { gap: EMPTY, doc: EMPTY };
  const [, keyword = '', rest = ''] = /^(章|chapter)[\s：:]*(.*)$/s.exec(whole.image) ?? [];
  pen.before = { token: whole, rule: 'chapterBlock' };
  return { gap: EMPTY, doc: text(`${keywordText('chapter', keyword, pen.wording)} ${rest.trim()}`) };
}

function word(token: IToken, rule: RuleName, pen: Pen, tie: Tie): Piece {
  const gap = gapBefore(token, rule, pen, tie);
  pen.before = { token, rule };
  return { gap, doc: text(shown(token, pen)) };
}

/** What is written for a word. */
function shown(token: IToken, pen: Pen): string {
  const id = pen.names.has(token.startOffset) ? undefined : keywordIdOf(token);
  if (id === undefined) return literalText(token, pen.wording);
  const written = keywordText(id, token.image, pen.wording);
  // `is empty` is another thing than 為 空
  if (id !== 'is' && id !== 'isNot') return written;
  const next = pen.ahead.get(token.startOffset);
  const nextId = next && !pen.names.has(next.startOffset) ? keywordIdOf(next) : undefined;
  if (!next || nextId === undefined) return written;
  if (!runTogether(written, keywordText(nextId, next.image, pen.wording))) return written;
  return id === 'is' ? '=' : '≠';
}

function gapBefore(token: IToken, rule: RuleName, pen: Pen, tie: Tie): Doc {
  const { before } = pen;
  if (!before) return EMPTY;
  const trivia = triviaBetween(pen.source, endOf(before.token), token.startOffset, true);
  const owed = pen.owed;
  pen.owed = false;
  if (!isPlain(trivia)) return withComments(trivia);
  if (trivia.newline || owed) {
    if (token.tokenType !== Comma && token.tokenType !== Dot) return hardline();
    pen.owed = true;
  }
  const flat = blank(before, token, rule, pen);
  return tie === 'mayBreak' ? line(flat) : flat === '' ? EMPTY : SPACE;
}

const isPlain = (trivia: Trivia): boolean => trivia.trailing === undefined && trivia.own.length === 0;

function withComments({ trailing, own }: Trivia): Doc {
  return concat(
    ...(trailing === undefined ? [] : [comment(`  ${trailing}`)]),
    ...own.flatMap(({ text: words }) => [hardline(), comment(words)]),
    hardline(),
  );
}

/** Between two words of one line. */
function blank({ token, rule: ruleBefore }: Written, next: IToken, rule: RuleName, pen: Pen): '' | ' ' {
  const [a, b] = [token.tokenType, next.tokenType];
  const chinese = pen.wording.punctuation === 'zh';
  if (b === Comma || b === RParen || b === RBrace || b === Dot) return '';
  if (a === LParen || a === LBrace || a === Dot) return '';
  if (a === Comma) return chinese ? '' : ' ';
  if (b === Semicolon || a === Semicolon) return b === Semicolon || chinese ? '' : ' ';
  if (a === Minus && ruleBefore === 'number') return '';
  if (b === LParen && ATTACHED.has(rule)) return '';
  if (a === RParen && rule === 'readingOption' && chinese) return '';
  if (a === Colon || b === Colon) return ' ';
  return ' ';
}
/** Brackets that belong to the word before them. */
const ATTACHED: ReadonlySet<RuleName> = new Set<RuleName>([
  'member',
  'readingOption',
  'sequence',
  'aggregate',
]);

function startOf(element: CstElement): number {
  return firstToken(element)?.startOffset ?? 0;
}

export function firstToken(element: CstElement): IToken | undefined {
  if (!('children' in element)) return element;
  for (const part of inOrder(element)) {
    const found = firstToken(part);
    if (found) return found;
  }
  return undefined;
}
export function lastToken(element: CstElement): IToken | undefined {
  if (!('children' in element)) return element;
  for (const part of inOrder(element).reverse()) {
    const found = lastToken(part);
    if (found) return found;
  }
  return undefined;
}
/** A pen at the head of a block. */
export function penFor(source: string, wording: Wording, cst: CstNode, tokens: readonly IToken[]): Pen {
  const names = new Set<number>();
  const visit = ({ children }: CstNode): void => {
    for (const key in children)
      for (const element of children[key] ?? [])
        if ('children' in element) visit(element);
        else if (key === 'AnyName' || key === 'Name') names.add(element.startOffset);
  };
  visit(cst);
  const ahead = new Map<number, IToken>();
  tokens.forEach((token, i) => {
    const next = tokens[i + 1];
    if (next) ahead.set(token.startOffset, next);
  });
  return { source, wording, ahead, names, before: undefined, owed: false };
}
