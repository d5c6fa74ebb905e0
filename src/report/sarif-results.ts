import type { Fix } from '../diagnostics/diagnostic.ts';
import type { Citation } from '../text/citation.ts';
import { formatCitation } from '../text/citation-text.ts';
import type { Span } from '../text/span.ts';
import type { About, Finding } from './findings.ts';
import { FINGERPRINT, fingerprints } from './sarif-fingerprints.ts';
import { type ArtifactTable, physicalLocation, region } from './sarif-places.ts';
import { english, type RuleTable } from './sarif-rules.ts';
import { level, messageText, plainMessage, wellFormed } from './sarif-words.ts';
import type { SourceTable } from './source-table.ts';
import type { Voice } from './voice.ts';

interface Context {
  readonly artifacts: ArtifactTable;
  readonly rules: RuleTable;
  readonly sources: SourceTable;
  readonly voice: Voice;
  readonly about: About;
}

/** GitHub shows a hundred places of a result and refuses a thousand. */
const MOST_PLACES = 99;

/** Findings with places → results. */
export function resultTable(findings: readonly Finding[], context: Context): readonly object[] {
  const prints = fingerprints(findings, context.sources);
  return findings.flatMap((d, i) => (d.span ? [result(d, d.span, prints[i] ?? '', context)] : []));
}

function result(d: Finding, span: Span, print: string, context: Context): object {
  const { artifacts, rules, sources, voice } = context;
  const { id, index } = rules.reference(d);
  const places = relatedPlaces(d, context).slice(0, MOST_PLACES);
  return {
    ruleId: id,
    ...(index === undefined ? {} : { ruleIndex: index }),
    level: level(d.severity),
    message: plainMessage(d, voice),
    locations: [{ physicalLocation: physicalLocation(span, artifacts, sources) }],
    ...(places.length === 0 ? {} : { relatedLocations: places.map((place, i) => ({ id: i + 1, ...place })) }),
    partialFingerprints: { [FINGERPRINT]: print },
    ...(d.fix && d.fix.edits.length > 0 ? { fixes: [fix(d.fix, context)] } : {}),
    ...(d.suppressed === undefined
      ? {}
      : { suppressions: [{ kind: 'inSource', justification: messageText(d.suppressed) }] }),
    ...(voice.language === 'en' ? {} : { properties: english(d.message, voice) }),
  };
}

function relatedPlaces(d: Finding, { artifacts, sources, voice, about }: Context): readonly object[] {
  const language = voice.language === 'en' ? 'en' : 'zh';
  return [
    ...d.related.map((r) => ({
      physicalLocation: physicalLocation(r.span, artifacts, sources),
      message: { text: messageText(voice.say(r.message)) },
    })),
    // in the official text where it was given, else where the rules cite it
    ...(d.cites ?? []).map(({ citation, span }) => ({
      physicalLocation: physicalLocation(about.provision?.(citation) ?? span, artifacts, sources),
      logicalLocations: [
        {
          name: formatCitation(citation, language),
          fullyQualifiedName: formatCitation(citation, 'zh'),
          kind: depth(citation),
        },
      ],
      message: { text: formatCitation(citation, language) },
    })),
  ];
}

const depth = ({ paragraph, item, sentence }: Citation): string =>
  sentence !== undefined
    ? 'sentence'
    : item !== undefined
      ? 'item'
      : paragraph !== undefined
        ? 'paragraph'
        : 'article';

const GUESS = { zh: '（可能是這樣，請核對）', en: ' (a guess: look at it)' };

/** All edits of a fix or none, by file. */
function fix({ title, edits, guess }: Fix, { artifacts, sources, voice }: Context): object {
  const files = [...new Set(edits.map((e) => e.span.file))];
  return {
    description: { text: messageText(`${voice.say(title)}${guess ? voice.say(GUESS) : ''}`) },
    artifactChanges: files.map((file) => ({
      artifactLocation: artifacts.location(file),
      replacements: edits
        .filter((e) => e.span.file === file)
        .map((e) => ({
          deletedRegion: region(e.span, sources),
          insertedContent: { text: wellFormed(e.text) },
        })),
    })),
  };
}
