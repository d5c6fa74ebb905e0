import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { chinaCalendar } from '../../src/calendar/china.ts';
import { nodeIo } from '../../src/cli/node-io.ts';
import { useRulebook } from '../../src/cli/rulebook.ts';
import { readRulebook } from '../../src/cli/rulebook-files.ts';
import { makeSession } from '../../src/cli/session.ts';
import { updateExpectations } from '../../src/cli/test-update.ts';
import { CODES } from '../../src/diagnostics/catalogue.ts';
import { runTests } from '../../src/verify/test-report.ts';
import { ROOT, SMALL_RULES, withFolder } from '../support/run-cli.ts';

test('update-changed: a file that changes after it was read is not overwritten', async () => {
  const said: string[] = [];
  const io = { ...nodeIo(ROOT), out: (t: string) => said.push(t), err: (t: string) => said.push(t) };
  const session = await makeSession(io, 'zh-Hant');
  const rules = `${SMALL_RULES}\n例 某 於 件數上限\n  件數 為 9\n  結果 合規\n`;
  withFolder({ 'rules/a.norm': rules }, (folder) => {
    const book = join(folder, 'rules');
    const rulebook = useRulebook(session, readRulebook(session, [book]));
    if (!rulebook) throw new Error(said.join(''));
    const report = runTests(rulebook.model, rulebook.plan, [], { calendar: chinaCalendar() });
    writeFileSync(join(book, 'a.norm'), `${rules}# 別人剛寫的\n`);
    updateExpectations(session, [{ book, rulebook, report, below: new Map() }], false);
    expect(readFileSync(join(book, 'a.norm'), 'utf8')).toBe(`${rules}# 別人剛寫的\n`);
  });
  expect(session.code()).toBe(64);
  expect(said.join('')).toContain(CODES['update-changed'].id);
});
