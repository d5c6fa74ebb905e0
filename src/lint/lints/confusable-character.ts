import type { Diagnostic } from '../../diagnostics/diagnostic.ts';
import { report } from '../../diagnostics/report.ts';
import type { LintContext } from '../context.ts';
import { lookAlikes } from '../look-alikes.ts';

/**
 * What stands in the text is what one sees: no character that is invisible, turns the direction of what follows («Trojan
 * Source», CVE-2021-42574), or looks like another one. Names with such a character are not found, quotations do not match, and a
 * reviewer cannot tell why. The whole file is looked at, comments and the Markdown of literate files included.
 */
export function confusableCharacter({ texts }: LintContext): readonly Diagnostic[] {
  return texts.flatMap(({ name: file, text }) =>
    lookAlikes(text).map(({ start, end, codepoints, sort, better }) => {
      const span = { file, start, end };
      const title =
        better === ''
          ? { zh: '刪去', en: 'Delete it' }
          : { zh: `改為「${better}」`, en: `Change to "${better}"` };
      const fix =
        better === undefined
          ? undefined
          : { title, edits: [{ span, text: better }], sameMeaning: true as const };
      const params = { codepoints, zh: SORT[sort].zh, en: SORT[sort].en };
      return report('confusable-character', span, params, { fix });
    }),
  );
}

const SORT = {
  invisible: { zh: '看不見', en: 'cannot be seen' },
  direction: { zh: '會顛倒後面文字的顯示順序', en: 'turns the order in which what follows is shown' },
  blank: { zh: '看似普通的空格，其實不是', en: 'looks like an ordinary blank' },
  variant: { zh: '是另一個字的異碼', en: 'is another code of a common character' },
  foreign: { zh: '是外觀相同的另一種文字', en: 'belongs to another script and only looks the same' },
  private: { zh: '是自造字，各處顯示不同', en: 'is a private character, shown differently everywhere' },
} as const;
