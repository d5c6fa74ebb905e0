import type { CatalogueEntry } from '../diagnostic.ts';

export const CHECK_CODES = {} as const satisfies Record<string, CatalogueEntry>;
