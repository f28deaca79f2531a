import { BaseSequencer } from 'vitest/node';

/**
 * Asks the files that took least so far first: a mutant is dead with the first test that fails, and tables
 * fail sooner than what is drawn by chance. Vitest itself begins with the longest.
 */
export class QuickFirst extends BaseSequencer {
  /** @type {Map<string, number>} */
  #taken = new Map();

  /** @param {import('vitest/node').TestSpecification[]} files */
  async sort(files) {
    for (const { moduleId, project } of files) {
      const key = `${project.name}:${moduleId.slice(this.ctx.config.root.length + 1)}`;
      const taken = this.ctx.cache.getFileTestResults(key)?.duration ?? 0;
      this.#taken.set(moduleId, Math.max(taken, this.#taken.get(moduleId) ?? 0));
    }
    return files.toSorted(
      (a, b) => (this.#taken.get(a.moduleId) ?? 0) - (this.#taken.get(b.moduleId) ?? 0),
    );
  }
}
