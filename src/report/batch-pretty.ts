import type { Verdict } from '../evaluate/verdict.ts';
import { printable } from '../text/display-width.ts';
import type { Voice } from './voice.ts';
import { VERDICT, VERDICT_ORDER, WORD } from './wording.ts';

export interface BatchFooter {
  readonly title: string;
  readonly label: string;
  readonly files: number;
  readonly engine: string;
}

/** The closing lines of `check`: how many cases with which verdict, and by which rulebook. */
export function batchLines(verdicts: readonly Verdict[], footer: BatchFooter, voice: Voice): string[] {
  const say = voice.say;
  const counts = VERDICT_ORDER.map(
    (verdict) => [verdict, verdicts.filter((v) => v === verdict).length] as const,
  )
    .filter(([, count]) => count > 0)
    .map(([verdict, count]) => voice.paint(VERDICT[verdict].style, `${count} ${say(VERDICT[verdict].word)}`));
  const total = `${verdicts.length} ${say(verdicts.length === 1 ? WORD.oneCase : WORD.cases)}${say(WORD.colon)}${counts.join(' · ')}`;
  const title = printable(footer.title);
  const label = printable(footer.label);
  // 「」 keeps what the user wrote from being turned into 简体
  const book = say({
    zh: `規則庫：「${title}」（「${label}」，${footer.files} 檔） · zhunsheng ${footer.engine}`,
    en: `rulebook: ${title} (${label}, ${footer.files} files) · zhunsheng ${footer.engine}`,
  });
  return [total, voice.paint('dim', book)];
}
