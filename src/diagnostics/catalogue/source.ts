import type { CatalogueEntry } from '../diagnostic.ts';

export const SOURCE_CODES = {} as const satisfies Record<string, CatalogueEntry>;
