// A process that reads the rules of a folder and parses them, and nothing else: what `validate` is compared with.
import { readdirSync, readFileSync } from 'node:fs';
import { parseNorm } from '../../src/syntax/parse.ts';

const folder = process.argv[2] ?? '.';
for (const name of readdirSync(folder).filter((n) => n.endsWith('.norm')))
  parseNorm({ name, text: readFileSync(`${folder}/${name}`, 'utf8') });
