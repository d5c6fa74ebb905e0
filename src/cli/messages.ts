import type { Bilingual } from '../diagnostics/diagnostic.ts';
import type { Voice } from '../report/voice.ts';
import { ASK_MESSAGES } from './messages/ask.ts';
import { CONFIG_MESSAGES } from './messages/config.ts';
import { EXPLAIN_MESSAGES } from './messages/explain.ts';
import { FMT_MESSAGES } from './messages/fmt.ts';
import { LINT_MESSAGES } from './messages/lint.ts';
import { REPORT_MESSAGES } from './messages/reports.ts';
import { TEST_MESSAGES } from './messages/test.ts';

const b = (zh: string, en: string): Bilingual => ({ zh, en });

/** Every sentence of the command line itself, in the two languages written by hand. `{name}` is replaced. */
export const MESSAGES = {
  ...ASK_MESSAGES,
  ...CONFIG_MESSAGES,
  ...REPORT_MESSAGES,
  ...EXPLAIN_MESSAGES,
  ...FMT_MESSAGES,
  program: b(
    '準繩：以條文為準，查核事項是否合規',
    'zhunsheng: lays the facts of a case against the articles of a regulation',
  ),
  'title.usage': b('用法：', 'Usage:'),
  'title.arguments': b('引數：', 'Arguments:'),
  'title.options': b('選項：', 'Options:'),
  'title.commands': b('命令：', 'Commands:'),
  'title.example': b('例：', 'Example:'),
  choices: b('可用：', 'one of: '),
  default: b('預設：', 'default: '),
  'help.option': b('顯示說明', 'show this help'),
  'version.option': b('顯示版本', 'show the version'),
  'lang.option': b(
    '輸出語言：zh、zh-Hans、en（預設依語系）',
    'language of the output: zh, zh-Hans, en (default: from the locale)',
  ),
  'script.option': b(
    '結果以简体或繁體印出，名稱與要旨也在內（預設：照規則庫的寫法）',
    'print results in 简体 or 繁體, names and gists included (default: as the rulebook spells them)',
  ),
  'rules.option': b(
    '規則庫：資料夾、檔案或樣式（預設：最近的 rules/，否則隨附者）',
    'rulebook: folder, files or globs (default: the nearest rules/, else the shipped one)',
  ),
  'asOf.option': b(
    '查核日期 YYYY-MM-DD（預設：案件所載，否則上海之今日）',
    "date of the check, YYYY-MM-DD (default: the case's own, else today in Shanghai)",
  ),
  'format.option': b('輸出格式', 'output format'),
  'norm.option': b('只看這一條規則', 'only this norm'),
  'all.option': b('連不適用的規則也列出', 'list the norms that do not apply as well'),
  'cases.argument': b(
    '案件：檔案、資料夾、樣式，或「-」（標準輸入）',
    'cases: files, folders, globs, or "-" for standard input',
  ),

  'check.summary': b('查核案件，逐條給出結論與依據', 'check cases and give a cited verdict for every norm'),
  'check.example': b(
    '  zhunsheng check 案件.yaml --as-of 2026-10-12\n  zhunsheng check "cases/**/*.yaml" --rules rules/hongshan -f json\n  zhunsheng check cases -f github -o sarif=out/check.sarif -o html=out/check.html\n\n結束碼：0 合規；1 違規或衝突；2 待定；3 規則檔有誤；4 案件檔有誤；64 命令有誤；70 內部錯誤',
    '  zhunsheng check case.yaml --as-of 2026-10-12\n  zhunsheng check "cases/**/*.yaml" --rules rules/hongshan -f json\n  zhunsheng check cases -f github -o sarif=out/check.sarif -o html=out/check.html\n\nExit codes: 0 compliant; 1 violated or conflict; 2 undetermined; 3 error in rules; 4 error in cases; 64 usage; 70 internal',
  ),
  'onUnknown.option': b(
    '待定時：fail 以 2 結束，warn 警告而以 0 結束，pass 以 0 結束',
    'when undetermined: fail exits with 2, warn warns and exits with 0, pass exits with 0',
  ),
  'engine.option': b('判讀的引擎：結論都相同', 'the engine that decides: the verdicts are the same'),
  'exitZero.option': b(
    '結論不影響結束碼（有誤仍然影響）',
    'verdicts do not change the exit code (errors still do)',
  ),

  'validate.summary': b(
    '校驗規則庫：語法、類型、引用、例',
    'validate a rulebook: syntax, types, references, citations, examples',
  ),
  'validate.argument': b('規則庫的資料夾或檔案', 'folders or files of rulebooks'),
  'validate.example': b(
    '  zhunsheng validate rules/hongshan\n  zhunsheng validate rules/hongshan -f github -o sarif=out/validate.sarif -o junit=out/validate.xml\n\n結束碼：0 無誤；1 例與規則不符；3 規則檔有誤',
    '  zhunsheng validate rules/hongshan\n  zhunsheng validate rules/hongshan -f github -o sarif=out/validate.sarif -o junit=out/validate.xml\n\nExit codes: 0 clean; 1 an example contradicts its norm; 3 error in rules',
  ),

  'explain.summary': b(
    '說明每條結論的理由，一條規則的內容，或一則訊息的意思',
    'explain why each norm has its verdict, what a norm says, or what a message means',
  ),
  'explain.example': b(
    '  zhunsheng explain 案件.yaml --norm 紀要初稿期限 --long\n  zhunsheng explain --norm 紀要初稿期限\n  zhunsheng explain Z2002',
    '  zhunsheng explain case.yaml --norm 紀要初稿期限 --long\n  zhunsheng explain --norm 紀要初稿期限\n  zhunsheng explain Z2002',
  ),
  'short.option': b('一條一行', 'one line a norm'),
  'mid.option': b('結論所依的前提（預設）', 'the premises that decided it (default)'),
  'long.option': b('全部前提及其在規則檔的位置', 'every premise and where the rule says so'),

  'sourceExport.summary': b(
    '條文結構（Akoma Ntoso）；給出正式文本才帶文字',
    'the structure of the text (Akoma Ntoso); with its words only where they are given',
  ),
  'sourceExport.example': b(
    '  zhunsheng source export akoma-ntoso rules/hongshan -o work-rules.xml --source work-rules.txt',
    '  zhunsheng source export akoma-ntoso rules/hongshan -o work-rules.xml --source work-rules.txt',
  ),
  ...TEST_MESSAGES,
  'whyNot.summary': b('要合規最少須改哪些事實', 'the smallest change of facts that makes a case compliant'),
  'whyNot.example': b(
    '  zhunsheng why-not 案件.yaml\n  zhunsheng why-not 案件.yaml --keep 會議日期 甲.行為單位\n\n案件檔也可以寫「不可改: [會議日期]」。先求改得少、改得輕：改一處 1，補未載的 0.9，改認定過的 1.5，使柔性規範偏離的\n另加 0.5；同樣輕的，再求日期和數移得近（一日、一元或一個單位約 0.001，至多 0.4；未發生視同查核日期）。至多四處；\n文字、指向和列表不猜。違規的規則須仍然適用，原來合規的不得變成違規或待定。結束碼：0 有解或無須改；1 找不到。',
    '  zhunsheng why-not case.yaml\n  zhunsheng why-not case.yaml --keep 會議日期 甲.行為單位\n\nA case file may say so itself: kept: [會議日期]. Fewest and lightest changes first: a change 1, what is missing supplied 0.9,\nwhat was attested changed 1.5, a soft norm newly departed from 0.5 more; among as light ones, dates and numbers move as\nlittle as they can (a day, a yuan or a unit about 0.001, at most 0.4; not yet counts as the date of the check). At most four;\ntexts, references and lists are not guessed. A violated norm must still apply, and nothing that was in order may become\nviolated or open. Exit codes: 0 found or not needed; 1 not found.',
  ),
  'keep.option': b('不可更動的事實（或「編號.名稱」）', 'facts that are left alone (or "id.name")'),
  'whyNot.none': b('沒有違規或衝突，不須改動', 'nothing is violated or in conflict: nothing to change'),
  'whyNot.found': b('最少改 {n} 處：', 'at least {n} to change:'),
  'whyNot.not-found': b(
    '改動至多四處事實，都不能使它合規',
    'no change of up to four facts makes it compliant',
  ),
  'whyNot.given-up': b('在限定的工夫內沒有找到', 'none was found within the limit of the search'),
  'whyNot.givenUpWith': b(
    '改 {n} 處可使它合規（搜尋未完，也許還有更少的）：',
    '{n} to change (the search was cut short, fewer may do):',
  ),
  'whyNot.absent': b('（未載）', '(not given)'),
  'whyNot.after': b('改後：', 'then: '),
  'bench.summary': b('引擎的比對', 'hold the engines against each other'),
  'differential.summary': b(
    '以隨機的規則庫與案件比對各引擎與參照判讀',
    'compare every engine with the reference on random rulebooks and cases',
  ),
  'differential.example': b(
    '  zhunsheng bench differential --cases 1e6 --seed 20260928\n  zhunsheng bench differential --cases 1e5 --engine generated\n\n不一致時縮到最小，寫成規則檔與案件檔，以 1 結束。',
    '  zhunsheng bench differential --cases 1e6 --seed 20260928\n  zhunsheng bench differential --cases 1e5 --engine generated\n\nA difference is made as small as it gets, written as a rule file and a case, and ends with 1.',
  ),
  'differentialCases.option': b(
    '每個引擎比對多少個「規則與事項」的結論',
    'verdicts of a norm on a matter to compare, for each engine',
  ),
  'differentialSeed.option': b(
    '隨機的種子（預設：依時刻，會印出）',
    'seed of the random choices (default: from the clock, and printed)',
  ),
  'differentialEngine.option': b('只比對這些引擎', 'only these engines'),
  'differentialOutput.option': b('不一致時寫入的資料夾', 'folder for what differs'),
  'differential.run': b(
    '種子 {seed}：{rulebooks} 部規則庫、{cases} 件案件，{engines} 各 {verdicts} 個結論，{seconds} 秒',
    'seed {seed}: {rulebooks} rulebooks, {cases} cases, {verdicts} verdicts by each of {engines}, {seconds} s',
  ),
  'differential.same': b('全部一致', 'no difference'),
  'graph.summary': b('輸出規則圖，或兩點之間的通路', 'print the rule graph, or the path between two nodes'),
  'graph.argument': b('規則庫的資料夾或檔案', 'folder or files of the rulebook'),
  'graph.example': b(
    '  zhunsheng graph rules/hongshan -f mermaid --around 紀要初稿期限 --depth 2\n  zhunsheng graph --why 會議紀要 第四十七條第二款',
    '  zhunsheng graph rules/hongshan -f mermaid --around 紀要初稿期限 --depth 2\n  zhunsheng graph --why 會議紀要 第四十七條第二款',
  ),
  'around.option': b('只看此名的周圍', 'only what surrounds this name'),
  'depth.option': b('周圍的步數', 'how many steps around'),
  'why.option': b('兩個名稱之間的通路', 'the path between two names'),

  'schema.summary': b('輸出案件的 JSON Schema', 'print the JSON Schema of cases'),
  'schema.argument': b('事項（不給則為全部）', 'kind of matter (default: all)'),
  'schema.example': b(
    '  zhunsheng schema 會議紀要 > minutes.schema.json',
    '  zhunsheng schema 會議紀要 > minutes.schema.json',
  ),
  'result.option': b(
    '改為輸出 check -f json 結果的 JSON Schema',
    'the JSON Schema of the results of check -f json instead',
  ),

  'init.summary': b('新建規則庫，可立即校驗與查核', 'make a new rulebook that validates and checks at once'),
  'init.argument': b('新資料夾', 'new folder'),
  'init.example': b(
    '  zhunsheng init 我的規則庫\n  cd 我的規則庫\n  zhunsheng validate\n  zhunsheng check cases',
    '  zhunsheng init my-rulebook\n  cd my-rulebook\n  zhunsheng validate\n  zhunsheng check cases',
  ),
  'init.done': b('已建立 {path}：{n} 個檔案', 'made {path}: {n} files'),
  'init.next': b('接著：', 'next:'),

  'source.summary': b('正式文本', 'the official text'),
  'lock.summary': b(
    '由正式文本產生結構與指紋（不含文字）',
    'write the structure and fingerprints of the official text (without its words)',
  ),
  'lock.argument': b('正式文本的純文字檔', 'plain text of the regulation'),
  'lock.example': b(
    '  zhunsheng source lock 規章.txt -o rules/source.lock.json',
    '  zhunsheng source lock regulation.txt -o rules/source.lock.json',
  ),
  'output.option': b('寫入此檔（預設：標準輸出）', 'write to this file (default: standard output)'),
  lockWritten: b(
    '已寫入 {path}：{articles} 條，{sentences} 句',
    'wrote {path}: {articles} articles, {sentences} sentences',
  ),

  'source.option': b('正式文本的純文字檔', 'plain text of the official text'),
  'sourceWords.option': b(
    '正式文本：結論之下列出所引原文',
    'official text: puts the cited words under each verdict',
  ),
  'sourceCompare.option': b(
    '正式文本：逐句與 source.lock.json 核對，並核對引文',
    'official text: compares every sentence with source.lock.json, and the quotations',
  ),
  'requireSource.option': b('未核對正式文本即為錯誤', 'not comparing the official text is an error'),
  'complete.option': b(
    '條、款、項、句有未被引用者即為錯誤',
    'an article, paragraph, item or sentence that nothing cites is an error',
  ),
  'verify.summary': b(
    '核對正式文本與 source.lock.json，逐句指出不同',
    'compare the official text with source.lock.json, sentence by sentence',
  ),
  'verify.example': b(
    '  zhunsheng source verify 規章.txt --rules rules\n\n結束碼：0 一致；1 有不同；3 規則檔有誤；4 文本有誤',
    '  zhunsheng source verify regulation.txt --rules rules\n\nExit codes: 0 the same; 1 different; 3 error in rules; 4 error in the text',
  ),
  verified: b(
    '文本與鎖定檔一致：{articles} 條，{sentences} 句',
    'the text is that of the lock: {articles} articles, {sentences} sentences',
  ),
  'show.summary': b(
    '顯示一處條文：原文（須給 --source）與依據它的規則',
    'show a provision: its words (with --source) and the norms that cite it',
  ),
  'show.argument': b('條文，如「第四十七條第二款」', 'a provision, such as "art. 47 para. 2"'),
  'show.example': b(
    '  zhunsheng source show 第四十七條第二款 --source 規章.txt',
    '  zhunsheng source show "art. 47 para. 2" --source regulation.txt',
  ),
  showLocked: b('{length} 字，指紋 {sha}', '{length} characters, fingerprint {sha}'),
  showNothing: b('沒有任何規則或宣示依據此處', 'nothing in the rulebook cites it'),
  'coverage.summary': b(
    '逐句列出規則、宣示（及理由）或未及，各章百分比',
    'for every sentence its norms, its declaration with the reason, or nothing; percentages by chapter',
  ),
  'coverage.example': b(
    '  zhunsheng source coverage rules/hongshan\n  zhunsheng source coverage rules/hongshan -f html > coverage.html\n\n結束碼：0 每句皆及；1 有句未及；3 規則檔有誤',
    '  zhunsheng source coverage rules/hongshan\n  zhunsheng source coverage rules/hongshan -f html > coverage.html\n\nExit codes: 0 every sentence is covered; 1 some are untouched; 3 error in rules',
  ),
  stateEncoded: b('規則', 'encoded'),
  stateDeclaratory: b('宣示', 'declaratory'),
  stateUntouched: b('未及', 'untouched'),
  chapterName: b('第{n}章', 'chapter {n}'),
  noChapter: b('（未入章）', '(no chapter)'),
  total: b('合計', 'total'),
  coverageCount: b(
    '{sentences} 句：規則 {encoded} · 宣示 {declaratory} · 未及 {untouched} · {percent}%',
    '{sentences} sentences: encoded {encoded} · declaratory {declaratory} · untouched {untouched} · {percent}%',
  ),
  coverageOverview: b('各章的句', 'Sentences by chapter'),
  coverageSentences: b('每一句與依據它的規則', 'Every sentence and the norms that rest on it'),
  coverageTitle: b('覆蓋：{title}', 'Coverage: {title}'),
  columnPlace: b('條文', 'provision'),
  columnState: b('狀態', 'state'),
  columnCitedBy: b('依據者', 'cited by'),
  columnSentences: b('句數', 'sentences'),
  coverageLine: b(
    '正式文本 {covered}／{sentences} 句已有規則或宣示（{percent}%）',
    '{covered} of {sentences} sentences of the official text are encoded or declared ({percent}%)',
  ),
  wordsCompared: b('已逐句核對', 'words compared'),

  'export.summary': b(
    '輸出手冊（Markdown 或單一網頁）、條文結構（Akoma Ntoso），或供 json-rules-engine 執行的資料夾',
    'print the handbook (Markdown or one web page), the structure of the regulation (Akoma Ntoso), or a folder for json-rules-engine',
  ),
  'exportFormat.argument': b('格式', 'format'),
  'exportSource.option': b(
    '正式文本：其文字亦列出（須與 source.lock.json 一致）',
    'official text: its words are included (they must be those of source.lock.json)',
  ),
  'export.example': b(
    '  zhunsheng export html rules/hongshan -o 手冊.html\n  zhunsheng export akoma-ntoso rules/hongshan --source 規章.txt -o 規章.xml\n  zhunsheng export json-rules-engine rules/hongshan -o 引擎',
    '  zhunsheng export html rules/hongshan -o handbook.html\n  zhunsheng export akoma-ntoso rules/hongshan --source regulation.txt -o regulation.xml\n  zhunsheng export json-rules-engine rules/hongshan -o engine',
  ),
  exported: b('已寫入 {path}', 'wrote {path}'),

  countFiles: b('{n} 檔', '{n} files'),
  countNorms: b('{n} 條規則', '{n} norms'),
  countDefinitions: b('{n} 項定義與表', '{n} definitions and tables'),
  countDeclaratory: b('{n} 項宣示', '{n} declaratory provisions'),
  countExamples: b('{n} 個例', '{n} examples'),
  countExamplesNotRun: b('{n} 個例（未演算：先改正錯誤）', '{n} examples (not run: mend the errors first)'),
  ...LINT_MESSAGES,
  errorsAndWarnings: b('{errors} 項錯誤 · {warnings} 項警告', '{errors} errors · {warnings} warnings'),
} as const satisfies Record<string, Bilingual>;
export type MessageKey = keyof typeof MESSAGES;

