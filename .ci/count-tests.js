// Closes a run: prints `N passed, N failed` and fails if a test failed, the runner failed, or nothing ran.
import { readFileSync } from 'node:fs';

const [file = '', status = '1'] = process.argv.slice(2);
const text = readFileSync(file, 'utf8');
const report = text.trim() === '' ? {} : JSON.parse(text);
const passed = report.numPassedTests ?? 0;
const failed = (report.numFailedTests ?? 0) + suitesThatDidNotLoad(report);
if (failed > 0 || passed === 0 || status !== '0' || report.success !== true) process.exitCode = 1;
if (process.exitCode === 1 && failed === 0)
  process.stdout.write(`tests did not run to the end (status ${status})\n`);
process.stdout.write(`${passed} passed, ${failed} failed\n`);

/** A file that does not even load holds no test that could fail: it counts as one. */
function suitesThatDidNotLoad({ testResults = [] }) {
  return testResults.filter(
    (r) => r.status === 'failed' && !r.assertionResults.some((a) => a.status === 'failed'),
  ).length;
}
