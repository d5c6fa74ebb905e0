/** Lines around a change that are shown with it, as `diff -u` does. */
const CONTEXT = 3;
/** Past this many different lines a change is shown as a whole: finding the smallest would take too long. */
const MAX_STEPS = 500;

type Step = { readonly kind: ' ' | '-' | '+'; readonly line: string };

/**
 * `before` → `after` as a unified diff that `patch` and `git apply` read; empty where nothing differs. Not the package
 * `diff`: its version 9 writes Chinese names of files as octal escapes, which nobody can read.
 */
export function unifiedDiff(name: string, before: string, after: string): string {
  if (before === after) return '';
  const steps = compareLines(linesOf(before), linesOf(after));
  const hunks: string[] = [];
  let oldLine = 1;
  let newLine = 1;
  for (let i = 0; i < steps.length; ) {
    if (steps[i]?.kind === ' ') {
      oldLine++;
      newLine++;
      i++;
      continue;
    }
    const from = Math.max(0, i - CONTEXT);
    let end = i;
    for (let j = i, quiet = 0; j < steps.length && quiet <= 2 * CONTEXT; j++) {
      quiet = steps[j]?.kind === ' ' ? quiet + 1 : 0;
      if (quiet === 0) end = j + 1;
    }
    const to = Math.min(steps.length, end + CONTEXT);
    const part = steps.slice(from, to);
    const olds = part.filter((s) => s.kind !== '+').length;
    const news = part.filter((s) => s.kind !== '-').length;
    const lead = i - from;
    hunks.push(`@@ -${range(oldLine - lead, olds)} +${range(newLine - lead, news)} @@\n`);
    hunks.push(...part.map(show));
    oldLine += olds - lead;
    newLine += news - lead;
    i = to;
  }
  return `--- ${name}\n+++ ${name}\n${hunks.join('')}`;
}

const range = (line: number, count: number): string =>
  count === 1 ? String(line) : `${count === 0 ? line - 1 : line},${count}`;

const show = ({ kind, line }: Step): string =>
  line.endsWith('\n') ? kind + line : `${kind}${line}\n\\ No newline at end of file\n`;

/** Each with its line end. */
const linesOf = (text: string): readonly string[] => text.match(/[^\n]*\n|[^\n]+$/g) ?? [];

/** The shortest way from one list of lines to the other (Myers, «An O(ND) Difference Algorithm», 1986). */
function compareLines(a: readonly string[], b: readonly string[]): readonly Step[] {
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (
    tail < a.length - head &&
    tail < b.length - head &&
    a[a.length - 1 - tail] === b[b.length - 1 - tail]
  )
    tail++;
  const keep = (lines: readonly string[]): Step[] => lines.map((line) => ({ kind: ' ', line }));
  return [
    ...keep(a.slice(0, head)),
    ...shortest(a.slice(head, a.length - tail), b.slice(head, b.length - tail)),
    ...keep(a.slice(a.length - tail)),
  ];
}

function shortest(a: readonly string[], b: readonly string[]): readonly Step[] {
  const reached = new Map<number, number>([[1, 0]]);
  const trail: ReadonlyMap<number, number>[] = [];
  const at = (from: ReadonlyMap<number, number>, k: number): number => from.get(k) ?? -1;
  const down = (from: ReadonlyMap<number, number>, k: number, d: number): boolean =>
    k === -d || (k !== d && at(from, k - 1) < at(from, k + 1));
  for (let d = 0; d <= a.length + b.length; d++) {
    if (d > MAX_STEPS) break;
    trail.push(new Map(reached));
    for (let k = -d; k <= d; k += 2) {
      let x = down(reached, k, d) ? at(reached, k + 1) : at(reached, k - 1) + 1;
      while (x < a.length && x - k < b.length && a[x] === b[x - k]) x++;
      reached.set(k, x);
      if (x >= a.length && x - k >= b.length) return wayBack(a, b, trail, at, down);
    }
  }
  return [...a.map((line): Step => ({ kind: '-', line })), ...b.map((line): Step => ({ kind: '+', line }))];
}

function wayBack(
  a: readonly string[],
  b: readonly string[],
  trail: readonly ReadonlyMap<number, number>[],
  at: (from: ReadonlyMap<number, number>, k: number) => number,
  down: (from: ReadonlyMap<number, number>, k: number, d: number) => boolean,
): readonly Step[] {
  const steps: Step[] = [];
  let x = a.length;
  let y = b.length;
  for (let d = trail.length - 1; d >= 0; d--) {
    const before = trail[d] ?? new Map();
    const k = x - y;
    const previous = down(before, k, d) ? k + 1 : k - 1;
    const px = d === 0 ? 0 : at(before, previous);
    const py = d === 0 ? 0 : px - previous;
    while (x > px && y > py && a[x - 1] === b[y - 1]) {
      steps.push({ kind: ' ', line: a[x - 1] ?? '' });
      x--;
      y--;
    }
    if (d === 0) break;
    if (x === px) steps.push({ kind: '+', line: b[--y] ?? '' });
    else steps.push({ kind: '-', line: a[--x] ?? '' });
  }
  return steps.reverse();
}
