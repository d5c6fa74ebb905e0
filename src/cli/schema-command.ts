import { nameKey } from '../check/canonical-name.ts';
import { didYouMean, report } from '../diagnostics/report.ts';
import { jsonSchema } from '../facts/schema.ts';
import { resultSchema } from '../report/result-schema.ts';
import { askSchema } from './ask-schema.ts';
import { EXIT } from './exit-code.ts';
import { openRulebook } from './rulebook.ts';
import type { Session } from './session.ts';

export interface SchemaCommandOptions {
  readonly rules?: readonly string[];
  readonly result?: boolean;
  readonly ask?: boolean;
}

/** JSON Schema of a case (of one kind of matter, or of all), of the result, or of the questions. */
export function schemaCommand(
  session: Session,
  kind: string | undefined,
  options: SchemaCommandOptions,
): void {
  if (options.result) return session.data(JSON.stringify(resultSchema(), null, 2));
  if (options.ask) return session.data(JSON.stringify(askSchema(), null, 2));
  const rulebook = openRulebook(session, options.rules, []);
  if (!rulebook) return;
  const { model } = rulebook;
  const wanted = kind === undefined ? undefined : nameKey(kind, model.aliases);
  const key = Object.keys(model.kinds).find((k) => nameKey(k, model.aliases) === wanted);
  if (kind !== undefined && key === undefined) {
    const hint = didYouMean(kind, Object.keys(model.kinds));
    return session.emit([report('unknown-kind-option', undefined, { name: kind }, { hint })], EXIT.usage);
  }
  session.data(JSON.stringify(jsonSchema(model, key), null, 2));
}
