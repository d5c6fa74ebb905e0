import type { CatalogueEntry } from '../diagnostic.ts';

export const SYNTAX_CODES = {} as const satisfies Record<string, CatalogueEntry>;
