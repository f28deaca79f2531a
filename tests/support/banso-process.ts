import { type BansoJob, makeBanso } from '#electron/services/banso-file/make-banso.ts';
import { type OpenJob, openBanso } from '#electron/services/banso-file/open-banso.ts';
import { takeBanso } from '#electron/services/banso-file/take-banso.ts';
import { piecesWith } from './banso-files.ts';

/** What a process of its own is asked to do. */
export type BansoTask =
  | { readonly kind: 'make'; readonly job: BansoJob; readonly attachments: readonly string[] }
  | { readonly kind: 'take'; readonly job: OpenJob };

/*
 * Makes a hand-over file, or takes one in, in a process that may be killed at any moment: it says when it
 * begins and when it is done.
 */
const [task = ''] = process.argv.slice(2);
const asked = JSON.parse(task) as BansoTask;
const follow = { signal: new AbortController().signal, onProgress: () => undefined };
process.stdout.write('begun\n');
if (asked.kind === 'make') await makeBanso(asked.job, follow, piecesWith(asked.attachments));
else {
  const { job } = asked;
  const { manifest } = await openBanso(job, follow);
  await takeBanso({ records: job.records, device: job.device, at: Date.now(), manifest });
}
process.stdout.write('done\n');
