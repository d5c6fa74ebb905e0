import { assertNever } from '../src/text/invariant.ts';
import { tokenTitle } from './ebnf.ts';
import type { GrammarRule, Production } from './production.ts';

/**
 * Railroad diagrams as plain SVG in one page without scripts or foreign assets, so that it opens anywhere, also
 * under a strict content policy. Each piece is drawn at (0,0) of its line and knows how far it reaches.
 */
interface Piece {
  readonly width: number;
  /** Above and below the line on which one enters and leaves. */
  readonly up: number;
  readonly down: number;
  readonly draw: (x: number, y: number) => string;
}

const HEIGHT = 24;
const GAP = 14;
const ROW = 12;

const line = (x1: number, y1: number, x2: number, y2: number) => `<path d="M${x1} ${y1}L${x2} ${y2}"/>`;
const escapeXml = (text: string) =>
  text.replace(/[&<>"]/g, (c) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[c] ?? c);
/** Han is twice as wide as Latin; near enough for boxes. */
const widthOf = (text: string) => [...text].reduce((sum, c) => sum + (c.charCodeAt(0) > 0x2e80 ? 14 : 8), 0);

function box(text: string, kind: 'rule' | 'token'): Piece {
  const width = widthOf(text) + 20;
  const round = kind === 'token' ? ` rx="${HEIGHT / 2}"` : '';
  return {
    width,
    up: HEIGHT / 2,
    down: HEIGHT / 2,
    draw: (x, y) => {
      const label = `<text x="${x + width / 2}" y="${y + 5}">${escapeXml(text)}</text>`;
      const shape = `<rect class="${kind}" x="${x}" y="${y - HEIGHT / 2}" width="${width}" height="${HEIGHT}"${round}/>`;
      return kind === 'rule' ? `<a href="#${text}">${shape}${label}</a>` : shape + label;
    },
  };
}
const nothing: Piece = { width: 0, up: 0, down: 0, draw: () => '' };

function row(pieces: readonly Piece[]): Piece {
  const width = pieces.reduce((sum, p) => sum + p.width, 0) + GAP * Math.max(0, pieces.length - 1);
  return {
    width,
    up: Math.max(0, ...pieces.map((p) => p.up)),
    down: Math.max(0, ...pieces.map((p) => p.down)),
    draw: (x, y) => {
      let at = x;
      return pieces
        .map((p, i) => {
          const joint = i === 0 ? '' : line(at, y, at + GAP, y);
          at += i === 0 ? 0 : GAP;
          const drawn = p.draw(at, y);
          at += p.width;
          return joint + drawn;
        })
        .join('');
    },
  };
}

function stack(pieces: readonly Piece[]): Piece {
  const [first = nothing, ...rest] = pieces;
  const inner = Math.max(...pieces.map((p) => p.width));
  const width = inner + 2 * GAP;
  const down = rest.reduce((sum, p) => sum + ROW + p.up + p.down, first.down);
  return {
    width,
    up: first.up,
    down,
    draw: (x, y) => {
      let at = y - first.up;
      return pieces
        .map((p, i) => {
          const level = i === 0 ? y : at + ROW + p.up;
          at = level + p.down;
          const start = x + GAP;
          const ends = line(start + p.width, level, x + width - GAP, level);
          return `${line(x, y, x, level)}${line(x, level, start, level)}${p.draw(start, level)}${ends}${line(
            x + width - GAP,
            level,
            x + width,
            level,
          )}${line(x + width, level, x + width, y)}`;
        })
        .join('');
    },
  };
}

function loop(piece: Piece, back: Piece): Piece {
  const inner = Math.max(piece.width, back.width);
  const width = inner + 2 * GAP;
  const level = piece.down + ROW + back.up;
  return {
    width,
    up: piece.up,
    down: level + back.down,
    draw: (x, y) =>
      [
        line(x, y, x + GAP, y),
        piece.draw(x + GAP, y),
        line(x + GAP + piece.width, y, x + width, y),
        `<path d="M${x + width} ${y}V${y + level}H${x + GAP + back.width}"/>`,
        back.draw(x + GAP, y + level),
        `<path d="M${x + GAP} ${y + level}H${x}V${y}"/>`,
      ].join(''),
  };
}

function piece(p: Production): Piece {
  switch (p.kind) {
    case 'sequence':
      return row(p.items.map(piece));
    case 'choice':
      return stack(p.items.map(piece));
    case 'optional':
      return stack([nothing, piece(p.item)]);
    case 'many': {
      const repeated = loop(piece(p.item), p.separator ? box(tokenTitle(p.separator), 'token') : nothing);
      return p.atLeastOne ? repeated : stack([nothing, repeated]);
    }
    case 'rule':
      return box(p.name, 'rule');
    case 'token':
      return box(tokenTitle(p.token), 'token');
    default:
      return assertNever(p);
  }
}

const STYLE = `body{font:15px system-ui,"Noto Sans TC",sans-serif;margin:2em;max-width:75em}
svg{display:block;max-width:100%;height:auto}
path{stroke:#555;stroke-width:1.5;fill:none}
rect{stroke:#555;fill:#fff}rect.token{fill:#e8f0fe}rect.rule{fill:#f6f6ee}
text{font-size:14px;text-anchor:middle;fill:#111}a{text-decoration:none}`;

export function railroadPage(rules: readonly GrammarRule[]): string {
  const sections = rules.map(({ name, body }) => {
    const drawn = piece(body);
    const width = drawn.width + 2 * GAP + 8;
    const height = drawn.up + drawn.down + 8;
    const y = drawn.up + 4;
    const track = `${line(4, y, 4 + GAP, y)}${drawn.draw(4 + GAP, y)}${line(4 + GAP + drawn.width, y, width - 4, y)}`;
    return `<h2 id="${name}">${name}</h2>\n<svg viewBox="0 0 ${width} ${height}" width="${width}" role="img" aria-label="${name}">${track}</svg>`;
  });
  return `<!doctype html>
<html lang="zh-Hant">
<head><meta charset="utf-8"><title>準繩文法 — railroad diagrams</title><style>${STYLE}</style></head>
<body>
<h1>準繩文法</h1>
<p>Round: words and signs (繁體 spelling; the other spellings are in grammar.ebnf). Square: rules.</p>
${sections.join('\n')}
</body>
</html>
`;
}
