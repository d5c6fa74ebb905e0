import type { CatalogueEntry } from '../diagnostic.ts';

export const EVALUATE_CODES = {} as const satisfies Record<string, CatalogueEntry>;
