import type { Bilingual } from '../../diagnostics/diagnostic.ts';

const b = (zh: string, en: string): Bilingual => ({ zh, en });

export const CONFIG_MESSAGES = {
  'config.option': b(
    '設定檔（預設：由此向上最近的 zhunsheng.config.json 或 .yaml）',
    'configuration (default: the nearest zhunsheng.config.json or .yaml, upwards from here)',
  ),
  'noConfig.option': b('不讀設定檔', 'read no configuration'),
  'configSchema.option': b('設定檔的 JSON Schema', 'JSON Schema of the configuration'),
} as const;
