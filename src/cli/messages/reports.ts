import type { Bilingual } from '../../diagnostics/diagnostic.ts';

const b = (zh: string, en: string): Bilingual => ({ zh, en });

export const REPORT_MESSAGES = {
  'outputs.option': b(
    '另寫一份到檔案：格式=路徑，如 sarif=out.sarif（可重複）',
    'write a report into a file as well: format=path, as sarif=out.sarif (repeatable)',
  ),
} as const;
