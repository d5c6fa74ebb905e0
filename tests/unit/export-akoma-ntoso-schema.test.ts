import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { validateXML } from 'xmllint-wasm';
import { akomaNtoso } from '../../src/export/akoma-ntoso.ts';
import { makeLock, readLock } from '../../src/source/lock.ts';
import { parseOfficialText } from '../../src/source/official-text.ts';
import { chineseNumeral } from '../../src/text/citation-text.ts';
import { ROOT } from '../support/run-cli.ts';

const schema = readFileSync(join(ROOT, 'tests/support/akoma-ntoso-subset.xsd'), 'utf8');

/** What libxml2 says of the document against the schema; empty where it is valid. */
async function faults(...documents: readonly string[]): Promise<readonly string[]> {
  const xml = documents.map((contents, i) => ({ fileName: `document-${i}.xml`, contents }));
  const { errors } = await validateXML({ xml, schema: [schema] });
  return errors.map((e) => e.message);
}

const readText = (path: string) => parseOfficialText({ name: path, text: readFileSync(path, 'utf8') }).value;

describe('an export in Akoma Ntoso is valid', () => {
  test.each(['hongshan', 'example'])('%s, structure alone', async (name) => {
    const path = join(ROOT, 'rules', name, 'source.lock.json');
    const lock = readLock(readFileSync(path, 'utf8'), path).value;
    expect(lock).toBeDefined();
    if (lock) expect(await faults(akomaNtoso(lock))).toEqual([]);
  });

  test('the example with its words', async () => {
    const text = readText(join(ROOT, 'rules/example/regulation.txt'));
    expect(await faults(akomaNtoso(makeLock(text), text))).toEqual([]);
  });

  const official = join(ROOT, '../shared/source/hongshan-work-rules.txt');
  test.runIf(existsSync(official))('the work rules with their words', async () => {
    const text = readText(official);
    expect(await faults(akomaNtoso(makeLock(text), text))).toEqual([]);
  });

  test('any regulation: chapters or none, inserted articles and items, odd characters', async () => {
    const words = fc.string({
      unit: fc.constantFrom('甲', '乙', '<', '&', '"', ']]>', 'é', '😀'),
      maxLength: 5,
    });
    const item = fc.tuple(fc.integer({ min: 1, max: 12 }), words);
    const article = fc.record({
      branch: fc.option(fc.integer({ min: 1, max: 3 }), { nil: undefined, freq: 3 }),
      paragraphs: fc.array(fc.record({ words, items: fc.array(item, { maxLength: 3 }) }), {
        minLength: 1,
        maxLength: 3,
      }),
    });
    const regulations = fc.sample(
      fc.tuple(fc.boolean(), fc.array(article, { minLength: 1, maxLength: 5 }), words),
      { numRuns: 40, seed: 7 },
    );
    const documents = regulations.flatMap(([chaptered, articles, title]) => {
      const lines = [`規定${title}`, ...(chaptered ? ['第一章 總則'] : [])];
      let number = 1;
      articles.forEach(({ branch, paragraphs }, i) => {
        if (branch === undefined || i === 0) number += 1;
        const name = `第${chineseNumeral(number)}條${branch === undefined || i === 0 ? '' : `之${chineseNumeral(branch)}`}`;
        paragraphs.forEach((p, k) => {
          lines.push(`${k === 0 ? `${name} ` : ''}甲${p.words}：`);
          const numbers = [...new Set(p.items.map(([n]) => n))].sort((a, b) => a - b);
          for (const n of numbers) lines.push(`（${chineseNumeral(n)}）乙${p.items[0]?.[1] ?? ''}。`);
        });
      });
      const text = parseOfficialText({ name: 'law.txt', text: lines.join('\n') }).value;
      return [akomaNtoso(makeLock(text), text), akomaNtoso(makeLock(text))];
    });
    expect(await faults(...documents)).toEqual([]);
  });
});

describe('the schema tells', () => {
  const text = readText(join(ROOT, 'rules/example/regulation.txt'));
  const whole = akomaNtoso(makeLock(text), text);
  test.each([
    ['an identifier that is used twice', whole.replaceAll('eId="art_2__num"', 'eId="art_1__num"')],
    [
      'a child in the wrong place',
      whole.replace(/(<num [^>]*>[^<]*<\/num>)(\s*)(<paragraph[\s\S]*?<\/paragraph>)/, '$3$2$1'),
    ],
    ['an article without identifier', whole.replace('<article eId="art_1">', '<article>')],
    ['an unknown element', whole.replace('<body eId="body">', '<body eId="body"><clause/>')],
    ['a date that is none', whole.replace('date="0001-01-01"', 'date="unknown"')],
    ['a document cut short', whole.slice(0, whole.length >> 1)],
  ])('%s', async (_, broken) => {
    expect(broken).not.toBe(whole);
    expect(await faults(broken)).not.toEqual([]);
  });
});
