import { useEffect } from 'react';
import { giveBanso, invoke, on } from '#adapters/host/host.ts';
import { usePlaces } from '../routes/navigation.ts';

const isBanso = ({ name }: File): boolean => name.toLowerCase().endsWith('.banso');

/** Leads to 引継ぎファイル when the system, or a drop anywhere on the window, gives us one. */
export const useGivenFile = (): void => {
  const { bansoFile } = usePlaces();
  useEffect(() => {
    void invoke('isBansoGiven', undefined).then((given) => {
      if (given.ok && given.value) bansoFile();
    });
    const stop = on('bansoGiven', () => bansoFile());
    const onDrop = (event: DragEvent): void => {
      const file = [...(event.dataTransfer?.files ?? [])].find(isBanso);
      if (file === undefined) return;
      event.preventDefault();
      // No place for attached files may take it as one.
      event.stopPropagation();
      void giveBanso(file);
    };
    // A drop comes only where dragging over was answered; what a file is called is not known before.
    const onDragOver = (event: DragEvent): void => {
      if (event.dataTransfer?.types.includes('Files')) event.preventDefault();
    };
    window.addEventListener('drop', onDrop, { capture: true });
    window.addEventListener('dragover', onDragOver);
    return () => {
      stop();
      window.removeEventListener('drop', onDrop, { capture: true });
      window.removeEventListener('dragover', onDragOver);
    };
  }, [bansoFile]);
};
