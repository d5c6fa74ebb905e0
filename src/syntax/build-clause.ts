import type { CstNode } from 'chevrotain';
import { assertNever } from '../text/invariant.ts';
import type { Clause, Expr, HitPolicy, Quote, Strength } from './ast.ts';
import { buildExpression, buildShifted, buildValues } from './build-expr.ts';
import {
  type BuildContext,
  citationsOf,
  namesOf,
  node,
  nodesInOrder,
  quoteOf,
  spanOf,
  token,
} from './cst.ts';

type ClauseRule =
  | 'citeClause'
  | 'textClause'
  | 'appliesToClause'
  | 'bearerClause'
  | 'conditionClause'
  | 'modalClause'
  | 'onlyClause'
  | 'deadlineClause'
  | 'maintainClause'
  | 'unlessClause'
  | 'exceptionToClause'
  | 'thereafterClause'
  | 'strengthClause'
  | 'dateClause'
  | 'hitPolicyClause'
  | 'whenClause'
  | 'otherwiseClause'
  | 'meaningClause';

/** Undefined where a part of the clause has no meaning (a number too large, …); that has been reported. */
export function buildClause(context: BuildContext, cst: CstNode): Clause | undefined {
  const [inner] = nodesInOrder(cst);
  if (!inner) return undefined;
  const span = spanOf(context, inner);
  const expression = (): Expr | undefined => buildExpression(context, node(inner, 'expression'));
  const shifted = (index = 0): Expr | undefined => buildShifted(context, node(inner, 'shifted', index));
  const values = (): Expr | undefined => buildValues(context, node(inner, 'values'));
  const basis = () => citationsOf(context, node(inner, 'basis'));
  const has = (word: string) => token(inner, word) !== undefined;

  const rule = inner.name as ClauseRule;
  switch (rule) {
    case 'citeClause': {
      const citations = citationsOf(context, inner, context.heading.at(-1));
      return citations.length > 0 ? { kind: 'cite', citations, span } : undefined;
    }
    case 'textClause':
      return textClause(context, inner);
    case 'appliesToClause':
      return { kind: 'appliesTo', kinds: namesOf(context, node(inner, 'names')), span };
    case 'bearerClause':
      return { kind: 'bearer', bearers: namesOf(context, node(inner, 'names')), span };
    case 'conditionClause': {
      const expr = expression();
      return expr && { kind: 'condition', expr, span };
    }
    case 'modalClause': {
      const expr = expression();
      const kind = has('ShallWord') ? 'shall' : has('ShallNotWord') ? 'shallNot' : 'may';
      return expr && { kind, expr, span };
    }
    case 'onlyClause': {
      const who = values();
      const expr = expression();
      return who && expr && { kind: 'onlyMay', who, expr, span };
    }
    case 'deadlineClause': {
      const expr = shifted();
      return expr && { kind: 'deadline', expr, span };
    }
    case 'maintainClause': {
      const from = shifted();
      const to = shifted(1);
      if (!from || (has('UntilWord') && !to)) return undefined;
      return { kind: 'maintain', from, ...(to ? { to } : {}), span };
    }
    case 'unlessClause': {
      const expr = expression();
      return expr && { kind: 'unless', expr, citations: basis(), span };
    }
    case 'exceptionToClause':
      return {
        kind: 'exceptionTo',
        norms: namesOf(context, node(inner, 'names')),
        via: namesOf(context, node(inner, 'path')),
        span,
      };
    case 'thereafterClause': {
      const expr = expression();
      const deadline = shifted();
      if (!expr || (has('DeadlineWord') && !deadline)) return undefined;
      return { kind: 'thereafter', expr, ...(deadline ? { deadline } : {}), citations: basis(), span };
    }
    case 'strengthClause': {
      const strength: Strength | undefined = has('HardWord')
        ? 'hard'
        : has('SoftWord')
          ? 'soft'
          : has('AspirationalWord')
            ? 'aspirational'
            : undefined;
      return strength && { kind: 'strength', strength, span };
    }
    case 'dateClause': {
      const expr = shifted();
      return expr && { kind: has('EffectiveWord') ? 'from' : 'until', expr, span };
    }
    case 'hitPolicyClause': {
      const policy: HitPolicy | undefined = has('UniqueWord')
        ? 'unique'
        : has('AnythingWord')
          ? 'any'
          : has('CollectWord')
            ? 'collect'
            : undefined;
      return policy && { kind: 'hitPolicy', policy, span };
    }
    case 'whenClause': {
      const condition = expression();
      const value = values();
      if (!condition || !value) return undefined;
      return { kind: has('ExceptWord') ? 'exceptWhen' : 'when', condition, value, citations: basis(), span };
    }
    case 'otherwiseClause': {
      const value = values();
      return value && { kind: 'otherwise', value, citations: basis(), span };
    }
    case 'meaningClause': {
      const value = values();
      return value && { kind: 'is', value, span };
    }
    default:
      return assertNever(rule);
  }
}

function textClause(context: BuildContext, cst: CstNode): Clause | undefined {
  const quote = token(cst, 'Quote');
  if (!quote) return undefined;
  const text: Quote = quoteOf(context, quote);
  const kinds = {
    GistWord: 'gist',
    NoteWord: 'note',
    QuotationWord: 'quotation',
    ReasonWord: 'reason',
    TitleWord: 'title',
  } as const;
  for (const [word, kind] of Object.entries(kinds)) {
    if (token(cst, word)) return { kind, text, span: spanOf(context, cst) };
  }
  return undefined;
}
