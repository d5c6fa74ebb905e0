import type { Cite, Model } from '../check/model.ts';
import type { Bilingual } from '../diagnostics/diagnostic.ts';

export type CitingKind =
  | 'book'
  | 'matter'
  | 'record'
  | 'norm'
  | 'definition'
  | 'table'
  | 'row'
  | 'parameter'
  | 'reading'
  | 'declaratory';

/** What each is called when a reader is told about it. */
export const CITING_WORD: Readonly<Record<CitingKind, Bilingual>> = {
  book: { zh: '規章', en: 'rulebook' },
  matter: { zh: '事項', en: 'matter' },
  record: { zh: '記錄', en: 'record' },
  norm: { zh: '規則', en: 'norm' },
  definition: { zh: '定義', en: 'definition' },
  table: { zh: '表', en: 'table' },
  row: { zh: '表列', en: 'row' },
  parameter: { zh: '參數', en: 'parameter' },
  reading: { zh: '讀法', en: 'reading' },
  declaratory: { zh: '宣示', en: 'declaratory' },
};

/** One citation and the declaration that makes it. A row's `name` is its id (`公文簽發人#3`). */
export interface CitedPlace {
  readonly kind: CitingKind;
  readonly name: string;
  readonly cite: Cite;
}

/** Every citation of the model, in the order of kinds, names and places: the one list all checks work on. */
export function citedPlaces(model: Model): CitedPlace[] {
  const places: CitedPlace[] = [];
  const add = (kind: CitingKind, name: string, cites: readonly Cite[]): void => {
    for (const cite of cites) places.push({ kind, name, cite });
  };
  if (model.book) add('book', model.book.name, model.book.cites);
  for (const kind of sorted(model.kinds)) add('matter', kind.name, kind.cites);
  for (const record of sorted(model.records)) add('record', record.name, record.cites);
  for (const norm of sorted(model.norms)) {
    add('norm', norm.name, norm.cites);
    for (const unless of norm.unless) add('norm', norm.name, unless.cites);
  }
  for (const definition of sorted(model.definitions)) {
    add(definition.form, definition.name, definition.cites);
    for (const row of definition.rows) add('row', row.id, row.cites);
    add(definition.form, definition.name, definition.otherwiseCites);
  }
  for (const parameter of sorted(model.parameters)) add('parameter', parameter.name, parameter.cites);
  for (const reading of sorted(model.readings)) add('reading', reading.name, reading.cites);
  for (const declaratory of sorted(model.declaratory))
    add('declaratory', declaratory.name, declaratory.cites);
  return places;
}

function sorted<T extends { readonly name: string }>(record: Readonly<Record<string, T>>): T[] {
  return Object.values(record).sort((a, b) => (a.name < b.name ? -1 : a.name > b.name ? 1 : 0));
}
