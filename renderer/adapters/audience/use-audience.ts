import { useState } from 'react';
import { AUDIENCES, type Audience } from '#shared/domain/record/audience.ts';

/** What leaves the app, by the name under which this PC remembers for whom. */
export type OutputName =
  | 'materials'
  | 'matrix'
  | 'booklet'
  | 'promises'
  | 'chain'
  | 'roadmap'
  | 'handover';

export type AudienceState = {
  readonly audience: Audience;
  readonly choose: (audience: Audience) => void;
};

const keyOf = (output: OutputName): string => `audience.${output}`;

/** For whom an output is made, as it was left on this PC; for the office where nothing sound is kept. */
export const useAudience = (output: OutputName): AudienceState => {
  const [audience, setAudience] = useState<Audience>(
    () => AUDIENCES.find((each) => each === localStorage.getItem(keyOf(output))) ?? 'office',
  );
  const choose = (chosen: Audience): void => {
    setAudience(chosen);
    localStorage.setItem(keyOf(output), chosen);
  };
  return { audience, choose };
};
