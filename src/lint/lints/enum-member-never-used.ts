import type { Constant } from '../../check/model.ts';
import { expressionsOf, expressionsOfDefinition } from '../../check/norm-expressions.ts';
import { subexpressions } from '../../check/walk.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';

/**
 * A member that no norm, definition, group, attester, bearer, example or case names is a choice in the form that nothing
 * in the rulebook knows of: left over, or forgotten in a list. A member for the rest (其他 …) is there so as not to be named.
 */
export function enumMemberNeverUsed({ model, scenarios }: LintContext): readonly Diagnostic[] {
  const used = new Set<string>();
  const use = (
    value: Constant | { readonly t: 'unknown' } | { readonly t: 'list'; readonly v: readonly object[] },
  ): void => {
    if (value.t === 'enum') used.add(value.v);
    if (value.t === 'set') for (const member of value.v) used.add(member);
    if (value.t === 'list')
      for (const record of value.v) for (const field of Object.values(record)) use(field as Constant);
  };
  const norms = Object.values(model.norms);
  const roots = [
    ...norms.flatMap(expressionsOf),
    ...Object.values(model.definitions).flatMap(expressionsOfDefinition),
  ];
  for (const e of roots.flatMap((root) => [...subexpressions(root)])) if (e.op === 'const') use(e.value);
  for (const name of norms.flatMap((n) => n.bearers)) used.add(name);
  for (const group of Object.values(model.groups)) for (const member of group.members) used.add(member);
  const fields = [
    ...Object.values(model.kinds).map((k) => k.facts),
    ...Object.values(model.records).map((r) => r.fields),
  ];
  for (const fact of fields.flatMap((f) => Object.values(f))) {
    for (const attester of fact.attesters) used.add(attester);
    if (fact.defaultValue) use(fact.defaultValue);
  }
  for (const { value } of Object.values(model.parameters)) if (value) use(value);
  for (const matter of [...model.examples, ...scenarios].flatMap((e) => e.matters))
    for (const fact of Object.values(matter.facts)) use(fact.value);
  return Object.values(model.enums).flatMap((decl) =>
    decl.members.flatMap((member) => {
      const span = decl.memberSpans[member];
      if (used.has(member) || /其他|其它|other/iu.test(member) || !span) return [];
      return [report('enum-member-never-used', span, { name: member, domain: decl.name })];
    }),
  );
}
