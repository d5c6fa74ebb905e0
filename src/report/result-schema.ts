import { RESULT_FORMAT } from './case-json.ts';

const string = { type: 'string' } as const;
const date = { type: 'string', format: 'date' } as const;
const integer = { type: 'integer' } as const;
const sha256 = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const;
const ref = (name: string) => ({ $ref: `#/$defs/${name}` }) as const;
const list = (items: object) => ({ type: 'array', items }) as const;
const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] }) as const;

/** An object with exactly these properties; those whose name ends in `?` may be absent. */
function object(properties: Readonly<Record<string, object>>, description?: string): object {
  const names = Object.keys(properties);
  return {
    type: 'object',
    ...(description === undefined ? {} : { description }),
    properties: Object.fromEntries(names.map((n) => [n.replace(/\?$/, ''), properties[n]])),
    required: names.filter((n) => !n.endsWith('?')),
    additionalProperties: false,
  };
}

const VERDICTS = [
  'not-applicable',
  'exempt',
  'compliant',
  'violated',
  'deviation',
  'pending',
  'conflict',
  'undetermined',
] as const;

/** JSON Schema (2020-12) of `check -f json`; one line of `-f ndjson` is its `$defs/case`. */
export function resultSchema(): object {
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'zhunsheng check result',
    ...object({
      format: { const: RESULT_FORMAT },
      summary: object({
        cases: integer,
        verdicts: { type: 'object', propertyNames: { enum: VERDICTS }, additionalProperties: integer },
        exitCode: { enum: [0, 1, 2, 3, 4] },
      }),
      cases: list(ref('case')),
      diagnostics: list(ref('diagnostic')),
    }),
    $defs: {
      verdict: { enum: VERDICTS },
      bilingual: object({ zh: string, en: string }),
      place: object(
        { file: string, line: integer, column: integer, endLine: integer, endColumn: integer },
        'Lines and columns count from 1, columns in UTF-16 units; the end is exclusive.',
      ),
      citation: object({
        text: string,
        article: integer,
        'branch?': integer,
        'paragraph?': integer,
        'item?': integer,
        'sentence?': integer,
      }),
      value: {
        description:
          'true/false, a number, text, YYYY-MM-DD, YYYY-MM-DDTHH:MM, not-yet (未發生), a quantity with its unit, a list; null is unknown.',
        anyOf: [
          { type: ['boolean', 'number', 'string', 'null'] },
          object({ value: { type: 'number' }, unit: string }),
          list({ anyOf: [string, { type: 'object', additionalProperties: ref('value') }] }),
        ],
      },
      missing: {
        anyOf: [
          object({
            kind: { const: 'fact' },
            matter: string,
            fact: string,
            reason: { enum: ['absent', 'unattested', 'wrong-attester'] },
          }),
          object({ kind: { const: 'field' }, matter: string, fact: string, index: integer, field: string }),
          object({ kind: { const: 'link' }, matter: string, fact: string }),
          object({ kind: { const: 'param' }, name: string }),
          object({ kind: { const: 'actDate' } }),
          object({ kind: { const: 'calendar' }, year: integer, estimate: date }),
          object({ kind: { const: 'gap' }, definition: string, matter: string }),
          object({ kind: { const: 'conflict' }, definition: string, matter: string, rows: list(string) }),
        ],
      },
      norm: object({
        norm: string,
        matter: string,
        kind: string,
        verdict: ref('verdict'),
        modality: { enum: ['shall', 'shall-not', 'may', 'only-may'] },
        strength: { enum: ['hard', 'soft', 'aspirational'] },
        bearers: list(string),
        citations: list(ref('citation')),
        'gist?': string,
        'sourceWords?': list(object({ citation: string, words: string })),
        missing: list(ref('missing')),
        harmless: {
          type: 'boolean',
          description: 'undetermined, but no completion of the facts is a violation',
        },
        due: orNull(date),
        exemptBy: list(
          object({ norm: orNull(string), citations: list(ref('citation')), place: ref('place') }),
        ),
        used: list(
          object({
            matter: string,
            fact: string,
            value: ref('value'),
            place: orNull(ref('place')),
            'attestedBy?': string,
            'assumed?': { enum: ['default', 'planned'] },
          }),
        ),
        dueNotes: list(
          object({
            due: date,
            base: date,
            direction: { enum: ['after', 'before'] },
            amount: object({ value: { type: 'number' }, unit: string }),
            counted: list(date),
            skipped: list(object({ day: date, name: string })),
          }),
        ),
        rows: list(object({ definition: string, row: string, citations: list(ref('citation')) })),
        readings: list(string),
        parameters: list(string),
        place: ref('place'),
      }),
      diagnostic: object({
        severity: { enum: ['error', 'warning', 'info'] },
        id: string,
        code: string,
        message: ref('bilingual'),
        'hint?': ref('bilingual'),
        'place?': ref('place'),
        'related?': list(object({ message: ref('bilingual'), place: ref('place') })),
        'fix?': object({
          title: ref('bilingual'),
          edits: list(object({ place: ref('place'), text: string })),
        }),
      }),
      case: object({
        title: string,
        verdict: { enum: VERDICTS.filter((v) => v !== 'exempt' && v !== 'deviation') },
        inForce: { enum: [true, false, 'unknown'] },
        book: object(
          {
            outside: list(string),
            missing: list(ref('missing')),
            readings: list(string),
            parameters: list(string),
          },
          'What inForce rests on; outside: the matters that the rulebook did not reach.',
        ),
        counts: object(Object.fromEntries(VERDICTS.map((v) => [v, integer]))),
        norms: list(ref('norm')),
        contradictions: list(object({ matter: string, norms: list(string) })),
        diagnostics: list(ref('diagnostic')),
        record: object(
          {
            engine: string,
            rulebook: object({ title: string, sha256 }),
            facts: object({ sha256 }),
            calendar: object({ id: string, sha256 }),
            actDate: orNull(date),
            asOf: date,
            readings: { type: 'object', additionalProperties: string },
          },
          'What it takes to get the same result again.',
        ),
      }),
    },
  };
}
