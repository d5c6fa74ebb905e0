import type { SettingName, Settings, SettingValue } from './settings.ts';

/** What the sources say of one setting; the command line wins over the environment, it over the file, it over nothing. */
export interface Said<T> {
  readonly flag?: T | undefined;
  readonly variable?: T | undefined;
  readonly file?: T | undefined;
}
export type Origin = keyof Said<unknown> | 'default';

export function winner<T>({ flag, variable, file }: Said<T>): {
  readonly origin: Origin;
  readonly value?: T;
} {
  if (flag !== undefined) return { origin: 'flag', value: flag };
  if (variable !== undefined) return { origin: 'variable', value: variable };
  if (file !== undefined) return { origin: 'file', value: file };
  return { origin: 'default' };
}

/** What holds beneath the command line. Each lint is a setting of its own; everything else is taken whole. */
export function beneath<N extends SettingName>(
  name: N,
  variables: Settings,
  file: Settings,
): SettingValue<N> | undefined {
  const { value } = winner({ variable: variables[name], file: file[name] });
  if (name !== 'severity') return value;
  if (value === undefined) return undefined;
  return { ...(file.severity ?? {}), ...(variables.severity ?? {}) } as SettingValue<N>;
}
