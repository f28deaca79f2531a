import fc from 'fast-check';

// A mutant lives or dies by the rule, not by luck: every run of the tests draws the same values. The smallest case that
// fails is of no interest here, and looking for it takes longer than the test.
const numRuns = Number(process.env.MUTATE_RUNS ?? 60);
fc.configureGlobal({ seed: 20220803, numRuns, endOnFailure: true });
