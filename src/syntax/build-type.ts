import type { CstNode } from 'chevrotain';
import type { DurationUnit, TypeNode } from './ast.ts';
import { type BuildContext, nameOf, node, spanOf, token } from './cst.ts';

const SIMPLE = {
  BooleanWord: 'boolType',
  MoneyWord: 'moneyType',
  DateWord: 'dateType',
  TimeWord: 'timeType',
  EventWord: 'eventType',
  TextWord: 'textType',
  DurationWord: 'durationType',
} as const;
const DURATIONS: Readonly<Record<string, DurationUnit>> = {
  YearsWord: 'year',
  MonthsWord: 'month',
  WeeksWord: 'week',
  DaysWord: 'day',
  WorkdaysWord: 'workday',
  HoursWord: 'hour',
  MinutesWord: 'minute',
};

export function buildType(context: BuildContext, cst: CstNode | undefined): TypeNode | undefined {
  if (!cst) return undefined;
  const span = spanOf(context, cst);
  for (const [word, kind] of Object.entries(SIMPLE)) if (token(cst, word)) return { kind, span };
  for (const [word, unit] of Object.entries(DURATIONS)) {
    if (token(cst, word)) return { kind: 'durationType', unit, span };
  }
  const word = token(cst, 'AnyName');
  const name = word && nameOf(context, word);
  if (token(cst, 'NumberWord')) return { kind: 'numberType', ...(name ? { unit: name } : {}), span };
  if (token(cst, 'SetWord')) {
    const of = buildType(context, node(cst, 'type'));
    return of && { kind: 'setType', of, span };
  }
  if (token(cst, 'ListWord')) return name && { kind: 'listType', record: name, span };
  if (token(cst, 'ReferenceWord')) return name && { kind: 'refType', target: name, span };
  const named = token(cst, 'Name');
  return named && { kind: 'namedType', name: nameOf(context, named), span };
}
