/** Does the argument ask for a pattern? (A file that is really named so is tried first.) */
export function isGlob(text: string): boolean {
  return /[*?[{]/.test(text);
}

/** The folder a pattern starts from: its leading parts without magic. */
export function globBase(pattern: string): string {
  const parts = pattern.split('/');
  const first = parts.findIndex(isGlob);
  const base = parts.slice(0, first).join('/');
  return base === '' ? (pattern.startsWith('/') ? '/' : '.') : base;
}

/** `*` and `?` within one name, `**` over folders, `[a-z]`, `[!a]`, `{a,b}`. Hidden names need their dot written. */
export function globToRegExp(pattern: string): RegExp {
  let source = '';
  let braces = 0;
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern.charAt(i);
    const atStart = i === 0 || pattern.charAt(i - 1) === '/';
    if (c === '*' && pattern.charAt(i + 1) === '*' && atStart) {
      const slash = pattern.charAt(i + 2) === '/';
      source += slash ? '(?:(?!\\.)[^/]+/)*' : '(?:(?!\\.)[^/]+/)*(?!\\.)[^/]*';
      i += slash ? 2 : 1;
    } else if (c === '*') source += `${atStart ? '(?!\\.)' : ''}[^/]*`;
    else if (c === '?') source += `${atStart ? '(?!\\.)' : ''}[^/]`;
    else if (c === '[') {
      const end = pattern.indexOf(']', i + 2);
      if (end < 0) source += '\\[';
      else {
        const body = pattern.slice(i + 1, end).replace(/[\\[\]]/g, '\\$&');
        source += body.startsWith('!') ? `[^/${body.slice(1)}]` : `[${body.replace(/^\^/, '\\^')}]`;
        i = end;
      }
    } else if (c === '{' && pattern.indexOf('}', i) > 0) {
      braces++;
      source += '(?:';
    } else if (c === '}' && braces > 0) {
      braces--;
      source += ')';
    } else if (c === ',' && braces > 0) source += '|';
    else source += c.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&');
  }
  return safeRegExp(`^${source}${')'.repeat(braces)}$`);
}

/** A range such as `[z-a]` is no range: then nothing matches. */
function safeRegExp(source: string): RegExp {
  try {
    return new RegExp(source, 'u');
  } catch {
    return /(?!)/;
  }
}
