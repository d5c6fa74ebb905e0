import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';

/** Two lines beside a verdict on a terminal of 100 columns. */
const MAX_HAN = 60;
const MAX_LETTERS = 160;

/** The 要旨 is one sentence that is taken in at a glance. What is longer says several things, or copies the article. */
export function gistTooLong({ norms }: LintContext): readonly Diagnostic[] {
  return norms.flatMap(({ norm, block }) => {
    const gist = block.clauses.find((c) => c.kind === 'gist');
    const length = [...(norm.gist ?? '')].length;
    const limit = /\p{Script=Han}/u.test(norm.gist ?? '') ? MAX_HAN : MAX_LETTERS;
    if (!gist || length <= limit) return [];
    return [report('gist-too-long', gist.text.span, { name: norm.name, length, limit })];
  });
}
