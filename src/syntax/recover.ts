import type { CstNode, IRecognitionException, IToken } from 'chevrotain';
import { parser } from '../../grammar/parser.ts';
import { K, lexer, Newline, Pipe } from '../../grammar/tokens.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { parserDiagnostic } from './errors.ts';
import { STOPS } from './layout.ts';
import { MAX_ERRORS } from './limits.ts';

export function runParser(tokens: IToken[]): { cst: CstNode; errors: readonly IRecognitionException[] } {
  parser.input = tokens;
  const cst = parser.file();
  return { cst, errors: [...parser.errors] };
}

/** A head that is sound, for checking the lines under a head that is not. */
const SOUND_HEADS: ReadonlyMap<string, string> = new Map([
  [K.book.name, '規章 甲'],
  [K.matter.name, '事項 甲'],
  [K.record.name, '記錄 甲'],
  [K.parameter.name, '參數 甲 : 日期'],
  [K.reading.name, '讀法 甲'],
  [K.declaratory.name, '宣示 甲'],
  [K.definition.name, '定義 甲 : 日期'],
  [K.table.name, '表 甲 : 日期'],
  [K.norm.name, '規則 甲'],
  [K.example.name, '例 甲 於 乙'],
]);

/**
 * A block with errors, line by line (lines as `layOut` made them): one error a line, the first, since the
 * others are its echoes. `tokens` is what is left when the bad lines are taken out; of a bad line the clauses
 * before the error stay. It is empty where the head is beyond use. This is exact where the parser's own recovery
 * guesses: a line never swallows the next.
 */
export function withoutBadLines(
  file: string,
  written: readonly IToken[],
): { tokens: IToken[]; diagnostics: Diagnostic[] } {
  const diagnostics: Diagnostic[] = [];
  const [first = [], ...lines] = linesOf(written);
  const block = first[0]?.tokenType.name ?? '';
  const complain = (tokens: IToken[], line: readonly IToken[]): boolean => {
    const [error] = runParser(tokens).errors;
    if (error) diagnostics.push(parserDiagnostic(file, error, line, block));
    return error !== undefined;
  };

  let head = first;
  let usable = true;
  if (complain(first, first)) {
    const kept = longestSound((length) => (length < 2 ? undefined : first.slice(0, length)), first.length);
    usable = kept !== undefined;
    const sound = SOUND_HEADS.get(block);
    // Under the head of a list of names nothing can be checked: more names may have been meant.
    if (!kept && sound === undefined) return { tokens: [], diagnostics };
    head = kept ?? lexer.tokenize(sound ?? '').tokens;
  }

  const good = [...head];
  let headerLost = false;
  let rows = 0;
  for (const line of lines) {
    if (diagnostics.length > MAX_ERRORS) break;
    const [newline, ...rest] = line;
    const isRow = rest[0]?.tokenType === Pipe;
    if (isRow) rows++;
    if (!newline || !complain([...head, ...line], rest)) {
      if (!(isRow && headerLost)) good.push(...line);
      continue;
    }
    // Without its header a table's rows cannot be told apart from it.
    if (isRow && rows === 1) headerLost = true;
    const cuts = rest.flatMap((t, i) => (i > 0 && STOPS.has(t.tokenType) ? [i] : []));
    const kept = cuts
      .reverse()
      .map((cut) => [newline, ...rest.slice(0, cut)])
      .find((part) => runParser([...head, ...part]).errors.length === 0);
    if (kept) good.push(...kept);
  }
  return { tokens: usable ? good : [], diagnostics };
}

function longestSound(part: (length: number) => IToken[] | undefined, longest: number): IToken[] | undefined {
  for (let length = Math.min(longest - 1, 40); length > 0; length--) {
    const tokens = part(length);
    if (tokens && runParser(tokens).errors.length === 0) return tokens;
  }
  return undefined;
}

/** Each line after the first begins with its Newline. */
function linesOf(tokens: readonly IToken[]): IToken[][] {
  const lines: IToken[][] = [[]];
  for (const t of tokens) {
    if (t.tokenType === Newline) lines.push([t]);
    else lines.at(-1)?.push(t);
  }
  return lines.filter((line, i) => i === 0 || line.length > 1);
}
