import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { CaseResult, NormResult } from '../evaluate/verdict.ts';
import type { Case } from '../facts/case.ts';
import { formatCitation } from '../text/citation-text.ts';
import type { Span } from '../text/span.ts';
import type { Finding } from './findings.ts';

type OnUnknown = 'fail' | 'warn' | 'pass';
const UNKNOWN: Readonly<Record<OnUnknown, Severity>> = { fail: 'error', warn: 'warning', pass: 'info' };

/** What somebody has to act on in a case, as findings at the facts that decided it. */
export function caseFindings(kase: Case, result: CaseResult, onUnknown: OnUnknown): readonly Finding[] {
  return result.norms.flatMap((norm) => {
    // what leaves the verdict of the case open; beside a violation, or of a soft norm, only a note
    const grave = result.verdict === 'undetermined' && norm.strength === 'hard' && !norm.harmless;
    const d = normFinding(kase, norm, grave ? UNKNOWN[onUnknown] : 'info');
    return d ? [{ ...d, cites: norm.cites }] : [];
  });
}

function normFinding(kase: Case, norm: NormResult, unknown: Severity): Diagnostic | undefined {
  const list = (language: 'zh' | 'en') => norm.cites.map((c) => formatCitation(c.citation, language));
  const params = {
    title: kase.title,
    norm: norm.norm,
    about: norm.cites.length > 0 ? `（${list('zh').join('、')}）` : '',
    aboutEn: norm.cites.length > 0 ? ` (${list('en').join(', ')})` : '',
  };
  const related = [{ span: norm.span, message: { zh: '規則在此', en: 'the norm is here' } }];
  const at = placeOf(kase, norm);
  switch (norm.verdict) {
    case 'violated':
      return report('norm-violated', at, params, { related });
    case 'conflict':
      return report('norm-in-conflict', at, params, { related });
    case 'undetermined':
      if (norm.harmless) return undefined;
      return { ...report('norm-undetermined', at, params, { related }), severity: unknown };
    case 'deviation':
      return report('norm-departed-from', at, params, { related });
    case 'pending':
      return report('norm-pending', at, params, { related });
    default:
      return undefined;
  }
}

function placeOf(kase: Case, norm: NormResult): Span {
  const fact = norm.used.find((u) => u.span !== undefined)?.span;
  return fact ?? kase.matters.find((m) => m.id === norm.matter)?.span ?? kase.span;
}
