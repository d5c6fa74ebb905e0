import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';

/**
 * Bearers are free words, so a slip makes a new office. A bearer that only one norm names, and that differs in one character
 * from an office of the vocabulary or a bearer of other norms, is looked at again.
 */
export function bearerUnknown({ norms, model }: LintContext): readonly Diagnostic[] {
  const times = new Map<string, number>();
  for (const bearer of norms.flatMap(({ norm }) => norm.bearers))
    times.set(bearer, (times.get(bearer) ?? 0) + 1);
  const members = Object.values(model.enums).flatMap((e) => e.members);
  const known = [...new Set([...members, ...[...times].flatMap(([b, n]) => (n > 1 ? [b] : []))])].sort();
  return norms.flatMap(({ norm, block }) => {
    const clause = block.clauses.find((c) => c.kind === 'bearer');
    return (clause?.bearers ?? []).flatMap((name, i) => {
      const bearer = norm.bearers[i] ?? name.text;
      if ((times.get(bearer) ?? 0) > 1 || known.includes(bearer) || Object.hasOwn(model.groups, bearer))
        return [];
      const near = known.find((other) => isSlip(bearer, other));
      if (near === undefined) return [];
      const title = { zh: `改為「${near}」`, en: `Change to "${near}"` };
      const fix = { title, edits: [{ span: name.span, text: near }], guess: true as const };
      return [report('bearer-unknown', name.span, { name: name.text, other: near }, { fix })];
    });
  });
}

/** One character too many or too few; or one other character, in a word so long that two offices are not called so. */
function isSlip(a: string, b: string): boolean {
  const [x, y] = [[...a], [...b]];
  let head = 0;
  while (head < x.length && x[head] === y[head]) head++;
  let tail = 0;
  while (tail < Math.min(x.length, y.length) - head && x.at(-1 - tail) === y.at(-1 - tail)) tail++;
  const [left, right] = [x.length - head - tail, y.length - head - tail];
  return (
    (Math.min(left, right) === 0 && left + right === 1 && x.length >= 4) ||
    (left === 1 && right === 1 && x.length >= 6)
  );
}
