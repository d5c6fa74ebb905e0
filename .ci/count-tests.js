// Closes a run: prints `N passed, N failed` and fails if a test failed, a runner failed, or nothing ran.
import { existsSync, readFileSync } from 'node:fs';

/** Pairs of a runner's report and the status it ended with. */
const given = process.argv.slice(2);
let passed = 0;
let failed = 0;
for (let i = 0; i < given.length || i === 0; i += 2) {
  const [file = '', status = '1'] = given.slice(i, i + 2);
  const text = existsSync(file) ? readFileSync(file, 'utf8') : '';
  const report = text.trim() === '' ? {} : JSON.parse(text);
  const here = report.numPassedTests ?? 0;
  const wrong = (report.numFailedTests ?? 0) + suitesThatDidNotLoad(report);
  passed += here;
  failed += wrong;
  if (wrong > 0 || here === 0 || status !== '0' || report.success !== true) process.exitCode = 1;
  if (wrong === 0 && (here === 0 || status !== '0' || report.success !== true))
    process.stdout.write(`tests did not run to the end (status ${status})\n`);
}
process.stdout.write(`${passed} passed, ${failed} failed\n`);

/** A file that does not even load holds no test that could fail: it counts as one. */
function suitesThatDidNotLoad({ testResults = [] }) {
  return testResults.filter(
    (r) => r.status === 'failed' && !r.assertionResults.some((a) => a.status === 'failed'),
  ).length;
}
