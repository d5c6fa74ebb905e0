import { Converter as fromMainland } from 'opencc-js/cn2t';
import { Converter as toMainland } from 'opencc-js/t2cn';
import { once } from '../text/once.ts';
import type { ScriptChoice } from './language.ts';

const characters = once(() => toMainland({ from: 't', to: 'cn' }));
const traditional = once(() => fromMainland({ from: 'cn', to: 't' }));

/**
 * Our own words for things of the computer, as they are said on the mainland. OpenCC's whole list of Taiwan's terms is not
 * used: it would make 文档 of the law's 文件 and 进程 of its 程序.
 */
const TERMS: ReadonlyMap<string, string> = new Map([
  ['檔案', '文件'],
  ['資料夾', '文件夹'],
  ['程式', '程序'],
  ['預設', '默认'],
  ['引數', '参数'],
  ['選項', '选项'],
  ['位元組', '字节'],
  ['字元', '字符'],
  ['資訊', '信息'],
  ['計畫', '计划'],
  ['許可權', '权限'],
  ['軟體', '软件'],
  ['網路', '网络'],
  ['品質', '质量'],
]);
const TERM = new RegExp([...TERMS.keys()].join('|'), 'g');

/** 简体 as the mainland writes it. */
export const simplified = (text: string): string =>
  characters()(text.replace(TERM, (term) => TERMS.get(term) ?? term));

/** What is printed for people in another script. A place in a file stays as it is: the file has its name. */
export function conversion(script: ScriptChoice): (text: string) => string {
  if (script === 'as-written') return (text) => text;
  const convert = script === 'hans' ? simplified : traditional();
  return (text) =>
    text
      .split(PLACE)
      .map((part, i) => (i % 2 === 1 ? part : convert(part)))
      .join('');
}
const PLACE = /(\S+\.(?:norm|md|ya?ml|json|txt)(?::\d+:\d+)?)/;
