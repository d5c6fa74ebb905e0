import type { IToken } from 'chevrotain';
import { K, lexer, Newline, OpenQuote, QuoteToken, Semicolon, Unknown } from '../../grammar/tokens.ts';
import type { Diagnostic, Result } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import { invariant } from '../text/invariant.ts';
import type { SourceFile } from '../text/span.ts';
import type { Block, NormFile } from './ast.ts';
import { buildBlock } from './build-block.ts';
import { citationReader } from './build-citation.ts';
import { type BuildContext, nodes } from './cst.ts';
import { openQuoteDiagnostics, shorten, unknownDiagnostics } from './errors.ts';
import { type CiteClause, citingHeading, headingReader } from './heading-citations.ts';
import { layOut } from './layout.ts';
import { MAX_BYTES, MAX_DEPTH, MAX_ERRORS, MAX_TOKENS, tooDeep } from './limits.ts';
import { isLiterate, onlyFences, readLiterate } from './literate.ts';
import { literateDiagnostics, partsOf } from './literate-parts.ts';
import { runParser, withoutBadLines } from './recover.ts';

/**
 * Reads one `.norm` text, or the fences of a `.norm.md`. The value holds whatever could be understood; where
 * `diagnostics` has an error the file must not be evaluated. Every block is read on its own, so that one mistake never swallows the next block.
 */
export function parseNorm(file: SourceFile): Result<NormFile> {
  const name = file.name;
  const nothing = (diagnostic: Diagnostic): Result<NormFile> => ({
    value: { file: name, blocks: [] },
    diagnostics: [diagnostic],
  });
  if (file.text.length > MAX_BYTES) {
    return nothing(report('file-too-large', { file: name, start: 0, end: 0 }, { name, limit: MAX_BYTES }));
  }
  const literate = isLiterate(name) ? readLiterate(file) : undefined;
  const lexed = lexer.tokenize(literate ? onlyFences(file.text, literate.fences) : file.text);
  const tooMany = report('too-many-tokens', { file: name, start: 0, end: 0 }, { name, limit: MAX_TOKENS });
  if (lexed.tokens.length > MAX_TOKENS) return nothing(tooMany);
  const deep = tooDeep(lexed.tokens);
  if (deep) {
    const span = { file: name, start: deep.startOffset, end: (deep.endOffset ?? deep.startOffset) + 1 };
    return nothing(report('nesting-too-deep', span, { limit: MAX_DEPTH }));
  }

  const diagnostics: Diagnostic[] = [
    ...(literate ? literateDiagnostics(name, literate, lexed.tokens) : []),
    ...unknownDiagnostics(name, lexed.tokens),
    ...openQuoteDiagnostics(name, lexed.tokens),
  ];
  const blocks: Block[] = [];
  // An unclosed quotation has been reported; for the rest of the sentence it is a quotation.
  const readable = lexed.tokens
    .filter((t) => t.tokenType !== Unknown)
    .map((t) => (t.tokenType === OpenQuote ? asQuote(t) : t));
  const citing = headingReader(name, diagnostics);
  let size = lexed.tokens.length;
  for (const part of partsOf(readable, literate)) {
    const [preamble = [], ...chunks] = layOut(part.tokens);
    const stray = preamble.find((t) => t.tokenType !== Newline && t.tokenType !== Semicolon);
    if (stray) {
      const span = { file: name, start: stray.startOffset, end: (stray.endOffset ?? stray.startOffset) + 1 };
      diagnostics.push(report('outside-block', span, { found: shorten(stray.image) }));
    }
    for (const chunk of chunks) {
      // What lies beyond is not listed anyway, and looking for errors line by line is slow.
      if (diagnostics.length > MAX_ERRORS) break;
      const heading = citing(part.headings);
      // A long heading over many blocks is written once and read for each.
      size += heading?.citations.length ?? 0;
      if (size > MAX_TOKENS) return nothing(tooMany);
      const block = parseBlock(name, chunk, heading, diagnostics);
      if (block) blocks.push(block);
    }
  }
  return { value: { file: name, blocks }, diagnostics: bounded(name, withoutEchoes(diagnostics)) };
}

function parseBlock(
  file: string,
  written: IToken[],
  heading: CiteClause | undefined,
  diagnostics: Diagnostic[],
): Block | undefined {
  const first = written[0];
  if (!first) return undefined;
  let { cst, errors } = runParser(written);
  let tokens = written;
  if (errors.length > 0) {
    const rest = withoutBadLines(file, written);
    diagnostics.push(...rest.diagnostics);
    if (rest.tokens.length === 0) return undefined;
    tokens = rest.tokens;
    ({ cst, errors } = runParser(tokens));
    invariant(errors.length === 0, 'lines that parse one by one parse together');
  }
  const last = written.findLast((t) => t.tokenType !== Newline) ?? first;
  const [block] = nodes(cst, 'block');
  if (!block) return undefined;
  // Rows of a table may lean on the table's own basis.
  const relative = first.tokenType === K.table;
  const context: BuildContext = {
    file,
    diagnostics,
    heading: heading?.citations ?? [],
    citationOf: (t, before) => citationReader(file, diagnostics, relative, t, before),
  };
  const span = { file, start: first.startOffset, end: (last.endOffset ?? last.startOffset) + 1 };
  const built = buildBlock(context, block, span);
  if (!built && first.tokenType === K.chapter) {
    diagnostics.push(report('empty-chapter', span, { found: first.image.trim() }));
  }
  return built && citingHeading(built, heading);
}

function asQuote(t: IToken): IToken {
  return {
    ...t,
    image: `${t.image.trimEnd()}」`,
    tokenType: QuoteToken,
    tokenTypeIdx: QuoteToken.tokenTypeIdx ?? 0,
  };
}

/** What the parser says of a quotation that was not closed. */
function withoutEchoes(diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const open = new Set(diagnostics.filter((d) => d.code === 'unterminated-quote').map((d) => d.span?.start));
  return diagnostics.filter((d) => d.code === 'unterminated-quote' || !open.has(d.span?.start));
}

function bounded(file: string, diagnostics: readonly Diagnostic[]): Diagnostic[] {
  const sorted = [...diagnostics].sort((a, b) => (a.span?.start ?? 0) - (b.span?.start ?? 0));
  if (sorted.length <= MAX_ERRORS) return sorted;
  const at = sorted[MAX_ERRORS]?.span ?? { file, start: 0, end: 0 };
  return [...sorted.slice(0, MAX_ERRORS), report('too-many-errors', at, { limit: MAX_ERRORS })];
}
