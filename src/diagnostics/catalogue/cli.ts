import type { CatalogueEntry } from '../diagnostic.ts';

/** Z60xx: what was asked for; Z61xx: files and folders; Z69xx: the program itself. */
export const CLI_CODES = {
  usage: {
    severity: 'error',
    id: 'Z6001',
    message: { zh: '命令有誤：{zh}', en: 'Wrong usage: {en}' },
    hint: { zh: '加上「--help」可看用法與例子。', en: 'Add "--help" to see usage and an example.' },
  },
  'nothing-to-do': {
    severity: 'error',
    id: 'Z6002',
    message: { zh: '沒有可查核的對象：未給任何檔案。', en: 'Nothing to do: no file was given.' },
    hint: {
      zh: '給出檔案、資料夾、樣式，或以「-」讀標準輸入。',
      en: 'Give files, folders, globs, or "-" for standard input.',
    },
  },
  'bad-date-option': {
    severity: 'error',
    id: 'Z6003',
    message: { zh: '「{text}」不是曆上有的日期。', en: '"{text}" is not a date of the calendar.' },
    hint: { zh: '寫成 YYYY-MM-DD，例如 2026-10-12。', en: 'Write YYYY-MM-DD, for example 2026-10-12.' },
  },
  'unknown-norm-option': {
    severity: 'error',
    id: 'Z6004',
    message: { zh: '規則庫中沒有規則「{name}」。', en: 'The rulebook has no norm "{name}".' },
    hint: {
      zh: '名稱要與規則檔裡的一致；「zhunsheng graph」列出全部規則。',
      en: 'Names are those of the rule files; `zhunsheng graph` lists all norms.',
    },
  },
  'unknown-kind-option': {
    severity: 'error',
    id: 'Z6006',
    message: { zh: '規則庫中沒有事項「{name}」。', en: 'The rulebook has no kind of matter "{name}".' },
    hint: {
      zh: '名稱要與規則檔裡的一致；「zhunsheng schema」列出全部事項。',
      en: 'Names are those of the rule files; `zhunsheng schema` lists all kinds of matter.',
    },
  },
  'unknown-fact-option': {
    severity: 'error',
    id: 'Z6007',
    message: { zh: '規則庫中沒有事實「{name}」。', en: 'The rulebook has no fact "{name}".' },
    hint: {
      zh: '寫案件裡事項的事實，或「編號.事實」。',
      en: 'Write a fact of a matter of the case, or `ID.FACT`.',
    },
  },
  'bad-citation-argument': {
    severity: 'error',
    id: 'Z6008',
    message: { zh: '「{text}」不是條文的引用。', en: '"{text}" is not a citation.' },
    hint: {
      zh: '寫成「第四十七條第二款」或「art. 47 para. 2」。',
      en: 'Write 「第四十七條第二款」 or "art. 47 para. 2".',
    },
  },
  'no-test-matches': {
    severity: 'error',
    id: 'Z6010',
    message: { zh: '沒有例或案件符合「{pattern}」。', en: 'No example and no case matches "{pattern}".' },
    hint: {
      zh: '樣式對照例名、規則名、案件名和檔案名；「*」代表任意文字。',
      en: 'The pattern is held against names of examples, norms, cases and files; "*" stands for anything.',
    },
  },
  'no-tests': {
    severity: 'error',
    id: 'Z6011',
    message: {
      zh: '規則庫「{path}」沒有例，也沒有案件可以測試。',
      en: 'The rulebook "{path}" has neither examples nor cases to test.',
    },
    hint: {
      zh: '在規則旁寫「例」，或在 cases/ 放帶「期望」的案件。',
      en: 'Write an 例 beside the norms, or put cases with 期望 into cases/.',
    },
  },
  'bad-threshold': {
    severity: 'error',
    id: 'Z6020',
    message: {
      zh: '門檻「{text}」不是 0 至 100 的百分比。',
      en: 'The threshold "{text}" is not a per cent from 0 to 100.',
    },
    hint: {
      zh: '寫一個數，如「95」，或分項寫，如「norm=100,condition=80」。',
      en: 'Write a number, such as "95", or one for each measure, such as "norm=100,condition=80".',
    },
  },
  'unknown-measure': {
    severity: 'error',
    id: 'Z6021',
    message: { zh: '沒有「{name}」這項指標。', en: 'There is no measure "{name}".' },
    hint: {
      zh: '可用：norm（規則）、condition（條件）、row（列）、exception（例外）、reading（讀法）、mutation（變異）。',
      en: 'Possible: norm, condition, row, exception, reading, mutation.',
    },
  },
  'threshold-not-measured': {
    severity: 'error',
    id: 'Z6022',
    message: {
      zh: '門檻「{name}」要求的指標這次沒有測。',
      en: 'The threshold "{name}" is for a measure that is not taken in this run.',
    },
    hint: {
      zh: '規則、條件、列、例外、讀法要加「--coverage」，變異要加「--mutate」。',
      en: 'Norm, condition, row, exception and reading need "--coverage", mutation needs "--mutate".',
    },
  },
  'threshold-twice': {
    severity: 'error',
    id: 'Z6023',
    message: { zh: '指標「{name}」的門檻寫了兩次。', en: 'The measure "{name}" has two thresholds.' },
    hint: {
      zh: '只留一個。',
      en: 'Keep one of them.',
    },
  },
  'below-threshold': {
    severity: 'error',
    id: 'Z6024',
    message: {
      zh: '「{path}」的「{measure}」為 {percent}%（{covered}／{all}），低於門檻 {threshold}%。',
      en: 'Of "{path}", {measureEn} are covered to {percent}% ({covered}/{all}), below the threshold of {threshold}%.',
    },
    hint: {
      zh: '補上列出的例，或說明理由後調低門檻。',
      en: 'Add the examples that are listed, or lower the threshold with a reason.',
    },
  },
  'update-refused': {
    severity: 'error',
    id: 'Z6025',
    message: {
      zh: '沒有改記任何期望：先改正以上的錯誤。',
      en: 'No expectation was recorded anew: mend the errors above first.',
    },
    hint: {
      zh: '不能完整演算的規則庫，算得的結論不可作為期望。',
      en: 'What a rulebook gives that cannot be run as a whole is nothing to be expected of it.',
    },
  },
  'update-ambiguous': {
    severity: 'error',
    id: 'Z6026',
    message: {
      zh: '「{test}」的這一處期望沒有唯一的結論可改記，保持原樣。',
      en: 'This expectation of "{test}" has no one value that could be recorded; it was left as it is.',
    },
    hint: {
      zh: '把期望寫在事項的編號之下，或把各規則分成各自的例。',
      en: 'Write it under the 編號 of a matter, or give each norm an example of its own.',
    },
  },
  'update-changed': {
    severity: 'error',
    id: 'Z6027',
    message: {
      zh: '「{path}」在演算之後被改動，沒有覆寫。',
      en: '"{path}" was changed after it was read; it was not overwritten.',
    },
    hint: { zh: '再執行一次。', en: 'Run it again.' },
  },
  'update-not-ours': {
    severity: 'error',
    id: 'Z6028',
    message: {
      zh: '「{path}」是唯讀的，或是指向規則庫之外的連結，沒有改寫。',
      en: '"{path}" is read-only, or a link that leads out of the rulebook; it was not changed.',
    },
    hint: {
      zh: '去掉唯讀，或直接給出連結所指的檔案，再執行一次。',
      en: 'Make it writable, or name the file the link points to, and run it again.',
    },
  },
  'watch-for-people': {
    severity: 'error',
    id: 'Z6029',
    message: {
      zh: '「--watch」一再印給人看，不能與「-f {format}」並用。',
      en: '"--watch" prints again and again for people; it does not go with "-f {format}".',
    },
    hint: { zh: '去掉其中一項。', en: 'Leave one of the two out.' },
  },
  'engines-differ': {
    severity: 'error',
    id: 'Z6009',
    message: {
      zh: '引擎「{engine}」與參照判讀不同：「{path}」應為 {expected}，得 {found}。',
      en: 'Engine "{engine}" differs from the reference at "{path}": expected {expected}, found {found}.',
    },
    hint: {
      zh: '最小的規則庫與案件已寫入「{folder}」。',
      en: 'The smallest rulebook and case were written to "{folder}".',
    },
  },
  'ask-needs-terminal': {
    severity: 'error',
    id: 'Z6031',
    message: { zh: '這裡不是終端機，無從問答。', en: 'This is not a terminal: there is nobody to ask.' },
    hint: {
      zh: '加上「--json」，問題即以 JSON 印出。',
      en: 'Add "--json", and the questions are printed as JSON.',
    },
  },
  'ask-needs-case': {
    severity: 'error',
    id: 'Z6032',
    message: {
      zh: '「--json」需要一個案件檔，或「--kind 事項」。',
      en: '"--json" needs a case file, or "--kind KIND".',
    },
    hint: {
      zh: '例如「zhunsheng ask 案件.yaml --json」。',
      en: 'For example "zhunsheng ask case.yaml --json".',
    },
  },
  'ask-kind-with-case': {
    severity: 'error',
    id: 'Z6033',
    message: {
      zh: '「{path}」已寫明事項，不能再給「--kind」。',
      en: '"{path}" says its kind of matter itself: "--kind" is for a new case.',
    },
    hint: {
      zh: '去掉「--kind」；要問另一種事項，另起一個案件。',
      en: 'Leave out "--kind"; for another kind of matter begin another case.',
    },
  },
  'ask-several-cases': {
    severity: 'error',
    id: 'Z6034',
    message: {
      zh: '「{path}」裡有 {n} 件案件，一次只問一件。',
      en: '"{path}" holds {n} cases; one is asked about at a time.',
    },
    hint: { zh: '把要問的一件另存一檔。', en: 'Put the one to ask about into a file of its own.' },
  },
  'ask-case-elsewhere': {
    severity: 'error',
    id: 'Z6035',
    message: {
      zh: '「{path}」的事實是以「*」引用別處的，無法在此補寫。',
      en: 'The facts of "{path}" are a reference ("*") to another place; nothing can be added to them here.',
    },
    hint: { zh: '把所引的內容寫在「事實」之下。', en: 'Write what it refers to out under "facts".' },
  },
  'output-exists': {
    severity: 'error',
    id: 'Z6131',
    message: { zh: '「{path}」已存在，未覆寫。', en: '"{path}" is there already and was not overwritten.' },
    hint: {
      zh: '另取檔名；確要覆寫，加上「--force」。要接著答它，把它當作案件檔給出。',
      en: 'Choose another name, or add "--force" to overwrite it. To go on with it, give it as the case file.',
    },
  },
  'changed-meanwhile': {
    severity: 'error',
    id: 'Z6132',
    message: {
      zh: '問答期間「{path}」被別處改過，未覆寫；回答存在「{saved}」。',
      en: '"{path}" was changed by somebody else in the meantime and was not overwritten; the answers are in "{saved}".',
    },
    hint: { zh: '比較兩個檔案，併成一個。', en: 'Compare the two files and make them one.' },
  },
  'missing-file': {
    severity: 'error',
    id: 'Z6101',
    message: { zh: '找不到檔案「{path}」。', en: 'There is no file "{path}".' },
    hint: { zh: '檢查路徑與目前所在的資料夾。', en: 'Check the path and the folder you are in.' },
  },
  'unreadable-file': {
    severity: 'error',
    id: 'Z6102',
    message: { zh: '無法讀取「{path}」（{reason}）。', en: 'Cannot read "{path}" ({reason}).' },
  },
  'empty-glob': {
    severity: 'error',
    id: 'Z6103',
    message: { zh: '樣式「{pattern}」沒有對上任何檔案。', en: 'The pattern "{pattern}" matches no file.' },
    hint: {
      zh: '檢查樣式與目前所在的資料夾；「**」代表任意層資料夾。',
      en: 'See whether the pattern and the current folder are right; "**" stands for any folders.',
    },
  },
  'folder-without-rules': {
    severity: 'error',
    id: 'Z6104',
    message: {
      zh: '資料夾「{path}」中沒有規則檔（.norm、.norm.md）。',
      en: 'The folder "{path}" holds no rule file (.norm, .norm.md).',
    },
    hint: {
      zh: '以「zhunsheng init 資料夾」可新建一個規則庫。',
      en: '"zhunsheng init FOLDER" makes a new rulebook.',
    },
  },
  'folder-without-cases': {
    severity: 'error',
    id: 'Z6105',
    message: {
      zh: '資料夾「{path}」中沒有案件檔（.yaml、.yml、.json）。',
      en: 'The folder "{path}" holds no case file (.yaml, .yml, .json).',
    },
    hint: {
      zh: '案件是 .yaml、.yml 或 .json 檔；檢查是不是給對了資料夾。',
      en: 'Cases are .yaml, .yml or .json files; see whether it is the right folder.',
    },
  },
  'too-many-files': {
    severity: 'error',
    id: 'Z6107',
    message: {
      zh: '「{path}」之下檔案過多，上限為 {limit} 個。',
      en: 'There are too many files under "{path}"; the limit is {limit}.',
    },
  },
  'several-rulebooks': {
    severity: 'error',
    id: 'Z6109',
    message: {
      zh: '「{path}」之下有不止一個規則庫：{names}。',
      en: 'There is more than one rulebook under "{path}": {names}.',
    },
    hint: {
      zh: '寫明其中一個的資料夾，或以「--rules」指定。',
      en: 'Name the folder of one of them, or choose it with "--rules".',
    },
  },
  'no-rulebook': {
    severity: 'error',
    id: 'Z6110',
    message: { zh: '找不到規則庫。', en: 'There is no rulebook.' },
    hint: { zh: '以「--rules」指定規則庫的資料夾。', en: 'Name its folder with "--rules".' },
  },
  'no-lock': {
    severity: 'warning',
    id: 'Z6111',
    message: {
      zh: '規則庫「{path}」沒有 source.lock.json，引用未與正式文本核對。',
      en: 'The rulebook "{path}" has no source.lock.json: citations were not compared with the official text.',
    },
    hint: {
      zh: '以「zhunsheng source lock 文本 -o source.lock.json」產生。',
      en: 'Make it with "zhunsheng source lock TEXT -o source.lock.json".',
    },
  },
  'lock-required': {
    severity: 'error',
    id: 'Z6117',
    message: {
      zh: '規則庫「{path}」沒有可用的 source.lock.json，無從核對。',
      en: 'The rulebook "{path}" has no usable source.lock.json to compare with.',
    },
    hint: {
      zh: '以「zhunsheng source lock 文本 -o source.lock.json」產生。',
      en: 'Make it with "zhunsheng source lock TEXT -o source.lock.json".',
    },
  },
  'several-locks': {
    severity: 'error',
    id: 'Z6112',
    message: {
      zh: '規則庫「{path}」有不止一個 source.lock.json。',
      en: 'The rulebook "{path}" has more than one source.lock.json.',
    },
    hint: {
      zh: '一個鎖定檔就是一個規則庫：請寫明其中一個的資料夾。',
      en: 'Each lock is a rulebook of its own: name the folder of one of them.',
    },
  },
  'folder-not-empty': {
    severity: 'error',
    id: 'Z6113',
    message: {
      zh: '「{path}」已存在，未覆寫任何檔案。',
      en: '"{path}" is there already; nothing was overwritten.',
    },
    hint: { zh: '另選一個新的資料夾。', en: 'Choose a new folder.' },
  },
  'unwritable-file': {
    severity: 'error',
    id: 'Z6114',
    message: { zh: '無法寫入「{path}」（{reason}）。', en: 'Cannot write "{path}" ({reason}).' },
  },
  'empty-rule-file': {
    severity: 'error',
    id: 'Z6115',
    message: { zh: '規則檔是空的。', en: 'The rule file is empty.' },
    hint: { zh: '寫入規則，或刪去此檔。', en: 'Write a norm into it, or delete the file.' },
  },
  'undetermined-case': {
    severity: 'warning',
    id: 'Z6201',
    message: {
      zh: '案件「{title}」待定，仍以成功結束（--on-unknown warn）。',
      en: 'The case "{title}" is undetermined; the exit code is success all the same (--on-unknown warn).',
    },
  },
  'report-cut': {
    severity: 'warning',
    id: 'Z6202',
    message: {
      zh: '「{format}」至多容 {most} 項，較輕的 {left} 項沒有寫入。',
      en: '"{format}" holds at most {most} findings; the {left} that weigh least were left out.',
    },
    hint: {
      zh: '全部列在「-o json=路徑」。',
      en: 'All of them stand in "-o json=path".',
    },
  },
  'output-over-input': {
    severity: 'error',
    id: 'Z6203',
    message: {
      zh: '「{path}」是這次讀入的檔，沒有用輸出蓋過它。',
      en: '"{path}" was read in this run and has not been overwritten by an output.',
    },
    hint: { zh: '另給一個路徑。', en: 'Give another path.' },
  },
  internal: {
    severity: 'error',
    id: 'Z6901',
    message: { zh: '程式內部錯誤：{reason}', en: 'Internal error: {reason}' },
    hint: {
      zh: '這是本程式的缺陷，請連同命令與檔案一併回報。',
      en: 'This is a defect of the program; please report it with the command and the files.',
    },
  },
  'norm-violated': {
    severity: 'error',
    id: 'Z6050',
    message: {
      zh: '案件「{title}」違反規則「{norm}」{about}。',
      en: 'The case "{title}" violates the norm "{norm}"{aboutEn}.',
    },
  },
  'norm-in-conflict': {
    severity: 'error',
    id: 'Z6051',
    message: {
      zh: '案件「{title}」在規則「{norm}」上遇到互相衝突的規定{about}。',
      en: 'The case "{title}" meets provisions that contradict each other in the norm "{norm}"{aboutEn}.',
    },
  },
  'norm-undetermined': {
    severity: 'warning',
    id: 'Z6052',
    message: {
      zh: '案件「{title}」是否合於規則「{norm}」待定{about}。',
      en: 'Whether the case "{title}" complies with the norm "{norm}" is open{aboutEn}.',
    },
  },
  'norm-departed-from': {
    severity: 'info',
    id: 'Z6053',
    message: {
      zh: '案件「{title}」偏離規則「{norm}」{about}。',
      en: 'The case "{title}" departs from the norm "{norm}"{aboutEn}.',
    },
  },
  'norm-pending': {
    severity: 'info',
    id: 'Z6054',
    message: {
      zh: '案件「{title}」尚待履行規則「{norm}」{about}。',
      en: 'In the case "{title}" the norm "{norm}" is still to be fulfilled{aboutEn}.',
    },
  },
  'opposite-duties': {
    severity: 'warning',
    id: 'Z6055',
    message: {
      zh: '案件「{title}」中，規則「{a}」與「{b}」要求相反。',
      en: 'In the case "{title}" the norms "{a}" and "{b}" require opposite things.',
    },
  },
  untried: {
    severity: 'warning',
    id: 'Z6056',
    message: { zh: '沒有例試過：{sentence}。', en: 'Not tried by any example: {sentenceEn}.' },
  },
  'mutant-survived': {
    severity: 'warning',
    id: 'Z6057',
    message: {
      zh: '把「{name}」改掉一處（{change}），沒有一個例看得出來。',
      en: 'No example notices when "{name}" is changed in one place ({changeEn}).',
    },
    hint: {
      zh: '補一個改前改後結論不同的例；「zhunsheng test --mutate」會提出一個。',
      en: 'Add an example whose verdict differs before and after; "zhunsheng test --mutate" proposes one.',
    },
  },
  'bad-output': {
    severity: 'error',
    id: 'Z6058',
    message: {
      zh: '「-o {text}」不是「格式=路徑」，或沒有這種格式。',
      en: '"-o {text}" is not "format=path", or there is no such format.',
    },
    hint: {
      zh: '例如「-o sarif=out.sarif」；格式可用：{formats}。',
      en: 'For example "-o sarif=out.sarif"; formats: {formats}.',
    },
  },
  'output-twice': {
    severity: 'error',
    id: 'Z6059',
    message: {
      zh: '兩份輸出都要寫到「{path}」。',
      en: 'Two outputs are to be written to "{path}".',
    },
    hint: { zh: '每份各寫一個路徑。', en: 'Give each a path of its own.' },
  },
  'config-twice': {
    severity: 'error',
    id: 'Z6060',
    message: {
      zh: '「{path}」旁邊還有「{other}」，不知用哪一個。',
      en: '"{path}" and "{other}" stand side by side.',
    },
    hint: {
      zh: '只留一個，或以「--config 路徑」指明。',
      en: 'Keep one of them, or name it with "--config PATH".',
    },
  },
  'config-not-settings': {
    severity: 'error',
    id: 'Z6061',
    message: {
      zh: '設定檔要逐項寫成「名稱: 內容」，這裡是{found}。',
      en: 'A configuration is written item by item as "name: contents"; here is {foundEn}.',
    },
    hint: { zh: '例如「rules: rules/hongshan」。', en: 'For example "rules: rules/hongshan".' },
  },
  'config-unknown-key': {
    severity: 'error',
    id: 'Z6062',
    message: { zh: '沒有「{name}」這一項設定。', en: 'There is no setting "{name}".' },
    hint: {
      zh: '「zhunsheng schema --config」列出所有設定。',
      en: '"zhunsheng schema --config" lists all of them.',
    },
  },
  'config-wrong-kind': {
    severity: 'error',
    id: 'Z6063',
    message: {
      zh: '「{name}」要寫{expected}，不能寫「{found}」。',
      en: '"{name}" must be {expectedEn}, not "{found}".',
    },
  },
  'config-no-such-choice': {
    severity: 'error',
    id: 'Z6064',
    message: { zh: '「{name}」不能選「{found}」。', en: '"{name}" cannot be "{found}".' },
  },
  'config-out-of-range': {
    severity: 'error',
    id: 'Z6065',
    message: {
      zh: '「{name}」要在 {range} 之間，不能寫「{found}」。',
      en: '"{name}" must lie in {range}, not "{found}".',
    },
  },
  'config-path-missing': {
    severity: 'error',
    id: 'Z6066',
    message: { zh: '「{name}」所指的「{path}」不存在。', en: '"{name}" names "{path}", which is not there.' },
    hint: {
      zh: '相對路徑從設定檔所在的資料夾算起。',
      en: 'Relative paths begin in the folder of the configuration.',
    },
  },
  'config-path-outside': {
    severity: 'error',
    id: 'Z6067',
    message: {
      zh: '「{name}」要寫到設定檔的資料夾以外：「{path}」。',
      en: '"{name}" would write outside the folder of the configuration: "{path}".',
    },
    hint: {
      zh: '設定檔只能寫入它自己的資料夾；別處請用「-o 格式=路徑」。',
      en: 'A configuration writes only into its own folder; for elsewhere use "-o format=path".',
    },
  },
  'unknown-variable': {
    severity: 'warning',
    id: 'Z6068',
    message: {
      zh: '環境變數「{name}」不是設定，沒有作用。',
      en: 'The environment variable "{name}" is no setting and has no effect.',
    },
  },
  'threshold-left': {
    severity: 'info',
    id: 'Z6069',
    message: {
      zh: '設定了門檻而這次沒有量：{measures}。',
      en: 'There are thresholds for what this run does not measure: {measuresEn}.',
    },
    hint: {
      zh: '以「--coverage」「--mutate」跑全部的例。',
      en: 'Run all tests with "--coverage" and "--mutate".',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
