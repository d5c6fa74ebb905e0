import type { Bilingual } from '../../diagnostics/diagnostic.ts';

const b = (zh: string, en: string): Bilingual => ({ zh, en });

export const CONFIG_MESSAGES = {
  'config.option': b(
    '設定檔（預設：由此向上最近的 zhunsheng.config.json 或 .yaml）',
    'configuration (default: the nearest zhunsheng.config.json or .yaml, upwards from here)',
  ),
  'noConfig.option': b('不讀設定檔', 'read no configuration'),
  'configSchema.option': b(
    '不給路徑：印出設定檔的 JSON Schema',
    'without a path: print the JSON Schema of the configuration',
  ),
  'noRequireSource.option': b(
    '不要求與正式文本核對，設定檔要求也不',
    'do not require it, even if the configuration does',
  ),
  'noCoverage.option': b('不量涵蓋，設定檔要求也不', 'do not measure it, even if the configuration says so'),
  'noMutate.option': b('不改動規則，設定檔要求也不', 'do not change them, even if the configuration says so'),
} as const;
