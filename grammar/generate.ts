import { generateCstDts } from 'chevrotain';
import { ebnf } from './ebnf.ts';
import { keywordPage } from './keyword-page.ts';
import { parser } from './parser.ts';
import { grammarRules } from './production.ts';
import { railroadPage } from './railroad.ts';
import { textMateGrammar } from './textmate.ts';

/**
 * What grammar/generated/ holds, by file name. tests/unit/grammar-generated.test.ts compares it with the folder;
 * `UPDATE=1` in front of that test writes it anew.
 */
export function generateArtefacts(): Readonly<Record<string, string>> {
  const rules = grammarRules();
  return {
    'cst.ts': `// Generated from grammar/parser.ts; do not edit.\n${generateCstDts(parser.getGAstProductions())}`,
    'grammar.ebnf': ebnf(rules),
    'keywords.md': keywordPage(),
    'railroad.html': railroadPage(rules),
    'zhunsheng.tmLanguage.json': textMateGrammar(),
  };
}
