import { createHash } from 'node:crypto';
import { escapeMarkup } from '../text/escape.ts';
import type { Language } from './voice.ts';

/**
 * A page that is one file, needs nothing beside it and runs nothing: no address is fetched, and no style but its own
 * applies, whatever a name in it pretends to be. `title` is text, `body` markup.
 */
export function htmlPage(language: Language, title: string, style: string, body: string): string {
  const hash = createHash('sha256').update(style).digest('base64');
  const policy = `default-src 'none'; style-src 'sha256-${hash}'; base-uri 'none'; form-action 'none'`;
  return `<!doctype html>
<html lang="${language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<title>${escapeMarkup(title)}</title>
<style>${style}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** A table with a caption and a heading for each column; cells are markup. `n`: a column of numbers, `word`: one that is not broken. */
export function htmlTable(
  caption: string,
  columns: readonly { readonly text: string; readonly n?: true; readonly word?: true }[],
  rows: readonly (readonly string[])[],
  rowAttributes: (i: number) => string = () => '',
): string {
  if (rows.length === 0) return '';
  const kind = (i: number): string =>
    columns[i]?.n ? ' class="n"' : columns[i]?.word ? ' class="word"' : '';
  const head = columns.map((c, i) => `<th scope="col"${kind(i)}>${escapeMarkup(c.text)}</th>`).join('');
  const body = rows.map(
    (cells, row) =>
      `<tr${rowAttributes(row)}>${cells.map((cell, i) => (i === 0 ? `<th scope="row"${kind(i)}>${cell}</th>` : `<td${kind(i)}>${cell}</td>`)).join('')}</tr>`,
  );
  return `<div class="wide"><table>
<caption>${escapeMarkup(caption)}</caption>
<thead><tr>${head}</tr></thead>
<tbody>
${body.join('\n')}
</tbody>
</table></div>`;
}
