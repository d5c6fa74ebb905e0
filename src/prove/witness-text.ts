import type { Bilingual } from '../diagnostics/diagnostic.ts';
import { constantText } from '../evaluate/expression-text.ts';
import type { Given, Witness } from './witness.ts';

/** A case in a lawyer's words: 會議種類 為 專題會議、件數 為 6 項. */
export function witnessText({ kind, given }: Witness): Bilingual {
  if (given.length === 0) return { zh: `任何「${kind}」`, en: `any "${kind}"` };
  const texts = given.map(givenText);
  return { zh: texts.map((t) => t.zh).join('、'), en: texts.map((t) => t.en).join(', ') };
}

function givenText({ name, value }: Given): Bilingual {
  const { zh, en } = constantText(value);
  if (value.t === 'event' && value.v === 'not-yet') return { zh: `${name} 未發生`, en: `${name} not yet` };
  if (value.t === 'text') return { zh: `${name} 為「${zh}」`, en: `${name} is "${en}"` };
  return { zh: `${name} 為 ${zh}`, en: `${name} is ${en}` };
}
