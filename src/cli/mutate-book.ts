import { chinaCalendar } from '../calendar/china.ts';
import { VERDICT_WORDS } from '../evaluate/verdict-words.ts';
import type { Case } from '../facts/case.ts';
import type { Mutant } from '../mutate/mutations.ts';
import { type Proposal, proposalsFor } from '../mutate/proposals.ts';
import { type MutantResult, type MutationReport, runMutants } from '../mutate/run.ts';
import type { Finding } from '../report/findings.ts';
import { printable } from '../text/display-width.ts';
import { blockLines } from './block-lines.ts';
import { say } from './messages.ts';
import type { UsableRulebook } from './rulebook.ts';
import type { Session } from './session.ts';
import { survivorFinding } from './test-findings.ts';
import { percentOf, type Score } from './thresholds.ts';

export interface BookMutation {
  readonly json: object;
  readonly score: Score;
  readonly survivors: readonly Finding[];
}

/** Mutation testing of one rulebook: survivors at their places with an example that would notice, figures by file and in all. */
export function mutateBook(
  session: Session,
  readers: readonly Session[],
  { model, files }: UsableRulebook,
  scenarios: readonly Case[],
): BookMutation {
  const report = runMutants(model, scenarios, chinaCalendar());
  const survivors = report.results.filter((r) => r.outcome === 'survived');
  const proposals = proposalsFor(model, files, survivors, scenarios, chinaCalendar());
  // what is equivalent counts neither way
  const score = { covered: report.killed, all: report.killed + report.survived };
  const percent = percentOf(score);
  for (const out of readers) print(out, report, proposals, percent);
  const json = {
    killed: report.killed,
    survived: report.survived,
    equivalent: report.equivalent,
    percent,
    survivors: survivors.map(({ mutant }) => {
      const proposal = proposals.get(mutant);
      const { name, norm, verdict, mutated, text } = proposal ?? {};
      return {
        ...mutant.owner,
        place: session.sources.place(mutant.span),
        change: mutant.change,
        proposal: proposal ? { name, norm, verdict, mutated, text } : null,
      };
    }),
  };
  const found = survivors.map(({ mutant }) => survivorFinding(model, mutant, proposals.get(mutant)?.text));
  return { json, score, survivors: found };
}

function print(
  session: Session,
  report: MutationReport,
  proposals: ReadonlyMap<Mutant, Proposal>,
  percent: number,
): void {
  const { voice } = session;
  const told = new Set<string>();
  const byFile = new Map<string, MutantResult[]>();
  for (const result of report.results) {
    const { file } = result.mutant.span;
    byFile.set(file, [...(byFile.get(file) ?? []), result]);
    if (result.outcome !== 'survived') continue;
    session.print(survivor(session, result));
    const proposal = proposals.get(result.mutant);
    session.print(...proposalLines(session, proposal, told));
    if (proposal) told.add(proposal.name);
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

/** The block as it can be pasted, once; another mutant that it would kill as well refers to it. */
function proposalLines(
  { voice }: Session,
  proposal: Proposal | undefined,
  told: ReadonlySet<string>,
): readonly string[] {
  if (!proposal) return [`  ${voice.paint('dim', say(voice, 'mutate.noProposal'))}`];
  const { name, text, mutated } = proposal;
  if (told.has(name)) return [`  ${voice.paint('dim', say(voice, 'mutate.sameProposal', { name }))}`];
  const note = say(voice, 'mutate.proposal', { mutated: voice.say(VERDICT_WORDS[mutated]) });
  return [`  ${voice.paint('dim', note)}`, ...blockLines(text)];
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
