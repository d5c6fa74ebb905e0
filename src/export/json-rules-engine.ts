import type { WorkCalendar } from '../calendar/calendar.ts';
import { exportData } from '../engine/json-rules-engine/export-data.ts';
import {
  DATA_FILES,
  type Export,
  FORMAT,
  FORMAT_VERSION,
  MANIFEST_FILE,
  MODULE_FILE,
} from '../engine/json-rules-engine/format.ts';
import { manifestHash, sha256 } from '../engine/json-rules-engine/module/index.ts';
import type { Plan } from '../plan/plan.ts';

export interface ExportedFile {
  readonly name: string;
  readonly text: string;
}

/** The rulebook for a program that runs json-rules-engine. `module` is the text of the operator module. */
export function jsonRulesEngineFiles(
  plan: Plan,
  calendar: WorkCalendar,
  module: string,
  generator: string,
): readonly ExportedFile[] {
  const data = exportData(plan, calendar);
  const files: readonly ExportedFile[] = [
    ...DATA_FILES.map((name) => ({ name: `${name}.json`, text: dataText(name, data) })),
    { name: MODULE_FILE, text: module },
  ];
  const hashes = Object.fromEntries(files.map((f) => [f.name, sha256(f.text)]));
  const head = { format: FORMAT, version: FORMAT_VERSION, generator, files: hashes };
  const manifest = { ...head, sha256: manifestHash(head) };
  return [...files, { name: MANIFEST_FILE, text: `${JSON.stringify(manifest, null, 2)}\n` }];
}

/** A rule a line and a node a line, so that two exports can be compared. */
function dataText(name: (typeof DATA_FILES)[number], data: Export): string {
  if (name === 'rules') return `${lines(data.rules)}\n`;
  if (name !== 'computed') return `${JSON.stringify(data[name], null, 1)}\n`;
  const { nodes, ...rest } = data.computed;
  const others = Object.entries(rest).map(([key, value]) => `"${key}":${JSON.stringify(value, null, 1)}`);
  return `{"nodes":${lines(nodes)},\n${others.join(',\n')}}\n`;
}

const lines = (list: readonly object[]): string =>
  `[\n${list.map((one) => JSON.stringify(one)).join(',\n')}\n]`;
