import { readdirSync, readFileSync } from 'node:fs';
import { parser } from '../../grammar/parser.ts';
import { lexer } from '../../grammar/tokens.ts';
import { compile } from '../../src/pipeline.ts';
import { layOut } from '../../src/syntax/layout.ts';
import { parseNorm } from '../../src/syntax/parse.ts';
import { atMost, inTurns, type Part, run, significant, table } from './measure.ts';

const RULES = 'rules/hongshan';

/** From the text to the AST against Chevrotain alone; the whole of `validate` against parsing. */
export async function parsing(): Promise<Part> {
  const files = readdirSync(RULES)
    .filter((name) => name.endsWith('.norm'))
    .sort()
    .map((name) => ({ name, text: readFileSync(`${RULES}/${name}`, 'utf8') }));
  const bytes = files.reduce((sum, file) => sum + Buffer.byteLength(file.text), 0);
  const toAst = () => files.forEach(parseNorm);
  const toCst = () => {
    for (const file of files) {
      for (const chunk of layOut(lexer.tokenize(file.text).tokens).slice(1)) {
        parser.input = chunk;
        parser.file();
      }
    }
  };
  for (let i = 0; i < 10; i += 1) {
    toAst();
    toCst();
  }
  const [ast, cst, compiled] = inTurns([toAst, toCst, () => compile(files)], 9) as [number, number, number];
  const [node, parsed, validated] = inTurns(
    [
      () => run(['-e', '0']),
      () => run([`${process.argv[2]}/parse-only.mjs`, RULES]),
      () => run(['bin/zhunsheng.js', 'validate', RULES]),
    ],
    7,
  ) as [number, number, number];
  const row = (what: string, ms: number) => ({
    cells: [what, significant(ms), significant(bytes / 1000 / ms)],
  });
  return {
    text: `## Parsing and validating

The rulebook ${RULES}, ${Math.round(bytes / 1000)} kB in ${files.length} files.

${table(
  ['', 'ms', 'MB/s'],
  [
    row('Chevrotain’s lexer and CST alone, warm', cst),
    row('text to AST, warm', ast),
    row('text to plan, warm', compiled),
    row('a process that parses it', parsed),
    row('`validate`, with every example', validated),
  ],
)}
`,
    ratios: [
      atMost('text to AST ÷ Chevrotain’s lexer and CST', ast / cst, 2),
      atMost('`validate` ÷ (a process that parses + `node -e 0`)', validated / (parsed + node), 2),
    ],
  };
}
