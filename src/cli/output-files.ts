import { resolve } from 'node:path';
import type { Diagnostic } from '../diagnostics/diagnostic.ts';
import { didYouMean, report } from '../diagnostics/report.ts';
import { EXIT } from './exit-code.ts';
import type { OutputOptions } from './outputs.ts';
import { REPORT_FORMAT_NAMES } from './report-formats.ts';
import type { Session } from './session.ts';
import { canWrite } from './write.ts';

/** One `-o format=path`. */
export interface OutputFile {
  readonly format: string;
  readonly path: string;
}

/** What `-o` asks for, or undefined with everything that is wrong about it; nothing has been run yet. */
export function outputFiles(
  session: Session,
  own: readonly string[],
  { output = [] }: Pick<OutputOptions, 'output'>,
): readonly OutputFile[] | undefined {
  const formats = [...own, ...REPORT_FORMAT_NAMES];
  const wrong: Diagnostic[] = [];
  const files: OutputFile[] = [];
  const taken = new Set<string>();
  for (const text of output) {
    const at = text.search(/[=＝]/);
    const format = text.slice(0, Math.max(0, at)).normalize('NFKC').trim();
    const path = text.slice(at + 1);
    if (at < 0 || path.trim() === '' || path === '-' || !formats.includes(format)) {
      const hint = at > 0 && path.trim() !== '' ? didYouMean(format, formats) : undefined;
      wrong.push(report('bad-output', undefined, { text, formats: formats.join('、') }, { hint }));
    } else if (taken.has(resolve(path))) wrong.push(report('output-twice', undefined, { path }));
    else {
      taken.add(resolve(path));
      files.push({ format, path });
    }
  }
  session.emit(wrong, EXIT.usage);
  if (wrong.length > 0) return undefined;
  const writable = files.map(({ path }) => canWrite(session, path));
  return writable.includes(false) ? undefined : files;
}
