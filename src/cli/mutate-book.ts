import { chinaCalendar } from '../calendar/china.ts';
import type { Model } from '../check/model.ts';
import type { Case } from '../facts/case.ts';
import { type MutantResult, type MutationReport, runMutants } from '../mutate/run.ts';
import { printable } from '../report/display-width.ts';
import { EXIT } from './exit-code.ts';
import { say } from './messages.ts';
import type { Session } from './session.ts';

interface MutateOptions {
  readonly format: string;
  readonly threshold?: number;
}

/** Mutation testing of one rulebook: survivors at their places, figures by file and in all. Below the threshold: 1. */
export function mutateBook(
  session: Session,
  model: Model,
  scenarios: readonly Case[],
  { format, threshold }: MutateOptions,
): object {
  const report = runMutants(model, scenarios, chinaCalendar());
  const percent = percentOf(report.killed, report.survived);
  if (threshold !== undefined && percent < threshold) session.exit(EXIT.violation);
  if (format === 'pretty') print(session, report, percent);
  return {
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
}

/** What is equivalent counts neither way. One decimal, never rounded up to a threshold that was missed. */
const percentOf = (killed: number, survived: number): number =>
  killed + survived === 0 ? 100 : Math.floor((1000 * killed) / (killed + survived)) / 10;

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
        percent: percentOf(killed, survived),
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
