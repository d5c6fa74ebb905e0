/** What costs time is worked out when it is first asked for, and then kept. */
export function once<T>(work: () => T): () => T {
  let known: { readonly value: T } | undefined;
  return () => {
    known ??= { value: work() };
    return known.value;
  };
}

/** What is worked out of a thing is kept as long as the thing is. */
export function onceFor<K extends object, T>(work: (of: K) => T): (of: K) => T {
  const known = new WeakMap<K, { readonly value: T }>();
  return (of) => {
    const kept = known.get(of);
    if (kept) return kept.value;
    const value = work(of);
    known.set(of, { value });
    return value;
  };
}
