import { readFileSync } from 'node:fs';
import { chinaCalendar } from '../calendar/china.ts';
import { report } from '../diagnostics/report.ts';
import { FORMAT, MANIFEST_FILE, MODULE_FILE } from '../engine/json-rules-engine/format.ts';
import { jsonRulesEngineFiles } from '../export/json-rules-engine.ts';
import { EXIT } from './exit-code.ts';
import { kindOf } from './files.ts';
import { say } from './messages.ts';
import { openRulebook } from './rulebook.ts';
import type { Session } from './session.ts';
import { VERSION } from './version.ts';
import { tryWriteFolder } from './write.ts';

/** The rulebook as files for json-rules-engine. An earlier export is replaced; any other folder is left alone. */
export function exportFolderCommand(session: Session, rules: string | undefined, output: string): void {
  const folder = output.replace(/\/+$/, '') || output;
  if (kindOf(folder) !== undefined && !isExport(folder))
    return session.emit([report('folder-not-empty', undefined, { path: folder })], EXIT.usage);
  const book = openRulebook(session, rules === undefined ? undefined : [rules], []);
  if (!book) return;
  const module = readFileSync(`${session.io.packageRoot}/dist/${MODULE_FILE}`, 'utf8');
  const files = jsonRulesEngineFiles(book.plan, chinaCalendar(), module, `zhunsheng ${VERSION}`);
  if (tryWriteFolder(session, folder, files)) session.print(say(session.voice, 'exported', { path: folder }));
}

function isExport(folder: string): boolean {
  try {
    return JSON.parse(readFileSync(`${folder}/${MANIFEST_FILE}`, 'utf8')).format === FORMAT;
  } catch {
    return false;
  }
}
