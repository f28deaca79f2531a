/** One thing to choose from a list. `Id` may be narrower than string. */
export type Option<Id extends string = string> = {
  readonly id: Id;
  readonly label: string;
  /** Smaller words beside the label: a post, a reading. */
  readonly note?: string | undefined;
  readonly isDisabled?: boolean | undefined;
};

/** Options under a heading. */
export type OptionSection<Id extends string = string> = {
  readonly title: string;
  readonly options: readonly Option<Id>[];
};
