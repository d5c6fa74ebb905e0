import { stringify } from 'yaml';
import { formatDate } from '../calendar/date.ts';
import { assertNever } from '../text/invariant.ts';
import type { Attestation, CaseValue } from './case.ts';
import { ATTESTATION_WORDS, CASE_WORDS } from './case-words.ts';
import { literalText } from './literal.ts';

/** In which way a file is written: YAML or JSON, its own words in Chinese or English. */
export interface Hand {
  readonly json: boolean;
  /** A word of the case format. */
  word(entry: keyof typeof CASE_WORDS): string;
  /** A text as a value. */
  text(text: string): string;
  /** A name of the rulebook or a word as a key. */
  key(name: string): string;
  name(name: string): string;
  value(value: CaseValue, attestation?: Attestation): string;
  /** What stands after the colon: lines of their own begin with a line end and are indented by two. */
  mapping(entries: readonly (readonly [string, string])[], flow: boolean): string;
  /** A mapping in braces, an entry a line. */
  lines(entries: readonly (readonly [string, string])[]): string;
  /** A list with one mapping in it. */
  sequence(entries: readonly (readonly [string, string])[], flow: boolean): string;
}

export function handOf({ json, english }: { readonly json: boolean; readonly english: boolean }): Hand {
  const spelling = <K extends string>(words: Readonly<Record<K, readonly string[]>>, entry: K): string =>
    words[entry].find((word) => /^[ -~]+$/.test(word) === english) ?? words[entry][0] ?? '';
  const word = (entry: keyof typeof CASE_WORDS) => spelling(CASE_WORDS, entry);
  const text = (t: string): string => (json ? JSON.stringify(t) : scalar(t));
  const key = (name: string): string => text(name);
  const pairs = (entries: readonly (readonly [string, string])[]): string =>
    entries.length === 0 ? '{}' : `{ ${entries.map(([k, v]) => `${key(k)}: ${v}`).join(', ')} }`;
  const plain = (value: CaseValue): string => {
    switch (value.t) {
      case 'unknown':
        return text(english ? 'unknown' : '未知');
      case 'bool':
        return json ? String(value.v) : english ? (value.v ? 'yes' : 'no') : literalText(value);
      case 'event':
        return text(english && value.v === 'not-yet' ? 'not yet' : literalText(value));
      case 'number':
        return value.unit === '' ? String(value.v) : text(literalText(value));
      case 'set':
        return `[${value.v.map(text).join(', ')}]`;
      case 'list':
        return value.v.length === 0
          ? '[]'
          : `[${value.v.map((record) => pairs(Object.entries(record).map(([k, v]) => [k, plain(v)]))).join(', ')}]`;
      case 'ref':
      case 'text':
        return text(value.v);
      case 'enum':
      case 'date':
      case 'time':
      case 'duration':
        return text(literalText(value));
      default:
        return assertNever(value);
    }
  };
  const attested = (entry: keyof typeof ATTESTATION_WORDS) => spelling(ATTESTATION_WORDS, entry);
  return {
    json,
    word,
    text,
    key,
    name: (name) => name,
    value(value, attestation) {
      if (attestation === undefined) return plain(value);
      const { by, date, ground } = attestation;
      return pairs([
        [attested('value'), plain(value)],
        [attested('by'), text(by)],
        ...(date === undefined ? [] : [[attested('date'), text(formatDate(date))] as const]),
        ...(ground === undefined ? [] : [[attested('ground'), text(ground)] as const]),
      ]);
    },
    mapping: (entries, flow) =>
      flow ? pairs(entries) : entries.map(([k, v]) => `\n  ${key(k)}: ${v}`).join(''),
    lines: (entries) => `{\n${entries.map(([k, v]) => `  ${key(k)}: ${v}`).join(',\n')}\n}`,
    sequence: (entries, flow) =>
      flow ? `[${pairs(entries)}]` : `\n  - ${entries.map(([k, v]) => `${key(k)}: ${v}`).join('\n    ')}`,
  };
}

/** A YAML scalar on one line that reads back as this text, also inside `{ }` and `[ ]`. */
function scalar(text: string): string {
  const written = stringify([text], { lineWidth: 0, collectionStyle: 'flow', blockQuote: false }).trim();
  return written.slice(1, -1).trim();
}
