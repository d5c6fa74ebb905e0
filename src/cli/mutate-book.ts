import { chinaCalendar } from '../calendar/china.ts';
import type { Case } from '../facts/case.ts';
import { type MutantResult, type MutationReport, runMutants } from '../mutate/run.ts';
import { printable } from '../report/display-width.ts';
import { say } from './messages.ts';
import type { UsableRulebook } from './rulebook.ts';
import type { Session } from './session.ts';
import { percentOf, type Score } from './thresholds.ts';

/** Mutation testing of one rulebook: survivors at their places with an example that would notice, figures by file and in all. */
export function mutateBook(
  session: Session,
  { model }: UsableRulebook,
  scenarios: readonly Case[],
  { format }: { readonly format: string },
): { readonly json: object; readonly score: Score } {
  const report = runMutants(model, scenarios, chinaCalendar());
  // what is equivalent counts neither way
  const score = { covered: report.killed, all: report.killed + report.survived };
  const percent = percentOf(score);
  if (format === 'pretty') print(session, report, percent);
  const json = {
    killed: report.killed,
    survived: report.survived,
    equivalent: report.equivalent,
    percent,
    survivors: report.results
      .filter((r) => r.outcome === 'survived')
      .map(({ mutant }) => ({
        ...mutant.owner,
        place: session.sources.place(mutant.span),
        change: mutant.change,
      })),
  };
  return { json, score };
}

function print(session: Session, report: MutationReport, percent: number): void {
  const { voice } = session;
  const byFile = new Map<string, MutantResult[]>();
  for (const result of report.results) {
    const { file } = result.mutant.span;
    byFile.set(file, [...(byFile.get(file) ?? []), result]);
    if (result.outcome === 'survived') session.print(survivor(session, result));
  }
  for (const [file, results] of byFile) {
    const killed = results.filter((r) => r.outcome === 'killed').length;
    const survived = results.filter((r) => r.outcome === 'survived').length;
    session.print(
      say(voice, 'mutate.file', {
        file: printable(file),
        killed,
        all: killed + survived,
        percent: percentOf({ covered: killed, all: killed + survived }),
      }),
    );
  }
  const { killed, survived, equivalent, results } = report;
  session.print(say(voice, 'mutate.result', { all: results.length, killed, survived, equivalent, percent }));
}

const LONGEST = 40;

function survivor({ voice, sources }: Session, { mutant }: MutantResult): string {
  const { owner, span, change } = mutant;
  const words = (sources.text(span.file) ?? '').slice(span.start, span.end).replace(/\s+/g, ' ');
  const text =
    owner.kind === 'group' || words.length > LONGEST ? '' : say(voice, 'mutate.text', { text: words });
  const said = say(voice, 'mutate.survivor', {
    kind: say(voice, `mutate.${owner.kind}`),
    name: owner.name,
    text,
    change: voice.language === 'en' ? change.en : change.zh,
  });
  return `${sources.place(span)}: ${printable(said)}`;
}
