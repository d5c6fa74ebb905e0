import { MEMBERS, SIGN, type WorkFormula, type Workload } from './neutral-workload.ts';

/**
 * What no engine will beat: the workload as straight-line JavaScript in Kleene logic, written out by a generator that
 * knows it beforehand. False 0, unknown 1, true 3; about 50 norms a function, as V8 optimises nothing larger. Takes a case
 * as a plain object and gives the names of the norms by verdict, as the engines do.
 */
export type Lists = readonly (readonly string[])[];
export type Decide = (row: Readonly<Record<string, unknown>>) => Lists;

/** Place of a list by A, E and R of a hard duty, two bits each: what section 4 of the design says, written once more. */
const JUDGED = Uint8Array.from({ length: 64 }, (_, i) => {
  const [a, e, r] = [i & 3, (i >> 2) & 3, i >> 4];
  if (a === 0) return 0; // not applicable
  if (a === 3 && e === 3) return 1; // exempt
  if (a === 3 && r === 3) return 2; // compliant
  if (a === 3 && e === 0 && r === 0) return 3; // violated
  return e === 3 || r === 3 ? 6 : 7; // undetermined: harmless or not; 4 and 5 are of other norms
});

const NORMS_A_FUNCTION = 50;

export function straightLine(workload: Workload): Decide {
  const { facts, norms } = workload;
  const code: string[] = [];
  const functions = Math.ceil(norms.length / NORMS_A_FUNCTION);
  for (let f = 0; f < functions; f += 1) {
    const part = norms.slice(f * NORMS_A_FUNCTION, (f + 1) * NORMS_A_FUNCTION);
    const used = new Set<number>();
    const body = part.map((norm, i) => {
      const at = f * NORMS_A_FUNCTION + i;
      const [a, e, r] = [norm.applies, norm.unless, norm.requires].map((x) => expression(x, used));
      return `a=${a};e=${e};r=${r};L[J[a|e<<2|r<<4]].push(N[${at}]);`;
    });
    const loads = [...used].map(
      (fact) => `const x${fact}=${facts[fact]?.type === 'number' ? 'V' : 'C'}[${fact}];`,
    );
    code.push(`function f${f}(C,V,L,N,J){${loads.join('')}let a,e,r;${body.join('')}}`);
  }
  const calls = Array.from({ length: functions }, (_, f) => `f${f}(C,V,L,N,J);`).join('');
  const make = new Function(
    'N',
    'encode',
    'C',
    'V',
    'J',
    `${code.join('\n')}\nreturn (row)=>{encode(row);const L=[[],[],[],[],[],[],[],[]];${calls}return L;};`,
  );
  const [codes, values] = [new Uint8Array(facts.length), new Float64Array(facts.length)];
  return make(
    norms.map((n) => n.name),
    encoder(workload, codes, values),
    codes,
    values,
    JUDGED,
  ) as Decide;
}

/** By the keys of the case through a map: loads by name would be megamorphic where keys are missing. */
function encoder({ facts }: Workload, codes: Uint8Array, values: Float64Array) {
  const place = new Map(facts.map((f, i) => [f.name, i]));
  const member = new Map(MEMBERS.map((m, i) => [m, i + 1]));
  const none = Uint8Array.from(facts, (f) => (f.type === 'bool' ? 1 : 0));
  return (row: Readonly<Record<string, unknown>>): void => {
    codes.set(none);
    values.fill(Number.NaN);
    for (const name in row) {
      const i = place.get(name);
      if (i === undefined) continue;
      const value = row[name];
      if (typeof value === 'number') values[i] = value;
      else if (typeof value === 'boolean') codes[i] = value ? 3 : 0;
      else codes[i] = member.get(value as string) ?? 0;
    }
  };
}

function expression(formula: WorkFormula, used: Set<number>): string {
  switch (formula.is) {
    case 'and':
    case 'or':
      return `(${formula.args.map((x) => expression(x, used)).join(formula.is === 'and' ? '&' : '|')})`;
    case 'bool':
      used.add(formula.fact);
      return formula.value ? `x${formula.fact}` : negated(`x${formula.fact}`);
    case 'number': {
      used.add(formula.fact);
      const x = `x${formula.fact}`;
      return `(${x}${SIGN[formula.relation]}${formula.limit}?3:${x}===${x}?0:1)`;
    }
    case 'enum': {
      used.add(formula.fact);
      // two bits a member, from the second on; the first two say «unknown»
      const bits = formula.members.reduce((all, m) => all + 3 * 4 ** (m + 1), 1);
      return `(${bits}>>>(x${formula.fact}*2)&3)`;
    }
  }
}
/** 0 → 3, 1 → 1, 3 → 0 */
const negated = (x: string): string => `(7>>>(${x}*2)&3)`;
