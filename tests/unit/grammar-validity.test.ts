import { Lexer } from 'chevrotain';
import { expect, test } from 'vitest';
import { validateGrammar } from '../../grammar/parser.ts';
import { ALL_TOKENS } from '../../grammar/tokens.ts';

/** What the program skips at its start to be quick is checked here. */
test('the tokens pass every check of Chevrotain, optimisations included', () => {
  const checked = new Lexer([...ALL_TOKENS], { ensureOptimizations: true, positionTracking: 'full' });
  expect(checked.lexerDefinitionErrors).toEqual([]);
});

test('the grammar passes every check of Chevrotain: no ambiguity, no left recursion, no unreachable alternative', () => {
  expect(validateGrammar).not.toThrow();
});
