import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = join(dirname(fileURLToPath(import.meta.url)), '../..');

/** What each folder of src may import besides itself. The order of the keys is the order of the flow. */
const MAY_IMPORT: Readonly<Record<string, readonly string[]>> = {
  text: ['diagnostics'],
  diagnostics: ['text'],
  syntax: ['text', 'diagnostics', 'grammar'],
  calendar: ['text', 'diagnostics'],
  check: ['text', 'diagnostics', 'syntax', 'calendar', 'grammar'],
  graph: ['text', 'diagnostics', 'syntax', 'check'],
  plan: ['text', 'syntax', 'check'],
  facts: ['text', 'diagnostics', 'syntax', 'calendar', 'check'],
  evaluate: ['text', 'diagnostics', 'syntax', 'calendar', 'check', 'plan', 'facts'],
  engine: ['text', 'diagnostics', 'syntax', 'calendar', 'check', 'plan', 'facts', 'evaluate'],
  mutate: [
    'text',
    'diagnostics',
    'calendar',
    'check',
    'plan',
    'facts',
    'evaluate',
    'engine',
    'verify',
    'analyse',
  ],
  coverage: ['text', 'diagnostics', 'calendar', 'check', 'plan', 'facts', 'evaluate', 'engine', 'analyse'],
  verify: ['text', 'diagnostics', 'calendar', 'check', 'plan', 'facts', 'evaluate', 'engine'],
  differential: ['text', 'calendar', 'check', 'plan', 'facts', 'evaluate', 'engine', 'pipeline.ts'],
  source: ['text', 'diagnostics', 'syntax', 'check'],
  prove: ['text', 'diagnostics', 'syntax', 'calendar', 'check', 'plan', 'facts', 'evaluate'],
  report: ['text', 'diagnostics', 'syntax', 'calendar', 'check', 'plan', 'facts', 'evaluate', 'graph'],
  export: [
    'text',
    'diagnostics',
    'syntax',
    'calendar',
    'check',
    'graph',
    'plan',
    'facts',
    'evaluate',
    'engine',
    'source',
  ],
  format: ['text', 'diagnostics', 'syntax', 'check', 'plan', 'grammar'],
  lint: [
    'text',
    'diagnostics',
    'syntax',
    'calendar',
    'check',
    'graph',
    'plan',
    'facts',
    'evaluate',
    'engine',
    'source',
    'prove',
    'grammar',
  ],
  analyse: [
    'text',
    'diagnostics',
    'syntax',
    'calendar',
    'check',
    'graph',
    'plan',
    'facts',
    'evaluate',
    'engine',
    'source',
    'pipeline.ts',
    'prove',
  ],
};
const SPINE_AND_EDGES = ['cli', 'pipeline.ts', 'index.ts'];

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((e) =>
    e.isDirectory() ? files(join(folder, e.name)) : e.name.endsWith('.ts') ? [join(folder, e.name)] : [],
  );
}

const place = (path: string): string => {
  const [first, second] = relative(root, path).split('/');
  return first === 'src' ? (second ?? '') : (first ?? '');
};

function imports(path: string): string[] {
  const found = readFileSync(path, 'utf8').matchAll(/(?:from|import)\s*\(?\s*'(\.[^']+)'/g);
  return [...found].map((m) => join(dirname(path), m[1] ?? ''));
}

test('imports go leftwards only', () => {
  const wrong = files(join(root, 'src')).flatMap((path) => {
    const from = place(path);
    if (SPINE_AND_EDGES.includes(from)) return [];
    const allowed = [from, ...(MAY_IMPORT[from] ?? [])];
    return imports(path)
      .filter((target) => !allowed.includes(place(target)))
      .map((target) => `${relative(root, path)} → ${relative(root, target)}`);
  });
  expect(wrong).toEqual([]);
});

test('every folder of src has a place in the order', () => {
  const folders = readdirSync(join(root, 'src')).filter((f) => !f.endsWith('.json'));
  expect(folders.filter((f) => !(f in MAY_IMPORT) && !SPINE_AND_EDGES.includes(f))).toEqual([]);
});

test('only the edges touch files, processes and the network', () => {
  const wrong = files(join(root, 'src'))
    .filter((p) => place(p) !== 'cli')
    .filter(
      (p) =>
        /from 'node:(?!crypto)/.test(readFileSync(p, 'utf8')) || /\bprocess\./.test(readFileSync(p, 'utf8')),
    )
    .map((p) => relative(root, p));
  expect(wrong).toEqual([]);
});
