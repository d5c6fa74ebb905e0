import * as z from 'zod';
import type { SourceLock } from './lock-tree.ts';

const positive = z.int().min(1).max(100_000);
const sentence = z.strictObject({ length: positive, sha256: z.string().regex(/^[0-9a-f]{64}$/) });
const item = z.strictObject({ number: positive, sentences: z.array(sentence) });
const paragraph = z.strictObject({ sentences: z.array(sentence), items: z.array(item) });
const article = z.strictObject({
  number: positive,
  branch: z.optional(positive),
  chapter: z.optional(positive),
  paragraphs: z.array(paragraph),
});
const lock = z.strictObject({
  version: z.literal(1),
  title: z.optional(z.string()),
  chapters: z.array(z.strictObject({ number: positive, title: z.string() })),
  articles: z.array(article),
});

/** The lock, or one sentence on the first thing that is wrong in it. */
export function readLockValue(json: unknown): SourceLock | string {
  const read = lock.safeParse(json);
  if (!read.success) {
    const issue = read.error.issues[0];
    return `${issue?.path.join('.') || '.'}: ${issue?.message ?? 'invalid'}`;
  }
  const seen = new Set<string>();
  for (const a of read.data.articles) {
    const label = `${a.number}-${a.branch ?? 0}`;
    if (seen.has(label)) return `articles: ${a.number} twice`;
    seen.add(label);
  }
  // JSON has no `undefined`: the optional fields are either there or absent, as the type asks.
  return read.data as SourceLock;
}
