import { invariant } from '../text/invariant.ts';
import type { Span } from '../text/span.ts';
import { CODES } from './catalogue.ts';
import type {
  Bilingual,
  CatalogueEntry,
  Diagnostic,
  DiagnosticCode,
  DocParams,
  Fix,
  Related,
} from './diagnostic.ts';

/** Names in braces of a template, so that a call with a missing parameter does not compile. */
type ParamsOf<T extends string> = T extends `${string}{${infer P}}${infer Rest}` ? P | ParamsOf<Rest> : never;
type MessageOf<C extends DiagnosticCode> = (typeof CODES)[C]['message'];
type HintOf<C extends DiagnosticCode> = (typeof CODES)[C] extends { readonly hint: infer H extends Bilingual }
  ? H
  : { readonly zh: ''; readonly en: '' };
type Keys<C extends DiagnosticCode> =
  | ParamsOf<MessageOf<C>['zh'] & string>
  | ParamsOf<MessageOf<C>['en'] & string>
  | ParamsOf<HintOf<C>['zh'] & string>
  | ParamsOf<HintOf<C>['en'] & string>;
export type ParamsFor<C extends DiagnosticCode> = { readonly [K in Keys<C>]: string | number };

export interface Extra {
  readonly related?: readonly Related[] | undefined;
  readonly hint?: Bilingual | undefined;
  readonly fix?: Fix | undefined;
}

/** Makes a diagnostic from the catalogue; the only way to make one. */
export function report<C extends DiagnosticCode>(
  code: C,
  span: Span | undefined,
  params: ParamsFor<C>,
  extra: Extra = {},
): Diagnostic {
  const entry: CatalogueEntry = CODES[code];
  const hint = extra.hint ?? entry.hint;
  return {
    code,
    id: entry.id,
    severity: entry.severity,
    message: fill(entry.message, params),
    ...(hint ? { hint: fill(hint, params) } : {}),
    ...(span ? { span } : {}),
    related: extra.related ?? [],
    ...(extra.fix ? { fix: extra.fix } : {}),
  };
}

function fill(text: Bilingual, params: DocParams): Bilingual {
  const one = (template: string) =>
    template.replace(/\{([A-Za-z]+)\}/g, (whole, name: string) => {
      invariant(Object.hasOwn(params, name) || !/^\w+$/.test(name), `no parameter ${name}`);
      return String(params[name] ?? whole);
    });
  return { zh: one(text.zh), en: one(text.en) };
}

/** «did you mean»: the nearest of `candidates` by edit distance, if it is near enough. */
export function nearest(word: string, candidates: Iterable<string>): string | undefined {
  let best: string | undefined;
  let bestDistance = Math.max(1, Math.floor([...word].length / 2)) + 0.5;
  for (const candidate of [...candidates].sort()) {
    const d = distance(word, candidate);
    if (d < bestDistance) {
      best = candidate;
      bestDistance = d;
    }
  }
  return best;
}

export function didYouMean(word: string, candidates: Iterable<string>): Bilingual | undefined {
  const near = nearest(word, candidates);
  return near === undefined ? undefined : { zh: `是不是「${near}」？`, en: `Did you mean "${near}"?` };
}

function distance(a: string, b: string): number {
  const x = [...a];
  const y = [...b];
  let row = y.map((_, i) => i + 1);
  for (let i = 0; i < x.length; i++) {
    let left = i + 1;
    let diagonal = i;
    row = row.map((up, j) => {
      const cost = x[i] === y[j] ? 0 : 1;
      const next = Math.min(up + 1, left + 1, diagonal + cost);
      diagonal = up;
      left = next;
      return next;
    });
  }
  return row[y.length - 1] ?? x.length;
}
