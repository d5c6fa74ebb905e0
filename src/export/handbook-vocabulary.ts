import type { FactDecl, Model } from '../check/model.ts';
import { typeName } from '../check/types.ts';
import { constantText } from '../evaluate/expression-text.ts';
import {
  type Block,
  blockId,
  type Inline,
  type Line,
  line,
  type Section,
  section,
  values,
} from './handbook-parts.ts';

/** The identifier of a fact by `事項.事實`, the kind being the one that declares it. */
export const factId = (name: string): string => blockId('fact', name);

/** The kinds of matter with their own facts, the records, the lists of values and the classes. */
export function vocabularySections(model: Model): readonly Section[] {
  const all: readonly (readonly [string, string, readonly Block[]])[] = [
    ['matters', '事項與事實', values(model.kinds).map((k) => kindBlock(model, k))],
    [
      'records',
      '記錄',
      values(model.records).map((r) =>
        vocabularyBlock('record', '記錄', r.name, factLines(values(r.fields), undefined)),
      ),
    ],
    [
      'enums',
      '枚舉',
      values(model.enums).map((e) =>
        vocabularyBlock('enum', '枚舉', e.name, [line('成員', [e.members.join('、')])]),
      ),
    ],
    [
      'groups',
      '類',
      values(model.groups).map((g) =>
        vocabularyBlock('group', '類', g.name, [
          line('屬於枚舉', [{ text: g.enum, to: blockId('enum', g.enum) }]),
          line('成員', [g.members.join('、')]),
        ]),
      ),
    ],
  ];
  return all.flatMap(([id, title, blocks]) => (blocks.length > 0 ? [section(id, title, { blocks })] : []));
}

const vocabularyBlock = (kind: string, tag: string, name: string, lines: readonly Line[]): Block => ({
  id: blockId(kind, name),
  tag,
  name,
  lines,
  folded: [],
});

function kindBlock(model: Model, kind: Model['kinds'][string]): Block {
  const own = values(kind.facts).filter((f) => f.kind === kind.name);
  const parents = kind.parents.map((p): Inline => ({ text: p, to: blockId('kind', p) }));
  const norms = values(model.norms)
    .filter((n) => n.kinds.includes(kind.name))
    .map((n): readonly Inline[] => [{ text: n.name, to: blockId('norm', n.name) }]);
  return {
    id: blockId('kind', kind.name),
    tag: '事項',
    name: kind.name,
    ...(kind.gist === undefined ? {} : { gist: kind.gist }),
    lines: [
      ...(parents.length > 0
        ? [
            line(
              '屬於',
              parents.flatMap((p, i) => (i === 0 ? [p] : ['、', p])),
            ),
          ]
        : []),
      ...factLines(own, kind.name),
      ...(norms.length > 0 ? [{ label: '適用的規則', items: norms }] : []),
    ],
    folded: [],
  };
}

function factLines(facts: readonly FactDecl[], kind: string | undefined): readonly Line[] {
  return facts.map((f) => ({
    ...(kind === undefined ? {} : { id: factId(`${kind}.${f.name}`) }),
    label: f.name,
    items: [
      [
        [
          typeName(f.type),
          ...(f.attesters.length > 0 ? [`由 ${f.attesters.join('、')} 認定`] : []),
          ...(f.defaultValue === undefined ? [] : [`預設 ${constantText(f.defaultValue).zh}`]),
          ...(f.aliases.length > 0 ? [`又作 ${f.aliases.join('、')}`] : []),
          ...(f.description === undefined ? [] : [f.description]),
        ].join('；'),
      ],
    ],
  }));
}
