import { caseScreens } from './case-screens.mjs';
import { deskScreens } from './desk-screens.mjs';
import { yearScreens } from './year-screens.mjs';

/**
 * The walk through the screens: each step goes on from the one before and leaves its screen ready for
 * a picture. A picture that README.md or docs/guide.md shows has `inDocs`.
 * @type {readonly import('./parts.mjs').Step[]}
 */
export const tour = [...caseScreens, ...deskScreens, ...yearScreens];
