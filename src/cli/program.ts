import { Argument, Command, CommanderError, InvalidArgumentError, Option } from 'commander';
import { CONTESTANT_NAMES, ENGINE_NAMES } from '../engine/engine.ts';
import type { ExplanationLength } from '../report/explanation-lines.ts';
import { displayWidth } from '../text/display-width.ts';
import type { Configuration } from './config/configuration.ts';
import { EXIT } from './exit-code.ts';
import { type MessageKey, say } from './messages.ts';
import { isReportFormat, REPORT_FORMAT_NAMES } from './report-formats.ts';
import type { Session } from './session.ts';
import { VERSION } from './version.ts';

/** Thrown where a command was not begun because its configuration is broken; what is wrong has been told. */
export const CONFIG_BROKEN = 'zhunsheng.config';

/** These mend or make what others read: a broken configuration does not stop them. */
const WITHOUT_CONFIG: ReadonlySet<string> = new Set(['init', 'lock', 'differential']);

/** The commands and their options. Each command's code is read when it runs. */
export function makeProgram(session: Session, configuration: Configuration): Command {
  const text = (key: MessageKey) => say(session.voice, key);
  const prepare = (command: Command): Command =>
    command
      .helpOption('-h, --help', text('help.option'))
      .helpCommand(false)
      .exitOverride()
      .allowExcessArguments(false)
      .configureHelp({
        displayWidth,
        helpWidth: 110,
        optionDescription: (option) => described(option, session),
      })
      .configureOutput({
        writeOut: (out) => session.io.out(titles(out, session)),
        writeErr: () => {},
        outputError: () => {},
      })
      .addOption(new Option('--lang <lang>', text('lang.option')))
      .addOption(new Option('--script <script>', text('script.option')).choices(['hans', 'hant']));
  const withConfig = (command: Command, flag: string, about: MessageKey): Command =>
    command
      .addOption(new Option(flag, text(about)))
      .addOption(new Option('--no-config', text('noConfig.option')));
  const add = (parent: Command, name: string, summary: MessageKey, example: MessageKey): Command => {
    const command = prepare(parent.command(name))
      .description(text(summary))
      .addHelpText('after', `\n${text('title.example')}\n${text(example)}`);
    if (WITHOUT_CONFIG.has(name)) return command;
    return name === 'schema'
      ? withConfig(command, '--config [path]', 'configSchema.option')
      : withConfig(command, '--config <path>', 'config.option');
  };
  const rules = () => new Option('--rules <path...>', text('rules.option'));
  const format = (choices: readonly string[], fallback: string) =>
    new Option('-f, --format <format>', text('format.option')).choices(choices).default(fallback);
  const outputs = () => new Option('-o, --output <report>', text('outputs.option')).argParser(collect);
  const asOf = () => new Option('--as-of <date>', text('asOf.option'));
  const norm = () => new Option('--norm <name>', text('norm.option'));
  const all = () => new Option('--all', text('all.option'));
  const source = (key: MessageKey) => new Option('--source <text>', text(key));

  const fix = () => new Option('--fix', text('fix.option'));
  const dryRun = () => new Option('--dry-run', text('dryRun.option'));

  // the options of the whole are met first, so that this one is read here for `schema` too
  const program = withConfig(prepare(new Command('zhunsheng')), '--config [path]', 'config.option')
    .description(text('program'))
    .version(VERSION, '-V, --version', text('version.option'))
    .hook('preAction', async (_, command) => {
      const { config } = command.optsWithGlobals();
      if (config === '' || (config === true && command.name() !== 'schema'))
        throw new CommanderError(1, 'commander.optionMissingArgument', "'--config <path>'");
      if (WITHOUT_CONFIG.has(command.name()) || config === true) return;
      // `explain` is where one looks up what is wrong with it
      if (configuration.diagnostics.length > 0 && command.name() === 'explain') {
        if (command.opts().codes) return;
        const { isCodeWord } = await import('./explain-code-command.ts');
        if (command.args.length > 0 && command.args.every(isCodeWord)) return;
      }
      session.emit(configuration.diagnostics, EXIT.usage);
      if (session.code() !== EXIT.clean) throw new CommanderError(EXIT.usage, CONFIG_BROKEN, '');
      configuration.apply(command);
    });

  add(program, 'check', 'check.summary', 'check.example')
    .argument('[case...]', text('cases.argument'))
    .addOption(rules())
    .addOption(asOf())
    .addOption(
      new Option('--on-unknown <mode>', text('onUnknown.option'))
        .choices(['fail', 'warn', 'pass'])
        .default('fail'),
    )
    .addOption(format(['pretty', 'json', 'ndjson', ...REPORT_FORMAT_NAMES], 'pretty'))
    .addOption(outputs())
    .addOption(norm())
    .addOption(all())
    .addOption(
      new Option('--engine <engine>', text('engine.option')).choices(ENGINE_NAMES).default('compiled'),
    )
    .addOption(new Option('--exit-zero', text('exitZero.option')))
    .addOption(source('sourceWords.option'))
    .action(async (cases, options) => {
      const { checkCommand } = await import('./check-command.ts');
      await checkCommand(session, cases, options);
    });

  add(program, 'validate', 'validate.summary', 'validate.example')
    .argument('[dir...]', text('validate.argument'))
    .addOption(format(['pretty', 'json', 'ndjson', ...REPORT_FORMAT_NAMES], 'pretty'))
    .addOption(outputs())
    .addOption(source('sourceCompare.option'))
    .addOption(new Option('--require-source', text('requireSource.option')))
    .addOption(new Option('--no-require-source', text('noRequireSource.option')))
    .addOption(new Option('--complete', text('complete.option')))
    .addOption(fix())
    .addOption(dryRun())
    .action(async (folders, options) => {
      const { validateCommand } = await import('./validate-command.ts');
      await validateCommand(session, folders, fixOptions(options));
    });

  add(program, 'lint', 'lint.summary', 'lint.example')
    .argument('[dir...]', text('validate.argument'))
    .addOption(format(['pretty', 'json', 'ndjson', ...REPORT_FORMAT_NAMES], 'pretty'))
    .addOption(outputs())
    .addOption(fix())
    .addOption(dryRun())
    .addOption(new Option('--severity <name=level>', text('severity.option')).argParser(collect))
    .addOption(new Option('--only <names>', text('only.option')).argParser(collect))
    .addOption(new Option('--max-warnings <n>', text('maxWarnings.option')).argParser(wholeNumber))
    .addOption(source('lintSource.option'))
    .action(async (folders, options) => {
      const { lintCommand } = await import('./lint-command.ts');
      await lintCommand(session, folders, fixOptions(options));
    });

  add(program, 'fmt', 'fmt.summary', 'fmt.example')
    .argument('[path...]', text('fmt.argument'))
    .addOption(new Option('--check', text('fmt.check.option')))
    .addOption(new Option('--diff', text('fmt.diff.option')))
    .addOption(new Option('--list', text('fmt.list.option')))
    .addOption(new Option('--stdin', text('fmt.stdin.option')))
    .addOption(new Option('--stdin-filepath <path>', text('fmt.stdinFilepath.option')))
    .addOption(
      new Option('--dialect <dialect>', text('fmt.dialect.option')).choices(['zh-Hant', 'zh-Hans', 'en']),
    )
    .action(async (paths, options) => {
      const { fmtCommand } = await import('./fmt-command.ts');
      fmtCommand(session, paths, options);
    });

  add(program, 'test', 'test.summary', 'test.example')
    .argument('[dir...]', text('test.argument'))
    .addOption(format(['pretty', 'json', ...REPORT_FORMAT_NAMES], 'pretty'))
    .addOption(outputs().conflicts(['watch', 'update']))
    .addOption(new Option('--run <pattern>', text('run.option')))
    .addOption(new Option('--coverage', text('testCoverage.option')))
    .addOption(new Option('--no-coverage', text('noCoverage.option')))
    .addOption(new Option('--propose', text('propose.option')).implies({ coverage: true }))
    .addOption(new Option('--mutate', text('mutate.option')))
    .addOption(new Option('--no-mutate', text('noMutate.option')))
    .addOption(new Option('--threshold <percent>', text('threshold.option')))
    .addOption(new Option('--watch', text('watch.option')).conflicts(['update']))
    .addOption(new Option('--update', text('update.option')).conflicts(['coverage', 'mutate']))
    .addOption(new Option('--fail-on-empty', text('failOnEmpty.option')))
    .addOption(new Option('--no-fail-on-empty', text('noFailOnEmpty.option')))
    .action(async (folders, options) => {
      if (options.update && isReportFormat(options.format))
        throw new CommanderError(1, 'zhunsheng.updateReport', '');
      const { testCommand } = await import('./test-command.ts');
      await testCommand(session, folders, options);
    });

  add(program, 'explain', 'explain.summary', 'explain.example')
    .argument('[case...]', text('explain.argument'))
    .addOption(new Option('--codes', text('codes.option')))
    .addOption(format(['pretty', 'json'], 'pretty'))
    .addOption(rules())
    .addOption(asOf())
    .addOption(norm())
    .addOption(all())
    .addOption(new Option('--short', text('short.option')).conflicts(['mid', 'long']))
    .addOption(new Option('--mid', text('mid.option')).conflicts(['short', 'long']))
    .addOption(new Option('--long', text('long.option')).conflicts(['short', 'mid']))
    .addOption(source('sourceWords.option'))
    .action(async (cases, options, command: Command) => {
      const { explainCodes } = await import('./explain-code-command.ts');
      const given = (name: string): boolean => command.getOptionValueSource(name) === 'cli';
      const forCases = ['rules', 'asOf', 'norm', 'all', 'short', 'mid', 'long', 'source'].some(given);
      if (explainCodes(session, cases, { ...options, forCases })) return;
      const { explainCommand } = await import('./explain-command.ts');
      const length: ExplanationLength = options.short ? 'short' : options.long ? 'long' : 'mid';
      explainCommand(session, cases, { ...options, length });
    });

  add(program, 'why-not', 'whyNot.summary', 'whyNot.example')
    .argument('[case...]', text('cases.argument'))
    .addOption(rules())
    .addOption(asOf())
    .addOption(format(['pretty', 'json'], 'pretty'))
    .addOption(new Option('--keep <fact...>', text('keep.option')))
    .action(async (cases, options) => {
      const { whyNotCommand } = await import('./why-not-command.ts');
      whyNotCommand(session, cases, options);
    });

  add(program, 'ask', 'ask.summary', 'ask.example')
    .argument('[case]', text('ask.argument'))
    .addOption(rules())
    .addOption(new Option('--kind <kind>', text('ask.kind.option')))
    .addOption(asOf())
    .addOption(new Option('--norm <name>', text('ask.norm.option')))
    .addOption(new Option('--all', text('ask.all.option')).conflicts('norm'))
    .addOption(new Option('--json', text('ask.json.option')).conflicts('output'))
    .addOption(new Option('-o, --output <file>', text('ask.output.option')))
    .addOption(new Option('--force', text('ask.force.option')))
    .action(async (path, options) => {
      const { askCommand } = await import('./ask-command.ts');
      await askCommand(session, path, options);
    });

  add(program, 'graph', 'graph.summary', 'graph.example')
    .argument('[dir...]', text('graph.argument'))
    .addOption(format(['json', 'mermaid', 'dot'], 'json'))
    .addOption(new Option('--around <name>', text('around.option')))
    .addOption(new Option('--depth <n>', text('depth.option')).argParser(wholeNumber).default(1))
    .addOption(new Option('--why <name...>', text('why.option')).conflicts('around'))
    .action(async (folders, options) => {
      const { graphCommand } = await import('./graph-command.ts');
      const { why, rest } = whyPair(options.why, folders);
      graphCommand(session, rest, { ...options, why });
    });

  add(program, 'schema', 'schema.summary', 'schema.example')
    .argument('[kind]', text('schema.argument'))
    .addOption(rules())
    .addOption(new Option('--result', text('result.option')))
    .addOption(new Option('--ask', text('ask.schema.option')).conflicts('result'))
    .action(async (kind, options) => {
      if (program.opts().config === true) {
        const { configSchema } = await import('./config/config-shape.ts');
        return session.data(JSON.stringify(configSchema(), null, 2));
      }
      const { schemaCommand } = await import('./schema-command.ts');
      schemaCommand(session, kind, options);
    });

  add(program, 'export', 'export.summary', 'export.example')
    .addArgument(new Argument('<format>', text('exportFormat.argument')).choices(EXPORT_FORMATS))
    .argument('[dir]', text('graph.argument'))
    .addOption(new Option('-o, --output <file>', text('output.option')))
    .addOption(source('exportSource.option'))
    .action(async (kind, folder, options) => {
      if (kind === 'json-rules-engine') {
        const { exportFolderCommand } = await import('./export-folder-command.ts');
        exportFolderCommand(session, folder, outputFolder(options.output));
      } else {
        const { exportCommand } = await import('./export-command.ts');
        exportCommand(session, kind, folder, options);
      }
    });

  add(program, 'init', 'init.summary', 'init.example')
    .argument('<dir>', text('init.argument'))
    .action(async (folder) => {
      const { initCommand } = await import('./init-command.ts');
      initCommand(session, folder);
    });

  const sources = prepare(program.command('source')).description(text('source.summary'));
  add(sources, 'lock', 'lock.summary', 'lock.example')
    .addArgument(new Argument('<text>', text('lock.argument')))
    .addOption(new Option('-o, --output <file>', text('output.option')))
    .action(async (path, options) => {
      const { sourceLockCommand } = await import('./source-command.ts');
      sourceLockCommand(session, path, options.output);
    });
  add(sources, 'verify', 'verify.summary', 'verify.example')
    .addArgument(new Argument('<text>', text('lock.argument')))
    .addOption(rules())
    .action(async (path, options) => {
      const { sourceVerifyCommand } = await import('./source-command.ts');
      sourceVerifyCommand(session, path, options);
    });
  add(sources, 'show', 'show.summary', 'show.example')
    .addArgument(new Argument('<citation>', text('show.argument')))
    .addOption(source('source.option'))
    .addOption(rules())
    .action(async (citation, options) => {
      const { sourceShowCommand } = await import('./source-command.ts');
      sourceShowCommand(session, citation, options);
    });
  add(sources, 'coverage', 'coverage.summary', 'coverage.example')
    .argument('[dir...]', text('validate.argument'))
    .addOption(format(['table', 'json', 'html'], 'table'))
    .addOption(source('source.option'))
    .action(async (folders, options) => {
      const { sourceCoverageCommand } = await import('./source-coverage-command.ts');
      sourceCoverageCommand(session, folders, options);
    });
  add(sources, 'export', 'sourceExport.summary', 'sourceExport.example')
    .addArgument(new Argument('<format>', text('exportFormat.argument')).choices(['akoma-ntoso']))
    .argument('[dir]', text('graph.argument'))
    .addOption(new Option('-o, --output <file>', text('output.option')))
    .addOption(source('exportSource.option'))
    .action(async (_format, folder, options) => {
      const { exportCommand } = await import('./export-command.ts');
      exportCommand(session, 'akoma-ntoso', folder, options);
    });

  const bench = prepare(program.command('bench')).description(text('bench.summary'));
  add(bench, 'differential', 'differential.summary', 'differential.example')
    .addOption(
      new Option('--cases <n>', text('differentialCases.option')).argParser(largeNumber).default(100_000),
    )
    .addOption(new Option('--seed <n>', text('differentialSeed.option')).argParser(largeNumber))
    .addOption(
      new Option('--engine <engine...>', text('differentialEngine.option'))
        .choices(CONTESTANT_NAMES)
        .default(CONTESTANT_NAMES, CONTESTANT_NAMES.join(' ')),
    )
    .addOption(new Option('-o, --output <folder>', text('differentialOutput.option')).default('differential'))
    .action(async (options) => {
      const { differentialCommand } = await import('./differential-command.ts');
      await differentialCommand(session, options);
    });
  return program;
}

