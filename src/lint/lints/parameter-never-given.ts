import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';

/**
 * What the regulation leaves open is a parameter without value, and the verdict stays 待定: honest, and never seen to work.
 * Some example or case gives it a value, so that it is known what the norms say once somebody decides.
 */
export function parameterNeverGiven({ model, scenarios }: LintContext): readonly Diagnostic[] {
  return Object.values(model.parameters).flatMap((parameter) => {
    const given =
      parameter.value !== undefined ||
      model.examples.some((e) => Object.hasOwn(e.params, parameter.name)) ||
      scenarios.some((s) => Object.hasOwn(s.params, parameter.name));
    return given ? [] : [report('parameter-never-given', parameter.span, { name: parameter.name })];
  });
}
