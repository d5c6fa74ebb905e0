import { type WhyNot, whyNot } from '../analyse/why-not.ts';
import { chinaCalendar } from '../calendar/china.ts';
import { formatDate } from '../calendar/date.ts';
import { report } from '../diagnostics/report.ts';
import type { Case } from '../facts/case.ts';
import { lookupOf } from '../facts/lookup.ts';
import { keptFact } from '../facts/read-cases.ts';
import { dueText } from '../report/due-text.ts';
import { valueText } from '../report/value-text.ts';
import { VERDICT, WORD } from '../report/wording.ts';
import { formatCitation } from '../text/citation-text.ts';
import { printable } from '../text/display-width.ts';
import { loadCases } from './cases.ts';
import { asOfOption } from './check-command.ts';
import { EXIT } from './exit-code.ts';
import { say } from './messages.ts';
import { openRulebook } from './rulebook.ts';
import type { Session } from './session.ts';
import { today } from './today.ts';

export interface WhyNotCommandOptions {
  readonly rules?: readonly string[];
  readonly asOf?: string;
  readonly keep?: readonly string[];
  readonly format: 'pretty' | 'json';
}

/** The smallest change of facts that makes each case compliant. 0 if one is found or none is needed, else 1. */
export function whyNotCommand(
  session: Session,
  args: readonly string[],
  options: WhyNotCommandOptions,
): void {
  if (args.length === 0) return session.emit([report('nothing-to-do', undefined, {})], EXIT.usage);
  const asOf = asOfOption(session, options.asOf);
  if (asOf === 'wrong') return;
  const rulebook = openRulebook(session, options.rules, args);
  if (!rulebook) return;
  const { model, plan } = rulebook;
  const { cases, diagnostics } = loadCases(session, args, model);
  session.emit(diagnostics, EXIT.input);
  const lookup = lookupOf(model);
  for (const name of options.keep ?? [])
    if (cases.length > 0 && !cases.some((kase) => keptFact(lookup, kase.matters, name)))
      session.emit([report('unknown-fact-option', undefined, { name })], EXIT.usage);
  if (session.code() === EXIT.usage) return;
  const answers = cases.map((given) => {
    const kase = asOf === undefined ? given : { ...given, asOf };
    const answer = whyNot(model, plan, kase, {
      asOf: kase.asOf ?? today(session.io.now()),
      calendar: chinaCalendar(),
      keep: [
        ...(kase.kept ?? []),
        ...(options.keep ?? []).flatMap((name) => keptFact(lookup, kase.matters, name) ?? []),
      ],
    });
    if (answer.outcome === 'not-found' || answer.outcome === 'given-up') session.exit(EXIT.violation);
    return { kase, answer };
  });
  if (options.format === 'json')
    session.data(
      JSON.stringify(
        answers.map(({ kase, answer }) => json(kase, answer)),
        null,
        2,
      ),
    );
  else for (const { kase, answer } of answers) print(session, kase, answer);
}

function print(session: Session, kase: Case, { before, outcome, changes, mends, after }: WhyNot): void {
  const { voice } = session;
  const verdict = (v: keyof typeof VERDICT): string =>
    voice.paint(VERDICT[v].style, voice.say(VERDICT[v].word));
  session.print(`${verdict(before.verdict)}  ${voice.paint('bold', printable(kase.title))}`);
  if (changes.length === 0) return session.print(`  ${say(voice, `whyNot.${outcome}`)}`, '');
  session.print(
    `  ${say(voice, outcome === 'found' ? 'whyNot.found' : 'whyNot.givenUpWith', { n: changes.length })}`,
  );
  const several = kase.matters.length > 1;
  changes.forEach(({ matter, fact, from, to }, i) => {
    const name = several ? `${matter}.${fact}` : fact;
    const was = from === undefined ? say(voice, 'whyNot.absent') : valueText(from, voice);
    session.print(`  ${i + 1}. ${printable(name)}：${was} → ${voice.paint('bold', valueText(to, voice))}`);
    for (const norm of mends[i] ?? []) {
      const cites = norm.cites.map((c) => formatCitation(c.citation, voice.language === 'en' ? 'en' : 'zh'));
      session.print(`     ${printable(norm.norm)}  ${cites.join('、')}`);
      // how the day that is allowed was worked out, with what the calendar skips
      const then = after?.norms.find((n) => n.norm === norm.norm && n.matter === norm.matter);
      if (then && (to.t === 'date' || to.t === 'event'))
        for (const note of then.dueNotes)
          session.print(
            `       ${voice.say(WORD.due)} ${formatDate(note.due)}${voice.say(WORD.colon)}${dueText(note, then, voice)}`,
          );
    }
  });
  if (after) session.print(`  ${say(voice, 'whyNot.after')}${verdict(after.verdict)}`);
  session.print('');
}

const json = (kase: Case, { before, outcome, changes, mends, after }: WhyNot): object => ({
  title: kase.title,
  verdict: before.verdict,
  outcome,
  changes: changes.map((change, i) => ({
    ...change,
    mends: (mends[i] ?? []).map((n) => ({
      norm: n.norm,
      matter: n.matter,
      cites: n.cites.map((c) => formatCitation(c.citation, 'zh')),
    })),
  })),
  ...(after ? { after: after.verdict } : {}),
});
