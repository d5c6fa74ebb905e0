/** Why an export is not loaded or a case not decided. Codes are stable; the message is Chinese with English beside it. */
export const EXPORT_ERRORS = {
  'export-file-missing': ['匯出的檔案「{name}」讀不到', 'a file of the export cannot be read: {name}'],
  'export-not-json': ['「{name}」不是完整的 JSON', '{name} is not whole JSON'],
  'export-format': ['這不是準繩的匯出：「{name}」', 'not an export of zhunsheng: {name}'],
  'export-version': [
    '匯出的格式版本是 {found}，本模組讀 {wanted}',
    'the export has format version {found}, this module reads {wanted}',
  ],
  'export-changed': [
    '「{name}」與清單的指紋不符：匯出後被改過或不完整，請重新匯出',
    '{name} differs from its fingerprint in the manifest: edited or cut short after the export; export again',
  ],
  'case-shape': ['案件的「{name}」應為{wanted}', 'in the case, {name} should be {wanted}'],
  'case-unknown-kind': ['沒有「{name}」這種事項', 'there is no kind of matter {name}'],
  'case-unknown-fact': ['「{kind}」沒有「{name}」這項事實', '{kind} has no fact {name}'],
  'case-unknown-name': ['沒有「{name}」這個參數或讀法', 'there is no parameter or reading {name}'],
  'case-value': [
    '「{name}」的值 {found} 不合其類型（{wanted}）',
    'the value {found} of {name} does not fit its type ({wanted})',
  ],
  'case-duplicate-matter': ['兩個事項同名「{name}」', 'two matters are named {name}'],
} as const;
export type ExportErrorCode = keyof typeof EXPORT_ERRORS;

export class ExportError extends Error {
  override readonly name = 'ExportError';
  readonly code: ExportErrorCode;
  constructor(code: ExportErrorCode, params: Readonly<Record<string, string>>) {
    const [zh, en] = EXPORT_ERRORS[code].map((text) =>
      text.replace(/\{(\w+)\}/g, (_, key: string) => params[key] ?? ''),
    );
    super(`[${code}] ${zh} · ${en}`);
    this.code = code;
  }
}
