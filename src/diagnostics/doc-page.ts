/** What stands in one ``` block of a page: `info` is what is written behind the marks. */
export interface Fence {
  readonly info: string;
  readonly text: string;
}
/** The section of a page about one code. */
export interface DocSection {
  /** `Z2002` */
  readonly id: string;
  /** `unknown-name` */
  readonly name: string;
  /** Paragraphs in 繁體, each on one line. */
  readonly zh: readonly string[];
  readonly en: readonly string[];
  readonly fences: readonly Fence[];
  /** All of it below its heading, as it is written. */
  readonly markdown: string;
}

const FENCE = /^```([^\n]*)\n(.*?)^```$/gms;

/**
 * A page → its sections: `## Z2002 unknown-name`, prose in 繁體, the same as an English quotation (`> `), and examples that
 * the tests run. The form is that of src/diagnostics/docs/ and src/lint/docs/.
 */
export function docSections(page: string): readonly DocSection[] {
  return page
    .split(/^(?=## )/m)
    .filter((part) => part.startsWith('## '))
    .map(sectionOf);
}

function sectionOf(part: string): DocSection {
  const [, id = '', name = ''] = /^## (\S+) (\S+)/.exec(part) ?? [];
  const prose = part
    .replace(/^## [^\n]*\n/, '')
    .replace(FENCE, '')
    .split(/\n{2,}/)
    .map((p) => p.trim())
    .filter((p) => p !== '');
  const isEnglish = (paragraph: string): boolean => paragraph.startsWith('>');
  return {
    id,
    name,
    zh: prose.filter((p) => !isEnglish(p)).map((p) => joined(p.split('\n'))),
    en: prose.filter(isEnglish).map((p) => joined(p.split('\n').map((line) => line.replace(/^> ?/, '')))),
    markdown: part.replace(/^## [^\n]*\n+/, '').trimEnd(),
    fences: [...part.matchAll(FENCE)].map((m) => ({ info: m[1] ?? '', text: m[2] ?? '' })),
  };
}

/** Lines of a paragraph: between 漢字 there is no blank. */
const joined = (lines: readonly string[]): string =>
  lines
    .map((line) => line.trim())
    .reduce((text, next) => {
      const wide = /[^\x20-\x7e]$/.test(text) && /^[^\x20-\x7e]/.test(next);
      return text === '' || wide ? text + next : `${text} ${next}`;
    }, '');
