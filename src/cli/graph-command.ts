import { buildGraph } from '../graph/graph.ts';
import type { Lang } from '../graph/labels.ts';
import { graphToDot, graphToJson, graphToMermaid, pathToText } from '../graph/print.ts';
import { neighbourhood, pathBetween } from '../graph/query.ts';
import { EXIT } from './exit-code.ts';
import { openRulebook } from './rulebook.ts';
import type { Session } from './session.ts';

export interface GraphCommandOptions {
  readonly format: 'json' | 'mermaid' | 'dot';
  readonly around?: string;
  readonly depth: number;
  readonly why?: readonly [string, string];
}

/** The rule graph, whole or in part, or the path that joins two of its nodes. */
export function graphCommand(session: Session, args: readonly string[], options: GraphCommandOptions): void {
  const rulebook = openRulebook(session, args.length > 0 ? args : undefined, []);
  if (!rulebook) return;
  const language: Lang = session.voice.language === 'en' ? 'en' : 'zh';
  const whole = buildGraph(rulebook.model);
  if (options.why) {
    const path = pathBetween(whole, options.why[0], options.why[1]);
    session.emit(path.diagnostics, EXIT.usage);
    if (path.value) session.io.out(pathToText(path.value, language, session.sources.place));
    return;
  }
  const part =
    options.around === undefined
      ? { value: whole, diagnostics: [] }
      : neighbourhood(whole, options.around, options.depth);
  session.emit(part.diagnostics, EXIT.usage);
  if (session.code() !== EXIT.clean) return;
  const graph = part.value;
  switch (options.format) {
    case 'json':
      return session.io.out(graphToJson(graph));
    case 'mermaid':
      return session.io.out(graphToMermaid(graph, language));
    case 'dot':
      return session.io.out(graphToDot(graph, language));
  }
}
