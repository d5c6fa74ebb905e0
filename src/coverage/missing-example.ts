import type { NormDecl } from '../check/model.ts';
import type { Bilingual } from '../diagnostics/diagnostic.ts';
import { nodeText } from '../evaluate/expression-text.ts';
import type { Verdict } from '../evaluate/verdict.ts';
import { VERDICT_WORDS } from '../evaluate/verdict-words.ts';
import type { Plan } from '../plan/plan.ts';
import type { Condition, Decision, DecisionPart, DecisionTree } from './decisions.ts';
import { beside } from './observe.ts';

/** The example that is missing, as one would ask a colleague for it. */

export function normMissing(norm: NormDecl, seen: readonly Verdict[]): Bilingual {
  if (seen.length === 0)
    return {
      zh: `還沒有為規則「${norm.name}」寫出結論的例`,
      en: `no example states a verdict of the norm "${norm.name}"`,
    };
  const zh = seen.map((v) => VERDICT_WORDS[v].zh).join('、');
  const en = seen.map((v) => VERDICT_WORDS[v].en).join(', ');
  return {
    zh: `規則「${norm.name}」的例只有${zh}，還沒有合規、違規或豁免的例`,
    en: `the norm "${norm.name}" has examples of ${en} only: none is compliant, violated or exempt`,
  };
}

const PART: Readonly<Record<DecisionPart, Bilingual>> = {
  when: { zh: '的當', en: '' },
  who: { zh: '所許的人', en: ' (who may)' },
  requirement: { zh: '的要求', en: ' (what is required)' },
  unless: { zh: '的除非', en: ' (unless)' },
  row: { zh: '的一列', en: ' (a row)' },
  value: { zh: '的值', en: ' (a value)' },
  otherwise: { zh: '的值', en: ' (a value)' },
  where: { zh: '的其中', en: ' (where)' },
};

export function conditionText(plan: Plan, condition: Condition): Bilingual {
  return nodeText(plan, condition.node);
}

/** «「急件」為是、其餘「甲類」成立的例還沒有». `seen`: it was so, but something else decided. */
export function conditionMissing(
  plan: Plan,
  { owner, part, tree }: Decision,
  condition: Condition,
  value: boolean,
  seen: boolean,
): Bilingual {
  const wanted = stated(conditionText(plan, condition), condition.isName, value);
  const others = beside(tree, condition).map(({ branch, must }) => branchText(plan, branch, must));
  const record = part === 'where';
  const whose: Bilingual = {
    zh: `${owner.kind === 'norm' ? '規則' : '定義'}「${owner.name}」${PART[part].zh}`,
    en: `${owner.kind} "${owner.name}"${PART[part].en}`,
  };
  const few = (words: readonly string[], more: string): readonly string[] =>
    words.length > SHOWN ? [...words.slice(0, SHOWN), more] : words;
  const zhOthers = few(
    others.map((o) => o.zh),
    `另 ${others.length - SHOWN} 項如其所需`,
  ).join('、');
  const enOthers = few(
    others.map((o) => o.en),
    `and ${others.length - SHOWN} more as they must be`,
  ).join(', ');
  return {
    zh: `${whose.zh}：還沒有${wanted.zh}${others.length > 0 ? `、同時${zhOthers}` : ''}的${record ? '一筆' : '例'}${seen ? '（有這樣的，但別的條件已經決定了結果）' : ''}`,
    en: `${whose.en}: no ${record ? 'entry of the list' : 'example'} where ${wanted.en}${others.length > 0 ? ` while ${enOthers}` : ''}${seen ? ' (it was so, but another condition had settled the outcome)' : ''}`,
  };
}

const SHOWN = 4;

function stated(text: Bilingual, isName: boolean, value: boolean): Bilingual {
  if (isName)
    return { zh: `「${text.zh}」為${value ? '是' : '否'}`, en: `"${text.en}" is ${value ? 'yes' : 'no'}` };
  return {
    zh: `「${text.zh}」${value ? '成立' : '不成立'}`,
    en: `"${text.en}" ${value ? 'holds' : 'does not hold'}`,
  };
}

function branchText(plan: Plan, branch: DecisionTree, must: boolean): Bilingual {
  if (branch.op === 'not') return branchText(plan, branch.arg, !must);
  const isName = branch.op === 'condition' && branch.condition.isName;
  return stated(nodeText(plan, branch.node), isName, must);
}

export function rowMissing(owner: string, row: Bilingual): Bilingual {
  return {
    zh: `「${owner}」${row.zh}：還沒有取這一列的值的例`,
    en: `"${owner}", ${row.en}: no example takes its value`,
  };
}

export function exceptionMissing(owner: string, what: Bilingual, fired: boolean): Bilingual {
  return fired
    ? {
        zh: `「${owner}」的${what.zh}：還沒有因它而豁免（或改用其值）的例`,
        en: `"${owner}", ${what.en}: no example is lifted by it`,
      }
    : {
        zh: `「${owner}」的${what.zh}：還沒有適用而不屬此例外的例`,
        en: `"${owner}", ${what.en}: no example applies without it`,
      };
}

export function readingMissing(reading: string, option: string): Bilingual {
  return {
    zh: `讀法「${reading}」：還沒有採「${option}」而結論賴以成立的例`,
    en: `reading "${reading}": no verdict of an example rests on "${option}"`,
  };
}
