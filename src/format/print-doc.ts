import { displayWidth } from '../text/display-width.ts';
import { assertNever } from '../text/invariant.ts';
import { concat, type Doc, mustBreak } from './doc.ts';

interface Command {
  readonly doc: Doc;
  readonly indent: number;
  readonly flat: boolean;
  /** Of a list that is being filled: the thing that comes next. */
  readonly from?: number;
}

/** Settles the line ends so that lines stay within `width` columns where they can. The first line begins at `indent`. */
export function printDoc(doc: Doc, width: number, indent = 0): string {
  let out = '';
  let column = indent;
  const stack: Command[] = [{ doc, indent, flat: false }];
  const newline = (to: number, blank: boolean): void => {
    out = `${out.trimEnd()}${blank ? '\n\n' : '\n'}${' '.repeat(to)}`;
    column = to;
  };
  const put = (words: string): void => {
    out += words;
    column += displayWidth(words);
  };
  for (let command = stack.pop(); command; command = stack.pop()) {
    const { doc: d, indent: at, flat } = command;
    switch (d.kind) {
      case 'text':
        put(d.text);
        break;
      case 'comment':
        out += d.text;
        break;
      case 'line':
        if (flat) put(d.flat);
        else newline(at, false);
        break;
      case 'hardline':
        newline(at, d.blank);
        break;
      case 'concat':
        for (let i = d.parts.length - 1; i >= 0; i--)
          stack.push({ doc: d.parts[i] as Doc, indent: at, flat });
        break;
      case 'nest':
        stack.push({ doc: d.doc, indent: at + d.by, flat });
        break;
      case 'group': {
        const whole: Command = { doc: d.doc, indent: at, flat: !d.breaks };
        const onOneLine = flat || (!d.breaks && fits(whole, stack, width - column));
        stack.push({ ...whole, flat: onOneLine });
        break;
      }
      case 'fill': {
        const from = command.from ?? 0;
        const [item, next, gap] = [d.items[from], d.items[from + 1], d.gaps[from]];
        if (item === undefined) break;
        if (gap && next) {
          const pair: Command = { doc: concat(item, gap, next), indent: at, flat: true };
          // behind the last thing stands what follows the list
          const tail = from + 2 === d.items.length ? stack : [];
          const together = flat || (!mustBreak(item) && fits(pair, tail, width - column));
          stack.push({ doc: d, indent: at, flat, from: from + 1 }, { doc: gap, indent: at, flat: together });
        }
        stack.push({ doc: item, indent: at, flat });
        break;
      }
      default:
        assertNever(d);
    }
  }
  return out.trimEnd();
}

/** Do the command and what follows it up to the next line end take no more than `room` columns? */
function fits(command: Command, after: readonly Command[], room: number): boolean {
  let left = room;
  let next = after.length;
  const stack: Command[] = [command];
  for (;;) {
    const current = stack.pop() ?? after[--next];
    if (current === undefined) return true;
    const { doc: d, indent, flat } = current;
    switch (d.kind) {
      case 'text':
        left -= displayWidth(d.text);
        break;
      case 'comment':
        break;
      case 'line':
        if (!flat) return true;
        left -= displayWidth(d.flat);
        break;
      case 'hardline':
        return true;
      case 'concat':
        for (let i = d.parts.length - 1; i >= 0; i--) stack.push({ doc: d.parts[i] as Doc, indent, flat });
        break;
      case 'nest':
        stack.push({ doc: d.doc, indent, flat });
        break;
      case 'group':
        stack.push({ doc: d.doc, indent, flat: flat && !d.breaks });
        break;
      case 'fill':
        for (let i = d.items.length - 1; i >= (current.from ?? 0); i--) {
          const gap = d.gaps[i];
          if (gap && i < d.items.length - 1) stack.push({ doc: gap, indent, flat });
          stack.push({ doc: d.items[i] as Doc, indent, flat });
        }
        break;
      default:
        assertNever(d);
    }
    if (left < 0) return false;
  }
}
