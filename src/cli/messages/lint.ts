import type { Bilingual } from '../../diagnostics/diagnostic.ts';

const b = (zh: string, en: string): Bilingual => ({ zh, en });

export const LINT_MESSAGES = {
  'lint.summary': b(
    '檢查起草的手藝：缺要旨、缺例、引用過寬、看不見的字元等',
    "look for lapses of the drafter's trade: no gist, no example, too wide a citation, invisible characters",
  ),
  'lint.example': b(
    '  zhunsheng lint rules/hongshan\n  zhunsheng lint --fix --dry-run\n  zhunsheng lint --severity norm-without-bearer=error --only norm-without-bearer,norm-without-gist\n\n規則檔中以「# 準繩-略過 名稱：理由」略過一處；「zhunsheng explain 名稱」說明一項檢查。\n結束碼：0 無錯誤；1 有錯誤，或警告多於 --max-warnings；3 規則檔有誤',
    '  zhunsheng lint rules/hongshan\n  zhunsheng lint --fix --dry-run\n  zhunsheng lint --severity norm-without-bearer=error --only norm-without-bearer,norm-without-gist\n\nA comment `# zhunsheng-ignore NAME: reason` lets one place pass; `zhunsheng explain NAME` explains a lint.\nExit codes: 0 no error; 1 errors, or more warnings than --max-warnings; 3 error in rules',
  ),
  'lint.counts': b(
    '{errors} 項錯誤 · {warnings} 項警告 · {notes} 項提示',
    '{errors} errors · {warnings} warnings · {notes} notes',
  ),
  'fix.option': b('就地改正能自動改的，寫回檔案', 'mend in place what can be mended by itself'),
  'dryRun.option': b(
    '與 --fix 並用：只印出差異，不寫檔案',
    'with --fix: print the difference, write nothing',
  ),
  'severity.option': b(
    '某項檢查的輕重：名稱=off|info|warning|error（可重複）',
    'how grave a lint is: name=off|info|warning|error (repeatable)',
  ),
  'only.option': b(
    '只做這幾項檢查（逗號分隔，可重複）',
    'only these lints (separated by commas, repeatable)',
  ),
  'maxWarnings.option': b('警告多於此數時以 1 結束', 'end with 1 if there are more warnings than this'),
  'lintSource.option': b(
    '正式文本：並將規則與其文字對照',
    'official text: the rules are also held against its words',
  ),
  fixed: b('已改正 {n} 處，寫入 {files} 檔', 'mended {n} places in {files} files'),
} as const;
