import type { CatalogueEntry } from '../diagnostic.ts';

/**
 * The lints, one code each, under the name of the lint: Z7001– of drafting, Z7101– of what can be shown to hold or not. Z7901–: what is
 * wrong with the linting itself.
 */
export const LINT_CODES = {
  'norm-without-bearer': {
    severity: 'warning',
    id: 'Z7001',
    message: {
      zh: '規則「{name}」沒有說是誰的責任。',
      en: 'The norm "{name}" does not say whose duty it is.',
    },
    hint: {
      zh: '條文有寫的，用「責任」寫明；條文確實沒有寫的，以「# 準繩-略過 norm-without-bearer：理由」說明。',
      en: 'Name the bearer with `bearer` if the article does; if it names nobody, say so: `# zhunsheng-ignore norm-without-bearer: reason`.',
    },
  },
  'norm-without-gist': {
    severity: 'warning',
    id: 'Z7002',
    message: { zh: '規則「{name}」沒有要旨。', en: 'The norm "{name}" has no gist.' },
    hint: {
      zh: '用「要旨」以一句話寫明它要求什麼：結論旁邊印的就是這句話。',
      en: 'Say in one sentence with `gist` what it asks: that sentence is printed beside the verdict.',
    },
  },
  'norm-without-example': {
    severity: 'warning',
    id: 'Z7003',
    message: { zh: '規則「{name}」沒有例。', en: 'The norm "{name}" has no example.' },
    hint: {
      zh: '至少寫一個合規、一個違規的例；寫反了才有人發現。',
      en: 'Write at least one example that complies and one that does not, so that a slip is noticed.',
    },
  },
  'exception-without-citation': {
    severity: 'warning',
    id: 'Z7004',
    message: {
      zh: '規則「{name}」的除非沒有自己的依據，豁免時無可引用。',
      en: 'The `unless` of the norm "{name}" has no citation of its own; an exemption could cite nothing.',
    },
    hint: {
      zh: '在除非後面寫「依據」，例外與規則在同一句的也要寫。',
      en: 'Add `cite` behind the `unless`, also where the exception stands in the same sentence.',
    },
  },
  'mixed-keyword-dialect': {
    severity: 'warning',
    id: 'Z7005',
    message: {
      zh: '「{found}」的寫法與全檔不一致，應寫作「{better}」。',
      en: '"{found}" is spelt unlike the rest of the file; write "{better}".',
    },
  },
  'gist-number-differs': {
    severity: 'warning',
    id: 'Z7006',
    message: {
      zh: '要旨說「{found}」，規則「{name}」裏卻沒有這個數。',
      en: 'The gist says "{found}", but the norm "{name}" has no such number.',
    },
    hint: {
      zh: '要旨與規則必有一個寫錯：對照條文，改正其一。',
      en: 'One of the two is wrong: hold both against the article and mend it.',
    },
  },
  'number-not-in-text': {
    severity: 'warning',
    id: 'Z7007',
    message: {
      zh: '規則「{name}」所依的條文裏沒有這個期間。',
      en: 'The words that the norm "{name}" cites do not have this period.',
    },
    hint: {
      zh: '數字要出自條文：核對引用，或改用沒有給值的「參數」，不要替條文填數。',
      en: 'A number comes from the article: check the citation, or use a `parameter` without value, and invent none.',
    },
  },
  'soft-words-as-hard': {
    severity: 'warning',
    id: 'Z7008',
    message: {
      zh: '原文說的是「{word}」，規則「{name}」卻寫成剛性。',
      en: 'The words say "{word}", but the norm "{name}" is hard.',
    },
    hint: {
      zh: '寫「效力 柔性」（原則上、一般）或「效力 倡導」（提倡、鼓勵），不照辦便只是偏離。',
      en: 'Write `strength soft` or `strength aspirational`; what is done otherwise is then a deviation.',
    },
  },
  'examples-one-sided': {
    severity: 'warning',
    id: 'Z7009',
    message: { zh: '規則「{name}」沒有一個例的結果是{zh}。', en: 'No example of the norm "{name}" {en}.' },
    hint: {
      zh: '兩面都要試：一個照辦的例，一個沒有照辦的例。',
      en: 'Try it from both sides: one example that keeps it, one that does not.',
    },
  },
  'near-duplicate-norms': {
    severity: 'warning',
    id: 'Z7010',
    message: {
      zh: '規則「{name}」與「{other}」要求相同，至多差在數字。',
      en: 'The norms "{name}" and "{other}" ask the same, but for numbers at most.',
    },
    hint: {
      zh: '同一要求見於兩處條文的，寫一條規則、兩個依據；不是同一要求的，看看哪裏忘了改。',
      en: 'If two articles ask the same, one norm cites both; if not, see what was left unchanged in the copy.',
    },
  },
  'names-alike': {
    severity: 'warning',
    id: 'Z7011',
    message: {
      zh: '「{name}」與「{other}」看來是同一個名稱，卻是兩個。',
      en: '"{name}" and "{other}" look like one name and are two.',
    },
    hint: {
      zh: '是同一件事的，用「別名」合為一個；不是的，改一個更分得開的名稱。',
      en: 'If one thing is meant, make one name of them with `alias`; else choose names that can be told apart.',
    },
  },
  'name-spelt-otherwise': {
    severity: 'warning',
    id: 'Z7012',
    message: {
      zh: '「{found}」在宣告處寫作「{better}」。',
      en: '"{found}" is spelt "{better}" where it is declared.',
    },
  },
  'confusable-character': {
    severity: 'warning',
    id: 'Z7013',
    message: {
      zh: '這裡的字元（{codepoints}）{zh}。',
      en: 'Here is a character ({codepoints}) that {en}.',
    },
    hint: {
      zh: '從網頁或文書複製而來的常有這種字元；「lint --fix」可以改。',
      en: 'Such characters come with text copied from pages and documents; `lint --fix` mends them.',
    },
  },
  'fact-never-read': {
    severity: 'warning',
    id: 'Z7014',
    message: {
      zh: '事實「{name}」填了也不影響任何結論：讀它的定義沒有規則用到。',
      en: 'The fact "{name}" can change no verdict: no norm uses the definitions that read it.',
    },
    hint: {
      zh: '刪去事實與定義，或看看哪條規則該用而沒有用。',
      en: 'Delete the fact and the definitions, or see which norm should have used them.',
    },
  },
  'parameter-never-given': {
    severity: 'warning',
    id: 'Z7015',
    message: {
      zh: '參數「{name}」從來沒有值，例裏也沒有給過。',
      en: 'The parameter "{name}" never has a value, in no example either.',
    },
    hint: {
      zh: '條文沒有給值的不要填；但寫一個例給它一個值，好知道定了之後規則怎麼說。',
      en: 'Give none that the article does not give, but write an example with one, to see what the norms say once it is set.',
    },
  },
  'reading-never-tried': {
    severity: 'warning',
    id: 'Z7016',
    message: {
      zh: '讀法「{reading}」的「{option}」沒有任何例採用。',
      en: 'No example takes the option "{option}" of the reading "{reading}".',
    },
    hint: {
      zh: '寫一個例採用它，好看出兩種讀法差在哪裏。',
      en: 'Write an example that takes it, to show what the readings differ in.',
    },
  },
  'enum-member-never-used': {
    severity: 'info',
    id: 'Z7017',
    message: {
      zh: '「{domain}」的成員「{name}」沒有規則、類或例用到。',
      en: 'No norm, group or example uses the member "{name}" of "{domain}".',
    },
    hint: {
      zh: '看看是多餘，還是哪一條規則、哪一個類漏列了它。',
      en: 'It is left over, or some norm or group forgot it.',
    },
  },
  'alias-never-used': {
    severity: 'warning',
    id: 'Z7018',
    message: { zh: '別名「{name}」從未出現。', en: 'The alias "{name}" stands nowhere.' },
    hint: { zh: '刪去，或核對字形：寫錯一字便對不上。', en: 'Delete it, or check its characters.' },
  },
  'double-negation': {
    severity: 'warning',
    id: 'Z7019',
    message: { zh: '「{found}」是雙重否定，改用{zh}。', en: '"{found}" negates twice; use {en}.' },
  },
  'unfinished-note': {
    severity: 'warning',
    id: 'Z7020',
    message: { zh: '這裡寫著「{found}」，還沒有寫完。', en: 'Here stands "{found}": it is not finished.' },
    hint: {
      zh: '寫完它；要問制定機關的，記成待解釋的問題。',
      en: 'Finish it, or make it a question to the issuer.',
    },
  },
  'gist-repeated': {
    severity: 'warning',
    id: 'Z7021',
    message: {
      zh: '規則「{name}」與「{other}」的要旨相同。',
      en: 'The norms "{name}" and "{other}" have the same gist.',
    },
    hint: {
      zh: '要旨要讓人分得出是哪一條：寫明各自說什麼。',
      en: 'A gist tells norms apart: say what each of them asks.',
    },
  },
  'gist-too-long': {
    severity: 'warning',
    id: 'Z7022',
    message: {
      zh: '規則「{name}」的要旨有 {length} 字，超過 {limit} 字。',
      en: 'The gist of the norm "{name}" has {length} characters, more than {limit}.',
    },
    hint: {
      zh: '只留一句話；說明寫進「註」，兩個要求寫成兩條規則。',
      en: 'Keep one sentence; explanations go into a `note`, a second demand into a norm of its own.',
    },
  },
  'limit-repeated': {
    severity: 'info',
    id: 'Z7023',
    message: {
      zh: '「{fact}」的這個界限在 {times} 處各寫了一次。',
      en: 'This limit of "{fact}" is written in {times} places.',
    },
    hint: {
      zh: '寫成「定義」或「參數」，改的時候只改一處。',
      en: 'Make it a `define` or a `parameter`, so that one place is changed.',
    },
  },
  'bearer-unknown': {
    severity: 'warning',
    id: 'Z7024',
    message: {
      zh: '責任「{name}」別處都沒有，與「{other}」只差一字。',
      en: 'The bearer "{name}" stands nowhere else and differs from "{other}" in one character.',
    },
    hint: {
      zh: '是筆誤就改過來；確是另一個單位，就列入枚舉。',
      en: 'Mend the slip; if it is another office, enter it in an enumeration.',
    },
  },
  'citation-too-wide': {
    severity: 'warning',
    id: 'Z7025',
    message: {
      zh: '規則「{name}」引用{zh}全部 {sentences} 句，所依的只是其中的。',
      en: 'The norm "{name}" cites all {sentences} sentences of {en}, and rests on some of them.',
    },
    hint: {
      zh: '引到句：違規時印出的就是這一句。',
      en: 'Cite the sentence: it is what a violation is printed with.',
    },
  },
  'deadline-beyond-calendar': {
    severity: 'warning',
    id: 'Z7026',
    message: {
      zh: '「{name}」的期限要算到 {year} 年的工作日，該年的放假安排尚未公布。',
      en: 'The deadline of "{name}" runs into working days of {year}, whose holidays are not published.',
    },
    hint: {
      zh: '例改用已公布年份的日期；要試的正是這一點，就寫「缺 工作日曆」。',
      en: 'Use dates of a published year, or say `missing 工作日曆` if that is what the example shows.',
    },
  },
  'judgement-without-attester': {
    severity: 'warning',
    id: 'Z7027',
    message: {
      zh: '「{name}」說到「{word}」，卻沒有寫由誰認定。',
      en: '"{name}" speaks of "{word}" and does not say who attests it.',
    },
    hint: {
      zh: '寫「由 … 認定」；條文沒有寫由誰的，以註解略過並說明。',
      en: 'Add `attested by`; if the article names nobody, let it pass with a comment that says so.',
    },
  },
  'example-repeated': {
    severity: 'warning',
    id: 'Z7028',
    message: {
      zh: '例「{name}」與「{other}」的事實完全相同。',
      en: 'The examples "{name}" and "{other}" have the same facts.',
    },
    hint: {
      zh: '刪去一個，或改成本來要試的情形。',
      en: 'Delete one, or make it what was meant to be tried.',
    },
  },
  'citation-repeated': {
    severity: 'warning',
    id: 'Z7029',
    message: {
      zh: '規則「{name}」把「{found}」引用了兩次。',
      en: 'The norm "{name}" cites "{found}" twice.',
    },
    hint: {
      zh: '刪去一個；若是除非的依據，要與除非寫在同一行。',
      en: 'Delete one; if it belongs to an `unless`, write it on the line of the `unless`.',
    },
  },
  'suppression-without-reason': {
    severity: 'error',
    id: 'Z7901',
    message: {
      zh: '「{found}」沒有寫明略過什麼、為什麼略過。',
      en: '"{found}" does not say what is let pass and why.',
    },
    hint: {
      zh: '寫作「# 準繩-略過 名稱或代碼：理由」。',
      en: 'Write `# zhunsheng-ignore NAME: reason`.',
    },
  },
  'suppression-unknown-lint': {
    severity: 'error',
    id: 'Z7902',
    message: { zh: '沒有名為「{name}」的檢查項目。', en: 'There is no lint named "{name}".' },
  },
  'suppression-unused': {
    severity: 'warning',
    id: 'Z7903',
    message: {
      zh: '這裡沒有「{lint}」可以略過。',
      en: 'There is no "{lint}" here to let pass.',
    },
    hint: { zh: '問題已經不在，請刪去這句註解。', en: 'What it was for is gone: delete the comment.' },
  },
  'fix-refused': {
    severity: 'warning',
    id: 'Z7904',
    message: {
      zh: '{id} 的改法未採用：改後規則無法編譯，或意思有變。',
      en: 'The fix of {id} was not applied: the rules would not compile, or would mean something else.',
    },
  },
  'fix-changed-file': {
    severity: 'error',
    id: 'Z7905',
    message: {
      zh: '「{path}」在讀取之後有人改過，未覆寫。',
      en: '"{path}" has changed since it was read; it was not overwritten.',
    },
    hint: { zh: '請再執行一次。', en: 'Run it again.' },
  },
  'fix-linked-file': {
    severity: 'error',
    id: 'Z7906',
    message: {
      zh: '「{path}」是符號連結，未改寫它所指的檔案。',
      en: '"{path}" is a symbolic link; the file it points to was not rewritten.',
    },
    hint: { zh: '請直接給出那個檔案。', en: 'Name that file itself.' },
  },
  'unknown-lint-option': {
    severity: 'error',
    id: 'Z7907',
    message: { zh: '沒有名為「{name}」的檢查項目。', en: 'There is no lint named "{name}".' },
  },
  'bad-lint-level': {
    severity: 'error',
    id: 'Z7908',
    message: {
      zh: '「{pair}」沒有寫明輕重：「{found}」不是 off、info、warning、error 之一。',
      en: '"{pair}" names no level: "{found}" is none of off, info, warning, error.',
    },
    hint: { zh: '寫作「名稱=warning」。', en: 'Write `name=warning`.' },
  },
  'too-many-warnings': {
    severity: 'error',
    id: 'Z7909',
    message: {
      zh: '警告 {warnings} 項，多於所容許的 {limit} 項。',
      en: '{warnings} warnings, more than the {limit} that are allowed.',
    },
  },
  'fix-needs-reading': {
    severity: 'warning',
    id: 'Z7911',
    message: {
      zh: '{sentences} 句移動了位置，引用未改：有的引用涵蓋整款或所引的句已刪去，要由人來讀。',
      en: '{sentences} sentences have moved; citations were not changed, because some cite whole paragraphs or what is gone and must be read.',
    },
    hint: {
      zh: '逐條覆核「參見」所列的引用，再以「zhunsheng source lock」更新鎖定檔。',
      en: 'Review the citations listed, then renew the lock with "zhunsheng source lock".',
    },
  },
  'lint-other-source': {
    severity: 'warning',
    id: 'Z7910',
    message: {
      zh: '正式文本與規則庫「{path}」的 source.lock.json 不符，未與其文字對照。',
      en: 'The official text is not the one of the source.lock.json of "{path}"; its words were not compared.',
    },
    hint: {
      zh: '「zhunsheng source verify 文本」列出差在哪裏。',
      en: '"zhunsheng source verify TEXT" lists what differs.',
    },
  },
} as const satisfies Record<string, CatalogueEntry>;
