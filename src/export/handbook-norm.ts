import { formatDate } from '../calendar/date.ts';
import type { ExampleDecl, Modality, Model, NormDecl } from '../check/model.ts';
import { constantText, nodeText } from '../evaluate/expression-text.ts';
import { VERDICT_WORDS } from '../evaluate/verdict-words.ts';
import { bookConditions } from '../plan/book-conditions.ts';
import type { NodeId, Plan, PlanNode, PlanNorm } from '../plan/plan.ts';
import type { Strength } from '../syntax/ast.ts';
import { type Block, block, blockId, type Inline, type Line, line, separated } from './handbook-parts.ts';
import { citeInlines, type Places } from './handbook-places.ts';
import { factId } from './handbook-vocabulary.ts';
import { conjuncts, forbidden, readBy } from './plan-reading.ts';

const STRENGTH: Readonly<Record<Strength, string>> = { hard: '剛性', soft: '柔性', aspirational: '倡導' };
const MODALITY: Readonly<Record<Modality, string>> = {
  shall: '應當',
  'shall-not': '不得',
  may: '可以',
  'only-may': '僅於此時可以',
};

/** Every norm of the plan in words, by name. */
export function normBlocks(model: Model, plan: Plan, places: Places): ReadonlyMap<string, Block> {
  // what 不得 forbids is written out in nodes of its own, behind those of the plan
  const nodes: PlanNode[] = [...plan.nodes];
  const wider: Plan = { ...plan, nodes };
  const hidden = bookConditions(plan);
  const examples = new Map<string, ExampleDecl[]>();
  for (const example of model.examples)
    for (const name of example.norms) {
      const list = examples.get(name);
      if (list) list.push(example);
      else examples.set(name, [example]);
    }
  const found = plan.norms.flatMap((norm): [string, Block][] => {
    const decl = Object.hasOwn(model.norms, norm.name) ? model.norms[norm.name] : undefined;
    if (!decl) return [];
    const lines = normLines(norm, decl, wider, nodes, hidden, places);
    const folded = (examples.get(norm.name) ?? []).map((e) => exampleLine(e));
    return [[norm.name, block('norm', '規則', norm.name, norm.gist, lines, folded)]];
  });
  return new Map(found);
}

function normLines(
  norm: PlanNorm,
  decl: NormDecl,
  plan: Plan,
  nodes: PlanNode[],
  hidden: ReadonlySet<NodeId>,
  places: Places,
): readonly Line[] {
  const text = (id: NodeId): readonly Inline[] => [nodeText(plan, id).zh];
  const when = conjuncts(plan, norm.applies, hidden);
  // a duty to keep something up to a date is a conjunction of its own; its negation would say something else
  const asWritten = norm.modality === 'shall-not' && decl.maintain?.to === undefined;
  const requires = asWritten ? [forbidden(nodes, norm.requires)] : conjuncts(plan, norm.requires, new Set());
  const label = norm.modality === 'shall-not' && !asWritten ? '不得，即須' : MODALITY[norm.modality];
  const unless = norm.exceptions.map((e): readonly Inline[] =>
    e.source.kind === 'unless'
      ? [nodeText(plan, e.source.when).zh, ...citeInlines(e.source.cites, places)]
      : ['規則 ', { text: e.source.norm, to: blockId('norm', e.source.norm) }],
  );
  const read = readBy(plan, [
    ...when,
    norm.requires,
    ...norm.exceptions.flatMap((e) => (e.source.kind === 'unless' ? [e.source.when] : e.source.path)),
  ]);
  const links = (label: string, kind: string, names: readonly string[]): Line[] =>
    names.length === 0
      ? []
      : [line(label, separated(names.map((name) => ({ text: name, to: blockId(kind, name) }))))];
  const facts: readonly Inline[] = read.facts.map((name) => ({
    text: name.slice(name.indexOf('.') + 1),
    to: factId(name),
  }));
  return [
    ...links('適用', 'kind', norm.kinds),
    ...(norm.bearers.length > 0 ? [line('責任', [norm.bearers.join('、')])] : []),
    ...(when.length > 0 ? [{ label: when.length > 1 ? '當（皆須）' : '當', items: when.map(text) }] : []),
    {
      label: requires.length > 1 ? `${label}（皆須）` : label,
      items: requires.length > 0 ? requires.map(text) : [['（恆成立）']],
    },
    ...(unless.length > 0 ? [{ label: '除非', items: unless }] : []),
    ...links(
      '例外於',
      'norm',
      decl.exceptionTo.map((e) => e.norm),
    ),
    ...links('隨後於', 'norm', norm.follows === undefined ? [] : [norm.follows]),
    line('效力', [STRENGTH[norm.strength]]),
    ...(facts.length > 0 ? [line('所需事實', separated(facts))] : []),
    ...links('所用定義', 'definition', read.definitions),
    ...links('所用參數', 'parameter', read.parameters),
    ...links('所用讀法', 'reading', read.readings),
    ...(norm.note === undefined ? [] : [line('註', [norm.note])]),
  ];
}

function exampleLine(example: ExampleDecl): Line {
  const { expect } = example;
  const dates = [
    ...(example.actDate === undefined ? [] : [`行為日期 為 ${formatDate(example.actDate)}`]),
    ...(example.asOf === undefined ? [] : [`查核日期 為 ${formatDate(example.asOf)}`]),
  ];
  const choices = [
    ...Object.entries(example.params).map(([name, v]) => `${name} 為 ${constantText(v).zh}`),
    ...Object.entries(example.readings).map(([name, v]) => `${name} 為 ${v}`),
  ];
  const matters = example.matters.map((m) => {
    const given = Object.entries(m.facts).map(
      ([name, f]) =>
        `${name} ${f.attester === undefined ? '為' : `由 ${f.attester} 認定為`} ${constantText(f.value).zh}`,
    );
    const text = given.length > 0 ? given.join('；') : '無事實';
    return m.id === '' ? text : `${m.kind} ${m.id}：${text}`;
  });
  const result = [
    VERDICT_WORDS[expect.verdict].zh,
    ...(example.missing && example.missing.length > 0 ? [`缺 ${example.missing.join('、')}`] : []),
    ...(example.due === undefined ? [] : [`期限 ${formatDate(example.due)}`]),
  ].join('，');
  const given = [...dates, ...choices].join('；');
  return {
    label: example.name,
    items: [...(given === '' ? [] : [[given]]), ...matters.map((m) => [m]), [`→ ${result}`]],
  };
}
