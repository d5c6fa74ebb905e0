import type { Model } from '../check/model.ts';
import { nodeText } from '../evaluate/expression-text.ts';
import type { Plan } from '../plan/plan.ts';
import { uncoveredProvisions, uncoveredSentences } from '../source/lock.ts';
import type { SourceLock } from '../source/lock-tree.ts';
import type { OfficialText } from '../source/official-text.ts';
import type { Citation } from '../text/citation.ts';
import { chineseNumeral, formatCitation } from '../text/citation-text.ts';
import { chapterId } from './eid.ts';
import { type Entry, entriesOf } from './handbook-entries.ts';
import {
  blockId,
  type Handbook,
  type Inline,
  type Line,
  line,
  type Section,
  section,
  separated,
  values,
} from './handbook-parts.ts';
import { type Placed, placesOf } from './handbook-places.ts';
import { vocabularySections } from './handbook-vocabulary.ts';
import type { OpenQuestion } from './open-questions.ts';

export interface HandbookOptions {
  readonly lock?: SourceLock;
  /** The official text, if its words shall stand beside the provisions. */
  readonly words?: OfficialText;
  /** What the drafters ask the issuer. */
  readonly questions?: readonly OpenQuestion[];
}

/**
 * 章 → 條 → what is encoded there, from the rules alone. A norm stands whole under the first article it cites and is
 * linked from every other place; so does each definition, reading, parameter and declaratory provision.
 */
export function buildHandbook(model: Model, plan: Plan, options: HandbookOptions = {}): Handbook {
  const { lock, words } = options;
  const places = placesOf(model, lock, words);
  const entries = entriesOf(model, plan, places);
  const articles = places.articles.map((a): { chapter?: number; section: Section } => ({
    ...(a.chapter === undefined ? {} : { chapter: a.chapter }),
    section: articleSection(a, entries, places.idOf),
  }));
  const known = new Set((lock?.chapters ?? []).map((c) => c.number));
  const outside = articles.filter((a) => a.chapter === undefined || !known.has(a.chapter));
  const chapters = (lock?.chapters ?? [])
    .filter((c, i, all) => all.findIndex((other) => other.number === c.number) === i)
    .map((c) =>
      section(chapterId(c.number), `第${chineseNumeral(c.number)}章　${c.title}`, {
        sections: articles.filter((a) => a.chapter === c.number).map((a) => a.section),
      }),
    );
  const homeless = entries.filter((e) => e.home === undefined).map((e) => e.block);
  const sections = [
    ...(outside.length > 0
      ? [
          section('articles', known.size > 0 ? '章外條文' : '條文', {
            sections: outside.map((a) => a.section),
          }),
        ]
      : []),
    ...chapters,
    ...(homeless.length > 0 ? [section('unplaced', '未繫於條文者', { blocks: homeless })] : []),
    ...vocabularySections(model),
    ...questions(model, places.idOf, lock, options.questions ?? []),
  ];
  const force = plan.book?.inForce;
  const count = (n: number, unit: string, what: string) => `${n} ${unit}${what}`;
  return {
    title: model.book?.title ?? lock?.title ?? '規則手冊',
    lines: [
      line('內容', [
        [
          count(plan.norms.length, '條', '規則'),
          count(Object.keys(model.definitions).length, '項', '定義與表'),
          count(Object.keys(model.declaratory).length, '項', '宣示條文'),
          count(model.examples.length, '個', '例'),
        ].join('、'),
      ]),
      line('來源', ['規則的文字由規則庫產生，不是正式文本；以正式文本為準。']),
      ...(force === undefined ? [] : [line('施行', [nodeText(plan, force).zh])]),
    ],
    sections,
  };
}

function articleSection(
  article: Placed,
  entries: readonly Entry[],
  idOf: (place: Citation) => string | undefined,
): Section {
  const rows = article.provisions.map((p) => ({
    ...p,
    items: entries
      .filter((e) => e.cites.some((c) => idOf(c) === p.id))
      .map((e): readonly Inline[] => [`${e.block.tag} `, { text: e.block.name, to: e.block.id }]),
  }));
  // a place of which nothing is said keeps its line, unless something is said of a part of it: that it is untouched is
  // what the reader must see
  const shown = rows.filter(
    (p) =>
      p.items.length > 0 ||
      p.words !== undefined ||
      !rows.some((inner) => inner.items.length > 0 && isPart(inner.citation, p.citation)),
  );
  return section(article.id, article.label, {
    lines: shown.map(({ id, label, words, items }): Line => {
      const text = words === undefined ? [] : [[`原文：${words}`]];
      return { id, label, items: [...text, ...(items.length > 0 ? items : [['—']])] };
    }),
    blocks: entries.filter((e) => e.home === article.id).map((e) => e.block),
  });
}

const isPart = (inner: Citation, outer: Citation): boolean =>
  outer.sentence === undefined &&
  (outer.paragraph === undefined ||
    (inner.paragraph === outer.paragraph && (outer.item === undefined || inner.item === outer.item)));

/** What only the issuer can settle, as far as the rulebook itself shows it. */
function questions(
  model: Model,
  idOf: (place: Citation) => string | undefined,
  lock: SourceLock | undefined,
  asked: readonly OpenQuestion[],
): readonly Section[] {
  const cited = (citation: Citation): Inline => {
    const text = formatCitation(citation, 'zh');
    const to = idOf(citation);
    return to === undefined ? text : { text, to };
  };
  const doubts = asked.map(({ citations, question, meanwhile }): readonly Inline[] => [
    ...separated(citations.map(cited)),
    `：${question}現行處理：${meanwhile}`,
  ]);
  const readings = values(model.readings).map((r): readonly Inline[] => [
    { text: r.name, to: blockId('reading', r.name) },
    `：採用「${r.adopted}」，另有 ${r.options.length - 1} 種讀法`,
  ]);
  const open = values(model.parameters)
    .filter((p) => p.value === undefined)
    .map((p): readonly Inline[] => [{ text: p.name, to: blockId('parameter', p.name) }, '：未定']);
  const numbers = (lock?.articles ?? []).map((a) => a.number);
  const present = new Set(numbers);
  const missing = Array.from({ length: Math.max(0, ...numbers) }, (_, i) => i + 1)
    .filter((n) => !present.has(n))
    .map((n) => [formatCitation({ article: n }, 'zh')]);
  const uncovered = lock
    ? [...uncoveredProvisions(model, lock), ...uncoveredSentences(model, lock)].map(
        (c): readonly Inline[] => [cited(c)],
      )
    : [];
  const lines = [
    { label: '疑義', items: doubts },
    { label: '條文有數種讀法', items: readings },
    { label: '條文未定其數', items: open },
    { label: '所據文本缺少的條文', items: missing },
    { label: '尚未寫成規則或宣示', items: uncovered },
    {
      label: '施行日期',
      items: model.book && !model.book.from ? [['規則庫未載施行日期，各條一律視為已施行']] : [],
    },
  ].filter((l) => l.items.length > 0);
  return lines.length === 0 ? [] : [section('questions', '待制定機關釐清', { lines })];
}
