import { createHash } from 'node:crypto';
import type { LockSentence } from './lock-tree.ts';

/**
 * What is hashed: Unicode NFC; full width ASCII, half width 。、 and the quotation marks “” ‘’ 「」 『』 folded
 * to one form; all white space removed. So a copy with other typing habits is the same text, and any other
 * word is not.
 */
export function normaliseSource(text: string): string {
  return text
    .normalize('NFC')
    .replace(/[\uff01-\uff5e]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0))
    .replace(/｡/g, '。')
    .replace(/､/g, '、')
    .replace(/[“”「」]/g, '"')
    .replace(/[‘’『』]/g, "'")
    .replace(/[\s\u200b\ufeff]+/g, '');
}

export function lockSentence(text: string): LockSentence {
  const normal = normaliseSource(text);
  return { length: [...normal].length, sha256: createHash('sha256').update(normal, 'utf8').digest('hex') };
}
