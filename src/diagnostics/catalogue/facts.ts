import type { CatalogueEntry } from '../diagnostic.ts';

export const FACTS_CODES = {} as const satisfies Record<string, CatalogueEntry>;
