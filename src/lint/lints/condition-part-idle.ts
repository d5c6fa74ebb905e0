import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';
import { shortWords } from '../proven-conditions.ts';

/** In `甲 且 乙` where 甲 already sees to 乙, and in `甲 或 乙` where 乙 is a case of 甲, 乙 adds nothing to the condition. */
export function conditionPartIdle(context: LintContext): readonly Diagnostic[] {
  return context
    .proof()
    .conditions()
    .flatMap((f) => {
      if (f.is !== 'idle') return [];
      const related = f.because.map((span) => ({
        span,
        message:
          f.op === 'and'
            ? { zh: '這裡成立時它必成立', en: 'where this holds, it holds' }
            : { zh: '它成立時這裡必成立', en: 'where it holds, this holds' },
      }));
      return [
        report('condition-part-idle', f.expr.span, { text: shortWords(context, f.expr.span) }, { related }),
      ];
    });
}
