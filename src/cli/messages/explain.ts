import type { Bilingual } from '../../diagnostics/diagnostic.ts';

const b = (zh: string, en: string): Bilingual => ({ zh, en });

export const EXPLAIN_MESSAGES = {
  'explain.argument': b(
    '案件（檔案、資料夾、樣式、「-」），或訊息的代碼與名稱（Z2002、unknown-name、norm-without-gist）',
    'cases (files, folders, globs, "-"), or codes and names of messages (Z2002, unknown-name, norm-without-gist)',
  ),
  'codes.option': b('列出所有訊息的代碼', 'list the codes of all messages'),
  'codes.syntax': b('文字與語法（Z1）', 'Text and syntax (Z1)'),
  'codes.check': b('名稱、類型與引用（Z2）', 'Names, types and references (Z2)'),
  'codes.source': b('正式文本與引用條文（Z3）', 'Official text and citations (Z3)'),
  'codes.facts': b('案件檔（Z4）', 'Case files (Z4)'),
  'codes.evaluate': b('判讀、例與期望（Z5）', 'Evaluation, examples and expectations (Z5)'),
  'codes.cli': b('命令、檔案與報告（Z6）', 'Commands, files and reports (Z6)'),
  'codes.lint': b('起草的手藝（Z7）', "The drafter's trade (Z7)"),
  'explain.more': b('詳細說明：zhunsheng explain {codes}', 'More about it: zhunsheng explain {codes}'),
} as const;
