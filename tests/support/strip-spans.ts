/** A tree without places: what two ways of writing the same thing must have in common. */
export function stripSpans(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(stripSpans);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).flatMap(([key, inner]) => (key === 'span' ? [] : [[key, stripSpans(inner)]])),
  );
}

/** The same, with names and quotations as plain words, to be read in a test. */
export function plain(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'span');
  const [only] = entries;
  if (entries.length === 1 && (only?.[0] === 'text' || only?.[0] === 'citation')) return plain(only[1]);
  if (entries.length === 2 && only?.[0] === 'kind' && only[1] === 'nameExpr') return plain(entries[1]?.[1]);
  return Object.fromEntries(entries.map(([key, inner]) => [key, plain(inner)]));
}
