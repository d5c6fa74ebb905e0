import { type Context, complain } from './context.ts';

/** Warnings for what nothing refers to: most often a slip of the pen, or a rule that was forgotten. */
export function checkUsage(ctx: Context): void {
  for (const { decl } of [...ctx.kinds.values(), ...ctx.records.values()]) {
    const facts = 'facts' in decl ? Object.values(decl.facts) : Object.values(decl.fields);
    for (const fact of facts) {
      if (fact.kind !== decl.name) continue;
      if (!ctx.used.has(`fact ${fact.kind} ${fact.name}`)) {
        complain(ctx, 'unused-fact', fact.span, { name: fact.name });
      }
    }
  }
  for (const decl of ctx.enums.values()) {
    if (!ctx.used.has(`enum ${decl.name}`)) complain(ctx, 'unused-enum', decl.span, { name: decl.name });
  }
  for (const decl of ctx.groups.values()) {
    if (!ctx.used.has(`group ${decl.name}`)) complain(ctx, 'unused-group', decl.span, { name: decl.name });
  }
  for (const { decl } of ctx.records.values()) {
    if (!ctx.used.has(`record ${decl.name}`)) complain(ctx, 'unused-record', decl.span, { name: decl.name });
  }
  for (const decl of ctx.parameters.values()) {
    if (!ctx.used.has(`parameter ${decl.name}`))
      complain(ctx, 'unused-parameter', decl.span, { name: decl.name });
  }
  for (const { block, name } of ctx.signatures.values()) {
    if (!ctx.used.has(`definition ${name}`)) complain(ctx, 'unused-definition', block.name.span, { name });
  }
  for (const decl of ctx.readings.values()) {
    if (!ctx.used.has(`reading ${decl.name}`))
      complain(ctx, 'unused-reading', decl.span, { name: decl.name });
  }
}

/** A fact goes first where a definition, parameter or reading has its name; the other can then not be reached there. */
export function checkShadowing(ctx: Context): void {
  for (const { decl, lookup } of ctx.kinds.values()) {
    for (const [key, fact] of lookup) {
      if (fact.kind !== decl.name) continue;
      if (ctx.signatures.has(key) || ctx.parameters.has(key) || ctx.readings.has(key)) {
        complain(ctx, 'shadowed-name', fact.span, { name: key });
      }
    }
  }
}
