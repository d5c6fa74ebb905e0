import { formatDate } from '../calendar/date.ts';
import type { Bilingual, Diagnostic, Related, Severity } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { CaseResult, NormResult, UsedFact } from '../evaluate/verdict.ts';
import { operands } from '../plan/operands.ts';
import type { NodeId, Plan } from '../plan/plan.ts';
import { formatCitation } from '../text/citation-text.ts';
import { dueText } from './due-text.ts';
import type { Finding } from './findings.ts';
import { type CaseContext, missingText } from './missing-text.ts';
import { valueText } from './value-text.ts';
import { makeVoice, type Voice } from './voice.ts';
import { WORD } from './wording.ts';

export type OnUnknown = 'fail' | 'warn' | 'pass';
const UNKNOWN: Readonly<Record<OnUnknown, Severity>> = { fail: 'error', warn: 'warning', pass: 'info' };

/**
 * What somebody has to act on in a case, each at the fact that decided it, with the other facts that were used and the norm
 * as related places. Where nothing was used or something is missing, the matter is the place.
 */
export function caseFindings(
  result: CaseResult,
  context: CaseContext,
  onUnknown: OnUnknown,
): readonly Finding[] {
  const norms = result.norms.flatMap((norm): readonly Finding[] => {
    // what keeps the verdict of the case open; beside a violation, or of a soft norm, only a note
    const grave = result.verdict === 'undetermined' && norm.strength === 'hard' && !norm.harmless;
    const d = normFinding(norm, context, grave ? UNKNOWN[onUnknown] : 'info');
    return d ? [{ ...d, cites: norm.cites }] : [];
  });
  const { kase, plan } = context;
  const spanOf = new Map(plan.norms.map((n) => [n.name, n.span]));
  const opposite = result.contradictions.map(({ matter, norms: [a, b] }) => {
    const places = [a, b].flatMap((name) => spanOf.get(name) ?? []);
    const at = kase.matters.find((m) => m.id === matter)?.span ?? kase.span;
    const related = places.map((span) => ({ span, message: NORM_HERE }));
    return report('opposite-duties', at, { title: kase.title, a, b }, { related });
  });
  return [...norms, ...opposite];
}

export const NORM_HERE: Bilingual = { zh: '規則在此', en: 'the norm is here' };

function normFinding(norm: NormResult, context: CaseContext, unknown: Severity): Diagnostic | undefined {
  const { kase } = context;
  const list = (language: 'zh' | 'en') => norm.cites.map((c) => formatCitation(c.citation, language));
  const params = {
    title: kase.title,
    norm: norm.norm,
    about: norm.cites.length > 0 ? `（${list('zh').join('、')}）` : '',
    aboutEn: norm.cites.length > 0 ? ` (${list('en').join(', ')})` : '',
  };
  // what is missing is to be written beside the other facts of the matter
  const open = norm.verdict === 'undetermined' || norm.verdict === 'conflict';
  const [decisive, ...others] = open ? [] : decidingFacts(norm, context.plan);
  const at = decisive?.span ?? kase.matters.find((m) => m.id === norm.matter)?.span ?? kase.span;
  const related = [{ span: norm.span, message: NORM_HERE }, ...others.flatMap((fact) => factPlace(fact))];
  const told = (hint: Bilingual) => (hint.zh === '' ? { related } : { related, hint });
  switch (norm.verdict) {
    case 'violated':
      return report('norm-violated', at, params, told(why(norm)));
    case 'conflict':
      return report('norm-in-conflict', at, params, told(lacking(norm, context)));
    case 'undetermined':
      if (norm.harmless) return undefined;
      return { ...report('norm-undetermined', at, params, told(lacking(norm, context))), severity: unknown };
    case 'deviation':
      return report('norm-departed-from', at, params, told(why(norm)));
    case 'pending':
      return report('norm-pending', at, params, told(why(norm)));
    default:
      return undefined;
  }
}

/** Facts that the case gives a place, those that the requirement reads first, in the order in which it does. */
function decidingFacts(norm: NormResult, plan: Plan): readonly UsedFact[] {
  const read = factsIn(plan, plan.norms.find((n) => n.name === norm.norm)?.requires);
  const rank = ({ fact, matter }: UsedFact): number => {
    const at = read.indexOf(fact);
    return at < 0 ? read.length + 1 : matter === norm.matter ? at : read.length;
  };
  return norm.used.filter((u) => u.span !== undefined).toSorted((a, b) => rank(a) - rank(b));
}

/** Through the definitions that it reads as well. */
function factsIn(plan: Plan, start: NodeId | undefined): readonly string[] {
  const facts = new Set<string>();
  const seen = new Set<NodeId>();
  const visit = (id: NodeId): void => {
    const node = plan.nodes[id];
    if (!node || seen.has(id)) return;
    seen.add(id);
    if (node.op === 'fact') facts.add(node.fact);
    for (const operand of operands(node)) visit(operand);
    if (node.op !== 'table') return;
    const { rows = [], otherwise } = plan.definitions[node.definition] ?? {};
    for (const row of rows) for (const part of [row.when, row.value]) visit(part);
    if (otherwise !== undefined) visit(otherwise);
  };
  if (start !== undefined) visit(start);
  return [...facts];
}

const ZH = makeVoice('zh-Hant', false);
const EN = makeVoice('en', false);
/** What a user wrote, so that no script is changed in it. */
const quoted = (text: string, { language }: Voice): string =>
  language === 'en' ? `"${text}"` : `「${text}」`;
const both = (text: (voice: Voice) => string): Bilingual => ({ zh: text(ZH), en: text(EN) });

const factPlace = ({ fact, value, span }: UsedFact): readonly Related[] =>
  span ? [{ span, message: both((voice) => quoted(`${fact} ${valueText(value, voice)}`, voice)) }] : [];

/** The gist, and how the due date was worked out. */
const why = (norm: NormResult): Bilingual =>
  both((voice) => {
    const due = norm.due === undefined ? [] : [`${voice.say(WORD.due)} ${formatDate(norm.due)}`];
    const used = norm.used.map((u) => ({ ...u, fact: quoted(u.fact, voice) }));
    const worked = norm.dueNotes.map((note) => dueText(note, { ...norm, used }, voice));
    const gist = norm.gist === undefined ? [] : [quoted(norm.gist, voice)];
    return [...gist, ...due, ...worked].join(voice.language === 'en' ? '; ' : '；');
  });

const lacking = (norm: NormResult, context: CaseContext): Bilingual =>
  both((voice) => {
    const missing = norm.missing.map((m) => quoted(missingText(m, norm, context, voice), voice));
    if (missing.length === 0) return '';
    return `${voice.say(WORD.missing)}${voice.say(WORD.colon)}${missing.join(voice.say(WORD.sequence))}`;
  });
