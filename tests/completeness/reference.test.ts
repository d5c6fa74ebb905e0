import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { KEYWORD_IDS, spellings } from '../../grammar/keywords.ts';
import { keywordOfToken, lexer } from '../../grammar/tokens.ts';
import { chinaCalendar } from '../../src/calendar/china.ts';
import { compile, validateExamples } from '../../src/pipeline.ts';

/**
 * The reference is executed. Under every `###` heading of grammar/README.md stand texts that are right: no error, no
 * warning but about unused names, all examples hold; and texts whose first line, `# error: code, code`, names the
 * errors they give, each at least once, and no others.
 */
const reference = readFileSync(new URL('../../grammar/README.md', import.meta.url), 'utf8');
const calendar = chinaCalendar();

interface Text {
  readonly name: string;
  readonly text: string;
}
interface Section {
  readonly title: string;
  readonly good: readonly Text[];
  readonly bad: readonly (Text & { readonly codes: readonly string[] })[];
}
/** Literate texts have headings and fences of their own: they are put aside while the page is cut up. */
const documents = [...reference.matchAll(/^````norm\.md\n([\s\S]*?)^````$/gm)].map((m) => m[1] ?? '');
const page = documents.reduce((text, document, i) => text.replace(document, `${i}\n`), reference);

const sections: readonly Section[] = page
  .split(/^(?=##+ )/m)
  .filter((part) => part.startsWith('### '))
  .map((part) => {
    const texts: Text[] = [...part.matchAll(/^(`{3,})(norm|norm\.md)\n([\s\S]*?)^\1$/gm)].map(
      ([, , kind, text = '']) => ({
        name: `reference.${kind}`,
        text: kind === 'norm' ? text : (documents[Number(text)] ?? ''),
      }),
    );
    const errors = ({ text }: Text) => /^(?:#|<!--) error: (.+?)(?: -->)?\n/.exec(text)?.[1]?.split(', ');
    return {
      title: part.slice(4, part.indexOf('\n')),
      good: texts.filter((text) => !errors(text)),
      bad: texts.flatMap((text) => {
        const codes = errors(text);
        return codes ? [{ ...text, codes }] : [];
      }),
    };
  });

function diagnose(file: Text): readonly { code: string; severity: string; message: string }[] {
  const { value, diagnostics } = compile([file]);
  const examples = value.plan ? validateExamples(value.model, value.plan, calendar) : [];
  return [...diagnostics, ...examples].map((d) => ({
    code: d.code,
    severity: d.severity,
    message: d.message.zh,
  }));
}

test('the reference has sections', () => expect(sections.length).toBeGreaterThan(35));

describe.each(sections)('$title', ({ good, bad }) => {
  test('has a right and a wrong text', () => {
    expect(good.length).toBeGreaterThan(0);
    expect(bad.length).toBeGreaterThan(0);
  });
  test.each(good)('is right: %#', (text) => {
    expect(diagnose(text).filter((d) => !d.code.startsWith('unused-'))).toEqual([]);
  });
  test.each(bad)('is wrong: $codes', ({ codes, ...text }) => {
    const found = diagnose(text).filter((d) => d.severity === 'error');
    expect([...new Set(found.map((d) => d.code))].sort(), JSON.stringify(found)).toEqual([...codes].sort());
  });
});

test('every keyword stands in a text that is right', () => {
  const used = new Set(
    sections
      .flatMap((s) => s.good)
      .flatMap(({ text }) => lexer.tokenize(text).tokens.map((t) => keywordOfToken(t.tokenType))),
  );
  const missing = KEYWORD_IDS.filter((id) => !used.has(id)).map((id) => spellings(id)[0]);
  expect(missing).toEqual([]);
});
