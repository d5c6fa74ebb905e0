#!/usr/bin/env node
'use strict';
const { dirname } = require('node:path');
const { loadMain } = require('./load-main.js');

const root = dirname(__dirname);
start();

async function start() {
  let program;
  try {
    program = loadMain(root).exports;
  } catch (error) {
    if (error.code !== 'ENOENT') throw error;
    process.stderr.write('zhunsheng: 尚未建置；請在 package.json 所在的資料夾執行「npm run prepare」。\n');
    process.stderr.write('zhunsheng: not built yet; run "npm run prepare" in the folder of package.json.\n');
    process.exitCode = 70;
    return;
  }
  process.exitCode = await program.main(process.argv.slice(2), program.nodeIo(root));
}
