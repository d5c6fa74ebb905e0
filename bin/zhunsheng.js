#!/usr/bin/env node
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url)).replace(/[/\\]$/, '');
const built = new URL('../dist/cli.js', import.meta.url);
if (existsSync(built)) {
  const { main, nodeIo } = await import(built.href);
  process.exitCode = await main(process.argv.slice(2), nodeIo(root));
} else {
  process.stderr.write('zhunsheng: 尚未建置；請在 package.json 所在的資料夾執行「npm run prepare」。\n');
  process.stderr.write('zhunsheng: not built yet; run "npm run prepare" in the folder of package.json.\n');
  process.exitCode = 70;
}
