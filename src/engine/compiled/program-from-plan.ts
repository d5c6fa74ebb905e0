import { OPPOSITE_RELATION } from '../../plan/operands.ts';
import type { NodeId, Plan, PlanNorm } from '../../plan/plan.ts';
import { invariant } from '../../text/invariant.ts';
import { type Analysis, analyse } from './analysis.ts';
import { judgementOf } from './codes.ts';
import { type Instruction, unitDraft, type ValueId } from './draft.ts';
import { type Emitted, emit } from './emit.ts';
import { exportKey, lowerNode, type TextCodes, type UnitLowering } from './lower-expression.ts';
import { fires, firingKey, isOfKinds, lowerNorm } from './lower-norm.ts';
import type { Program, RegisterClass, Unit } from './program.ts';

/** Raise it whenever the form or the meaning of a program changes: stored programs of other versions are not run. */
export const PROGRAM_VERSION = 1;

/** Lowers a plan: one unit a kind of matter, in time and space linear in what the kind's norms read. */
export function programFromPlan(plan: Plan): Program {
  const a = analyse(plan);
  const texts = textCodes();
  const asked = askedAcross(a);
  const drafts = Object.keys(plan.lineage).map((kind) => draftUnit(a, kind, texts, asked));
  const stages = 1 + drafts.reduce((most, d) => Math.max(most, d.stages), 0);
  return {
    version: PROGRAM_VERSION,
    texts: texts.list,
    stages,
    units: Object.fromEntries(drafts.map(({ kind, finish }) => [kind, finish(stages)])),
  };
}

function textCodes(): TextCodes {
  const known = new Map<string, number>();
  const list: string[] = [];
  return {
    list,
    code: (text) => {
      const old = known.get(text);
      if (old !== undefined) return old;
      const code = list.push(text);
      known.set(text, code);
      return code;
    },
  };
}

/** What a matter may be asked by another one: nodes behind references, references of paths, and norms that fire. */
interface AskedAcross {
  readonly nodes: readonly { readonly kind: string; readonly node: NodeId }[];
  readonly norms: readonly PlanNorm[];
}

function askedAcross(a: Analysis): AskedAcross {
  const nodes = a.plan.nodes.flatMap((node) => {
    if (node.op !== 'follow') return [];
    const { type } = a.at(node.ref);
    invariant(type.t === 'ref', 'a reference is followed');
    return [{ kind: type.kind, node: node.target }];
  });
  const norms = new Set<PlanNorm>();
  for (const { exceptions } of a.plan.norms)
    for (const { source } of exceptions) {
      if (source.kind === 'unless' || source.link === 'same') continue;
      norms.add(a.norm(source.norm));
      for (const id of source.path) {
        const node = a.at(id);
        invariant(node.op === 'fact', 'a path is made of references');
        nodes.push({ kind: node.kind, node: id });
      }
    }
  return { nodes, norms: [...norms] };
}

interface UnitInMaking {
  readonly kind: string;
  readonly stages: number;
  readonly finish: (stages: number) => Unit;
}

function draftUnit(a: Analysis, kind: string, texts: TextCodes, asked: AskedAcross): UnitInMaking {
  const u: UnitLowering = {
    a,
    d: unitDraft(),
    kind,
    texts,
    memo: new Map(),
    norms: new Map(),
    inner: [],
    imports: new Map(),
  };
  const lineage = a.plan.lineage[kind] ?? [];
  const exported = new Map<string, ValueId>();
  for (const { kind: owner, node } of asked.nodes) {
    if (!lineage.includes(owner)) continue;
    exported.set(exportKey(node, false), lowerNode(u, node, false));
    if (a.dependsOnLive(node)) exported.set(exportKey(node, true), lowerNode(u, node, true));
  }
  for (const norm of asked.norms) if (isOfKinds(u, norm)) exported.set(firingKey(norm.name), fires(u, norm));

  const norms: { readonly norm: number; readonly args: readonly [ValueId, ValueId, ValueId, ValueId] }[] = [];
  const verdicts: Instruction[] = [];
  a.plan.norms.forEach((norm, i) => {
    if (!isOfKinds(u, norm)) return;
    const { applies, excepted, plain, live } = lowerNorm(u, norm);
    const args = [applies, excepted, plain, live] as const;
    norms.push({ norm: i, args });
    const stage = args.reduce((most, v) => Math.max(most, u.d.stageOf(v)), 0);
    verdicts.push({
      op: 'verdict',
      class: 'V',
      args,
      imm: [norms.length - 1, judgementOf(norm) << 8],
      stage,
      level: Number.MAX_SAFE_INTEGER,
    });
  });
  const stages = u.d.values.reduce((most, _, id) => Math.max(most, u.d.stageOf(id)), 0);
  return {
    kind,
    stages,
    finish: (count) => {
      const { unit } = finishUnit(u, count, verdicts);
      return {
        ...unit,
        norms: norms.map(({ norm, args: [applies, excepted, plain, live] }) => ({
          norm,
          applies: u.d.register(applies),
          excepted: u.d.register(excepted),
          plain: u.d.register(plain),
          live: u.d.register(live),
        })),
        exports: Object.fromEntries(
          [...exported].map(([key, value]): [string, [RegisterClass, number]] => [
            key,
            [u.d.classOf(value), u.d.register(value)],
          ]),
        ),
        mayContradict: mayContradict(
          a,
          norms.flatMap(({ norm }) => a.plan.norms[norm] ?? []),
        ),
      };
    },
  };
}

interface FinishedUnit {
  readonly unit: Unit;
  readonly pending: Emitted['imports'];
}

/** Inner units first: the tasks of the outer one name their registers. Their code runs in one piece. */
function finishUnit(u: UnitLowering, stages: number | 'one', verdicts: readonly Instruction[]): FinishedUnit {
  const inner = u.inner.map((one) => finishUnit(one, 'one', []));
  const { imports: pending, ...emitted } = emit(u.d, stages, verdicts);
  const linked = inner.map(
    (one): Unit => ({
      ...one.unit,
      imports: one.pending.map(([bank, value, k, at]) => [bank, u.d.register(value) + k, at] as const),
    }),
  );
  return {
    unit: { ...emitted, imports: [], inner: linked, norms: [], exports: {}, mayContradict: false },
    pending,
  };
}

/** As evaluate/contradictions.ts, without a case: may two of the norms require an expression and its negation? */
function mayContradict(a: Analysis, norms: readonly PlanNorm[]): boolean {
  const conjuncts = new Set<NodeId>();
  for (const norm of norms) {
    if (norm.modality === 'may') continue;
    const node = a.at(norm.requires);
    for (const id of node.op === 'and' ? node.args : [norm.requires]) conjuncts.add(id);
  }
  const keys = new Set<string>();
  for (const id of conjuncts) {
    const node = a.at(id);
    keys.add(
      node.op === 'cmp'
        ? `${node.left} ${node.rel} ${node.right}`
        : node.op === 'not'
          ? `not ${node.arg}`
          : `${id}`,
    );
  }
  for (const id of conjuncts) {
    const node = a.at(id);
    const opposite =
      node.op === 'cmp'
        ? `${node.left} ${OPPOSITE_RELATION[node.rel]} ${node.right}`
        : node.op === 'not'
          ? `${node.arg}`
          : `not ${id}`;
    if (keys.has(opposite)) return true;
  }
  return false;
}
