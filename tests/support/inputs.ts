import { FLOW } from './inputs/flow.ts';
import { HANDOVER } from './inputs/handover.ts';
import type { Input } from './inputs/input.ts';
import { KNOW_HOW, THEMES } from './inputs/know-how.ts';
import { END, HEAD, IMPORT, MATERIALS, NEW_CASE, SETTINGS, WELCOME } from './inputs/office.ts';
import { FINDINGS, FOLLOW_UPS, OVERVIEW } from './inputs/overview.ts';
import { PEOPLE } from './inputs/people.ts';
import { RECORD, ROOM } from './inputs/record.ts';
import { ROADMAP, TABLE } from './inputs/roadmap.ts';
import { CHARGE, STAFF } from './inputs/staff.ts';

/**
 * Every input of the app that takes text for a record. Not in it: what only looks for something (search,
 * filters, lists of options that take nothing new), and pasted tables, which are kept by their source.
 */
export const INPUTS: readonly Input[] = [
  ...RECORD,
  ...ROOM,
  ...FLOW,
  ...OVERVIEW,
  ...CHARGE,
  ...FOLLOW_UPS,
  ...HEAD,
  ...END,
  ...FINDINGS,
  ...ROADMAP,
  ...TABLE,
  ...MATERIALS,
  ...IMPORT,
  ...PEOPLE,
  ...KNOW_HOW,
  ...THEMES,
  ...HANDOVER,
  ...NEW_CASE,
  ...SETTINGS,
  ...STAFF,
  ...WELCOME,
];
