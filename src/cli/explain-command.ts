import { chinaCalendar } from '../calendar/china.ts';
import { formatDate } from '../calendar/date.ts';
import { report } from '../diagnostics/report.ts';
import { bookForce, inForceOf } from '../evaluate/book-force.ts';
import { makeContext } from '../evaluate/context.ts';
import { explain } from '../evaluate/explain.ts';
import { bookLines } from '../report/book-lines.ts';
import { type ExplanationLength, explanationLines } from '../report/explanation-lines.ts';
import { normLines } from '../report/norm-lines.ts';
import { VERDICT_ORDER, WORD } from '../report/wording.ts';
import { printable } from '../text/display-width.ts';
import { loadCases } from './cases.ts';
import { asOfOption } from './check-command.ts';
import { EXIT } from './exit-code.ts';
import { resolveNorm } from './norm-option.ts';
import { openRulebook } from './rulebook.ts';
import type { Session } from './session.ts';
import { wordsOption } from './source-text.ts';
import { today } from './today.ts';

export interface ExplainCommandOptions {
  readonly rules?: readonly string[];
  readonly asOf?: string;
  readonly norm?: string;
  readonly length: ExplanationLength;
  readonly all?: boolean;
  readonly source?: string;
}

/** With cases: why each norm has its verdict. With `--norm` alone: what the norm says. */
export function explainCommand(
  session: Session,
  args: readonly string[],
  options: ExplainCommandOptions,
): void {
  if (args.length === 0 && options.norm === undefined) {
    return session.emit([report('nothing-to-do', undefined, {})], EXIT.usage);
  }
  const asOf = asOfOption(session, options.asOf);
  if (asOf === 'wrong') return;
  const rulebook = openRulebook(session, options.rules, args);
  if (!rulebook) return;
  const { model, plan } = rulebook;
  const norm = resolveNorm(session, rulebook, options.norm);
  if (norm === 'wrong') return;
  const option = wordsOption(session, options.source);
  if (option === 'wrong') return;
  const words = option === 'none' ? undefined : option;
  if (args.length === 0) {
    const decl = norm === undefined ? undefined : model.norms[norm];
    if (decl)
      session.print(...normLines(decl, model, plan, session.sources, session.voice, options.length, words));
    return;
  }
  const { cases, diagnostics } = loadCases(session, args, model);
  session.emit(diagnostics, EXIT.input);
  for (const given of cases) {
    const kase = asOf === undefined ? given : { ...given, asOf };
    const settings = { asOf: asOf ?? today(session.io.now()), calendar: chinaCalendar() };
    const explanations = explain(plan, kase, settings, norm === undefined ? undefined : [norm]);
    const shown = VERDICT_ORDER.filter(
      (v) => options.all || norm !== undefined || v !== 'not-applicable',
    ).flatMap((v) => explanations.filter((e) => e.result.verdict === v));
    const date = `${session.voice.say(WORD.asOf)} ${formatDate(kase.asOf ?? settings.asOf)}`;
    session.print(
      `${session.voice.paint('bold', printable(kase.title))}  ${session.voice.paint('dim', date)}`,
    );
    const book = bookForce(plan, kase, () => makeContext(plan, kase, settings));
    session.print(...bookLines({ book, inForce: inForceOf(book, kase) }, { plan, kase }, session.voice));
    for (const explanation of shown) {
      const lines = explanationLines(
        explanation,
        { plan, kase },
        session.sources,
        session.voice,
        options.length,
        words,
      );
      session.print(...lines, ...(options.length === 'short' ? [] : ['']));
    }
  }
}
