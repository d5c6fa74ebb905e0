import type { CatalogueEntry } from '../diagnostic.ts';

/** Z30xx: the official text and its lock; Z31xx: citations; Z32xx: the rule graph. */
export const SOURCE_CODES = {
  'source-no-articles': {
    severity: 'error',
    id: 'Z3001',
    message: { zh: '這份原文中沒有找到任何條文。', en: 'No article was found in this text.' },
    hint: {
      zh: '條文應寫作「四十七、…」或「第四十七條 …」，各占一行。',
      en: 'An article begins a line with 「四十七、」 or 「第四十七條 」.',
    },
  },
  'source-starts-late': {
    severity: 'info',
    id: 'Z3002',
    message: {
      zh: '原文自第 {first} 條起，此前的條文缺失。',
      en: 'The text begins at article {first}; earlier articles are missing.',
    },
  },
  'source-duplicate-article': {
    severity: 'error',
    id: 'Z3003',
    message: { zh: '第 {number} 條在原文中出現兩次。', en: 'Article {number} occurs twice in the text.' },
  },
  'source-article-out-of-order': {
    severity: 'error',
    id: 'Z3004',
    message: {
      zh: '第 {number} 條排在第 {after} 條之後，次序顛倒。',
      en: 'Article {number} comes after article {after}, out of order.',
    },
  },
  'source-article-gap': {
    severity: 'warning',
    id: 'Z3005',
    message: {
      zh: '第 {after} 條之後緊接第 {number} 條，中間的條文缺失。',
      en: 'Article {after} is followed by article {number}; the articles between are missing.',
    },
  },
  'source-empty-article': {
    severity: 'warning',
    id: 'Z3006',
    message: { zh: '第 {number} 條沒有文字。', en: 'Article {number} has no words.' },
  },
  'source-item-order': {
    severity: 'error',
    id: 'Z3007',
    message: {
      zh: '第 {article} 條此處應為第 {expected} 項，卻寫作第 {number} 項。',
      en: 'Item {expected} of article {article} is expected here, but item {number} is written.',
    },
  },
  'source-text-outside-articles': {
    severity: 'warning',
    id: 'Z3008',
    message: {
      zh: '這一行不屬於任何條文，無從引用。',
      en: 'This line belongs to no article and cannot be cited.',
    },
  },
  'source-section-skipped': {
    severity: 'info',
    id: 'Z3009',
    message: {
      zh: '「{heading}」是編或節的標題，不影響條文的引用，已略過。',
      en: '"{heading}" heads a part or section; it does not affect citations and was skipped.',
    },
  },
  'source-lock-invalid': {
    severity: 'error',
    id: 'Z3010',
    message: { zh: '原文鎖定檔的內容不對（{problem}）。', en: 'The source lock is not valid ({problem}).' },
    hint: { zh: '請以 zhunsheng source lock 重新產生。', en: 'Make it again with zhunsheng source lock.' },
  },
  'source-other-script': {
    severity: 'error',
    id: 'Z3018',
    message: {
      zh: '這份原文各句的位置與字數都與鎖定時相同，而有 {sentences} 句文字不同，多半是另一種字體（繁體、简体）的文本。',
      en: 'Every sentence stands where it did and is as long as it was, but {sentences} have other words: most likely the text is in the other script (Traditional or Simplified).',
    },
    hint: {
      zh: '請給與鎖定時同一字體的文本；若正式文本已改用另一種字體，請以 zhunsheng source lock 重新產生鎖定檔。',
      en: 'Give the text in the script it was locked in; if the official text has changed its script, make the lock again with zhunsheng source lock.',
    },
  },
  'source-sentence-changed': {
    severity: 'error',
    id: 'Z3011',
    message: { zh: '{zh}的文字與鎖定時不同。', en: 'The words of {en} differ from the lock.' },
    hint: {
      zh: '請覆核引用此處的規則，再以 zhunsheng source lock 更新鎖定檔。',
      en: 'Review the norms that cite it, then update the lock with zhunsheng source lock.',
    },
  },
  'source-sentence-added': {
    severity: 'error',
    id: 'Z3012',
    message: { zh: '{zh}是鎖定之後新增的。', en: '{en} was added after the lock was made.' },
    hint: {
      zh: '請為它撰寫規則或宣示，再以 zhunsheng source lock 更新鎖定檔。',
      en: 'Encode it or declare it declaratory, then update the lock with zhunsheng source lock.',
    },
  },
  'source-sentence-removed': {
    severity: 'error',
    id: 'Z3013',
    message: { zh: '鎖定時的{zh}已不在這份原文中。', en: '{en} of the lock is no longer in this text.' },
    hint: {
      zh: '請覆核引用此處的規則，再以 zhunsheng source lock 更新鎖定檔。',
      en: 'Review the norms that cite it, then update the lock with zhunsheng source lock.',
    },
  },
  'source-sentence-moved': {
    severity: 'error',
    id: 'Z3014',
    message: { zh: '鎖定時的{zh}移到了{to}。', en: '{en} of the lock has moved to {toEn}.' },
    hint: {
      zh: '請覆核引用此處的規則，改正引用，再以 zhunsheng source lock 更新鎖定檔。',
      en: 'Review the norms that cite it, mend their citations, then update the lock with zhunsheng source lock.',
    },
  },
  'source-not-compared': {
    severity: 'info',
    id: 'Z3015',
    message: {
      zh: '未給正式文本，規則庫「{path}」所依的文字未經核對。',
      en: 'No official text was given: the words behind the rulebook "{path}" were not compared.',
    },
    hint: { zh: '以「--source 文本」核對。', en: 'Compare them with "--source TEXT".' },
  },
  'source-required': {
    severity: 'error',
    id: 'Z3016',
    message: {
      zh: '要求核對正式文本（--require-source），卻沒有可用的正式文本。',
      en: 'The words must be compared (--require-source), but there is no usable official text.',
    },
    hint: { zh: '以「--source 文本」給出正式文本。', en: 'Give the official text with "--source TEXT".' },
  },
  'source-untouched': {
    severity: 'error',
    id: 'Z3017',
    message: { zh: '沒有任何規則或宣示依據{zh}。', en: 'Nothing in the rulebook cites {en}.' },
    hint: {
      zh: '為它撰寫規則，或以「宣示」載明何以無從查核。',
      en: 'Encode it, or declare it declaratory with the reason.',
    },
  },
  'citation-unknown-article': {
    severity: 'error',
    id: 'Z3101',
    message: { zh: '原文中沒有「{zh}」所引的條文。', en: 'The text has no such article: "{en}".' },
  },
  'citation-unknown-part': {
    severity: 'error',
    id: 'Z3102',
    message: { zh: '原文中沒有「{zh}」所引的{level}。', en: 'The text has no such {levelEn}: "{en}".' },
  },
  'citation-ambiguous-part': {
    severity: 'error',
    id: 'Z3103',
    message: {
      zh: '「{zh}」未寫款次，而該條有幾款都可能是所指。',
      en: '"{en}" names no paragraph, and several could be meant.',
    },
  },
  'quotation-not-found': {
    severity: 'error',
    id: 'Z3104',
    message: {
      zh: '「{name}」的引文不在其依據的條文中。',
      en: 'The quotation of "{name}" is not in the provisions it cites.',
    },
  },
  'quotation-not-unique': {
    severity: 'error',
    id: 'Z3105',
    message: {
      zh: '「{name}」的引文在其依據的條文中出現 {times} 次。',
      en: 'The quotation of "{name}" occurs {times} times in the provisions it cites.',
    },
    hint: { zh: '請引得更長一些，使之只出現一次。', en: 'Quote more words, so that it occurs once.' },
  },
  'quotation-without-citation': {
    severity: 'error',
    id: 'Z3106',
    message: {
      zh: '「{name}」有引文而沒有依據，無從核對。',
      en: '"{name}" has a quotation but no citation to compare it with.',
    },
    hint: { zh: '請補上「依據」。', en: 'Add the citation with "cite".' },
  },
  'question-unknown-key': {
    severity: 'error',
    id: 'Z3040',
    message: { zh: '疑義中沒有「{key}」這一項。', en: 'An open question has no entry "{key}".' },
    hint: {
      zh: '可寫：依據、問題、現行處理。',
      en: 'Write 依據 (cite), 問題 (question) and 現行處理 (meanwhile).',
    },
  },
  'question-incomplete': {
    severity: 'error',
    id: 'Z3041',
    message: {
      zh: '一條疑義要寫明依據、問題和現行處理。',
      en: 'An open question needs its citation, the question and what is done meanwhile.',
    },
  },
  'question-bad-citation': {
    severity: 'error',
    id: 'Z3042',
    message: { zh: '「{text}」不是條文的引用。', en: '"{text}" is not a citation.' },
    hint: { zh: '寫成「第四十七條第二款」。', en: 'Write 「第四十七條第二款」.' },
  },
  'graph-unknown-name': {
    severity: 'error',
    id: 'Z3201',
    message: { zh: '規則圖中沒有「{name}」。', en: 'The rule graph has nothing named "{name}".' },
  },
  'graph-ambiguous-name': {
    severity: 'error',
    id: 'Z3202',
    message: {
      zh: '規則圖中有好幾樣都叫「{name}」。',
      en: 'Several things in the rule graph are named "{name}".',
    },
  },
  'graph-no-path': {
    severity: 'info',
    id: 'Z3203',
    message: { zh: '「{from}」與「{to}」之間沒有任何聯繫。', en: 'Nothing connects "{from}" and "{to}".' },
  },
} as const satisfies Record<string, CatalogueEntry>;
