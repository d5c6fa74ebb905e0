import type { Bilingual, Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import { clip, displayWidth, printable } from '../text/display-width.ts';
import type { Span } from '../text/span.ts';
import { excerptOf } from './excerpt.ts';
import { LABEL, SEVERITY } from './finding-words.ts';
import type { SourceTable } from './source-table.ts';
import type { Style, Voice } from './voice.ts';

const STYLE: Readonly<Record<Severity, Style>> = { error: 'red', warning: 'yellow', info: 'blue' };

/**
 * One diagnostic for a terminal:
 * ```
 * rules/a.norm:3:8: 錯誤 Z2001 名稱「初稿完城」未曾宣告。
 *   3 │ 應當 初稿完城 不遲於 會議日期
 *     │      ^^^^^^^^
 *   提示：是不是「初稿完成」？
 * ```
 */
export function diagnosticLines(diagnostic: Diagnostic, sources: SourceTable, voice: Voice): string[] {
  const style = STYLE[diagnostic.severity];
  const word = SEVERITY[diagnostic.severity];
  const place = diagnostic.span ? `${printable(sources.place(diagnostic.span))}: ` : '';
  // what was written stands in the message, however long it is
  const text = clip(printable(voice.say(diagnostic.message)), LONGEST_MESSAGE);
  const lines = [
    `${voice.paint('bold', place)}${voice.paint(style, `${voice.say(word)} ${diagnostic.id}`)} ${text}`,
  ];
  if (diagnostic.span) lines.push(...excerpt(diagnostic.span, sources, voice, style));
  if (diagnostic.hint) lines.push(`  ${label(LABEL.hint, voice)}${printable(voice.say(diagnostic.hint))}`);
  for (const related of diagnostic.related) {
    const at = printable(sources.place(related.span));
    lines.push(
      `  ${label(LABEL.see, voice)}${at} ${clip(printable(voice.say(related.message)), LONGEST_MESSAGE)}`,
    );
    lines.push(...excerpt(related.span, sources, voice, 'blue'));
  }
  if (diagnostic.fix) lines.push(`  ${label(LABEL.fix, voice)}${printable(voice.say(diagnostic.fix.title))}`);
  return lines;
}

const label = (text: Bilingual, voice: Voice): string =>
  `${voice.paint('cyan', voice.say(text))}${voice.language === 'en' ? ': ' : '：'}`;

const LONGEST_MESSAGE = 400;

function excerpt(span: Span, sources: SourceTable, voice: Voice, style: Style): string[] {
  const found = excerptOf(span, sources);
  if (!found) return [];
  const gutter = String(found.line);
  const blank = ' '.repeat(gutter.length);
  const carets = '^'.repeat(Math.max(1, displayWidth(found.marked)));
  return [
    `  ${voice.paint('dim', `${gutter} │`)} ${found.before}${found.marked}${found.after}`,
    `  ${voice.paint('dim', `${blank} │`)} ${' '.repeat(displayWidth(found.before))}${voice.paint(style, carets)}`,
  ];
}
