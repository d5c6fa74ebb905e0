import { type Dialect, KEYWORDS, keywordOf } from '../../grammar/keywords.ts';
import type { Result } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { NormFile } from '../syntax/ast.ts';
import { type TextPart, textParts } from '../syntax/block-trees.ts';
import { isLiterate } from '../syntax/literate.ts';
import { parseNorm } from '../syntax/parse.ts';
import type { SourceFile } from '../text/span.ts';
import { layOutPart } from './layout.ts';
import { differs } from './same-rules.ts';
import type { Punctuation, Wording } from './words.ts';

export interface FormatOptions {
  /** All keywords in this dialect; without it each stays in the one it is written in. */
  readonly dialect?: Dialect;
}

/**
 * The text as it should be written, in NFC with `\n` at line ends and without a byte order mark. A text with errors is not
 * formatted: it is given back, with the errors. What is written is read again; if it were other rules, or lost a
 * comment, that is an error (`format-changes-meaning`) and the text is given back.
 */
export function formatText(file: SourceFile, options: FormatOptions = {}): Result<string> {
  const plain = plainText(file);
  const read = parseNorm(plain);
  const errors = read.diagnostics.filter((d) => d.severity === 'error');
  if (errors.length > 0) return { value: file.text, diagnostics: errors };
  const parts = textParts(plain);
  const wording: Wording = { punctuation: punctuationOf(parts, options.dialect), ...options };
  const written = isLiterate(file.name)
    ? withFences(plain, parts, wording)
    : layOutPart(plain, parts[0] ?? EMPTY_PART, wording);
  // what stands there already need not be read again
  return written === plain.text
    ? { value: written, diagnostics: [] }
    : sameOrNothing(file, written, read.value);
}

/** `written`, if it says what the file says; else the file's own text, and where it begins to differ. */
export function sameOrNothing(file: SourceFile, written: string, read?: NormFile): Result<string> {
  const place = differs(plainText(file), { ...file, text: written }, read);
  if (place === undefined) return { value: written, diagnostics: [] };
  const span = { file: file.name, start: place, end: place };
  return { value: file.text, diagnostics: [report('format-changes-meaning', span, { name: file.name })] };
}

const plainText = (file: SourceFile): SourceFile => ({
  ...file,
  text: file.text.replace(/^\uFEFF/, '').normalize('NFC'),
});

const EMPTY_PART: TextPart = { start: 0, end: 0, blocks: [], comments: [] };

/** The document around its fences stays as it is, but for line ends. */
function withFences(file: SourceFile, parts: readonly TextPart[], wording: Wording): string {
  let at = 0;
  let out = '';
  const outside = (to: number): string => file.text.slice(at, to).replace(/\r\n?/g, '\n');
  for (const part of parts) {
    out += outside(part.start);
    // inside a list the rules stand as far in as the mark above them
    const mark = /[^\r\n]*(?:\r\n|\r|\n)?$/.exec(out.slice(0, -1))?.[0] ?? '';
    const margin = /^[ \t]*/.exec(mark)?.[0] ?? '';
    const rules = layOutPart(file, part, wording);
    out += rules.replace(/^(?=.)/gm, margin);
    at = part.end;
  }
  return out + outside(file.text.length);
}

/** The dialect's own, else that of the words that open the blocks. */
function punctuationOf(parts: readonly TextPart[], dialect: Dialect | undefined): Punctuation {
  if (dialect !== undefined) return dialect === 'en' ? 'en' : 'zh';
  const heads = parts.flatMap((p) => p.blocks.flatMap((b) => b.tokens[0]?.image ?? []));
  const english = heads.filter((word) => {
    const id = keywordOf(word);
    return id !== undefined && (KEYWORDS[id].en as readonly string[]).includes(word);
  });
  return english.length * 2 > heads.length ? 'en' : 'zh';
}
