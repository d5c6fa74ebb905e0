import type { CatalogueEntry } from '../diagnostic.ts';

export const CLI_CODES = {} as const satisfies Record<string, CatalogueEntry>;
