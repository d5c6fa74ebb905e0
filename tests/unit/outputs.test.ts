import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { EXIT } from '../../src/cli/exit-code.ts';
import { withOutputs } from '../../src/cli/outputs.ts';
import { type Io, makeSession } from '../../src/cli/session.ts';
import { report } from '../../src/diagnostics/report.ts';
import { sarifFaults, sarifRun } from '../support/sarif.ts';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'zhunsheng-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** At a terminal, so that there are colours. */
async function atTerminal() {
  const said = { out: '', err: '' };
  const io: Io = {
    env: {},
    outIsTerminal: true,
    errIsTerminal: true,
    out: (text) => {
      said.out += text;
    },
    err: (text) => {
      said.err += text;
    },
    stdin: () => new Uint8Array(),
    now: () => 0,
    packageRoot: '/',
  };
  return { said, session: await makeSession(io, 'zh-Hant') };
}

test('a run that breaks off says so in its reports, and breaks off all the same', async () => {
  const { session } = await atTerminal();
  const path = join(folder, 'a.sarif');
  const output = [`sarif=${path}`];
  const run = withOutputs(session, 'lint', ['pretty'], { format: 'pretty', output }, async () => {
    throw new Error('此處本不該到');
  });
  await expect(run).rejects.toThrow('此處本不該到');
  const text = readFileSync(path, 'utf8');
  expect(sarifFaults(text)).toEqual([]);
  expect(sarifRun(text).invocations[0]).toMatchObject({
    exitCode: EXIT.internal,
    executionSuccessful: false,
    toolExecutionNotifications: [
      { level: 'error', message: { text: expect.stringContaining('此處本不該到') } },
    ],
  });
});

test('a file for people holds what the terminal shows, in its order, without the colours', async () => {
  const { said, session } = await atTerminal();
  const path = join(folder, 'a.txt');
  const output = [`pretty=${path}`];
  await withOutputs(session, 'lint', ['pretty'], { format: 'pretty', output }, async (listening, outputs) => {
    listening.emit([report('nothing-to-do', undefined, {})], EXIT.usage);
    for (const out of outputs.in('pretty')) out.print(out.voice.paint('green', '甲'));
    listening.io.err(`${listening.errVoice.paint('red', '乙')}\n`);
    return undefined;
  });
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(/^錯誤 Z6002 .*\n {2}提示：.*\n甲\n乙\n$/);
  expect(said.err).toContain('\u001b[31m乙\u001b[0m');
  expect(said.out).toBe('\u001b[32m甲\u001b[0m\n');
});
