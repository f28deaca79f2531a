import type { Removed } from '#data/operations/roadmap/lanes.ts';

/** What went with a lane or a group, in brackets: （取組み2つ、帯3本、節目1件）. */
export const removedWords = (
  { lanes, bars, milestones }: Removed,
  of: 'lane' | 'group' = 'lane',
): string => {
  const parts = [
    ...(of === 'group' && lanes > 0 ? [`取組み${lanes}件`] : []),
    ...(bars > 0 ? [`帯${bars}本`] : []),
    ...(milestones > 0 ? [`節目${milestones}件`] : []),
  ];
  return parts.length === 0 ? '' : `（${parts.join('、')}）`;
};
