import { nameKey } from '../../check/canonical-name.ts';
import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { Name } from '../../syntax/ast.ts';
import type { LintContext } from '../context.ts';
import { declaredNames } from '../declared-names.ts';
import { otherHere } from '../place.ts';
import { looseKey } from '../same-thing-otherwise.ts';

/**
 * Names that a reader takes for one and the rulebook for two: the words of the mainland and of Taiwan for one thing (文件 and
 * 檔案, where a text was converted), capitals and small letters, a hyphen. (繁 and 简 of one word are one name
 * already.) Where one thing is meant, 別名 makes one name of them.
 */
export function namesAlike({ parsed, model }: LintContext): readonly Diagnostic[] {
  const seen = new Map<string, Name>();
  return parsed
    .flatMap((file) => file.blocks.filter((b) => b.kind !== 'example').flatMap(declaredNames))
    .flatMap((name) => {
      const key = nameKey(name.text, model.aliases);
      const before = seen.get(looseKey(key));
      if (!before) seen.set(looseKey(key), name);
      if (!before || nameKey(before.text, model.aliases) === key) return [];
      const related = [otherHere(before.span, before.text)];
      return [report('names-alike', name.span, { name: name.text, other: before.text }, { related })];
    });
}
