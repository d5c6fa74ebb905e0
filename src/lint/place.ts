import type { Related } from '../diagnostics/diagnostic.ts';
import type { Span } from '../text/span.ts';
import type { LintContext } from './context.ts';

/** Where `part` stands in what was written at `span`; the whole if it is written otherwise there. */
export function placeOf(context: Pick<LintContext, 'words'>, span: Span, part: string): Span {
  const at = context.words(span).indexOf(part);
  if (at < 0) return span;
  return { ...span, start: span.start + at, end: span.start + at + part.length };
}

/** «the other one is here» */
export function otherHere(span: Span, name: string): Related {
  return { span, message: { zh: `「${name}」在這裡`, en: `"${name}" is here` } };
}
