import { realpathSync } from 'node:fs';
import { relative } from 'node:path';
import { type Dialect, KEYWORDS, type KeywordId, translateKeyword } from '../../grammar/keywords.ts';
import { chinaCalendar } from '../calendar/china.ts';
import { report } from '../diagnostics/report.ts';
import type { Verdict } from '../evaluate/verdict.ts';
import { readCases } from '../facts/read-cases.ts';
import { compile } from '../pipeline.ts';
import { printable } from '../text/display-width.ts';
import { runTests } from '../verify/test-report.ts';
import { type Edit, edited, type Spelling, type Updates, updatesOf } from '../verify/update.ts';
import { EXIT } from './exit-code.ts';
import { kindOf } from './files.ts';
import { folderOf } from './folders.ts';
import { say } from './messages.ts';
import { replaceText } from './rewrite.ts';
import type { Session } from './session.ts';
import type { Tested } from './test-command.ts';

/**
 * Records what the rules give now where it differs from what 例 and cases expect, by the smallest changes of their texts, and
 * lists every one: whether the law says so is for a lawyer to check. Nothing is written where anything could not be read,
 * where an expectation is itself wrong, or where the changed texts would not pass.
 */
export function updateExpectations(session: Session, tested: readonly Tested[], asJson: boolean): void {
  const all = tested.map((one) => ({ ...one, updates: updates(session, one) }));
  const wrong = all.flatMap((a) => a.updates.left.filter((l) => !l.difference.words));
  session.emit(
    wrong.map((l) => l.difference.diagnostic),
    EXIT.violation,
  );
  if (session.code() !== EXIT.clean || !all.every((one) => holds(session, one))) {
    session.emit([report('update-refused', undefined, {})], EXIT.violation);
    return;
  }
  const written = all.flatMap((one) => write(session, one));
  for (const { test, difference } of all.flatMap((a) => a.updates.left)) {
    const { diagnostic } = difference;
    session.emit([report('update-ambiguous', diagnostic.span, { test: test.name })], EXIT.violation);
  }
  if (asJson) session.data(JSON.stringify({ updated: written, exitCode: session.code() }, null, 2));
  else print(session, written);
}

type Updating = Tested & { readonly updates: Updates };

interface Recorded {
  readonly place: string;
  readonly test: string;
  readonly before: string;
  readonly after: string;
  readonly lines: readonly [string, string];
}

function updates(session: Session, { report: found }: Tested): Updates {
  return updatesOf(found, (span) => textOf(session, span.file).slice(span.start, span.end), SPELLING);
}

const textOf = (session: Session, file: string): string => session.sources.text(file) ?? '';

function byFile(edits: readonly Edit[]): ReadonlyMap<string, readonly Edit[]> {
  const found = new Map<string, Edit[]>();
  for (const edit of edits) found.set(edit.span.file, [...(found.get(edit.span.file) ?? []), edit]);
  return found;
}

/** With the changed texts, does everything pass but what was left as it is? */
function holds(session: Session, { rulebook, report: found, updates: { edits, left } }: Updating): boolean {
  const changes = byFile(edits);
  const textNow = (name: string): string => edited(textOf(session, name), changes.get(name) ?? []);
  const { model, plan } = compile(rulebook.files.map(({ name }) => ({ name, text: textNow(name) }))).value;
  if (!plan) return false;
  const names = new Set(found.tests.filter((t) => t.kind === 'scenario').map((t) => t.span.file));
  const cases = [...names].flatMap((name) => readCases({ name, text: textNow(name) }, model).value);
  const { tests } = runTests(model, plan, cases, { calendar: chinaCalendar() });
  const failing = new Set(left.map((l) => keyOf(l.test)));
  const changedTests = new Set(edits.map((e) => keyOf(e.test)));
  return tests.every((t) => t.passed || failing.has(keyOf(t)) || !changedTests.has(keyOf(t)));
}

const keyOf = ({ kind, name, span }: { kind: string; name: string; span: { file: string } }): string =>
  `${kind}\n${name}\n${span.file}`;

function write(session: Session, { book, updates: { edits } }: Updating): readonly Recorded[] {
  return [...byFile(edits)].flatMap(([file, own]) => {
    const before = textOf(session, file);
    const after = edited(before, own);
    return writeOver(session, book, file, before, after)
      ? own.map((edit) => recorded(session, edit, before))
      : [];
  });
}

/** A file is replaced only while it is what was read, may be written, and lies in the rulebook. */
function writeOver(session: Session, book: string, file: string, before: string, after: string): boolean {
  const refuse = (code: 'update-changed' | 'update-not-ours'): boolean => {
    session.emit([report(code, undefined, { path: file })], EXIT.usage);
    return false;
  };
  let path: string;
  try {
    path = realpathSync(file);
    const folder = realpathSync(kindOf(book) === 'folder' ? book : folderOf(book));
    if (relative(folder, path).startsWith('..')) return refuse('update-not-ours');
  } catch {
    return refuse('update-changed');
  }
  const replaced = replaceText(path, before, after);
  if (replaced === 'replaced') return true;
  if (replaced === 'read-only') return refuse('update-not-ours');
  if (replaced === 'changed') return refuse('update-changed');
  session.emit([report('unwritable-file', undefined, { path, reason: replaced.failed })], EXIT.usage);
  return false;
}

function recorded(session: Session, { test, span, text }: Edit, before: string): Recorded {
  const { line } = session.sources.position(span);
  const old = session.sources.line(span.file, line);
  const at = session.sources.position(span).column - 1;
  const written = before.slice(span.start, span.end);
  const next = old.slice(0, at) + text + old.slice(at + written.length);
  return {
    place: session.sources.place(span),
    test: test.name,
    before: written,
    after: text,
    lines: [old, next],
  };
}

function print(session: Session, all: readonly Recorded[]): void {
  const { voice } = session;
  if (all.length === 0) {
    session.print(say(voice, 'update.nothing'));
    return;
  }
  session.print(say(voice, 'update.done', { n: all.length }));
  for (const { place, test, lines } of all)
    session.print(
      `${printable(place)}: ${printable(test)}`,
      voice.paint('red', `  - ${printable(lines[0].trim())}`),
      voice.paint('green', `  + ${printable(lines[1].trim())}`),
    );
}

const VERDICT_KEYWORDS: Readonly<Record<Verdict, KeywordId>> = {
  'not-applicable': 'notApplicable',
  exempt: 'exempt',
  compliant: 'compliant',
  violated: 'violated',
  deviation: 'deviation',
  pending: 'pending',
  conflict: 'conflict',
  undetermined: 'undetermined',
};

/** English beside English, 简体 beside 简体, else 繁體. */
function dialectOf(written: string): Dialect {
  if (/^[\x20-\x7e\s]*[a-z]/i.test(written)) return 'en';
  const only = (id: KeywordId): boolean =>
    KEYWORDS[id].hans.some(
      (word) => written.includes(word) && !(KEYWORDS[id].hant as readonly string[]).includes(word),
    );
  return [...Object.values(VERDICT_KEYWORDS), 'expect' as const].some(only) ? 'hans' : 'hant';
}

const wordFor = (id: KeywordId, written: string): string => translateKeyword(id, '', dialectOf(written));

const SPELLING: Spelling = {
  verdict: (verdict, written) => wordFor(VERDICT_KEYWORDS[verdict], written),
  missing: (written) => wordFor('missing', written),
  due: (written) => wordFor('deadline', written),
};
