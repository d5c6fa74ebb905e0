import { createHash } from 'node:crypto';
import { escapeMarkup } from '../text/escape.ts';
import type { Script } from './handbook-markdown.ts';
import type { Block, Handbook, Inline, Line, Section } from './handbook-parts.ts';
import { HANDBOOK_STYLE } from './handbook-style.ts';

export interface HtmlOptions {
  /** A conversion of every text, as from 繁體 to 简体; identifiers stay as they are. */
  readonly script?: Script;
  readonly language?: 'zh-Hant' | 'zh-Hans';
}

/** The handbook as one page that loads nothing: no scripts, and of styles only its own, by its hash. */
export function handbookHtml(handbook: Handbook, options: HtmlOptions = {}): string {
  const script = options.script ?? ((t: string) => t);
  const text = (t: string) => escapeMarkup(script(t));
  const inline = (item: Inline): string =>
    typeof item === 'string'
      ? text(item)
      : `<a href="#${encodeURIComponent(item.to)}">${text(item.text)}</a>`;
  const item = (parts: readonly Inline[]): string => parts.map(inline).join('');
  const id = (given: string | undefined): string =>
    given === undefined ? '' : ` id="${escapeMarkup(given)}"`;

  const lineText = (l: Line): string => {
    const [only, second] = l.items;
    const content =
      only !== undefined && second === undefined
        ? item(only)
        : `<ul>${l.items.map((i) => `<li>${item(i)}</li>`).join('')}</ul>`;
    return `<div${id(l.id)}><dt>${text(l.label)}</dt><dd>${content}</dd></div>`;
  };
  const list = (lines: readonly Line[]): string[] =>
    lines.length === 0 ? [] : ['<dl>', ...lines.map(lineText), '</dl>'];
  const block = (b: Block): string[] => [
    `<article${id(b.id)}>`,
    `<h4><span class="tag">${text(b.tag)}</span>${text(b.name)}</h4>`,
    ...(b.gist === undefined ? [] : [`<p class="gist">${text(b.gist)}</p>`]),
    ...list(b.lines),
    ...(b.folded.length === 0
      ? []
      : [
          '<details>',
          `<summary>${text(`例（${b.folded.length}）`)}</summary>`,
          ...list(b.folded),
          '</details>',
        ]),
    '</article>',
  ];
  const section = (s: Section, level: 2 | 3): string[] => [
    `<section${id(s.id)}>`,
    `<h${level}>${text(s.title)}</h${level}>`,
    ...list(s.lines),
    ...s.blocks.flatMap(block),
    ...s.sections.flatMap((inner) => section(inner, 3)),
    '</section>',
  ];
  const contents = (sections: readonly Section[]): string[] =>
    sections.length === 0
      ? []
      : [
          '<ul>',
          ...sections.flatMap((s) => [
            `<li>${inline({ text: s.title, to: s.id })}`,
            ...contents(s.sections),
            '</li>',
          ]),
          '</ul>',
        ];

  const hash = createHash('sha256').update(HANDBOOK_STYLE, 'utf8').digest('base64');
  const lines = [
    '<!DOCTYPE html>',
    `<html lang="${options.language ?? 'zh-Hant'}">`,
    '<head>',
    '<meta charset="utf-8">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'">`,
    '<meta name="viewport" content="width=device-width, initial-scale=1">',
    `<title>${text(handbook.title)}</title>`,
    `<style>${HANDBOOK_STYLE}</style>`,
    '</head>',
    '<body>',
    `<a class="skip" href="#main">${text('跳至內容')}</a>`,
    '<header>',
    `<h1>${text(handbook.title)}</h1>`,
    ...list(handbook.lines),
    '</header>',
    `<nav aria-label="${text('目錄')}">`,
    ...contents(handbook.sections),
    '</nav>',
    '<main id="main">',
    ...handbook.sections.flatMap((s) => section(s, 2)),
    '</main>',
    '</body>',
    '</html>',
  ];
  return `${lines.join('\n')}\n`;
}
