import type { Cite, Declared, Model } from '../check/model.ts';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import type { NormFile } from '../syntax/ast.ts';
import { citationKey } from '../text/citation-text.ts';
import type { Span } from '../text/span.ts';
import type { Finding } from './findings.ts';

/** A diagnostic → the same with the provisions that the block it stands in rests on; of an example those of its norms. */
export type Citing = (diagnostic: Diagnostic) => Finding;

export function citing(parsed: readonly NormFile[], model: Model): Citing {
  const key = ({ file, start }: Span) => `${file}:${start}`;
  const declared = [
    model.kinds,
    model.records,
    model.parameters,
    model.readings,
    model.definitions,
    model.norms,
    model.declaratory,
  ].flatMap((group): readonly (Declared & { readonly cites: readonly Cite[] })[] => Object.values(group));
  const cites = new Map(declared.map((d) => [key(d.span), d.cites]));
  for (const { span, norms } of model.examples) cites.set(key(span), citesOfNorms(model, norms));
  const blocks = new Map(parsed.map((f) => [f.file, f.blocks]));
  return (d) => {
    const { span } = d;
    const block =
      span && blocks.get(span.file)?.find((b) => b.span.start <= span.start && span.start < b.span.end);
    const found = block && 'name' in block ? cites.get(key(block.name.span)) : undefined;
    return found && found.length > 0 ? { ...d, cites: found } : d;
  };
}

/** The provisions of these norms, each once. */
export function citesOfNorms({ norms }: Model, names: readonly string[]): readonly Cite[] {
  const found = names.flatMap((name) => norms[name]?.cites ?? []);
  return [
    ...new Map(found.toReversed().map((cite) => [citationKey(cite.citation), cite])).values(),
  ].reverse();
}
