/** A condition that can be made smaller piece by piece. `text` is one condition, without 且 or 或 outside brackets. */
export type Formula =
  | { readonly op: 'atom'; readonly text: string }
  | { readonly op: '且' | '或'; readonly args: readonly Formula[] }
  | { readonly op: '非'; readonly arg: Formula };

export const atom = (text: string): Formula => ({ op: 'atom', text });

export function formulaText(formula: Formula): string {
  switch (formula.op) {
    case 'atom':
      return formula.text;
    case '非':
      return `非 （${formulaText(formula.arg)}）`;
    default:
      return formula.args
        .map((arg) => (arg.op === '且' || arg.op === '或' ? `（${formulaText(arg)}）` : formulaText(arg)))
        .join(` ${formula.op} `);
  }
}

/** Every formula that is one step smaller. */
export function smallerFormulas(formula: Formula): readonly Formula[] {
  switch (formula.op) {
    case 'atom':
      return formula.text === SIMPLEST ? [] : [atom(SIMPLEST)];
    case '非':
      return [formula.arg, ...smallerFormulas(formula.arg).map((arg): Formula => ({ op: '非', arg }))];
    default: {
      const { op, args } = formula;
      const without = args.map((_, i) => args.filter((__, k) => k !== i));
      const shrunk = args.flatMap((arg, i) =>
        smallerFormulas(arg).map((smaller) => args.map((old, k) => (k === i ? smaller : old))),
      );
      return [
        ...args,
        ...[...without, ...shrunk].filter((a) => a.length > 1).map((a): Formula => ({ op, args: a })),
      ];
    }
  }
}
const SIMPLEST = '是一';
