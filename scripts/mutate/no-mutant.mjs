// What a test file does while it loads is done before its first `beforeAll`, by which Stryker switches a mutant on;
// in a thread that stays, the mutant of the run before would still be on.
const { __stryker__: stryker } = globalThis;
if (stryker) stryker.activeMutant = undefined;
