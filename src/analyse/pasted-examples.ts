import type { ExampleDecl } from '../check/model.ts';
import { compile } from '../pipeline.ts';
import type { SourceFile } from '../text/span.ts';

/** An 例 block to be pasted, with its name. */
export interface Pasted {
  readonly name: string;
  readonly text: string;
}

/** The blocks as the compiler reads them beside the rules, by name; without those that it does not take. */
export function pastedExamples(
  files: readonly SourceFile[],
  blocks: readonly Pasted[],
): ReadonlyMap<string, ExampleDecl> {
  if (blocks.length === 0) return new Map();
  const { value, diagnostics } = compile([
    ...files,
    { name: FILE, text: blocks.map((b) => b.text).join('') },
  ]);
  const wrong = diagnostics.flatMap((d) =>
    d.severity === 'error' && d.span?.file === FILE ? [d.span.start] : [],
  );
  const places = new Map<string, readonly [number, number]>();
  let at = 0;
  for (const { name, text } of blocks) {
    places.set(name, [at, at + text.length]);
    at += text.length;
  }
  const isWrong = (name: string): boolean => {
    const [from, to] = places.get(name) ?? [0, 0];
    return wrong.some((w) => w >= from && w < to);
  };
  return new Map(
    value.model.examples.flatMap((e) =>
      e.span.file === FILE && !isWrong(e.name) ? [[e.name, e] as const] : [],
    ),
  );
}

/** No file is called so, and it is read last. */
const FILE = '\u{10ffff}.norm';

/** `規則補例`, with a number where there is one already. */
export function freeName(norm: string, taken: ReadonlySet<string>): string {
  const plain = norm.replace(/[^\p{L}\p{N}]/gu, '');
  for (let n = 1; ; n += 1) {
    const name = `${plain}補例${n === 1 ? '' : n}`;
    if (!taken.has(name)) return name;
  }
}
