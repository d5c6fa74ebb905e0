import type { IToken } from 'chevrotain';
import { lexer } from '../../grammar/tokens.ts';
import type { WorkCalendar } from '../calendar/calendar.ts';
import type { ExampleDecl, Model, NormDecl } from '../check/model.ts';
import { engineOf } from '../engine/compiled/engine-from-plan.ts';
import type { CaseResult } from '../evaluate/verdict.ts';
import type { Case } from '../facts/case.ts';
import { caseFromExample } from '../facts/case-from-example.ts';
import { buildGraph } from '../graph/graph.ts';
import type { RuleGraph } from '../graph/rule-graph.ts';
import type { Plan } from '../plan/plan.ts';
import { type Proof, proofOf } from '../prove/proof.ts';
import type { SourceLock } from '../source/lock.ts';
import type { OfficialText } from '../source/official-text.ts';
import type { Block, NormFile } from '../syntax/ast.ts';
import { isLiterate, onlyFences, readLiterate } from '../syntax/literate.ts';
import { once } from '../text/once.ts';
import type { SourceFile, Span } from '../text/span.ts';

export type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;

/** What a rulebook without errors is made of, and what else was given. */
export interface LintInput {
  readonly texts: readonly SourceFile[];
  readonly parsed: readonly NormFile[];
  readonly model: Model;
  readonly plan: Plan;
  readonly lock?: SourceLock | undefined;
  /** The words themselves, where the user named them. */
  readonly source?: OfficialText | undefined;
  /** Cases under `cases/` of the rulebook. */
  readonly scenarios: readonly Case[];
  readonly calendar: WorkCalendar;
}

/** A norm as it was checked and as it was written. A follow-up duty (隨後應當) has no block of its own. */
export interface WrittenNorm {
  readonly norm: NormDecl;
  readonly block: BlockOf<'norm'>;
}
/** An example with what comes out of it. */
export interface ExampleRun {
  readonly example: ExampleDecl;
  readonly result: CaseResult;
}
export interface Lexed {
  readonly tokens: readonly IToken[];
  readonly comments: readonly IToken[];
}

/** Computed once for all lints; what is costly is worked out when the first lint asks for it. */
export interface LintContext extends LintInput {
  /** In the order of files and places, without follow-up duties. */
  readonly norms: readonly WrittenNorm[];
  /** Norm → the examples that name it. */
  readonly examplesOf: ReadonlyMap<string, readonly ExampleDecl[]>;
  /** By file: words and comments with their offsets. Of a literate file only what stands in its fences. */
  readonly lexed: () => ReadonlyMap<string, Lexed>;
  readonly graph: () => RuleGraph;
  readonly runs: () => readonly ExampleRun[];
  /** What can be proven of conditions, tables and norms. */
  readonly proof: () => Proof;
  /** What was written at a place. */
  readonly words: (span: Span) => string;
}

export function lintContext(input: LintInput): LintContext {
  const { texts, parsed, model, plan, calendar } = input;
  const textOf = new Map(texts.map((t) => [t.name, t.text]));
  return {
    ...input,
    norms: writtenNorms(parsed, model),
    examplesOf: groupExamples(model.examples),
    lexed: once(() => new Map(texts.map((t) => [t.name, lex(t)]))),
    graph: once(() => buildGraph(model)),
    runs: once(() => {
      const engine = engineOf(plan);
      return model.examples.map((example) => {
        const kase = caseFromExample(example, model);
        const asOf = example.asOf ?? example.actDate ?? 0;
        return { example, result: engine.evaluate(kase, { asOf, calendar }) };
      });
    }),
    proof: once(() => proofOf(model, plan, calendar)),
    words: ({ file, start, end }) => (textOf.get(file) ?? '').slice(start, end),
  };
}

/** The blocks of one kind with the file they stand in order. */
export function blocksOf<K extends Block['kind']>(
  parsed: readonly NormFile[],
  kind: K,
): readonly BlockOf<K>[] {
  return parsed.flatMap((f) => f.blocks.filter((b): b is BlockOf<K> => b.kind === kind));
}

function writtenNorms(parsed: readonly NormFile[], model: Model): readonly WrittenNorm[] {
  const place = (span: Span) => `${span.file}:${span.start}`;
  const declared = new Map(
    Object.values(model.norms)
      .filter((n) => n.follows === undefined)
      .map((n) => [place(n.span), n]),
  );
  return blocksOf(parsed, 'norm').flatMap((block) => {
    const norm = declared.get(place(block.name.span));
    return norm ? [{ norm, block }] : [];
  });
}

function groupExamples(examples: readonly ExampleDecl[]): ReadonlyMap<string, readonly ExampleDecl[]> {
  const found = new Map<string, ExampleDecl[]>();
  for (const example of examples)
    for (const norm of example.norms) {
      const list = found.get(norm);
      if (list) list.push(example);
      else found.set(norm, [example]);
    }
  return found;
}

function lex(file: SourceFile): Lexed {
  const text = isLiterate(file.name) ? onlyFences(file.text, readLiterate(file).fences) : file.text;
  const { tokens, groups } = lexer.tokenize(text);
  return { tokens, comments: groups.comments ?? [] };
}
