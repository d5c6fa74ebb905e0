import { escapeMarkdown, escapeMarkup } from '../text/escape.ts';
import type { Block, Handbook, Inline, Line, Section } from './handbook-parts.ts';

/** A conversion of every text of the handbook, as from 繁體 to 简体; identifiers stay as they are. */
export type Script = (text: string) => string;
const asIs: Script = (text) => text;

/** The handbook as one Markdown file. Anchors are the only HTML in it. */
export function handbookMarkdown(handbook: Handbook, script: Script = asIs): string {
  const text = (t: string) => escapeMarkdown(script(t));
  const inline = (item: Inline): string =>
    typeof item === 'string' ? text(item) : `[${text(item.text)}](#${encodeURIComponent(item.to)})`;
  const item = (parts: readonly Inline[]): string => parts.map(inline).join('');
  const anchor = (id: string): string => `<a id="${escapeMarkup(id)}"></a>`;
  const heading = (level: number, id: string, title: string): string =>
    `${'#'.repeat(Math.min(level, 6))} ${anchor(id)}${title}`;

  const lineText = (l: Line): string => {
    const label = `- ${l.id === undefined ? '' : anchor(l.id)}**${text(l.label)}**`;
    const [only, second] = l.items;
    if (only !== undefined && second === undefined) return `${label}：${item(only)}`;
    return [label, ...l.items.map((i) => `  - ${item(i)}`)].join('\n');
  };
  const list = (lines: readonly Line[]): string[] =>
    lines.length === 0 ? [] : [lines.map(lineText).join('\n')];
  const block = (b: Block, level: number): string[] => [
    heading(level, b.id, `${text(b.tag)} ${text(b.name)}`),
    ...(b.gist === undefined ? [] : [text(b.gist)]),
    ...list(b.lines),
    ...(b.folded.length === 0 ? [] : [`**${text(`例（${b.folded.length}）`)}**`, ...list(b.folded)]),
  ];
  const section = (s: Section, level: number): string[] => [
    heading(level, s.id, text(s.title)),
    ...list(s.lines),
    ...s.blocks.flatMap((b) => block(b, level + 1)),
    ...s.sections.flatMap((inner) => section(inner, level + 1)),
  ];
  const contents = (sections: readonly Section[], indent: string): string[] =>
    sections.flatMap((s) => [
      `${indent}- ${inline({ text: s.title, to: s.id })}`,
      ...contents(s.sections, `${indent}  `),
    ]);

  const parts = [
    `# ${text(handbook.title)}`,
    ...list(handbook.lines),
    `## ${text('目錄')}`,
    ...(handbook.sections.length === 0 ? [] : [contents(handbook.sections, '').join('\n')]),
    ...handbook.sections.flatMap((s) => section(s, 2)),
  ];
  return `${parts.join('\n\n')}\n`;
}
