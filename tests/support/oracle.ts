import { addMonths, civil } from '../../src/calendar/date.ts';
import type { Constant, Model, NormDecl, TExpr } from '../../src/check/model.ts';
import type { Verdict } from '../../src/evaluate/verdict.ts';
import type { Case, CaseMatter, CaseValue } from '../../src/facts/case.ts';
import { FIRST_DAY } from './random-rulebook.ts';

/**
 * A second opinion, written from design.md alone: ordinary two-valued logic over the typed expressions (not the
 * plan), for cases in which everything is known and everything has happened. Throws `Open` where something is not.
 */
export class Open extends Error {}

/** Working days of 2026-09-10 … 2026-11-10, by hand from the State Council's notice for 2026. */
const day = (m: number, d: number) =>
  FIRST_DAY + Math.round((Date.UTC(2026, m - 1, d) - Date.UTC(2026, 8, 20)) / 864e5);
const OFF = new Set(
  [[9, 25], [9, 26], [9, 27], ...[1, 2, 3, 4, 5, 6, 7].map((d) => [10, d])].map(([m, d]) =>
    day(m ?? 0, d ?? 0),
  ),
);
const ON = new Set([day(9, 20), day(10, 10)]);
const working = (n: number) => {
  const weekday = new Date(n * 864e5).getUTCDay();
  return ON.has(n) || (!OFF.has(n) && weekday !== 0 && weekday !== 6);
};

interface Place {
  readonly model: Model;
  readonly kase: Case;
  readonly matter: CaseMatter;
  readonly record?: Readonly<Record<string, CaseValue>>;
}

const plain = (c: Constant | CaseValue | undefined): unknown => {
  if (!c || c.t === 'unknown' || (c.t === 'event' && c.v === 'not-yet')) throw new Open();
  return c.t === 'duration' ? c : c.v;
};

export function ask(p: Place, e: TExpr): unknown {
  const go = (x: TExpr) => ask(p, x);
  const num = (x: TExpr) => go(x) as number;
  switch (e.op) {
    case 'const':
      return plain(e.value);
    case 'fact':
      return plain(p.matter.facts[e.fact]?.value);
    case 'item':
      return plain(p.record?.[e.field]);
    case 'follow': {
      const matter = p.kase.matters.find((m) => m.id === go(e.ref));
      if (!matter) throw new Open();
      return plain(matter.facts[e.fact]?.value);
    }
    case 'def':
      return define(p, e.name);
    case 'and':
      return e.args.map(go).every(Boolean);
    case 'or':
      return e.args.map(go).some(Boolean);
    case 'not':
      return !go(e.arg);
    case 'cmp': {
      const [a, b] = [num(e.left), num(e.right)];
      return { eq: a === b, ne: a !== b, lt: a < b, le: a <= b, gt: a > b, ge: a >= b }[e.rel];
    }
    case 'in':
      return (go(e.right) as unknown[]).includes(go(e.left));
    case 'subset':
      return (go(e.left) as unknown[]).every((x) => (go(e.right) as unknown[]).includes(x));
    case 'disjoint':
      return !(go(e.left) as unknown[]).some((x) => (go(e.right) as unknown[]).includes(x));
    case 'empty':
      return (go(e.arg) as unknown[]).length === 0;
    case 'occurred':
      return go(e.arg) !== undefined;
    case 'samePeriod': {
      const [a, b] = [civil(num(e.left)), civil(num(e.right))];
      const quarter = (m: number) => Math.ceil(m / 3);
      return (
        a.year === b.year &&
        (e.period === 'year' ||
          (e.period === 'month' ? a.month === b.month : quarter(a.month) === quarter(b.month)))
      );
    }
    case 'ordered': {
      const days = e.args.map(num);
      return days.every((d, i) => i === 0 || (e.strict ? (days[i - 1] ?? d) < d : (days[i - 1] ?? d) <= d));
    }
    case 'shift': {
      const amount = go(e.amount) as { v: number; unit: string };
      const sign = e.direction === 'after' ? 1 : -1;
      let d = num(e.base);
      if (amount.unit === 'month') return addMonths(d, sign * amount.v);
      if (amount.unit === 'day') return d + sign * amount.v;
      for (let left = amount.v; left > 0; ) {
        d += sign;
        if (working(d)) left -= 1;
      }
      return d;
    }
    case 'arith':
      return {
        add: num(e.left) + num(e.right),
        sub: num(e.left) - num(e.right),
        mul: num(e.left) * num(e.right),
        div: 0,
      }[e.fn];
    case 'aggregate': {
      const { where } = e;
      const hits = (go(e.list) as Record<string, CaseValue>[]).filter(
        (record) => where === undefined || ask({ ...p, record }, where),
      );
      const all = (go(e.list) as unknown[]).length;
      return e.fn === 'count' ? hits.length : e.fn === 'any' ? hits.length > 0 : hits.length === all;
    }
    default:
      throw new Open();
  }
}

function define(p: Place, name: string): unknown {
  const d = p.model.definitions[name];
  if (!d) throw new Open();
  for (const exception of [true, false]) {
    const hit = d.rows.filter((r) => r.exception === exception && ask(p, r.when));
    const values = new Set(hit.map((r) => ask(p, r.value)));
    if (values.size > 1) throw new Open();
    if (values.size === 1) return [...values][0];
  }
  if (!d.otherwise) throw new Open();
  return ask(p, d.otherwise);
}

const holds = (p: Place, e: TExpr | undefined): boolean => e === undefined || ask(p, e) === true;

function applies(p: Place, n: NormDecl): boolean {
  const base = n.follows === undefined ? undefined : p.model.norms[n.follows];
  return (
    (!base || fires(p, base)) && holds(p, n.when) && (n.modality !== 'only-may' || holds(p, n.requirement))
  );
}
const required = (p: Place, n: NormDecl): boolean =>
  n.modality === 'shall-not'
    ? !holds(p, n.requirement)
    : holds(p, n.modality === 'only-may' ? n.who : n.requirement);

function excepted(p: Place, n: NormDecl): boolean {
  return (
    n.unless.some((u) => holds(p, u.when)) ||
    Object.values(p.model.norms).some((x) =>
      x.exceptionTo.some((link) => {
        if (link.norm !== n.name) return false;
        if (link.link === 'same') return fires(p, x);
        const ref = (m: CaseMatter) => plain(m.facts.相關?.value);
        return p.kase.matters.some(
          (m) =>
            (link.link === 'from-base' ? ref(p.matter) === m.id : ref(m) === p.matter.id) &&
            fires({ ...p, matter: m }, x),
        );
      }),
    )
  );
}
function fires(p: Place, n: NormDecl): boolean {
  return (
    applies(p, n) &&
    !excepted(p, n) &&
    ((n.modality !== 'may' && n.modality !== 'only-may') || required(p, n))
  );
}

export function oracleVerdict(p: Place, n: NormDecl): Verdict {
  if (!applies(p, n)) return 'not-applicable';
  if (n.modality === 'may' && !required(p, n)) return 'not-applicable';
  if (excepted(p, n)) return 'exempt';
  if (required(p, n)) return 'compliant';
  return n.strength === 'hard' ? 'violated' : 'deviation';
}
