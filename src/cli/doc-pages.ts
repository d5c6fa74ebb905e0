import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { type DocSection, docSections } from '../diagnostics/doc-page.ts';
import type { Session } from './session.ts';

/** The pages that are shipped: one a part of the catalogue, one a lint. By code; none where the program was not built. */
export function docPages({ io }: Session): ReadonlyMap<string, DocSection> {
  const folder = `${io.packageRoot}/dist/docs`;
  const found = new Map<string, DocSection>();
  if (!existsSync(folder)) return found;
  for (const file of readdirSync(folder).sort())
    for (const section of docSections(readFileSync(`${folder}/${file}`, 'utf8')))
      found.set(section.name, section);
  return found;
}
