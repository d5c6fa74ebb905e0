import type { Span } from '../text/span.ts';
import type { About } from './findings.ts';
import { wellFormed } from './sarif-words.ts';
import type { SourceTable } from './source-table.ts';

const BASE = '%SRCROOT%';

export interface ArtifactLocation {
  readonly uri: string;
  readonly uriBaseId?: string;
  readonly index: number;
}

/** The files that a run speaks of, in the order in which it does. */
export interface ArtifactTable {
  location(file: string): ArtifactLocation;
  all(): readonly object[];
  readonly baseIds: object;
}

/** Names relative to the folder of the run, so that the report is about the repository and not about a machine. */
export function artifactTable({ folder, relative }: About): ArtifactTable {
  const known = new Map<string, ArtifactLocation>();
  const locationOf = (file: string): ArtifactLocation => {
    const path = relative(file);
    const before = known.get(path);
    if (before) return before;
    const index = known.size;
    const location = isAbsolute(path)
      ? { uri: fileUri(path), index }
      : { uri: encodePath(path), uriBaseId: BASE, index };
    known.set(path, location);
    return location;
  };
  return {
    location: locationOf,
    all: () => [...known.values()].map(({ index: _, ...location }) => ({ location, encoding: 'UTF-8' })),
    baseIds: { [BASE]: { uri: `${fileUri(folder)}/`.replace(/\/+$/, '/') } },
  };
}

const isAbsolute = (path: string): boolean => /^(?:[/\\]|[A-Za-z]:[/\\])/.test(path);

function fileUri(path: string): string {
  const slashes = path.replaceAll('\\', '/');
  const uri = slashes
    .split('/')
    .map((part, i) => (i === 0 && /^[A-Za-z]:$/.test(part) ? part : encodePart(part)));
  return `file://${slashes.startsWith('/') ? '' : '/'}${uri.join('/')}`;
}

/** A colon in the first part would make it a scheme (RFC 3986, 4.2). */
const encodePath = (path: string): string => path.split('/').map(encodePart).join('/');

const encodePart = (part: string): string =>
  encodeURIComponent(wellFormed(part)).replace(
    /[!'()*]/g,
    (c) => `%${c.charCodeAt(0).toString(16).toUpperCase()}`,
  );

/** 1-based, in UTF-16 units, the end behind the last character. No offsets: whether they count a BOM is not said. */
export function region(span: Span, sources: SourceTable): object {
  const start = sources.position(span);
  const end = sources.end(span);
  return { startLine: start.line, startColumn: start.column, endLine: end.line, endColumn: end.column };
}

export const physicalLocation = (span: Span, artifacts: ArtifactTable, sources: SourceTable): object => ({
  artifactLocation: artifacts.location(span.file),
  region: region(span, sources),
});
