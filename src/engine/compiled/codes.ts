import type { Tri } from '../../evaluate/value.ts';
import type { Verdict } from '../../evaluate/verdict.ts';
import type { PlanNorm } from '../../plan/plan.ts';

/**
 * Three truth values as two bits, «definitely» above «possibly»: 非 is a table, 且 is `&`, 或 is `|`, on any number of
 * values side by side.
 */
export const FALSE = 0;
export const UNKNOWN = 1;
export const TRUE = 3;
export type Code = number;

export const codeOf = (value: Tri): Code => (value === undefined ? UNKNOWN : value ? TRUE : FALSE);
export const triOf = (code: Code): Tri => (code === TRUE ? true : code === FALSE ? false : undefined);
/** 0 → 3, 1 → 1, 3 → 0 */
export const not = (code: Code): Code => (7 >> (code << 1)) & 3;

/** An event that has not happened, among day numbers. What is unknown among numbers is NaN. */
export const NOT_YET = Number.POSITIVE_INFINITY;

/** What the engine says of a norm; the last two are open: 衝突 or 待定, which only the missing facts can tell apart. */
export const VERDICT_CODES = [
  'not-applicable',
  'exempt',
  'compliant',
  'violated',
  'deviation',
  'pending',
  'harmless',
  'open',
] as const;
export type VerdictCode = number;

const code = (name: (typeof VERDICT_CODES)[number]): VerdictCode => VERDICT_CODES.indexOf(name);
export const HARMLESS = code('harmless');
export const OPEN = code('open');
export const verdictOfCode = (c: VerdictCode): Verdict => {
  const name = VERDICT_CODES[c];
  return name === undefined || name === 'harmless' || name === 'open' ? 'undetermined' : name;
};

/** Which of the three tables of verdicts a norm is judged by. */
export const judgementOf = (norm: Pick<PlanNorm, 'modality' | 'strength'>): number =>
  norm.modality === 'may' ? 2 : norm.strength === 'hard' ? 0 : 1;

/**
 * The table of design.md, section 4, for every combination: index is the norm's table × 256 + A + 4 E + 16 R₀ + 64 R₁.
 */
export const JUDGEMENTS: Uint8Array = Uint8Array.from({ length: 3 * 256 }, (_, i) =>
  judge(i >> 8, i & 3, (i >> 2) & 3, (i >> 4) & 3, (i >> 6) & 3),
);

function judge(table: number, a: Code, e: Code, r0: Code, r1: Code): VerdictCode {
  const permission = table === 2;
  if (a === FALSE) return code('not-applicable');
  if (permission) {
    if (r0 === FALSE) return code('not-applicable');
    if (a === TRUE && e === TRUE && r0 === TRUE) return code('exempt');
    return a === TRUE && r0 === TRUE && e !== TRUE ? code('compliant') : HARMLESS;
  }
  if (a === TRUE && e === TRUE) return code('exempt');
  if (a === TRUE && r0 === TRUE) return code('compliant');
  const r = r0 === TRUE ? TRUE : r0 === FALSE && r1 === FALSE ? FALSE : UNKNOWN;
  const violated = a & not(e) & not(r);
  if (violated === TRUE) return code(table === 0 ? 'violated' : 'deviation');
  if (a === TRUE && r0 === FALSE && r1 === TRUE) return code('pending');
  return violated === FALSE ? HARMLESS : OPEN;
}
