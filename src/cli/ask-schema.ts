import {
  date,
  integer,
  list,
  object,
  ref,
  SHARED_DEFS,
  sha256,
  string,
  VERDICTS,
} from '../report/schema-parts.ts';

/** Changes when a field changes its meaning or goes. */
export const ASK_FORMAT = 'zhunsheng-ask/1';

const one = (kind: string, more: Readonly<Record<string, object>>): object =>
  object({ kind: { const: kind }, ...more });

/** JSON Schema (2020-12) of `ask --json`. */
export function askSchema(): object {
  const { verdict, citation, missing, value, bilingual: _, place: __ } = SHARED_DEFS;
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: 'zhunsheng ask',
    ...object({
      format: { const: ASK_FORMAT },
      engine: string,
      rulebook: object({ title: string, sha256 }),
      facts: object({ sha256 }),
      title: string,
      asOf: date,
      goal: { anyOf: [one('case', {}), one('all', {}), one('norm', { norm: string })] },
      state: {
        enum: ['settled', 'open', 'stuck'],
        description:
          'settled: no answer changes the verdict of the goal any more; open: these questions can; stuck: it is open, and no answer helps.',
      },
      verdict: ref('verdict'),
      counts: object(Object.fromEntries(VERDICTS.map((v) => [v, integer]))),
      questions: { ...list(ref('question')), description: 'The one that settles the goal soonest first.' },
      obstacles: {
        ...list(ref('missing')),
        description: 'What keeps the goal open and cannot be answered.',
      },
    }),
    $defs: {
      verdict,
      citation,
      missing,
      value,
      question: object({
        rank: integer,
        about: {
          description: 'The place in the case that the answer belongs to.',
          anyOf: [
            one('fact', { matter: string, fact: string, matterKind: string }),
            one('field', { matter: string, fact: string, index: integer, field: string, matterKind: string }),
            one('link', { matter: string, fact: string, id: string, matterKind: string }),
            one('param', { name: string }),
            one('actDate', {}),
          ],
        },
        reason: {
          enum: ['absent', 'unknown', 'unattested', 'wrong-attester'],
          description: 'unknown: the case says 未知; unattested, wrong-attester: `given` does not count.',
        },
        type: object({
          name: {
            enum: [
              'bool',
              'number',
              'date',
              'time',
              'event',
              'text',
              'duration',
              'enum',
              'set',
              'list',
              'reference',
            ],
          },
          'unit?': string,
          'of?': string,
        }),
        schema: {
          description:
            'JSON Schema of the answer as a case file has it; null for a matter that is to be added.',
          type: ['object', 'null'],
        },
        'values?': list({ type: ['string', 'boolean'] }),
        'matters?': { ...list(string), description: 'Matters of the case that a reference may name.' },
        'kinds?': { ...list(string), description: 'Kinds that a matter which it names may be of.' },
        'fields?': { ...list(string), description: 'Fields of an entry that the waiting norms read.' },
        'description?': string,
        attesters: list(string),
        'given?': ref('value'),
        norms: list(
          object({
            norm: string,
            matter: string,
            strength: { enum: ['hard', 'soft', 'aspirational'] },
            citations: list(ref('citation')),
            'gist?': string,
          }),
        ),
        remaining: {
          type: 'number',
          description: 'How many questions are expected after this one until the goal is settled.',
        },
      }),
    },
  };
}
