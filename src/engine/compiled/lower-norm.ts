import type { PlanException, PlanNorm } from '../../plan/plan.ts';
import { FALSE } from './codes.ts';
import type { ValueId } from './draft.ts';
import { addTask, exportKey, junction, lowerNode, type UnitLowering } from './lower-expression.ts';

export interface NormValues {
  readonly applies: ValueId;
  readonly excepted: ValueId;
  readonly plain: ValueId; // R₀
  readonly live: ValueId; // R₁
}

export const firingKey = (norm: string): string => `!${norm}`;
const permits = (norm: PlanNorm): boolean => norm.modality === 'may' || norm.modality === 'only-may';

/** A, E and R of a norm for a matter of this unit's kind. */
export function lowerNorm(u: UnitLowering, norm: PlanNorm): NormValues {
  return {
    applies: applicability(u, norm),
    excepted: exceptions(u, norm),
    plain: lowerNode(u, norm.requires, false),
    live: lowerNode(u, norm.requires, true),
  };
}

function applicability(u: UnitLowering, norm: PlanNorm): ValueId {
  return memoised(u, `A${norm.name}`, () => {
    const own = lowerNode(u, norm.applies, false);
    return norm.follows === undefined ? own : junction(u, 'and', [own, fires(u, u.a.norm(norm.follows))]);
  });
}

function exceptions(u: UnitLowering, norm: PlanNorm): ValueId {
  return memoised(u, `E${norm.name}`, () =>
    junction(
      u,
      'or',
      norm.exceptions.map((e) => exception(u, e)),
    ),
  );
}

/** X fires = A ∧ ¬E, for permissions also R: an unused permission lifts nothing. */
export function fires(u: UnitLowering, norm: PlanNorm): ValueId {
  return memoised(u, firingKey(norm.name), () => {
    const parts = [applicability(u, norm), negated(u, exceptions(u, norm))];
    return junction(u, 'and', permits(norm) ? [...parts, lowerNode(u, norm.requires, false)] : parts);
  });
}

function exception(u: UnitLowering, { source }: PlanException): ValueId {
  if (source.kind === 'unless') return lowerNode(u, source.when, false);
  const norm = u.a.norm(source.norm);
  if (source.link === 'same') return isOfKinds(u, norm) ? fires(u, norm) : u.d.constant('B', { code: FALSE });
  const stage = Math.max(u.a.stageOfFiring(norm), ...source.path.map(u.a.stageOf)) + 1;
  const path = source.path.map((id) => exportKey(id, false));
  const how = source.link === 'from-base' ? 'fires-at-base' : 'fires-at-exception';
  return addTask(u, 'B', [], () => ({ do: how, norm: firingKey(norm.name), path }), stage);
}

export const isOfKinds = (u: UnitLowering, norm: PlanNorm): boolean => {
  const lineage = u.a.plan.lineage[u.kind] ?? [];
  return norm.kinds.some((k) => lineage.includes(k));
};

function negated(u: UnitLowering, value: ValueId): ValueId {
  const draft = u.d.values[value];
  if (draft?.is === 'constant' && 'code' in draft.value)
    return u.d.constant('B', { code: (7 >> (draft.value.code << 1)) & 3 });
  return u.d.add('not', 'B', [value]);
}

function memoised(u: UnitLowering, key: string, make: () => ValueId): ValueId {
  const old = u.norms.get(key);
  if (old !== undefined) return old;
  const value = make();
  u.norms.set(key, value);
  return value;
}
