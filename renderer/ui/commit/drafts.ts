import { createContext, useContext } from 'react';

/** Text that stands in an input and nowhere else. */
export type InputDraft = {
  /** The input, the same after a restart. */
  readonly key: string;
  /** What staff call the input. */
  readonly label: string;
  readonly text: string;
  /** Where one input has several parts, each of them as JSON. */
  readonly parts?: Readonly<Record<string, string>> | undefined;
  /** What was stored when the typing began; null where nothing can be. */
  readonly base: string | null;
  /** The address at which the input stands. */
  readonly where: string;
  /** It is on its way to its record, and needs nobody. */
  readonly isOnItsWay: boolean;
};

export type ShownInput = {
  readonly key: string;
  /** Hands over what it can. */
  readonly commit: () => Promise<void>;
  /** Goes back to what is stored. */
  readonly discard: () => void;
};

/** Where inputs keep what is not stored yet, so that neither a page that goes nor a power cut takes it. */
export type DraftDesk = {
  readonly get: (key: string) => InputDraft | undefined;
  /** Those whose keys begin so, oldest first. */
  readonly under: (prefix: string) => readonly InputDraft[];
  readonly put: (draft: InputDraft) => void;
  readonly drop: (key: string) => void;
  /** An input that is shown. Returns what ends it. */
  readonly join: (input: ShownInput) => () => void;
};

const DraftDeskContext = createContext<DraftDesk | undefined>(undefined);

export const DraftDeskProvider = DraftDeskContext.Provider;

export const useDraftDesk = (): DraftDesk => {
  const desk = useContext(DraftDeskContext);
  if (!desk) throw new Error('no DraftDeskProvider above');
  return desk;
};

/** The address at which one is now. */
export const whereNow = (): string => globalThis.location?.hash ?? '';
