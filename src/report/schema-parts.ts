/** What several JSON Schemas of ours are made of. */
export const string = { type: 'string' } as const;
export const date = { type: 'string', format: 'date' } as const;
export const integer = { type: 'integer' } as const;
export const sha256 = { type: 'string', pattern: '^[0-9a-f]{64}$' } as const;
export const ref = (name: string) => ({ $ref: `#/$defs/${name}` }) as const;
export const list = (items: object) => ({ type: 'array', items }) as const;
export const orNull = (schema: object) => ({ anyOf: [schema, { type: 'null' }] }) as const;

/** An object with exactly these properties; those whose name ends in `?` may be absent. */
export function object(properties: Readonly<Record<string, object>>, description?: string): object {
  const names = Object.keys(properties);
  return {
    type: 'object',
    ...(description === undefined ? {} : { description }),
    properties: Object.fromEntries(names.map((n) => [n.replace(/\?$/, ''), properties[n]])),
    required: names.filter((n) => !n.endsWith('?')),
    additionalProperties: false,
  };
}

export const VERDICTS = [
  'not-applicable',
  'exempt',
  'compliant',
  'violated',
  'deviation',
  'pending',
  'conflict',
  'undetermined',
] as const;

/** Definitions that several schemas refer to. */
export const SHARED_DEFS = {
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
} as const;
