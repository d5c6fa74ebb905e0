/** The first place where two values differ, and what stands there. */
export interface Difference {
  /** `norms.3.verdict` */
  readonly path: string;
  readonly expected: unknown;
  readonly found: unknown;
}

/** Compares plain data: arrays, objects (own enumerable properties, undefined like absent), numbers, texts. */
export function difference(expected: unknown, found: unknown, path = ''): Difference | undefined {
  if (Object.is(expected, found)) return undefined;
  if (!isObject(expected) || !isObject(found) || Array.isArray(expected) !== Array.isArray(found))
    return { path, expected, found };
  const keys = new Set([...Object.keys(expected), ...Object.keys(found)]);
  for (const key of keys) {
    const inner = difference(expected[key], found[key], path === '' ? key : `${path}.${key}`);
    if (inner) return inner;
  }
  return undefined;
}

const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;
