type OnProgress = (done: number, all: number) => void;

const STEPS = 100;

/** Tells of progress in a hundred steps: one of 450 documents moves nothing on the screen, and has it laid out anew. */
export const inSteps =
  (tell: OnProgress): OnProgress =>
  (done, all) => {
    if (done === all || done % Math.ceil(all / STEPS) === 0) tell(done, all);
  };
