import type { Bilingual } from '../diagnostics/diagnostic.ts';
import type { EdgeKind, NodeKind } from './rule-graph.ts';

export type Lang = 'zh' | 'en';

export const NODE_LABELS: Readonly<Record<NodeKind, Bilingual>> = {
  provision: { zh: '條文', en: 'provision' },
  norm: { zh: '規則', en: 'norm' },
  definition: { zh: '定義', en: 'definition' },
  table: { zh: '表', en: 'table' },
  row: { zh: '行', en: 'row' },
  fact: { zh: '事實', en: 'fact' },
  matter: { zh: '事項', en: 'matter' },
  record: { zh: '記錄', en: 'record' },
  reading: { zh: '讀法', en: 'reading' },
  parameter: { zh: '參數', en: 'parameter' },
  declaratory: { zh: '宣示', en: 'declaratory' },
  enum: { zh: '枚舉', en: 'enum' },
};

export const EDGE_LABELS: Readonly<Record<EdgeKind, Bilingual>> = {
  cites: { zh: '依據', en: 'cites' },
  'applies-to': { zh: '適用', en: 'applies to' },
  reads: { zh: '用到', en: 'reads' },
  defines: { zh: '定有', en: 'defines' },
  excepts: { zh: '例外於', en: 'excepts' },
  refers: { zh: '涉及', en: 'refers to' },
  inherits: { zh: '屬於', en: 'inherits' },
  follows: { zh: '隨後於', en: 'follows' },
};
