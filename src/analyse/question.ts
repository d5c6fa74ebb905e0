import type { FactDecl, Model, Type } from '../check/model.ts';
import type { CaseResult, Missing, NormResult } from '../evaluate/verdict.ts';
import type { Subject } from '../facts/answer.ts';
import type { Case, CaseMatter, CaseValue, GivenFact } from '../facts/case.ts';
import { invariant } from '../text/invariant.ts';

/** Why it has to be asked although something may stand there. */
export type Reason = 'absent' | 'unknown' | 'unattested' | 'wrong-attester';

export interface Question {
  /** The same for the same subject, whatever else is known. */
  readonly key: string;
  readonly subject: Subject;
  /** Of the answer; of a link, the reference. */
  readonly type: Type;
  readonly reason: Reason;
  /** Of facts and fields. */
  readonly decl?: FactDecl;
  /** What stands there and does not count, for want of an attester. */
  readonly given?: CaseValue;
  /** The norms that wait for it, hard ones first, then in order of the plan. */
  readonly norms: readonly NormResult[];
}

export const keyOf = (subject: Subject): string => JSON.stringify(subject);

/** What can be asked of what is missing; undefined where no answer helps: the calendar, a gap, a conflict of rows. */
export function subjectOf(missing: Missing, kase: Case): Subject | undefined {
  switch (missing.kind) {
    case 'fact':
      return { kind: 'fact', matter: missing.matter, fact: missing.fact };
    case 'field':
      return missing.fact === ''
        ? undefined
        : {
            kind: 'field',
            matter: missing.matter,
            fact: missing.fact,
            index: missing.index,
            field: missing.field,
          };
    case 'link': {
      const value = matterOf(kase, missing.matter)?.facts[missing.fact]?.value;
      return value?.t === 'ref'
        ? { kind: 'link', matter: missing.matter, fact: missing.fact, id: value.v }
        : undefined;
    }
    case 'param':
      return { kind: 'param', name: missing.name };
    case 'actDate':
      return { kind: 'actDate' };
    default:
      return undefined;
  }
}

/** The questions that these norms have, each once, in the order of the vocabulary. */
export function questionsOf(model: Model, kase: Case, norms: readonly NormResult[]): readonly Question[] {
  const found = new Map<string, { readonly subject: Subject; readonly norms: NormResult[] }>();
  for (const norm of norms)
    for (const missing of norm.missing) {
      const subject = subjectOf(missing, kase);
      if (!subject) continue;
      const key = keyOf(subject);
      const known = found.get(key);
      if (known) known.norms.push(norm);
      else found.set(key, { subject, norms: [norm] });
    }
  const questions = [...found.values()].map(({ subject, norms: own }) =>
    questionAbout(model, kase, subject, own),
  );
  return questions
    .map((question) => ({ question, place: placeIn(model, kase, question.subject) }))
    .sort((a, b) => comparePlaces(a.place, b.place))
    .map(({ question }) => question);
}

function questionAbout(model: Model, kase: Case, subject: Subject, norms: readonly NormResult[]): Question {
  const hard = (n: NormResult) => (n.strength === 'hard' ? 0 : 1);
  const shared = {
    key: keyOf(subject),
    subject,
    norms: [...norms].sort((a, b) => hard(a) - hard(b)),
  };
  switch (subject.kind) {
    case 'param': {
      const decl = model.parameters[subject.name];
      invariant(decl, `parameter ${subject.name}`);
      return { ...shared, type: decl.type, reason: 'absent' };
    }
    case 'actDate':
      return { ...shared, type: { t: 'date' }, reason: 'absent' };
    default: {
      const matter = matterOf(kase, subject.matter);
      const decl = matter && model.kinds[matter.kind]?.facts[subject.fact];
      invariant(decl, `fact ${subject.fact} of ${subject.matter}`);
      const given = matter.facts[subject.fact];
      if (subject.kind !== 'field')
        return {
          ...shared,
          type: decl.type,
          decl,
          ...(subject.kind === 'fact' ? standing(given) : { reason: 'absent' }),
        };
      const field =
        decl.type.t === 'list' ? model.records[decl.type.record]?.fields[subject.field] : undefined;
      invariant(field, `field ${subject.field} of ${subject.fact}`);
      const record = given?.value.t === 'list' ? given.value.v[subject.index] : undefined;
      return {
        ...shared,
        type: field.type,
        decl: field,
        reason: record?.[subject.field]?.t === 'unknown' ? 'unknown' : 'absent',
      };
    }
  }
}

function standing(given: GivenFact | undefined): Pick<Question, 'reason' | 'given'> {
  if (!given) return { reason: 'absent' };
  if (given.value.t === 'unknown') return { reason: 'unknown' };
  return { reason: given.rejected ?? 'absent', given: given.value };
}

/** What keeps norms open and no answer helps against. */
export function obstaclesOf(kase: Case, norms: readonly NormResult[]): readonly Missing[] {
  const found = new Map<string, Missing>();
  for (const norm of norms)
    for (const missing of norm.missing)
      if (!subjectOf(missing, kase)) found.set(JSON.stringify(missing), missing);
  return [...found.values()];
}

/** Which norms have to be settled. */
export type Goal =
  | { readonly kind: 'case' }
  | { readonly kind: 'norm'; readonly norm: string }
  | { readonly kind: 'all' };

/**
 * The norms that keep a goal open. `case`: hard norms that may yet be violated, and none once one is: then the case is
 * 違規 whatever comes. `norm`, `all`: whatever is 待定, also where it does no harm.
 */
export function openNorms(result: CaseResult, goal: Goal): readonly NormResult[] {
  switch (goal.kind) {
    case 'case':
      return result.verdict === 'violated'
        ? []
        : result.norms.filter((n) => n.strength === 'hard' && n.verdict === 'undetermined' && !n.harmless);
    case 'norm':
      return result.norms.filter((n) => n.norm === goal.norm && n.verdict === 'undetermined');
    case 'all':
      return result.norms.filter((n) => n.verdict === 'undetermined');
  }
}

export const matterOf = (kase: Case, id: string): CaseMatter | undefined =>
  kase.matters.find((m) => m.id === id);

/** Day of the act, parameters, then matter by matter its facts as they are declared, with their fields. */
function placeIn(model: Model, kase: Case, subject: Subject): readonly number[] {
  switch (subject.kind) {
    case 'actDate':
      return [0];
    case 'param':
      return [1, Object.keys(model.parameters).indexOf(subject.name)];
    default: {
      const at = kase.matters.findIndex((m) => m.id === subject.matter);
      const facts = model.kinds[kase.matters[at]?.kind ?? '']?.facts ?? {};
      const place = [2, at, Object.keys(facts).indexOf(subject.fact)];
      if (subject.kind !== 'field') return place;
      const type = facts[subject.fact]?.type;
      const fields = type?.t === 'list' ? (model.records[type.record]?.fields ?? {}) : {};
      return [...place, subject.index, Object.keys(fields).indexOf(subject.field)];
    }
  }
}

function comparePlaces(a: readonly number[], b: readonly number[]): number {
  const at = a.findIndex((n, i) => n !== b[i]);
  return at < 0 ? a.length - b.length : (a[at] ?? 0) - (b[at] ?? Number.NEGATIVE_INFINITY);
}
