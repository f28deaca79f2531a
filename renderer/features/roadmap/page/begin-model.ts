import type { BeginValues } from '#data/operations/roadmap/roadmap.ts';

type Groups = BeginValues['groups'];

/** The six groups of 益城町's form, each with a first lane; from these most roadmaps can be begun. */
export const USUAL_GROUPS: Groups = [
  {
    name: '支援',
    lanes: [{ name: '国の伴走支援', follows: 'rounds' }, { name: '県の伴走支援' }],
  },
  { name: '介護保険事業計画', lanes: [{ name: '計画の策定・実施' }] },
  { name: '自立支援・重度化防止の取組み', lanes: [{ name: '総合事業' }] },
  { name: '支援体制の整備', lanes: [{ name: '相談・ケアマネジメント' }] },
  { name: '地域連携', lanes: [{ name: '住民への周知' }] },
  { name: '関係機関', lanes: [{ name: '事業所・医療機関' }] },
];

/** One row to draw in. */
export const BLANK_GROUPS: Groups = [{ name: '分野1', lanes: [{ name: '取組み1' }] }];
