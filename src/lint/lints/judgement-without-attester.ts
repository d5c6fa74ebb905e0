import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';

/** 認定, 判斷, 酌情: somebody decides. 確有必要, 情節嚴重: somebody has to. */
const JUDGEMENT =
  /認定|认定|判斷|判断|酌情|裁量|視為有必要|确有必要|確有必要|情節嚴重|情节严重|情節輕微|情节轻微/u;

/**
 * A yes or no that somebody decides (認定) says who: without 由 … 認定 the answer of any clerk counts, and the verdict shows
 * nobody who answers for it.
 */
export function judgementWithoutAttester({ model }: LintContext): readonly Diagnostic[] {
  return Object.values(model.kinds).flatMap((kind) =>
    Object.values(kind.facts).flatMap((fact) => {
      if (fact.kind !== kind.name || fact.attesters.length > 0 || fact.type.t !== 'bool') return [];
      const word = JUDGEMENT.exec(`${fact.name} ${fact.description ?? ''}`)?.[0];
      return word === undefined
        ? []
        : [report('judgement-without-attester', fact.span, { name: fact.name, word })];
    }),
  );
}