/** Choices and defaults in the reader's language. */
function described(option: Option, session: Session): string {
  const text = (key: MessageKey) => say(session.voice, key);
  const notes = [
    ...(option.argChoices ? [`${text('choices')}${option.argChoices.join(' | ')}`] : []),
    ...(option.defaultValue === undefined ? [] : [`${text('default')}${String(option.defaultValue)}`]),
  ];
  return [option.description, ...notes.map((note) => `[${note}]`)].join(' ');
}

const EXPORT_FORMATS = ['markdown', 'html', 'akoma-ntoso', 'json-rules-engine'] as const;

/** Several files do not go to standard output. */
function outputFolder(output: string | undefined): string {
  if (output === undefined) throw new CommanderError(1, 'zhunsheng.outputFolder', '');
  return output;
}

/** `--why A B` takes two names; what follows them is the rulebook. */
function whyPair(
  names: readonly string[] | undefined,
  folders: readonly string[],
): { readonly why?: readonly [string, string]; readonly rest: readonly string[] } {
  if (names === undefined) return { rest: folders };
  const [from, to, ...more] = names;
  if (from === undefined || to === undefined) throw new CommanderError(1, 'zhunsheng.whyPair', '');
  return { why: [from, to], rest: [...folders, ...more] };
}

/** `1e6` or `1000000`, up to what a seed can be. */
function largeNumber(text: string): number {
  const value = /^\d{1,10}(e[0-9])?$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= 1 && value <= 4_294_967_295)) throw new InvalidArgumentError(text);
  return value;
}

/** An option that may be given several times. */
const collect = (text: string, before: readonly string[] | undefined): readonly string[] => [
  ...(before ?? []),
  text,
];

/** Without `--fix` there is nothing to try out. */
function fixOptions<O extends { readonly fix?: boolean; readonly dryRun?: boolean }>(options: O): O {
  if (options.dryRun && !options.fix) throw new CommanderError(1, 'zhunsheng.dryRun', '');
  return options;
}

function wholeNumber(text: string): number {
  if (!/^\d{1,3}$/.test(text)) throw new InvalidArgumentError(text);
  return Number(text);
}

/** The parser writes its headings in English; they are whole lines or the beginning of the usage. */
function titles(help: string, session: Session): string {
  const heading = (english: string, key: MessageKey, input: string) =>
    input.replace(new RegExp(`^${english}`, 'm'), say(session.voice, key));
  return [
    ['Usage:', 'title.usage'],
    ['Arguments:', 'title.arguments'],
    ['Options:', 'title.options'],
    ['Commands:', 'title.commands'],
  ].reduce((text, [english, key]) => heading(english ?? '', key as MessageKey, text), help);
}
