import { chinaCalendar } from '../calendar/china.ts';
import { report } from '../diagnostics/report.ts';
import { caseText } from '../differential/case-text.ts';
import { rulebookText } from '../differential/random-rulebook.ts';
import { type Contestant, differential, type Mismatch } from '../differential/run.ts';
import { engineFromPlan } from '../engine/compiled/engine-from-plan.ts';
import type { ContestantName } from '../engine/engine.ts';
import { jsonRulesEngine } from '../engine/json-rules-engine/json-rules-engine.ts';
import { EXIT } from './exit-code.ts';
import { say } from './messages.ts';
import type { Session } from './session.ts';
import { tryWrite } from './write.ts';

export interface DifferentialCommandOptions {
  readonly cases: number;
  readonly seed?: number;
  readonly engine: readonly ContestantName[];
  readonly output: string;
}

/** Random rulebooks and cases through the engines. The seed is always printed: with it a run can be had again. */
export async function differentialCommand(
  session: Session,
  { cases, seed = session.io.now() % 4_294_967_296, engine, output }: DifferentialCommandOptions,
): Promise<void> {
  const names = [...new Set(engine)];
  const started = session.io.now();
  const result = await differential({
    seed,
    verdicts: cases,
    contestants: await Promise.all(names.map(contestant)),
    calendar: chinaCalendar(),
    progress: (verdicts) => {
      if (session.io.errIsTerminal) session.io.err(`\r${verdicts} / ${cases}`);
    },
  });
  if (session.io.errIsTerminal) session.io.err('\r\u001b[K');
  session.print(
    say(session.voice, 'differential.run', {
      seed,
      rulebooks: result.rulebooks,
      cases: result.cases,
      verdicts: result.verdicts,
      engines: names.join('、'),
      seconds: ((session.io.now() - started) / 1000).toFixed(1),
    }),
  );
  if (result.mismatch) tellMismatch(session, result.mismatch, output);
  else session.print(say(session.voice, 'differential.same'));
}

/** Prints what differs, made small, and writes it as a rule file and a case. */
export function tellMismatch(
  session: Session,
  { engine, rulebook, kase, difference }: Mismatch,
  folder: string,
): void {
  const rules = rulebookText(rulebook);
  const facts = caseText(kase);
  session.print('', rules, facts);
  tryWrite(session, `${folder}/rules.norm`, rules);
  tryWrite(session, `${folder}/case.yaml`, facts);
  const { path, expected, found } = difference;
  const params = { engine, path, expected: shown(expected), found: shown(found), folder };
  session.emit([report('engines-differ', undefined, params)], EXIT.violation);
}

const shown = (value: unknown): string => JSON.stringify(value) ?? '—';

async function contestant(name: ContestantName): Promise<Contestant> {
  switch (name) {
    case 'bytecode':
    case 'generated':
      return { name, open: (plan) => engineFromPlan(plan, name) };
    case 'json-rules-engine': {
      const { Engine: Stock } = await import('json-rules-engine');
      return { name, open: (plan) => jsonRulesEngine(plan, Stock) };
    }
  }
}
