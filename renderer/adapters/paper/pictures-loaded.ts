/** The pictures that have not come yet; one that is lost goes as soon as that is known. */
export const loadingPictures = (host: HTMLElement): readonly HTMLImageElement[] =>
  [...host.querySelectorAll('img')].filter(
    (picture) => !picture.complete || picture.naturalWidth === 0,
  );

const ENDS = ['load', 'error'] as const;

/**
 * Tells each time that one of them has come, or is known to be lost.
 * @returns what ends the listening
 */
export const onceLoaded = (
  pictures: readonly HTMLImageElement[],
  tell: () => void,
): (() => void) => {
  const listening = new AbortController();
  for (const picture of pictures) {
    for (const end of ENDS) picture.addEventListener(end, tell, { signal: listening.signal });
  }
  return () => listening.abort();
};

/** Resolves when all pictures of the print view can be printed; one that is lost says so in its place. */
export const picturesReady = async (): Promise<void> => {
  const pictures = [...document.querySelectorAll<HTMLImageElement>('[data-print] img')];
  await Promise.all(pictures.map((picture) => picture.decode().catch(() => undefined)));
};
