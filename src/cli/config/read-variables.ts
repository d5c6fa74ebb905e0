import { delimiter } from 'node:path';
import type { Diagnostic, Result } from '../../diagnostics/diagnostic.ts';
import { didYouMean, report } from '../../diagnostics/report.ts';
import { shorten } from '../../facts/tree.ts';
import { languageFromOption } from '../language.ts';
import { type Place, problems, written } from './config-problems.ts';
import { SETTING_NAMES, SETTINGS, type Settings, type VariableForm, variableOf } from './settings.ts';

type Environment = Readonly<Record<string, string | undefined>>;

/** The settings of the environment. An empty variable sets nothing; `names` are those that look like ours. */
export function readVariables(env: Environment, names: readonly string[]): Result<Settings> {
  const diagnostics: Diagnostic[] = [];
  const value: Record<string, unknown> = {};
  const known = new Map(SETTING_NAMES.map((name) => [variableOf(SETTINGS[name]), name]));
  for (const variable of names) {
    const name = known.get(variable);
    const text = env[variable]?.trim() ?? '';
    if (name === undefined) {
      const hint = didYouMean(variable, known.keys());
      diagnostics.push(report('unknown-variable', undefined, { name: variable }, { hint }));
    } else if (text !== '') {
      const { shape, variable: form } = SETTINGS[name];
      const given = name === 'lang' ? (languageFromOption(text) ?? text) : READ[form](text);
      const parsed = shape.safeParse(given);
      if (parsed.success) value[name] = parsed.data;
      else {
        const place = placeIn(variable, given);
        diagnostics.push(...problems(parsed.error.issues, shape, place));
      }
    }
  }
  return { value, diagnostics };
}

/** A variable has no place in a file; a part of it is named behind it. */
const placeIn = (variable: string, given: unknown): Place => {
  const found: Place['found'] = (path) => {
    const part = path.reduce<unknown>(
      (value, key) => (value as Readonly<Record<PropertyKey, unknown>> | undefined)?.[key],
      given,
    );
    return shorten(typeof part === 'object' ? '…' : String(part));
  };
  return {
    span: () => undefined,
    keySpan: () => undefined,
    name: (path) => [variable, ...path.map(written)].join('：'),
    found,
    asWritten: found,
  };
};

const YES: ReadonlySet<string> = new Set(['true', '1', 'yes', 'on', '是']);
const NO: ReadonlySet<string> = new Set(['false', '0', 'no', 'off', '否']);

const whole = (text: string): unknown =>
  /^\d+(\.\d+)?%?$/.test(text) ? Number(text.replace('%', '')) : text;
const parts = (text: string, separator: RegExp | string): readonly string[] =>
  text.split(separator).flatMap((part) => part.trim() || []);
const pairs = (text: string, read: (value: string) => unknown): object =>
  Object.fromEntries(
    parts(text, /[,，、]/).map((part) => {
      const [, key = '', value = ''] = /^(.*?)=(.*)$/s.exec(part) ?? [undefined, part];
      return [key.trim(), read(value.trim())];
    }),
  );

/** What a variable says → what the file would say. What it cannot be read as is left for the shape to refuse. */
const READ: Readonly<Record<VariableForm, (text: string) => unknown>> = {
  text: (text) => text,
  paths: (text) => parts(text, delimiter),
  names: (text) => parts(text, /[,，、]/),
  switch: (text) => {
    const word = text.toLowerCase();
    return YES.has(word) ? true : NO.has(word) ? false : text;
  },
  number: whole,
  pairs: (text) => pairs(text, (value) => value),
  threshold: (text) => (text.includes('=') ? pairs(text, whole) : whole(text)),
};
