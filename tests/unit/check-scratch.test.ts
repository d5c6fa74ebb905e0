import { readFileSync, readdirSync } from 'node:fs';
import { Converter } from 'opencc-js/t2cn';
import { test, expect } from 'vitest';
import { check } from '../../src/check/check.ts';
import { parseNorm } from '../../src/syntax/parse.ts';
test('simp', () => {
  const conv = Converter({ from: 't', to: 'cn' });
  const text = readFileSync('/tmp/a.norm', 'utf8');
  const strip = (m: unknown) => JSON.stringify(m, (k, v) => (k === 'span' || k === 'memberSpans' || k==='aliases'||k==='text'||k==='title'||k==='chapter'||k==='gist'||k==='reason' ? undefined : v), 1);
  const go = (t: string) => { const p = parseNorm({ name: 'x', text: t }); const c = check([p.value]); for (const d of [...p.diagnostics, ...c.diagnostics]) console.log(d.code, d.message.zh, d.span && t.slice(d.span.start, d.span.end)); return strip(c.value); };
  expect(go(conv(text))).toBe(go(text));
  for (const f of readdirSync('rules/hongshan').filter(f=>f.endsWith('.norm'))) { const t=readFileSync('rules/hongshan/'+f,'utf8'); console.log(f); const p = parseNorm({ name: f, text: t }); console.log(p.diagnostics.length, check([p.value]).diagnostics.length); }
});
