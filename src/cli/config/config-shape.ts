import * as z from 'zod';
import { SETTING_NAMES, SETTINGS, type Setting } from './settings.ts';

const GROUPS: Readonly<Record<string, string>> = {
  check: '查核 / check',
  lint: '檢視 / lint',
  test: '測試 / test',
  fmt: '排版 / fmt',
};

/** The shape of the file: the settings at their places, and nothing else but the name of its schema for editors. */
export const CONFIG_SHAPE = z.strictObject({
  $schema: z.string().optional().describe('本檔的 JSON Schema / the JSON Schema of this file'),
  ...shapeAt(SETTING_NAMES.map((name) => SETTINGS[name])),
});

function shapeAt(settings: readonly Setting[]): Record<string, z.ZodType> {
  const shape: Record<string, z.ZodType> = {};
  for (const { path, shape: own, about } of settings)
    if (path.length === 1) shape[path[0]] = own.optional().describe(`${about.zh} / ${about.en}`);
  for (const [group, description] of Object.entries(GROUPS)) {
    const inside: Record<string, z.ZodType> = {};
    for (const { path, shape: own, about } of settings)
      if (path.length === 2 && path[0] === group)
        inside[path[1]] = own.optional().describe(`${about.zh} / ${about.en}`);
    shape[group] = z.strictObject(inside).optional().describe(description);
  }
  return shape;
}

/** JSON Schema (2020-12) of the file, for editors. */
export const configSchema = (): object => ({
  ...z.toJSONSchema(CONFIG_SHAPE, { io: 'input' }),
  title: 'zhunsheng.config',
});
