import { useEffect, useState } from 'react';
import { createBansoWorker } from '#adapters/banso-file/in-worker.ts';
import { countLeftOut } from '#adapters/banso-file/make.ts';
import { useWorkspace } from '#adapters/store/store.tsx';
import type { BansoSource } from '#data/banso-file/banso-source.ts';
import type { DocumentId } from '#shared/documents/document-id.ts';
import type { Staying } from './model.ts';

/**
 * What would stay behind of some documents for a municipality, counted beside the screens.
 * @param documents their names, one behind the other; '' where nothing is asked
 */
export const useLeftOut = (source: BansoSource, documents: string): Staying => {
  const workspace = useWorkspace();
  const [found, setFound] = useState<{ readonly of: string; readonly staying: Staying }>();
  useEffect(() => {
    if (documents === '') return undefined;
    const worker = createBansoWorker();
    let isWanted = true;
    const count = async (): Promise<Staying> => {
      await workspace.flush();
      const counted = await countLeftOut(source, worker, documents.split(' ') as DocumentId[]);
      return counted.ok ? counted.value : 'failed';
    };
    void count()
      .catch((): Staying => 'failed')
      .then((staying) => {
        worker.stop();
        if (isWanted) setFound({ of: documents, staying });
      });
    return () => {
      isWanted = false;
      worker.stop();
    };
  }, [source, workspace, documents]);
  return found?.of === documents ? found.staying : 'counting';
};
