import type { Cite, DefinitionDecl, Model, NormDecl, ReadingDecl } from '../check/model.ts';
import { typeName } from '../check/types.ts';
import { constantText, nodeText } from '../evaluate/expression-text.ts';
import type { Plan } from '../plan/plan.ts';
import type { Citation } from '../text/citation.ts';
import { normBlocks } from './handbook-norm.ts';
import { type Block, block, type Inline, type Line, line, separated, values } from './handbook-parts.ts';
import { citeInlines, citeLinks, type Places } from './handbook-places.ts';

/** A block with the places it cites; `home` is the article under which it is printed whole. */
export interface Entry {
  readonly block: Block;
  readonly cites: readonly Citation[];
  readonly home?: string;
}

/** Everything that cites the regulation, in the order norms, definitions, readings, parameters, declaratory. */
export function entriesOf(model: Model, plan: Plan, places: Places): readonly Entry[] {
  const entry = (block: Block, cites: readonly Cite[], more: readonly Cite[] = []): Entry => {
    const first = cites.map((c) => places.articleIdOf(c.citation)).find((id) => id !== undefined);
    return {
      block: { ...block, lines: [...citeLine(cites, places), ...block.lines] },
      cites: [...cites, ...more].map((c) => c.citation),
      ...(first === undefined ? {} : { home: first }),
    };
  };
  const norms = normBlocks(model, plan, places);
  return [
    ...values(model.norms).flatMap((n) => {
      const block = norms.get(n.name);
      return block ? [entry(block, n.cites, unlessCites(n))] : [];
    }),
    ...values(model.definitions).map((d) =>
      entry(definitionBlock(d, plan, places), d.cites, [
        ...d.rows.flatMap((r) => r.cites),
        ...d.otherwiseCites,
      ]),
    ),
    ...values(model.readings).map((r) => entry(readingBlock(r), r.cites)),
    ...values(model.parameters).map((p) =>
      entry(
        block('parameter', '參數', p.name, p.gist, [
          line('類型', [typeName(p.type)]),
          line('採用的值', [p.value === undefined ? '未定' : constantText(p.value).zh]),
        ]),
        p.cites,
      ),
    ),
    ...values(model.declaratory).map((d) =>
      entry(block('declaratory', '宣示', d.name, d.gist, [line('不可核對的理由', [d.reason])]), d.cites),
    ),
  ];
}

const unlessCites = (norm: NormDecl): readonly Cite[] => norm.unless.flatMap((u) => u.cites);

function definitionBlock(d: DefinitionDecl, plan: Plan, places: Places): Block {
  const compiled = Object.hasOwn(plan.definitions, d.name) ? plan.definitions[d.name] : undefined;
  const rows = (compiled?.rows ?? []).map((row, i): readonly Inline[] => {
    const when = nodeText(plan, row.when).zh;
    const value = nodeText(plan, row.value).zh;
    const text = when === '是' ? value : `若 ${when}，則 ${value}`;
    return [`${row.exception ? '例外：' : ''}${text}`, ...citeInlines(d.rows[i]?.cites ?? [], places)];
  });
  const otherwise =
    compiled?.otherwise === undefined
      ? []
      : [[`${rows.length > 0 ? '否則' : '即'} ${nodeText(plan, compiled.otherwise).zh}`]];
  return block('definition', d.form === 'table' ? '表' : '定義', d.name, d.gist, [
    line('類型', [typeName(d.type)]),
    { label: '內容', items: [...rows, ...otherwise] },
  ]);
}

const readingBlock = (r: ReadingDecl): Block =>
  block('reading', '讀法', r.name, undefined, [
    {
      label: '讀法',
      items: r.options.map((o) => [
        `${o.name}${o.name === r.adopted ? '（採用）' : ''}${o.text === undefined ? '' : `：${o.text}`}`,
      ]),
    },
  ]);

function citeLine(cites: readonly Cite[], places: Places): readonly Line[] {
  const links = citeLinks(cites, places);
  return links.length === 0 ? [] : [line('依據', separated(links))];
}
