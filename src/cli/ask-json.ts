import type { Asked, AskOptions, RankedQuestion } from '../analyse/ask.ts';
import { fieldsRead } from '../analyse/norm-facts.ts';
import { targets } from '../analyse/trial-values.ts';
import { formatDate } from '../calendar/date.ts';
import type { Type } from '../check/model.ts';
import type { Case } from '../facts/case.ts';
import { answerSchema, valueJsonSchema } from '../facts/schema.ts';
import { citesJson, missingJson } from '../report/case-json.ts';
import { valueJson } from '../report/value-text.ts';
import { kindsOf } from './ask-matters.ts';
import { ASK_FORMAT } from './ask-schema.ts';
import { factsHash, rulebookHash } from './fingerprint.ts';
import type { UsableRulebook } from './rulebook.ts';
import { VERSION } from './version.ts';

/** The ranked questions as `ask --json` prints them; described by `schema --ask`. */
export function askJson(
  asked: Asked,
  kase: Case,
  rulebook: UsableRulebook,
  { goal, asOf }: AskOptions,
): object {
  const { result, state, questions, obstacles } = asked;
  return {
    format: ASK_FORMAT,
    engine: `zhunsheng ${VERSION}`,
    rulebook: { title: rulebook.plan.book?.title ?? '', sha256: rulebookHash(rulebook.files) },
    facts: { sha256: factsHash(kase) },
    title: kase.title,
    asOf: formatDate(kase.asOf ?? asOf),
    goal,
    state,
    verdict: result.verdict,
    counts: { ...result.counts },
    questions: questions.map((question, i) => questionJson(question, i + 1, kase, rulebook)),
    obstacles: obstacles.map(missingJson),
  };
}

function questionJson(
  question: RankedQuestion,
  rank: number,
  kase: Case,
  { model, plan }: UsableRulebook,
): object {
  const { subject, type, decl, reason, given, norms, remaining } = question;
  const matterKind =
    'matter' in subject ? kase.matters.find((m) => m.id === subject.matter)?.kind : undefined;
  return {
    rank,
    about: { ...subject, ...(matterKind === undefined ? {} : { matterKind }) },
    reason,
    type: typeJson(type),
    schema:
      subject.kind === 'link'
        ? null
        : decl && subject.kind === 'fact'
          ? answerSchema(model, decl)
          : valueJsonSchema(model, type),
    ...choicesJson(question, kase, { model, plan }),
    ...(decl?.description === undefined ? {} : { description: decl.description }),
    attesters: [...(decl?.attesters ?? [])],
    ...(given === undefined ? {} : { given: valueJson(given) }),
    norms: norms.map((norm) => ({
      norm: norm.norm,
      matter: norm.matter,
      strength: norm.strength,
      citations: citesJson(norm.cites),
      ...(norm.gist === undefined ? {} : { gist: norm.gist }),
    })),
    remaining: Number(remaining.toFixed(3)),
  };
}

/** The values of which one or several are taken, the matters and kinds that a reference may name, the fields of a list. */
function choicesJson(
  { subject, type, norms }: RankedQuestion,
  kase: Case,
  { model, plan }: Pick<UsableRulebook, 'model' | 'plan'>,
): object {
  const of = type.t === 'set' ? type.of : type;
  if (of.t === 'enum') return { values: [...(model.enums[of.enum]?.members ?? [])] };
  if (type.t === 'bool') return { values: [true, false] };
  if (type.t === 'ref')
    return {
      matters: targets(plan, kase, type.kind).map((m) => m.id),
      kinds: kindsOf(model, type.kind),
    };
  if (type.t !== 'list' || subject.kind !== 'fact') return {};
  return { fields: [...new Set(norms.flatMap(({ norm }) => fieldsRead(plan, norm, subject.fact)))] };
}

function typeJson(type: Type): object {
  switch (type.t) {
    case 'number':
      return { name: 'number', ...(type.unit === '' ? {} : { unit: type.unit }) };
    case 'duration':
      return { name: 'duration', ...(type.unit === undefined ? {} : { unit: type.unit }) };
    case 'enum':
      return { name: 'enum', of: type.enum };
    case 'set':
      return { name: 'set', of: type.of.t === 'enum' ? type.of.enum : type.of.t };
    case 'list':
      return { name: 'list', of: type.record };
    case 'ref':
      return { name: 'reference', of: type.kind };
    default:
      return { name: type.t };
  }
}
