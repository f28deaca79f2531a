import type { Problem } from '#shared/result.ts';

/** What is told of a fault that nobody foresaw. */
export const UNEXPECTED: Problem = {
  code: 'unexpected',
  happened: 'アプリの中で予期しないことが起きました。',
  safe: '保存済みの記録は変わっていません。',
  todo: 'もう一度お試しください。続くときは、アプリを開き直してください。',
};
