import type { Diagnostic, Severity } from '../diagnostics/diagnostic.ts';
import type { Voice } from './voice.ts';

export interface Message {
  readonly text: string;
}

/** `none` is for what is no problem at all. */
export const level = (severity: Severity): 'error' | 'warning' | 'note' =>
  severity === 'info' ? 'note' : severity;

/** Longer ones are no use to anybody, and a file may have thousands. */
const LONGEST = 1000;

/** Half a surrogate pair is no text. */
export const wellFormed = (text: string): string => text.replace(/[\ud800-\udfff]/gu, '\ufffd');

/** As text of a message: `[…](…)` would be a link in it. */
export function messageText(text: string): string {
  const whole = wellFormed(text);
  const clipped =
    whole.length > LONGEST ? `${whole.slice(0, LONGEST).replace(/[\ud800-\udbff]$/, '')}…` : whole;
  return clipped.replace(/\[(?=[^\]]*\]\()/g, '\\[');
}

/** The message; the hint on a line of its own. */
export function plainMessage(d: Diagnostic, voice: Voice): Message {
  const hint = d.hint ? `\n${voice.say(d.hint)}` : '';
  return { text: messageText(`${voice.say(d.message)}${hint}`) };
}
