'use strict';
const { readFileSync } = require('node:fs');
const { join } = require('node:path');
const { pathToFileURL } = require('node:url');
const { Script } = require('node:vm');

/**
 * The program as built: dist/main.cjs, with the code that V8 once made of it where this Node takes it (dist/main.cache).
 * Throws ENOENT where it was not built.
 */
function loadMain(root) {
  const filename = join(root, 'dist', 'main.cjs');
  const script = new Script(readFileSync(filename, 'latin1'), {
    filename,
    cachedData: readIfThere(join(root, 'dist', 'main.cache')),
  });
  const module = { exports: {} };
  const folder = join(root, 'dist');
  const importModule = (name) => import(name.startsWith('.') ? pathToFileURL(join(folder, name)).href : name);
  script.runInThisContext()(module.exports, require, module, filename, folder, importModule);
  return { script, exports: module.exports };
}

function readIfThere(path) {
  try {
    return readFileSync(path);
  } catch {
    return undefined;
  }
}

module.exports = { loadMain };
