import { describe, expect, test } from 'vitest';
import { parseDate } from '../../src/calendar/date.ts';
import { upwards } from '../../src/cli/folders.ts';
import { globBase, globToRegExp, isGlob } from '../../src/cli/glob.ts';
import { findOption, languageFromLocale, languageFromOption } from '../../src/cli/language.ts';
import { today } from '../../src/cli/today.ts';
import { report } from '../../src/diagnostics/report.ts';
import { diagnosticLines } from '../../src/report/diagnostic-pretty.ts';
import { makeSourceTable } from '../../src/report/source-table.ts';
import { makeVoice } from '../../src/report/voice.ts';
import { clip, displayWidth, padEnd, printable } from '../../src/text/display-width.ts';

describe('width on a terminal', () => {
  test.each([
    ['abc', 3],
    ['準繩', 4],
    ['「甲」', 6],
    ['e\u0301', 1],
    ['ｱ', 1],
    ['Ａ', 2],
    ['한', 2],
    ['𠀋', 2],
    ['⏳', 2],
    ['✗', 1],
    ['', 0],
  ])('%s', (text, width) => expect(displayWidth(text)).toBe(width));

  test('clipping and padding count columns, not characters', () => {
    expect(clip('甲乙丙丁', 8)).toBe('甲乙丙丁');
    expect(clip('甲乙丙丁', 6)).toBe('甲乙…');
    expect(padEnd('甲', 4)).toBe('甲  ');
    expect(padEnd('甲乙丙', 4)).toBe('甲乙丙');
  });

  test('control characters and direction marks become visible', () => {
    expect(printable('甲\u001b[31m\u202e乙\t丙\u0085')).toBe('甲�[31m�乙 丙�');
    expect(printable('𠀋 é 準繩')).toBe('𠀋 é 準繩');
  });
});

describe('a diagnostic', () => {
  const voice = makeVoice('zh-Hant', false);
  const show = (text: string, start: number, end: number) => {
    const diagnostic = report('usage', { file: 'a.norm', start, end }, { zh: '「甲」', en: 'x' });
    return diagnosticLines(diagnostic, makeSourceTable([{ name: 'a.norm', text }]), voice).slice(0, 3);
  };

  test('has its caret under the place, in columns of the terminal', () => {
    expect(show('規則 甲\r\n  應當 丁 為 是\r\n', 11, 12)).toEqual([
      'a.norm:2:6: 錯誤 Z6001 命令有誤：「甲」',
      '  2 │   應當 丁 為 是',
      '    │        ^^',
    ]);
  });

  test('shows a window of a long line', () => {
    const [, line = '', carets = ''] = show(`${'x'.repeat(5000)}甲${'y'.repeat(5000)}`, 5000, 5001);
    expect(line.length).toBeLessThan(140);
    expect(displayWidth(line.slice(0, line.indexOf('甲')))).toBe(carets.indexOf('^'));
  });

  test('past the end of the text points at its end', () => {
    expect(show('甲', 99, 120)[0]).toMatch(/^a\.norm:1:2: /);
  });
});

test('简体 leaves alone what the user wrote', () => {
  const voice = makeVoice('zh-Hans', false, (text) => text.replaceAll('規', '规'));
  expect(voice.say({ zh: '規則「規則」', en: '' })).toBe('规則「規則」');
  expect(voice.say({ zh: '規則「規則」', en: '' })).toBe('规則「規則」');
});

describe('globs', () => {
  test.each([
    ['*.yaml', 'a.yaml', true],
    ['*.yaml', 'b/a.yaml', false],
    ['*.yaml', '.a.yaml', false],
    ['.*.yaml', '.a.yaml', true],
    ['**/*.yaml', 'a.yaml', true],
    ['**/*.yaml', 'b/c/a.yaml', true],
    ['**/*.yaml', 'b/.c/a.yaml', false],
    ['b/**', 'b/c/d', true],
    ['b/**', 'c/d', false],
    ['a?c', 'abc', true],
    ['a[!b]c', 'abc', false],
    ['a[a-c]c', 'abc', true],
    ['a[c-a]c', 'abc', false],
    ['a[b', 'a[b', true],
    ['{a,b}.y{a,}ml', 'b.yml', true],
    ['{a,b}.yml', 'c.yml', false],
    ['a(+).yml', 'a(+).yml', true],
    ['案件*.yaml', '案件一.yaml', true],
  ])('%s %s', (pattern, path, matches) => expect(globToRegExp(pattern).test(path)).toBe(matches));

  test('where to look', () => {
    expect(globBase('a/b/*.yaml')).toBe('a/b');
    expect(globBase('*.yaml')).toBe('.');
    expect(globBase('/*.yaml')).toBe('/');
    expect(isGlob('a.yaml')).toBe(false);
  });
});

test('language of the option and of the locale', () => {
  expect(['zh', 'zh_CN', 'zh-TW', 'EN', 'fr', 'constructor'].map(languageFromOption)).toEqual([
    'zh-Hant',
    'zh-Hans',
    'zh-Hant',
    'en',
    undefined,
    undefined,
  ]);
  expect(languageFromLocale({ LANG: 'en_GB.UTF-8' })).toBe('en');
  expect(languageFromLocale({ LANG: 'C', LC_ALL: '' })).toBe('zh-Hant');
  expect(languageFromLocale({ LANG: 'zh_SG.UTF-8' })).toBe('zh-Hans');
  expect(findOption(['check', '--lang=en'], '--lang')).toBe('en');
  expect(findOption(['check', '--lang'], '--lang')).toBe('');
  expect(findOption(['check', '--', '--lang', 'en'], '--lang')).toBeUndefined();
});

test('the day in Shanghai', () => {
  expect(today(Date.parse('2026-10-11T15:59:59Z'))).toBe(parseDate('2026-10-11'));
  expect(today(Date.parse('2026-10-11T16:00:00Z'))).toBe(parseDate('2026-10-12'));
});

test('folders upwards keep the way they were written', () => {
  expect(upwards('a/b').slice(0, 4)).toEqual(['a/b', 'a', '.', '..']);
  expect(upwards('../x').slice(0, 3)).toEqual(['../x', '..', '../..']);
  expect(upwards('/a/b')).toEqual(['/a/b', '/a', '/']);
});
