import { CODES } from '../diagnostics/catalogue.ts';
import type { CatalogueEntry } from '../diagnostics/diagnostic.ts';
import type { DocSection } from '../diagnostics/doc-page.ts';
import { nearest, report } from '../diagnostics/report.ts';
import { docLines } from '../report/doc-lines.ts';
import { padEnd } from '../text/display-width.ts';
import { docPages } from './doc-pages.ts';
import { EXIT } from './exit-code.ts';
import { kindOf } from './files.ts';
import { type MessageKey, say } from './messages.ts';
import type { Session } from './session.ts';

const ENTRIES: ReadonlyMap<string, CatalogueEntry> = new Map(Object.entries(CODES));
const BY_ID: ReadonlyMap<string, string> = new Map([...ENTRIES].map(([code, { id }]) => [id, code]));

/**
 * Is a diagnostic meant, and not the file of a case? `Z2002`, in whatever case and width, and every name of the catalogue
 * are codes; so is any other word of Latin letters and hyphens that is no file.
 */
export function isCodeWord(word: string): boolean {
  const plain = plainWord(word);
  if (/^z\d{1,5}$/.test(plain) || ENTRIES.has(plain)) return true;
  return /^[a-z]+(-[a-z]+)*$/.test(plain) && kindOf(word) === undefined;
}
/** A code, letter by letter, and no file of that name. */
const isCode = (word: string): boolean => codeOf(word) !== undefined && kindOf(word) === undefined;
const plainWord = (word: string): string => word.normalize('NFKC').trim().toLowerCase();

export interface ExplainCodeOptions {
  /** List them all. */
  readonly codes?: boolean;
  readonly format: 'pretty' | 'json';
  /** Something was given that is for cases only. */
  readonly forCases: boolean;
}

/** What `explain` was asked about messages; false where cases are meant. */
export function explainCodes(
  session: Session,
  words: readonly string[],
  { codes = false, format, forCases }: ExplainCodeOptions,
): boolean {
  const asked = codes || (words.length > 0 && words.every(isCodeWord));
  const mixed = asked ? forCases || (codes && words.length > 0) : format === 'json' || words.some(isCode);
  if (mixed) session.emit([report('codes-alone', undefined, {})], EXIT.usage);
  else if (codes) listCodes(session, format);
  else if (asked) tellCodes(session, words, format);
  return asked || mixed;
}

/** Prints the page of each code. */
function tellCodes(session: Session, words: readonly string[], format: 'pretty' | 'json'): void {
  const pages = docPages(session);
  if (format === 'json') {
    const known = words.flatMap((word) => codeOf(word) ?? []);
    for (const word of words) if (codeOf(word) === undefined) unknown(session, word);
    session.data(
      JSON.stringify(
        known.map((code) => codeJson(code, pages.get(code))),
        null,
        2,
      ),
    );
    return;
  }
  for (const [i, word] of words.entries()) {
    const code = codeOf(word);
    const entry = code === undefined ? undefined : ENTRIES.get(code);
    const page = code === undefined ? undefined : pages.get(code);
    if (entry && page)
      session.print(...(i > 0 ? [''] : []), ...docLines(page, entry, session.voice, session.io.columns));
    else unknown(session, word);
  }
}

function codeOf(word: string): string | undefined {
  const plain = plainWord(word);
  return ENTRIES.has(plain) ? plain : BY_ID.get(plain.toUpperCase());
}

function codeJson(code: string, page?: DocSection): object {
  const entry = ENTRIES.get(code);
  return {
    id: entry?.id,
    code,
    severity: entry?.severity,
    message: entry?.message,
    ...(entry?.hint ? { hint: entry.hint } : {}),
    ...(page ? { page: { zh: page.zh, en: page.en, markdown: page.markdown } } : {}),
  };
}

function unknown(session: Session, word: string): void {
  const plain = plainWord(word);
  const near = /^z\d{4}$/.test(plain)
    ? nearestId(plain.toUpperCase())
    : (nearest(plain.toUpperCase(), /^z\d/.test(plain) ? BY_ID.keys() : []) ??
      nearest(plain, ENTRIES.keys()));
  const hint =
    near === undefined ? {} : { hint: { zh: `是不是「${near}」？`, en: `Did you mean "${near}"?` } };
  session.emit([report('unknown-code', undefined, { word }, hint)], EXIT.usage);
}

/** The code with the nearest number in the same thousand. */
function nearestId(id: string): string | undefined {
  const number = Number(id.slice(1));
  const ids = [...BY_ID.keys()].filter((other) => other[1] === id[1]);
  const distance = (other: string): number => Math.abs(Number(other.slice(1)) - number);
  return ids.sort((a, b) => distance(a) - distance(b) || (a < b ? -1 : 1))[0];
}

/** The parts of the catalogue, by the first digits of their numbers; the longer beginning wins. */
const PARTS: readonly (readonly [string, MessageKey])[] = [
  ['Z1', 'codes.syntax'],
  ['Z2', 'codes.check'],
  ['Z3', 'codes.source'],
  ['Z4', 'codes.facts'],
  ['Z5', 'codes.evaluate'],
  ['Z6', 'codes.cli'],
  ['Z7', 'codes.lint'],
];

/** All codes with their severity and what they say, a line each. */
function listCodes(session: Session, format: 'pretty' | 'json'): void {
  const { voice } = session;
  const all = [...ENTRIES].sort(([, a], [, b]) => (a.id < b.id ? -1 : 1));
  if (format === 'json') {
    session.data(
      JSON.stringify(
        all.map(([code]) => codeJson(code)),
        null,
        2,
      ),
    );
    return;
  }
  const width = Math.max(...all.map(([code]) => code.length));
  for (const [i, [beginning, title]] of PARTS.entries()) {
    const part = all.filter(([, { id }]) => id.startsWith(beginning));
    session.print(...(i > 0 ? [''] : []), voice.paint('bold', say(voice, title)));
    for (const [code, { id, message }] of part) {
      const words = { zh: message.zh.replace(/\{\w+\}/g, '…'), en: message.en.replace(/\{\w+\}/g, '…') };
      session.print(`  ${id}  ${padEnd(code, width)}  ${voice.say(words)}`);
    }
  }
}
