import type { Bilingual, Diagnostic, DiagnosticCode, Related } from '../diagnostics/diagnostic.ts';
import { type Extra, type ParamsFor, report } from '../diagnostics/report.ts';
import type { Block, Name } from '../syntax/ast.ts';
import type { Span } from '../text/span.ts';
import { nameKey, type TermAliases } from './canonical-name.ts';
import type {
  EnumDecl,
  FactDecl,
  GroupDecl,
  KindDecl,
  NormDecl,
  ParameterDecl,
  ReadingDecl,
  RecordDecl,
  Type,
} from './model.ts';

export type BlockOf<K extends Block['kind']> = Extract<Block, { kind: K }>;
export type DefinitionBlock = BlockOf<'definition'> | BlockOf<'table'>;

/** What has members: an enum, or a reading (its options). Keys are member names and their aliases. */
export interface Domain {
  readonly name: string;
  readonly members: ReadonlyMap<string, string>;
}
export interface KindEntry {
  readonly decl: KindDecl;
  /** Own and inherited facts by name and by alias. */
  readonly lookup: ReadonlyMap<string, FactDecl>;
}
/** What is known of a definition or table before its rows are typed. */
export interface Signature {
  readonly name: string;
  readonly block: DefinitionBlock;
  readonly type: Type | undefined;
  /** `undefined` while unknown. */
  kinds: readonly string[] | undefined;
  /** Its facts belong to no common kind: reported, and nothing more can be said of its rows. */
  clash: boolean;
}

/** Everything that is shared while a rulebook is checked; filled by the passes in the order of `check.ts`. */
export interface Context {
  readonly diagnostics: Diagnostic[];
  aliases: TermAliases;
  readonly units: Map<string, Name>;
  /** Names of kinds and records, known before their facts are. */
  readonly kindNames: Set<string>;
  readonly recordNames: Set<string>;
  readonly enums: Map<string, EnumDecl>;
  readonly domains: Map<string, Domain>;
  readonly groups: Map<string, GroupDecl>;
  readonly kinds: Map<string, KindEntry>;
  readonly records: Map<
    string,
    { readonly decl: RecordDecl; readonly lookup: ReadonlyMap<string, FactDecl> }
  >;
  readonly parameters: Map<string, ParameterDecl>;
  readonly readings: Map<string, ReadingDecl>;
  readonly signatures: Map<string, Signature>;
  readonly normBlocks: Map<string, BlockOf<'norm'>>;
  readonly norms: Map<string, NormDecl>;
  /** Folded form of a declared name → the name as its drafter spelt it where it is declared. */
  readonly spelling: Map<string, string>;
  /** Enums, groups, parameters … that something refers to, as `what name`. */
  readonly used: Set<string>;
}

export function newContext(): Context {
  return {
    diagnostics: [],
    aliases: [],
    units: new Map(),
    kindNames: new Set(),
    recordNames: new Set(),
    enums: new Map(),
    domains: new Map(),
    groups: new Map(),
    kinds: new Map(),
    records: new Map(),
    parameters: new Map(),
    readings: new Map(),
    signatures: new Map(),
    normBlocks: new Map(),
    norms: new Map(),
    spelling: new Map(),
    used: new Set(),
  };
}

export function complain<C extends DiagnosticCode>(
  ctx: Context,
  code: C,
  span: Span,
  params: ParamsFor<C>,
  extra: Extra = {},
): undefined {
  ctx.diagnostics.push(report(code, span, params, extra));
  return undefined;
}

/**
 * The canonical form of a name: two spellings that fold to the same (繁/简, width, term aliases) are one name, and it
 * is written as its declaration writes it.
 */
export function keyOf(ctx: Context, name: Name | string): string {
  const key = nameKey(typeof name === 'string' ? name : name.text, ctx.aliases);
  return ctx.spelling.get(key) ?? key;
}

export function declaredHere(span: Span, text: string): Related {
  return { span, message: { zh: `「${text}」在此處宣告`, en: `"${text}" is declared here` } };
}

export function bilingual(zh: string, en: string): Bilingual {
  return { zh, en };
}

/** A record without prototype, so that `__proto__` and `constructor` are names like any other. */
export function recordOf<T>(entries: Iterable<readonly [string, T]>): Readonly<Record<string, T>> {
  const record: Record<string, T> = Object.create(null);
  for (const [key, value] of entries) record[key] = value;
  return record;
}

/** Is `kind` the same as `other` or a descendant of it? */
export function isKindOf(ctx: Context, kind: string, other: string): boolean {
  return ctx.kinds.get(kind)?.decl.lineage.includes(other) ?? false;
}

/** Can one matter be of both kinds? */
export function related(ctx: Context, a: string, b: string): boolean {
  return isKindOf(ctx, a, b) || isKindOf(ctx, b, a);
}

/** Canonical name of a role: a member's, if it is an alias of one. */
export function roleOf(ctx: Context, name: Name): string {
  const key = keyOf(ctx, name);
  for (const domain of ctx.domains.values()) {
    const member = domain.members.get(key);
    if (member !== undefined) return member;
  }
  return key;
}

/** All names that can stand for a value in a matter of the kinds: candidates of «did you mean». */
export function valueNames(ctx: Context, kinds: readonly string[]): string[] {
  const facts = kinds.flatMap((kind) => [...(ctx.kinds.get(kind)?.lookup.keys() ?? [])]);
  const members = [...ctx.domains.values()].flatMap((d) => [...d.members.keys()]);
  return [
    ...new Set([
      ...facts,
      ...ctx.signatures.keys(),
      ...ctx.parameters.keys(),
      ...ctx.readings.keys(),
      ...members,
      ...ctx.groups.keys(),
      '行為日期',
      '查核日期',
    ]),
  ];
}
