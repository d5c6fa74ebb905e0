/** A command that a step gives to the runner of GitHub by a line on standard output. */
export interface WorkflowCommand {
  readonly name: string;
  readonly properties: Readonly<Record<string, string>>;
  readonly message: string;
}

const KNOWN: ReadonlySet<string> = new Set(['error', 'warning', 'notice', 'debug', 'group', 'endgroup']);

/**
 * Reads a line as the runner does (actions/runner, ActionCommand.TryParseV2): blanks before `::` are taken off, properties
 * are split at commas and at their first `=`, those without a value are dropped, and `%25` is undone last.
 */
export function readWorkflowCommand(line: string): WorkflowCommand | undefined {
  const text = line.trimStart();
  const end = text.indexOf('::', 2);
  if (!text.startsWith('::') || end < 0) return undefined;
  const info = text.slice(2, end);
  const space = info.indexOf(' ');
  const name = space < 0 ? info : info.slice(0, space);
  if (!KNOWN.has(name)) return undefined;
  const given = space < 0 ? [] : info.slice(space + 1).split(',');
  const properties = given.flatMap((part) => {
    const at = part.indexOf('=');
    const value = part.slice(at + 1);
    return at <= 0 || value === '' ? [] : [[part.slice(0, at).trim(), undone(value, PROPERTY)] as const];
  });
  return { name, properties: Object.fromEntries(properties), message: undone(text.slice(end + 2), DATA) };
}

type Escapes = readonly (readonly [string, string])[];
const LINE_ENDS: Escapes = [
  ['%0D', '\r'],
  ['%0A', '\n'],
];
const DATA: Escapes = [...LINE_ENDS, ['%25', '%']];
const PROPERTY: Escapes = [...LINE_ENDS, ['%3A', ':'], ['%2C', ','], ['%25', '%']];

const undone = (text: string, escapes: Escapes): string =>
  escapes.reduce((rest, [escaped, plain]) => rest.replaceAll(escaped, plain), text);
