import type { Day } from '#shared/dates/types.ts';
import type { Roadmap } from '#shared/domain/roadmap/model.ts';
import type { FollowedMeeting } from '#shared/domain/roadmap/paper/for-audience.ts';
import type { Result } from '#shared/result.ts';

/** The paper that the print view is laid out for; always landscape. */
export type OutPaper = 'a4' | 'a3';

type Outcome = Promise<Result<'done' | 'cancelled'>>;

/** What the world outside does with the page's print view and with files. */
export type OutPort = {
  readonly print: (paper: { readonly size: OutPaper; readonly landscape: boolean }) => Outcome;
  readonly savePdf: (
    paper: { readonly size: OutPaper; readonly landscape: boolean },
    name: string,
  ) => Outcome;
  /** Asks where to, and saves there; `name` is only what the dialog proposes, without an ending. */
  readonly saveFile: (file: {
    readonly name: string;
    readonly kind: 'png' | 'svg' | 'xlsx';
    readonly bytes: Uint8Array;
  }) => Outcome;
};

export type OutMenuProps = {
  /** What is looked at: the roadmap as it is now, or a named version. */
  readonly roadmap: Roadmap;
  /** The version that it is compared with; its bars are drawn as ghosts. Null when none is. */
  readonly compared: Roadmap | null;
  /** The name of the compared version, for the legend; '' when none is. */
  readonly comparedName: string;
  /** The name of the version that is looked at; '' for the roadmap as it is now. */
  readonly versionName: string;
  /** 益城町: for the heading where the roadmap has no title of its own, and for the file's name. */
  readonly municipality: string;
  /** The date that the page bears: the version's, or today. */
  readonly date: Day;
  /** The day on which bars are late; null where nobody is pressed. */
  readonly lateOn: Day | null;
  /** The meetings that its milestones follow. */
  readonly followed: readonly FollowedMeeting[];
  readonly port: OutPort;
};
