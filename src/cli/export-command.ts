import { report } from '../diagnostics/report.ts';
import { akomaNtoso } from '../export/akoma-ntoso.ts';
import { buildHandbook } from '../export/handbook.ts';
import { handbookHtml } from '../export/handbook-html.ts';
import { handbookMarkdown } from '../export/handbook-markdown.ts';
import { type OpenQuestion, readOpenQuestions } from '../export/open-questions.ts';
import { compareWithLock } from '../source/compare.ts';
import { makeLock } from '../source/lock.ts';
import { EXIT } from './exit-code.ts';
import { kindOf, readText } from './files.ts';
import { folderOf } from './folders.ts';
import { say } from './messages.ts';
import { compileRulebook } from './rulebook.ts';
import { readRulebook, rulebookPaths } from './rulebook-files.ts';
import type { Session } from './session.ts';
import { readOfficialText } from './source-text.ts';
import { tryWrite } from './write.ts';

export type ExportFormat = 'markdown' | 'html' | 'akoma-ntoso';

export interface ExportCommandOptions {
  readonly output?: string;
  readonly source?: string;
}

/**
 * The handbook, or the structure of the regulation. Words of the official text appear only with `--source`, and only
 * if they are those the rulebook was locked for: otherwise nothing is written.
 */
export function exportCommand(
  session: Session,
  format: ExportFormat,
  folder: string | undefined,
  options: ExportCommandOptions,
): void {
  const paths = folder === undefined ? rulebookPaths(session, []) : [folder];
  if (paths === undefined) return;
  const book = compileRulebook(session, readRulebook(session, paths));
  session.emit(
    book.diagnostics.filter((d) => d.severity === 'error'),
    EXIT.rules,
  );
  const { model, plan } = book.compiled;
  const words = options.source === undefined ? undefined : readOfficialText(session, options.source).text;
  if (words && book.lock) session.emit(compareWithLock(words, book.lock, model), EXIT.input);
  if (!plan || session.code() !== EXIT.clean) return;
  const lock = book.lock ?? (words && makeLock(words));
  if (format === 'akoma-ntoso' && !lock) {
    return session.emit([report('lock-required', undefined, { path: book.label })], EXIT.rules);
  }
  const questions = format === 'akoma-ntoso' ? [] : openQuestions(session, paths);
  if (!questions) return;
  const given = { ...(lock ? { lock } : {}), ...(words ? { words } : {}), questions };
  const { voice } = session;
  // the handbook is written in Chinese: for an English reader too it is the Chinese that binds
  const script = (text: string): string => session.script(voice.say({ zh: text, en: text }));
  const language = voice.language === 'zh-Hans' ? 'zh-Hans' : 'zh-Hant';
  const text =
    format === 'akoma-ntoso' && lock
      ? akomaNtoso(lock, words, model.book?.title ?? lock.title)
      : format === 'html'
        ? handbookHtml(buildHandbook(model, plan, given), { script, language })
        : handbookMarkdown(buildHandbook(model, plan, given), script);
  if (options.output === undefined) return session.io.out(text);
  if (tryWrite(session, options.output, text))
    session.print(say(voice, 'exported', { path: options.output }));
}

const QUESTIONS = 'questions.yaml';

/** What stands beside the rules for their issuer, if anything does; undefined if it cannot be read. */
function openQuestions(session: Session, paths: readonly string[]): readonly OpenQuestion[] | undefined {
  const [path = '.'] = paths;
  const file = `${kindOf(path) === 'folder' ? path : folderOf(path)}/${QUESTIONS}`;
  if (kindOf(file) !== 'file') return [];
  const read = readText(session, file);
  const { value, diagnostics } = read.file ? readOpenQuestions(read.file) : { value: [], diagnostics: [] };
  session.emit([...read.diagnostics, ...diagnostics], EXIT.rules);
  return session.code() === EXIT.clean ? value : undefined;
}
