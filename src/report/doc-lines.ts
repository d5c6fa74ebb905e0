import type { Bilingual, CatalogueEntry } from '../diagnostics/diagnostic.ts';
import type { DocSection, Fence } from '../diagnostics/doc-page.ts';
import { paragraphLines } from '../text/paragraph.ts';
import { SEVERITY } from './finding-words.ts';
import type { Voice } from './voice.ts';

/** Columns of prose where nobody knows how wide the terminal is. */
const WIDTH = 88;
const BAD: Bilingual = { zh: '這樣寫就會說：', en: 'Said of:' };
const GOOD: Bilingual = { zh: '改正之後：', en: 'Mended:' };

/** The page of a diagnostic for the terminal: what is said, what it means, and examples. */
export function docLines(
  section: DocSection,
  entry: CatalogueEntry,
  voice: Voice,
  columns: number | undefined,
): readonly string[] {
  const width = Math.max(40, Math.min(columns ?? WIDTH, WIDTH));
  const prose = voice.language === 'en' ? section.en : section.zh;
  return [
    `${voice.paint('bold', `${section.id} ${section.name}`)}  ${voice.say(SEVERITY[entry.severity])}`,
    ...paragraphLines(voice.say(blanks(entry.message)), width).map((line) => voice.paint('dim', line)),
    ...prose.flatMap((paragraph) => [
      '',
      ...paragraphLines(voice.say({ zh: paragraph, en: paragraph }), width),
    ]),
    ...section.fences.flatMap((fence) => fenceLines(fence, voice)),
  ];
}

/** 「{name}」 → 「…」: what was written differs from place to place. */
const blanks = ({ zh, en }: Bilingual): Bilingual => ({
  zh: zh.replace(/\{\w+\}/g, '…'),
  en: en.replace(/\{\w+\}/g, '…'),
});

function fenceLines({ info, text }: Fence, voice: Voice): readonly string[] {
  const lines = text
    .trimEnd()
    .split('\n')
    .map((line) => `    ${line}`.trimEnd());
  return ['', titleOf(info, voice), ...lines];
}

function titleOf(info: string, voice: Voice): string {
  if (/ bad$/.test(info)) return voice.paint('red', voice.say(BAD));
  if (/ good$/.test(info)) return voice.paint('green', voice.say(GOOD));
  const [, file] = /file=(\S+)/.exec(info) ?? [];
  if (file !== undefined) return voice.paint('dim', `${file}`);
  return voice.paint('dim', voice.say(NAMED[info] ?? { zh: info, en: info }));
}
const NAMED: Readonly<Record<string, Bilingual>> = {
  'norm rules': { zh: '規則：', en: 'Rules:' },
  'text source': { zh: '正式文本：', en: 'Official text:' },
  'json lock': { zh: 'source.lock.json：', en: 'source.lock.json:' },
  'sh setup': { zh: '先執行：', en: 'After:' },
};
