import { RESULT_FORMAT } from './case-json.ts';
import {
  date,
  integer,
  list,
  object,
  orNull,
  ref,
  SHARED_DEFS,
  sha256,
  string,
  VERDICTS,
} from './schema-parts.ts';

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
      ...SHARED_DEFS,
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
