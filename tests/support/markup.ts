/** One element of a page or document, in the order in which it begins. */
export interface Element {
  readonly tag: string;
  readonly attributes: Readonly<Record<string, string>>;
  /** Tags of the elements directly inside, in order; `#text` for text that is not white space. */
  readonly children: string[];
  readonly parent: string;
}

const TOKEN =
  /<!DOCTYPE html>|<\?xml[^>]*\?>|<(\/?)([A-Za-z][\w-]*)((?:\s+[\w:-]+="[^"<]*")*)\s*(\/?)>|([^<]+)/y;
/** Reads XML, or HTML as strictly written as XML; throws on anything that is not well formed. */
export function readMarkup(source: string): readonly Element[] {
  const elements: Element[] = [];
  const open: Element[] = [];
  // in a page <meta> has no end; in Akoma Ntoso it has
  const unclosed = source.startsWith('<!DOCTYPE html>') ? ['meta'] : [];
  TOKEN.lastIndex = 0;
  while (TOKEN.lastIndex < source.length) {
    const at = TOKEN.lastIndex;
    const found = TOKEN.exec(source);
    if (!found) throw new Error(`not well formed at ${at}: ${source.slice(at, at + 80)}`);
    const [, close, tag, rest, empty, text] = found;
    if (text !== undefined) {
      if (open.at(-1)?.tag !== 'style' && /&(?!(?:amp|lt|gt|quot|#39|#64);)/.test(text))
        throw new Error(`bare & at ${at}`);
      if (text.trim() !== '') open.at(-1)?.children.push('#text');
    } else if (tag === undefined) {
      // the declaration
    } else if (close === '/') {
      const last = open.pop();
      if (last?.tag !== tag) throw new Error(`</${tag}> closes <${last?.tag}> at ${at}`);
    } else {
      const attributes = Object.fromEntries(
        [...(rest ?? '').matchAll(/([\w:-]+)="([^"]*)"/g)].map((m) => [m[1] ?? '', unescaped(m[2] ?? '')]),
      );
      const parent = open.at(-1);
      parent?.children.push(tag);
      const element: Element = { tag, attributes, children: [], parent: parent?.tag ?? '' };
      elements.push(element);
      if (empty !== '/' && !unclosed.includes(tag)) open.push(element);
    }
  }
  if (open.length > 0) throw new Error(`<${open.at(-1)?.tag}> is never closed`);
  return elements;
}

const unescaped = (text: string): string =>
  text
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&#39;', "'")
    .replaceAll('&amp;', '&');