export function say(
  voice: Voice,
  key: MessageKey,
  params: Readonly<Record<string, string | number>> = {},
): string {
  return voice
    .say(MESSAGES[key])
    .replace(/\{(\w+)\}/g, (whole, name: string) =>
      Object.hasOwn(params, name) ? String(params[name]) : whole,
    );
}

/** What the parser of the command line complains about, by its code; {word} is what was written. */
export const USAGE: Readonly<Record<string, Bilingual>> = {
  'commander.unknownOption': b('沒有「{word}」這個選項', 'there is no option "{word}"'),
  'commander.unknownCommand': b('沒有「{word}」這個命令', 'there is no command "{word}"'),
  'commander.missingArgument': b('缺引數「{word}」', 'the argument "{word}" is missing'),
  'commander.optionMissingArgument': b('選項「{word}」缺其值', 'the option "{word}" lacks its value'),
  'commander.excessArguments': b('引數過多', 'there are too many arguments'),
  'commander.invalidArgument': b('「{word}」不是可用的值', '"{word}" is not one of the values'),
  'zhunsheng.outputFolder': b(
    '「json-rules-engine」需要「-o 資料夾」',
    '"json-rules-engine" needs "-o FOLDER"',
  ),
  'zhunsheng.dryRun': b('「--dry-run」要與「--fix」並用', '"--dry-run" goes with "--fix"'),
  'zhunsheng.updateReport': b(
    '「--update」改寫期望，不出報告，不能與這種「-f」並用',
    '"--update" rewrites expectations and makes no report; it does not go with such a "-f"',
  ),
  'zhunsheng.whyPair': b('「--why」需要兩個名稱', '"--why" needs two names'),
  'commander.conflictingOption': b(
    '選項「{word}」與另一選項不能並用',
    'the option "{word}" conflicts with another',
  ),
};
export const DID_YOU_MEAN = b('是不是「{word}」？', 'Did you mean "{word}"?');
export const ALLOWED = b('可用的值：{word}。', 'Possible values: {word}.');
export const NO_COMMAND = b('未給命令', 'no command was given');
export const BAD_SCRIPT = b(
  '沒有「{word}」這種字體，可用：hans、hant',
  'There is no script "{word}": use hans or hant',
);
export const BAD_LANGUAGE = b('「{word}」不是可用的語言', '"{word}" is not one of the languages');
