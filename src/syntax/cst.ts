import type { CstElement, CstNode, IToken } from 'chevrotain';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { Span } from '../text/span.ts';
import type { CitationNode, Name, Quote } from './ast.ts';

/** What the builders share: whose text it is, where complaints go, and the citation that relative ones lean on. */
export interface BuildContext {
  readonly file: string;
  readonly diagnostics: Diagnostic[];
  /** What the heading above a literate fence cites. */
  readonly heading: readonly CitationNode[];
  readonly citationOf: (token: IToken, before: CitationNode | undefined) => CitationNode | undefined;
}

// The CST is typed loosely (children by name), so every access may give undefined; builders then give up.
function isNode(element: CstElement): element is CstNode {
  return 'children' in element;
}
export function nodes(parent: CstNode, name: string): CstNode[] {
  return parent.children[name]?.filter(isNode) ?? [];
}
export function node(parent: CstNode, name: string, index = 0): CstNode | undefined {
  return nth(parent, name, index, isNode);
}
export function tokens(parent: CstNode, name: string): IToken[] {
  return parent.children[name]?.filter(isToken) ?? [];
}
export function token(parent: CstNode, name: string, index = 0): IToken | undefined {
  return nth(parent, name, index, isToken);
}
const isToken = (element: CstElement): element is IToken => !isNode(element);

/** Asked for at every step of the building: no list is made. */
function nth<T extends CstElement>(
  { children }: CstNode,
  name: string,
  index: number,
  wanted: (element: CstElement) => element is T,
): T | undefined {
  const all = children[name];
  if (all === undefined) return undefined;
  let left = index;
  for (const element of all) {
    if (!wanted(element)) continue;
    if (left === 0) return element;
    left -= 1;
  }
  return undefined;
}
/** All children that are nodes or real tokens, in the order of the text (the CST groups them by name). */
export function inOrder(parent: CstNode): CstElement[] {
  const found: CstElement[] = [];
  let sorted = true;
  let last = -1;
  for (const name in parent.children) {
    for (const element of parent.children[name] ?? []) {
      const start = startOf(element);
      if (start < 0) continue;
      if (start < last) sorted = false;
      last = start;
      found.push(element);
    }
  }
  return sorted ? found : found.sort((a, b) => startOf(a) - startOf(b));
}
export function nodesInOrder(parent: CstNode): CstNode[] {
  return inOrder(parent).filter(isNode);
}
export function tokensInOrder(parent: CstNode): IToken[] {
  return inOrder(parent).filter(isToken);
}
/** The first token of a node itself, not of what is below it. */
export function firstToken({ children }: CstNode): IToken | undefined {
  let first: IToken | undefined;
  for (const name in children)
    for (const element of children[name] ?? [])
      if (isToken(element) && startOf(element) >= 0 && !(first && first.startOffset <= element.startOffset))
        first = element;
  return first;
}
function startOf(element: CstElement): number {
  const start = isNode(element) ? element.location?.startOffset : element.startOffset;
  return start === undefined || Number.isNaN(start) ? -1 : start;
}

/** Half-open span; Chevrotain's end is inclusive. */
export function spanOf(context: BuildContext, element: CstElement): Span {
  const start = Math.max(0, startOf(element));
  const end = isNode(element) ? element.location?.endOffset : element.endOffset;
  return {
    file: context.file,
    start,
    end: end === undefined || Number.isNaN(end) ? start : end + 1,
  };
}

export function nameOf(context: BuildContext, t: IToken): Name {
  return { text: t.image, span: spanOf(context, t) };
}
export function quoteOf(context: BuildContext, t: IToken): Quote {
  return { text: t.image.slice(1, -1), span: spanOf(context, t) };
}
export function namesOf(context: BuildContext, parent: CstNode | undefined): readonly Name[] {
  return parent ? tokens(parent, 'AnyName').map((t) => nameOf(context, t)) : [];
}
export function citationsOf(
  context: BuildContext,
  parent: CstNode | undefined,
  before?: CitationNode,
): readonly CitationNode[] {
  const list = parent ? node(parent, 'citations') : undefined;
  const out: CitationNode[] = [];
  for (const t of list ? tokens(list, 'Citation') : []) {
    const citation = context.citationOf(t, out.at(-1) ?? before);
    if (citation) out.push(citation);
  }
  return out;
}
export function present<T>(values: readonly (T | undefined)[]): T[] {
  return values.filter((v): v is T => v !== undefined);
}
