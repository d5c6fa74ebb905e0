import { report } from '../diagnostics/report.ts';
import { lockToJson, makeLock } from '../source/lock.ts';
import { parseOfficialText } from '../source/official-text.ts';
import { printable } from '../text/display-width.ts';
import { EXIT } from './exit-code.ts';
import { kindOf } from './files.ts';
import { INIT_FILES, OFFICIAL_TEXT } from './init-files.ts';
import { say } from './messages.ts';
import type { Session } from './session.ts';
import { tryWrite } from './write.ts';

/** A new rulebook, small and whole: an article, a norm with examples, a case. Nothing there is overwritten. */
export function initCommand(session: Session, folder: string): void {
  const root = folder.replace(/\/+$/, '') || folder;
  if (kindOf(root) !== undefined) {
    return session.emit([report('folder-not-empty', undefined, { path: root })], EXIT.usage);
  }
  const text = parseOfficialText({ name: OFFICIAL_TEXT.path, text: OFFICIAL_TEXT.text });
  const files = [
    ...INIT_FILES,
    OFFICIAL_TEXT,
    { path: 'rules/source.lock.json', text: lockToJson(makeLock(text.value)) },
  ];
  for (const file of files) if (!tryWrite(session, `${root}/${file.path}`, file.text)) return;
  session.print(
    say(session.voice, 'init.done', { path: printable(root), n: files.length }),
    ...files.map((file) => `  ${printable(`${root}/${file.path}`)}`),
    say(session.voice, 'init.next'),
    `  cd ${printable(root)}`,
    '  zhunsheng validate',
    '  zhunsheng check cases',
  );
}
