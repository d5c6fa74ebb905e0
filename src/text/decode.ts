import type { Result } from '../diagnostics/diagnostic.ts';
import { report } from '../diagnostics/report.ts';
import type { SourceFile } from './span.ts';

/** Files beyond this are refused unread (4 MiB; the longest regulation is a hundredth of it). */
export const MAX_FILE_BYTES = 4 * 1024 * 1024;

const BOM = [0xef, 0xbb, 0xbf] as const;

/** The byte order mark that bytes begin with, as text; empty where there is none. */
export const byteOrderMark = (bytes: Uint8Array): '' | '\uFEFF' =>
  BOM.every((b, i) => bytes[i] === b) ? '\uFEFF' : '';

/**
 * Bytes of a file → text. UTF-8 only; a BOM is removed. On an error the text is empty, so that nothing is
 * checked against half a file.
 */
export function decodeText(bytes: Uint8Array, name: string): Result<SourceFile> {
  const whole = { file: name, start: 0, end: 0 };
  const empty: SourceFile = { name, text: '' };
  if (bytes.length > MAX_FILE_BYTES) {
    return { value: empty, diagnostics: [report('file-too-large', whole, { name, limit: MAX_FILE_BYTES })] };
  }
  if (bytes.includes(0)) {
    return { value: empty, diagnostics: [report('binary-file', whole, { name })] };
  }
  const body = bytes.subarray(byteOrderMark(bytes) === '' ? 0 : BOM.length);
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(body);
    return { value: { name, text }, diagnostics: [] };
  } catch {
    const offset = bytes.length - body.length + firstBadByte(body) + 1;
    return { value: empty, diagnostics: [report('invalid-utf8', whole, { name, offset })] };
  }
}

/** Offset of the first byte that belongs to no character: the longest prefix that decodes, by halving. */
function firstBadByte(bytes: Uint8Array): number {
  const decodes = (length: number) => {
    try {
      new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(0, length), {
        stream: true,
      });
      return true;
    } catch {
      return false;
    }
  };
  let good = 0;
  let bad = bytes.length + 1;
  while (bad - good > 1) {
    const middle = Math.floor((good + bad) / 2);
    if (decodes(middle)) good = middle;
    else bad = middle;
  }
  return good;
}
