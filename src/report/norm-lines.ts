import type { ExampleDecl, Model, NormDecl } from '../check/model.ts';
import type { Bilingual } from '../diagnostics/diagnostic.ts';
import { nodeText } from '../evaluate/expression-text.ts';
import { bookConditions } from '../plan/book-conditions.ts';
import type { NodeId, Plan } from '../plan/plan.ts';
import { printable } from '../text/display-width.ts';
import { citesText } from './case-pretty.ts';
import type { ExplanationLength } from './explanation-lines.ts';
import type { SourceTable } from './source-table.ts';
import { type SourceWords, sourceWordLines } from './source-words.ts';
import type { Voice } from './voice.ts';
import { STRENGTH, VERDICT, WORD } from './wording.ts';

const b = (zh: string, en: string): Bilingual => ({ zh, en });
const MODALITY: Readonly<Record<NormDecl['modality'], Bilingual>> = {
  shall: b('應當', 'shall'),
  'shall-not': b('不得，即須', 'shall not, that is'),
  may: b('可以', 'may'),
  'only-may': b('僅限者可以，即須', 'only some may, that is'),
};
const LABEL = {
  kinds: b('適用', 'applies to'),
  when: b('當', 'when'),
  unless: b('除非', 'unless'),
  excepts: b('例外於', 'exception to'),
  exceptedBy: b('其例外', 'excepted by'),
  follows: b('隨', 'follows'),
  strength: b('效力', 'strength'),
} as const;

/** A norm without a case: what it asks of whom, when, and what lifts it. */
export function normLines(
  norm: NormDecl,
  model: Model,
  plan: Plan,
  sources: SourceTable,
  voice: Voice,
  length: ExplanationLength,
  words?: SourceWords,
): string[] {
  const say = voice.say;
  const compiled = plan.norms.find((n) => n.name === norm.name);
  const head = `${voice.paint('bold', printable(norm.name))}  ${citesText(norm.cites, plan.book?.title, voice)}`;
  const gist = norm.gist === undefined ? [] : [`  ${printable(norm.gist)}`];
  if (length === 'short' || !compiled) return [head, ...gist];
  const lines = [head, ...gist, ...sourceWordLines(norm.cites, words, voice).map((line) => `  ${line}`)];
  const names = (list: readonly string[]) => list.map(printable).join(say(WORD.sequence));
  const add = (label: Bilingual, text: string) => lines.push(`  ${say(label)}${say(WORD.colon)}${text}`);
  add(LABEL.kinds, names(norm.kinds));
  if (norm.when) add(LABEL.when, printable(say(ownCondition(plan, compiled.applies))));
  add(MODALITY[norm.modality], printable(say(nodeText(plan, compiled.requires))));
  for (const { source } of compiled.exceptions) {
    if (source.kind === 'norm') add(LABEL.exceptedBy, printable(source.norm));
    else
      add(
        LABEL.unless,
        `${printable(say(nodeText(plan, source.when)))}  ${citesText(source.cites, undefined, voice)}`.trimEnd(),
      );
  }
  if (norm.exceptionTo.length > 0) add(LABEL.excepts, names(norm.exceptionTo.map((e) => e.norm)));
  if (norm.follows !== undefined) add(LABEL.follows, printable(norm.follows));
  add(LABEL.strength, say(STRENGTH[norm.strength]));
  if (norm.bearers.length > 0) add(WORD.bearer, names(norm.bearers));
  if (length === 'long') {
    if (norm.note !== undefined) add(WORD.note, printable(norm.note));
    for (const example of model.examples.filter((e) => e.norms.includes(norm.name))) {
      add(WORD.examples, exampleText(example, sources, voice));
    }
  }
  add(WORD.where, printable(sources.place(norm.span)));
  return lines;
}

/** A without what puts the whole book in force. */
function ownCondition(plan: Plan, applies: NodeId): Bilingual {
  const book = bookConditions(plan);
  const node = plan.nodes[applies];
  if (node?.op !== 'and' || book.size === 0) return nodeText(plan, applies);
  const nodes = [...plan.nodes, { ...node, args: node.args.filter((id) => !book.has(id)) }];
  return nodeText({ ...plan, nodes }, nodes.length - 1);
}

const exampleText = (example: ExampleDecl, sources: SourceTable, voice: Voice): string =>
  `${printable(example.name)} → ${voice.say(VERDICT[example.expect.verdict].word)}  ${voice.paint('dim', printable(sources.place(example.span)))}`;
