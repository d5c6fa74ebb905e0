import type { WorkCalendar } from '../../calendar/calendar.ts';
import { formatDate, fromCivil, isWeekend } from '../../calendar/date.ts';
import type { CalendarList } from '../../calendar/list-calendar.ts';
import type { Cite, Type } from '../../check/model.ts';
import { nodeText } from '../../evaluate/expression-text.ts';
import { operands } from '../../plan/operands.ts';
import type { NodeId, Plan } from '../../plan/plan.ts';
import { formatCitation } from '../../text/citation-text.ts';
import type { Citations, Declarations, Export, FactDeclaration } from './format.ts';
import { lowerPlan } from './lower.ts';

/** Everything that the exported files say. Pure and deterministic. */
export function exportData(plan: Plan, calendar: WorkCalendar): Export {
  const { rules, program } = lowerPlan(plan);
  return {
    rules,
    computed: program,
    facts: declarations(plan),
    citations: { ...citations(plan), conditions: conditionTexts(plan, rules) },
    calendar: calendarTable(calendar),
  };
}

function declarations(plan: Plan): Declarations {
  return {
    unknown: null,
    notYet: '未發生',
    kinds: mapValues(plan.facts, (facts) =>
      mapValues(
        facts,
        (f): FactDeclaration => ({
          type: f.type,
          ...(f.defaultValue === undefined ? {} : { default: f.defaultValue }),
          ...(f.attesters.length === 0 ? {} : { attesters: f.attesters }),
        }),
      ),
    ),
    records: recordFields(plan),
    params: mapValues(plan.params, ({ type, value }) => ({
      type,
      ...(value === undefined ? {} : { value }),
    })),
    readings: mapValues(plan.readings, ({ adopted, options }) => ({ adopted, options })),
  };
}

/** Fields of records as far as a rule reads them. */
function recordFields(plan: Plan): Declarations['records'] {
  const records = new Map<string, Map<string, Type>>();
  for (const node of plan.nodes) {
    if (node.op !== 'aggregate') continue;
    const list = plan.nodes[node.list]?.type;
    if (list?.t !== 'list') continue;
    const fields = records.get(list.record) ?? new Map<string, Type>();
    records.set(list.record, fields);
    const declared = plan.records[list.record];
    // what a field gives (最早 of events is a day) is not what may stand in it
    const read = (field: string, type: Type) => fields.set(field, declared?.[field] ?? type);
    if (node.field !== undefined) read(node.field, node.type);
    const queue: NodeId[] = node.where === undefined ? [] : [node.where];
    for (let id = queue.pop(); id !== undefined; id = queue.pop()) {
      const inner = plan.nodes[id];
      if (inner?.op === 'item') read(inner.field, inner.type);
      // what stands under a further aggregate belongs to that one's records
      else if (inner) queue.push(...(inner.op === 'aggregate' ? [inner.list] : operands(inner)));
    }
  }
  return Object.fromEntries([...records].map(([name, fields]) => [name, Object.fromEntries(fields)]));
}

function citations(plan: Plan): Omit<Citations, 'conditions'> {
  const texts = (cites: readonly Cite[]) => cites.map((c) => formatCitation(c.citation, 'zh'));
  const own = new Map(plan.norms.map((n) => [n.name, texts(n.cites)]));
  return {
    book: plan.book?.title ?? '',
    norms: Object.fromEntries(
      plan.norms.map((n) => [
        n.name,
        {
          cites: own.get(n.name) ?? [],
          ...(n.gist === undefined ? {} : { gist: n.gist }),
          bearers: n.bearers,
          exceptions: n.exceptions.map(({ source }) =>
            source.kind === 'unless' ? texts(source.cites) : (own.get(source.norm) ?? []),
          ),
        },
      ]),
    ),
    rows: Object.fromEntries(
      Object.values(plan.definitions).flatMap((d) => d.rows.map((r) => [r.id, texts(r.cites)])),
    ),
  };
}

/** A text longer than this helps nobody; a shared condition spelt out at each use would have no end. */
const LONGEST = 40;

function conditionTexts(plan: Plan, rules: Export['rules']): Citations['conditions'] {
  const sizes: number[] = [];
  for (const node of plan.nodes)
    sizes.push(operands(node).reduce((sum, o) => sum + Math.min(sizes[o] ?? 0, LONGEST), 1));
  const named = new Set<NodeId>();
  for (const rule of rules)
    for (const [, id] of JSON.stringify(rule).matchAll(/"fact":"n(\d+)\+?"/g)) named.add(Number(id));
  const told = [...named].sort((a, b) => a - b).filter((id) => (sizes[id] ?? 0) <= LONGEST);
  return Object.fromEntries(told.map((id) => [`n${id}`, nodeText(plan, id).zh]));
}

const FIRST_YEAR = 1990;
const LAST_YEAR = 2100;

/** The published years as a table. What lies beyond them stays unknown. */
function calendarTable(calendar: WorkCalendar): CalendarList {
  const years: number[] = [];
  const holidays: Record<string, string> = {};
  const workdays: Record<string, string> = {};
  for (let year = FIRST_YEAR; year <= LAST_YEAR; year++) {
    if (!calendar.covers(year)) continue;
    years.push(year);
    for (let day = fromCivil(year, 1, 1); day < fromCivil(year + 1, 1, 1); day++) {
      const { working, name = '' } = calendar.day(day);
      if (working && isWeekend(day)) workdays[formatDate(day)] = name;
      if (!working && !isWeekend(day)) holidays[formatDate(day)] = name;
    }
  }
  return { id: calendar.id, years, holidays, workdays };
}

const mapValues = <A, B>(table: Readonly<Record<string, A>>, to: (value: A) => B): Record<string, B> =>
  Object.fromEntries(Object.entries(table).map(([key, value]) => [key, to(value)]));
