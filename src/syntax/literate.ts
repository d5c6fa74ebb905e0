import { lineStarts, type SourceFile, type Span } from '../text/span.ts';
import { closesFence, enterItems, markdownLine, type OpenItems } from './markdown.ts';

/** `*.norm.md`: Markdown in which the fences marked `norm` hold the rules. */
export const isLiterate = (name: string): boolean => name.endsWith('.norm.md');

export interface Heading {
  readonly level: number;
  readonly text: string;
  /** Of `text`, in the document. */
  readonly span: Span;
}
/** What is written in one ```norm fence: `[start, end)` are its lines, whole, between the two marks. */
export interface NormFence {
  readonly start: number;
  readonly end: number;
  /** The headings of the sections it stands in, outermost first. */
  readonly headings: readonly Heading[];
}
export interface Literate {
  readonly fences: readonly NormFence[];
  /** Marks that nothing closes, of whatever language: what follows them cannot be told from text. */
  readonly unclosed: readonly Span[];
  /** Marks of `norm` fences inside a Markdown quotation (`> `): those are not compiled. */
  readonly quoted: readonly Span[];
}

interface OpenFence {
  readonly mark: string;
  readonly span: Span;
  readonly norm: boolean;
  /** Where the line below the mark begins. */
  readonly body: number;
  readonly base: number;
}

/**
 * Markdown → its `norm` fences with their offsets and the headings above each; the one place where a literate file is
 * read. Fences are those of CommonMark: of ` or ~, longer ones around shorter ones, in lists; fences of other
 * languages, HTML comments and indented code are text.
 */
export function readLiterate(file: SourceFile): Literate {
  const { name } = file;
  // a byte order mark is no part of the first line
  const text = file.text.replace(/^\uFEFF/, ' ');
  const fences: NormFence[] = [];
  const unclosed: Span[] = [];
  const quoted: Span[] = [];
  let headings: readonly Heading[] = [];
  let items: OpenItems = [];
  let fence: OpenFence | undefined;
  let comment = false;
  /** The line above, if it may be a heading with an underline. */
  let above: { readonly text: string; readonly start: number } | undefined;

  const at = (start: number, length: number): Span => ({ file: name, start, end: start + length });
  const section = (level: number, title: string, start: number): void => {
    const heading = { level, text: title, span: at(start, title.length) };
    headings = [...headings.filter((h) => h.level < level), heading];
  };
  const close = (open: OpenFence, end: number): void => {
    if (open.norm) fences.push({ start: open.body, end, headings });
    fence = undefined;
  };

  const starts = lineStarts(text);
  for (const [i, start] of starts.entries()) {
    const next = starts[i + 1] ?? text.length;
    const line = text.slice(start, next).replace(/[\r\n]+$/, '');
    if (comment) {
      comment = !line.includes('-->');
      continue;
    }
    if (fence) {
      if (closesFence(line, fence.mark, fence.base)) {
        close(fence, start);
        continue;
      }
      // a mark with a word behind it closes nothing: in a norm fence it means that one was left open
      const inner = markdownLine(line, line.search(/[^ \t]|$/));
      if (!fence.norm || inner.kind !== 'fence' || inner.word !== 'norm') continue;
      unclosed.push(fence.span);
      close(fence, start);
    }
    const before = above;
    above = undefined;
    if (line.trim() === '') continue;
    const entered = enterItems(items, line);
    items = entered.items;
    if (entered.indent > 3) continue;
    const read = markdownLine(line, entered.offset);
    const base = items.at(-1) ?? 0;
    if (read.kind === 'fence') {
      const span = at(start + read.offset, read.mark.length);
      fence = { mark: read.mark, span, norm: read.word === 'norm', body: next, base };
    } else if (read.kind === 'heading') section(read.level, read.text, start + read.offset);
    else if (read.kind === 'underline' && before) section(read.level, before.text, before.start);
    else if (read.kind === 'comment') comment = !read.closed;
    else if (read.kind === 'quotedFence' && read.word === 'norm')
      quoted.push(at(start + read.offset, read.length));
    else if (read.kind === 'text' && base === 0) above = { text: read.text, start: start + read.offset };
  }
  if (fence) {
    unclosed.push(fence.span);
    close(fence, text.length);
  }
  return { fences, unclosed, quoted };
}

/** The document with everything outside its fences blanked, so that every place in it stays what it was. */
export function onlyFences(text: string, fences: readonly NormFence[]): string {
  const blank = (part: string): string => part.replace(/[^\r\n]/g, ' ');
  let at = 0;
  let out = '';
  for (const { start, end } of fences) {
    out += blank(text.slice(at, start)) + text.slice(start, end);
    at = end;
  }
  return out + blank(text.slice(at));
}
