import {
  Alternation,
  Alternative,
  type IProduction,
  NonTerminal,
  Option,
  Repetition,
  RepetitionMandatory,
  RepetitionMandatoryWithSeparator,
  RepetitionWithSeparator,
  Terminal,
  type TokenType,
} from 'chevrotain';
import { invariant } from '../src/text/invariant.ts';
import { parser } from './parser.ts';

/** The grammar as plain data, for whoever draws or prints it. */
export type Production =
  | { readonly kind: 'sequence' | 'choice'; readonly items: readonly Production[] }
  | { readonly kind: 'optional'; readonly item: Production }
  | {
      readonly kind: 'many';
      readonly item: Production;
      readonly atLeastOne: boolean;
      readonly separator?: TokenType;
    }
  | { readonly kind: 'rule'; readonly name: string }
  | { readonly kind: 'token'; readonly token: TokenType };

export interface GrammarRule {
  readonly name: string;
  readonly body: Production;
}

/** All rules in the order in which grammar/parser.ts writes them. */
export function grammarRules(): readonly GrammarRule[] {
  return Object.values(parser.getGAstProductions()).map((rule) => ({
    name: rule.name,
    body: sequence(rule.definition),
  }));
}

function sequence(parts: readonly IProduction[]): Production {
  const items = parts.map(production);
  const [only] = items;
  return only && items.length === 1 ? only : { kind: 'sequence', items };
}

function production(p: IProduction): Production {
  if (p instanceof NonTerminal) return { kind: 'rule', name: p.nonTerminalName };
  if (p instanceof Terminal) return { kind: 'token', token: p.terminalType };
  if (p instanceof Alternation) return { kind: 'choice', items: p.definition.map(production) };
  if (p instanceof Alternative) return sequence(p.definition);
  if (p instanceof Option) return { kind: 'optional', item: sequence(p.definition) };
  if (p instanceof RepetitionMandatoryWithSeparator || p instanceof RepetitionWithSeparator) {
    const atLeastOne = p instanceof RepetitionMandatoryWithSeparator;
    return { kind: 'many', item: sequence(p.definition), atLeastOne, separator: p.separator };
  }
  if (p instanceof RepetitionMandatory || p instanceof Repetition) {
    return { kind: 'many', item: sequence(p.definition), atLeastOne: p instanceof RepetitionMandatory };
  }
  invariant(false, 'a production of an unknown kind');
}
