import type { Bilingual } from '../../diagnostics/diagnostic.ts';

const b = (zh: string, en: string): Bilingual => ({ zh, en });

/** `test`: examples, scenarios, what they cover, and what they do not notice. */
export const TEST_MESSAGES = {
  'test.summary': b('演算例與案件，對照期望', 'run examples and cases against what they expect'),
  'test.argument': b(
    '規則庫的資料夾（預設：最近的 rules/）',
    'folders of rulebooks (default: the nearest rules/)',
  ),
  'test.example': b(
    `  zhunsheng test rules/hongshan
  zhunsheng test rules/hongshan --run "紀要*" --watch
  zhunsheng test rules/hongshan --coverage --threshold norm=100,condition=80
  zhunsheng test rules/hongshan --mutate --threshold 95

例寫在規則旁；案件是規則庫裡 cases/ 之下帶「期望」的檔案。一個也沒有就是錯誤，不是通過。
結束碼：0 全部通過；1 有測試未過或低於門檻；3 規則檔有誤；4 案件檔有誤；64 命令有誤`,
    `  zhunsheng test rules/hongshan
  zhunsheng test rules/hongshan --run "紀要*" --watch
  zhunsheng test rules/hongshan --coverage --threshold norm=100,condition=80
  zhunsheng test rules/hongshan --mutate --threshold 95

Examples stand beside the norms; cases are files with 期望 under cases/ of the rulebook. None at all is an error, not a pass.
Exit codes: 0 all passed; 1 a test failed or a threshold was missed; 3 error in rules; 4 error in cases; 64 usage`,
  ),
  'run.option': b(
    '只演算名稱、規則或檔案符合的（* 為任意）',
    'only those whose name, norm or file matches (* is anything)',
  ),
  'testCoverage.option': b(
    '例試到了多少：規則、條件（MC/DC）、列、例外、讀法，還缺什麼例',
    'how much the examples try: norms, conditions (MC/DC), rows, exceptions, readings, and which are missing',
  ),
  'propose.option': b(
    '所缺的例逐一擬出，可以貼進規則檔（連帶 --coverage）',
    'draft each example that is missing, ready to be pasted (with --coverage)',
  ),
  'mutate.option': b(
    '變異測試：把規則逐處改錯，看例是否察覺；未察覺的附上建議的例',
    'mutation testing: change the rules place by place, see whether an example notices, propose one where none does',
  ),
  'threshold.option': b(
    '低於此百分比即以 1 結束：一個數，或「norm=100,condition=80,row=100,exception=90,reading=50,mutation=95」',
    'exit with 1 below this per cent: a number, or "norm=100,condition=80,row=100,exception=90,reading=50,mutation=95"',
  ),
  'watch.option': b(
    '規則或案件一改就重跑（Ctrl-C 結束）',
    'run again whenever a rule or a case changes (Ctrl-C ends)',
  ),
  'update.option': b(
    '把不符的期望改記為現在算得的結論，列出每一處供核對',
    'record what the rules now give where an expectation differs, and list every place for review',
  ),
  'failOnEmpty.option': b('沒有測試可跑即為錯誤（預設）', 'no test to run is an error (the default)'),
  'noFailOnEmpty.option': b('沒有測試可跑不算錯誤', 'no test to run is no error'),
  'test.result': b(
    '{examples} 個例、{scenarios} 件案件：{passed} 通過，{failed} 未過',
    '{examples} examples, {scenarios} cases: {passed} passed, {failed} failed',
  ),
  'test.expected': b('期望', 'expected'),
  'test.actual': b('算得', 'found'),
  'test.rule': b('規則 {place}', 'norm at {place}'),
  'test.written': b('期望 {place}', 'expected at {place}'),
  'measure.norm': b('規則', 'norms'),
  'measure.condition': b('條件 MC/DC', 'conditions (MC/DC)'),
  'measure.row': b('列', 'rows'),
  'measure.exception': b('例外', 'exceptions'),
  'measure.reading': b('讀法', 'readings'),
  'measure.mutation': b('變異察覺率', 'mutants killed'),
  'testCoverage.proposal': b(
    '可以補這個例（結果是規則現在的判讀，須先核對法律是否如此）：',
    'this example would do (the result is what the rules say now: check that the law says so):',
  ),
  'testCoverage.noProposal': b('沒有找到這樣的案情', 'no such case was found'),
  'testCoverage.total': b('合計', 'in all'),
  'mutate.survivor': b(
    '{kind}「{name}」{text}{change}，沒有例察覺',
    '{kind} "{name}"{text}{change}: no example notices',
  ),
  'mutate.text': b('之中「{text}」', ', "{text}" '),
  'mutate.proposal': b(
    '建議補這個例（改了之後會算得{mutated}；結果是規則現在的判讀，須先核對法律是否如此）：',
    'this example would (the change makes it {mutated}; the result is what the rules say now: check that the law says so):',
  ),
  'mutate.sameProposal': b('上面的例「{name}」也能察覺', 'the example "{name}" above would notice too'),
  'mutate.noProposal': b(
    '沒有找到能分辨的案情：也許等同原文，仍算未察覺',
    'no case was found that tells them apart: perhaps equivalent, but it counts as a survivor',
  ),
  'mutate.file': b('  {file}  {killed}／{all}（{percent}%）', '  {file}  {killed}/{all} ({percent}%)'),
  'mutate.result': b(
    '變異 {all} 處：{killed} 處有例察覺，{survived} 處沒有，{equivalent} 處等同原文；察覺率 {percent}%',
    '{all} mutants: {killed} killed, {survived} survived, {equivalent} equivalent; {percent}% killed',
  ),
  'mutate.norm': b('規則', 'norm'),
  'mutate.definition': b('定義', 'definition'),
  'mutate.group': b('類', 'group'),
  'watch.again': b('等候改動…（Ctrl-C 結束）', 'waiting for changes… (Ctrl-C ends)'),
  'watch.changed': b('{file} 有改動', '{file} changed'),
  'update.done': b(
    '改記 {n} 處期望，請逐一核對法律是否如此：',
    'recorded {n} expectations anew; check each against the law:',
  ),
  'update.nothing': b('期望都符合，沒有改動', 'every expectation holds: nothing was changed'),
} as const satisfies Record<string, Bilingual>;
