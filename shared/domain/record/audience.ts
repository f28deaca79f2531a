/*
 * How far what is written may go. A field, a record of one kind (a choice's `reaches`) and a lesson
 * (`visibility`) say it on one scale; an output is made for one audience.
 */

/** The narrowest first. */
export const AUDIENCES = ['office', 'municipalities', 'public'] as const;
export type Audience = (typeof AUDIENCES)[number];

/** For whom an output is made: the stamp that it bears. */
export const AUDIENCE_NAMES: Readonly<Record<Audience, string>> = {
  office: '内部用',
  municipalities: '市町村用',
  public: '公開用',
};

/** How far a record says that it may go. */
export const REACH_NAMES: Readonly<Record<Audience, string>> = {
  office: '課内',
  municipalities: '市町村まで',
  public: '公開',
};

/** Whether what reaches so far may be shown to an audience: what goes further may be shown to the nearer, too. */
export const mayBeShownTo = (reach: Audience, audience: Audience): boolean =>
  AUDIENCES.indexOf(reach) >= AUDIENCES.indexOf(audience);
