import { useEffect, useState } from 'react';
import { createBansoWorker } from '#adapters/banso-file/in-worker.ts';
import { countLeftOut } from '#adapters/banso-file/make.ts';
import { useWorkspace } from '#adapters/store/store.tsx';
import type { BansoSource } from '#data/banso-file/banso-source.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { KindCounts } from '#shared/domain/record/outgoing.ts';

/**
 * What would stay behind of some documents for a municipality, counted beside the screens.
 * @param documents their names, one behind the other; '' where nothing is asked
 * @returns undefined until it is known
 */
export const useLeftOut = (source: BansoSource, documents: string): KindCounts | undefined => {
  const workspace = useWorkspace();
  const [found, setFound] = useState<{ readonly of: string; readonly counts: KindCounts }>();
  useEffect(() => {
    if (documents === '') return undefined;
    const worker = createBansoWorker();
    const count = async (): Promise<void> => {
      await workspace.flush();
      const counted = await countLeftOut(source, worker, documents.split(' ') as DocumentId[]);
      if (counted.ok) setFound({ of: documents, counts: counted.value });
      worker.stop();
    };
    void count();
    return worker.stop;
  }, [source, workspace, documents]);
  return found?.of === documents ? found.counts : undefined;
};
