import { CODES } from '../diagnostics/catalogue.ts';
import type { Bilingual, CatalogueEntry, DiagnosticCode } from '../diagnostics/diagnostic.ts';
import type { About, Finding } from './findings.ts';
import { level, messageText } from './sarif-words.ts';
import type { Voice } from './voice.ts';

/** What a number begins with says where it comes from. */
const TAGS: Readonly<Record<string, string>> = {
  Z1: 'syntax',
  Z2: 'check',
  Z3: 'source',
  Z4: 'facts',
  Z5: 'evaluation',
  Z6: 'command-line',
  Z7: 'lint',
};

export interface RuleTable {
  readonly descriptors: readonly object[];
  readonly reference: (of: { readonly code: DiagnosticCode; readonly id: string }) => {
    readonly id: string;
    readonly index?: number;
  };
}

/** The diagnostics that occur, each once, in the order of their numbers. */
export function ruleTable(findings: readonly Finding[], voice: Voice, about: About): RuleTable {
  const used = new Map(findings.map((d) => [d.id, d.code]));
  const ids = [...used.keys()].sort();
  const descriptors = [...used]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([, code]) => descriptor(code, voice, about));
  return {
    descriptors,
    reference: ({ id }) => (used.has(id) ? { id, index: ids.indexOf(id) } : { id }),
  };
}

function descriptor(code: DiagnosticCode, voice: Voice, { help }: About): object {
  const entry: CatalogueEntry = CODES[code];
  const message = blank(voice.say(entry.message));
  const hint = entry.hint ? `\n${blank(voice.say(entry.hint))}` : '';
  const text = `${message}${hint}`;
  const page = help?.(code);
  return {
    id: entry.id,
    name: pascalCase(code),
    shortDescription: { text: message },
    fullDescription: { text },
    help: page === undefined ? { text } : { text: page, markdown: page },
    defaultConfiguration: { level: level(entry.severity) },
    properties: { tags: [TAGS[entry.id.slice(0, 2)] ?? 'other'], code, ...english(entry.message, voice) },
  };
}

/** `unknown-name` → `UnknownName`, as the format likes names. */
const pascalCase = (code: string): string =>
  code.replace(/(?:^|-)([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** What is filled in is not known here. */
const blank = (template: string): string => messageText(template.replace(/\{[A-Za-z]+\}/g, '…'));

export const english = (text: Bilingual, voice: Voice): { readonly en?: string } =>
  voice.language === 'en' ? {} : { en: messageText(text.en) };
