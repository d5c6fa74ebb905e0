import type { Span } from '../text/span.ts';
import type { CODES } from './catalogue.ts';

export type Severity = 'error' | 'warning' | 'info';
export type DiagnosticCode = keyof typeof CODES;

/** A text in the two languages that are written by hand; 简体 is derived when printing. */
export interface Bilingual {
  readonly zh: string;
  readonly en: string;
}

export type DocParams = Readonly<Record<string, string | number>>;

/** One entry of the catalogue. `{name}` in a template is replaced by the parameter of that name. */
export interface CatalogueEntry {
  readonly severity: Severity;
  /** `Z1xxx` text and syntax, `Z2xxx` check, `Z3xxx` source and citations, `Z4xxx` facts, `Z5xxx` evaluation, `Z6xxx` command line, `Z7xxx` lints. */
  readonly id: string;
  readonly message: Bilingual;
  readonly hint?: Bilingual;
}

export interface Related {
  readonly span: Span;
  readonly message: Bilingual;
}

export interface Fix {
  readonly title: Bilingual;
  /** All of them or none. */
  readonly edits: readonly { readonly span: Span; readonly text: string }[];
  /** The rules mean the same after it; who applies it holds it to that. */
  readonly sameMeaning?: true;
  /** Offered to a person who looks at the place, never applied in bulk: it may not be what was meant. */
  readonly guess?: true;
}

export interface Diagnostic {
  readonly code: DiagnosticCode;
  readonly id: string;
  readonly severity: Severity;
  readonly message: Bilingual;
  readonly hint?: Bilingual;
  /** Absent only where no file exists (a missing file, an empty folder). */
  readonly span?: Span;
  readonly related: readonly Related[];
  readonly fix?: Fix;
}

/** Every stage returns this and never throws for a user's mistake. */
export interface Result<T> {
  readonly value: T;
  readonly diagnostics: readonly Diagnostic[];
}
