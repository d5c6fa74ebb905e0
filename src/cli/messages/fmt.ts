import type { Bilingual } from '../../diagnostics/diagnostic.ts';

const b = (zh: string, en: string): Bilingual => ({ zh, en });

export const FMT_MESSAGES = {
  'fmt.summary': b(
    '把規則檔改寫成標準格式：縮排、對齊、標點、長句換行；意思與註解都不變',
    'rewrite rule files in the standard form: indentation, columns, punctuation, long lines; never their meaning or comments',
  ),
  'fmt.example': b(
    '  zhunsheng fmt rules/hongshan\n  zhunsheng fmt --check rules\n  zhunsheng fmt --diff 第八章.norm\n  zhunsheng fmt --stdin --stdin-filepath rules/a.norm < rules/a.norm\n  zhunsheng fmt --dialect zh-Hans rules\n\n改寫之後重新讀一遍，與原來的規則不同就不寫。--check、--diff、--list 都不寫檔案。\n結束碼：0 已是標準格式，或已改寫；1 --check 發現未照格式；3 規則檔有誤；64 命令有誤或無法寫入',
    '  zhunsheng fmt rules/hongshan\n  zhunsheng fmt --check rules\n  zhunsheng fmt --diff chapter-8.norm\n  zhunsheng fmt --stdin --stdin-filepath rules/a.norm < rules/a.norm\n  zhunsheng fmt --dialect zh-Hans rules\n\nWhat is to be written is read again, and not written if it were other rules. --check, --diff and --list write nothing.\nExit codes: 0 in the standard form, or rewritten; 1 --check found a difference; 3 error in rules; 64 usage, or not writable',
  ),
  'fmt.argument': b(
    '規則檔：檔案、資料夾、樣式，或「-」（標準輸入）；預設為最近的規則庫',
    'rule files: files, folders, globs, or "-" for standard input; default: the nearest rulebook',
  ),
  'fmt.check.option': b(
    '只檢查：有檔案未照格式時以 1 結束',
    'check only: end with 1 if a file is not in the form',
  ),
  'fmt.diff.option': b('印出要改的地方，不寫檔案', 'print what would change, write nothing'),
  'fmt.list.option': b(
    '列出要改的檔案，不寫檔案',
    'print the names of files that would change, write nothing',
  ),
  'fmt.stdin.option': b('由標準輸入讀取，結果印在標準輸出', 'read standard input, print the result'),
  'fmt.stdinFilepath.option': b(
    '標準輸入的內容屬於這個檔案：訊息用它的名稱，「.norm.md」照文件處理',
    'the file that standard input stands for: its name is used in messages, and `.norm.md` is a document',
  ),
  'fmt.dialect.option': b(
    '關鍵詞全部改成這一種寫法（預設：每個照它原來的寫法）；名稱與引文不改',
    'write every keyword in this dialect (default: each stays in its own); names and quotations stay',
  ),
  'fmt.done': b('{files} 檔 · 改寫 {changed} 檔', '{files} files · {changed} rewritten'),
  'fmt.checked': b('{files} 檔 · {changed} 檔未照格式', '{files} files · {changed} not in the form'),
  'fmt.broken': b('，{broken} 檔有誤未改', ', {broken} with errors left alone'),
} as const;
