import { readFileSync } from 'node:fs';
import { test } from 'vitest';
import { check } from '../../src/check/check.ts';
import { parseNorm } from '../../src/syntax/parse.ts';
test('x', () => {
  const text = readFileSync(process.env.NORM ?? '/tmp/a.norm', 'utf8');
  const p = parseNorm({ name: 'a.norm', text });
  const c = check([p.value]);
  for (const d of [...p.diagnostics, ...c.diagnostics]) if (!d.code.startsWith('unused')) console.log(d.severity, d.code, d.message.zh, '«' + (d.span ? text.slice(d.span.start, d.span.end) : '') + '»', JSON.stringify(d.span), d.hint?.zh ?? '', d.related.map((r) => r.message.zh).join(' / '));
  if (process.env.DUMP) console.log(JSON.stringify(c.value, (k, v) => (k === 'span' || k==='memberSpans' ? undefined : v), 1));
});
