/** 2026/11/27 9:05 by the PC's clock. */
export const timeWords = (at: number): string =>
  new Intl.DateTimeFormat('ja-JP', { dateStyle: 'medium', timeStyle: 'short' }).format(at);

/** 12KB, 3.4MB, 1,200MB. */
export const sizeWords = (bytes: number): string => {
  const mib = bytes / 1024 / 1024;
  return mib < 1
    ? `${Math.ceil(bytes / 1024).toLocaleString('ja-JP')}KB`
    : `${mib < 100 ? mib.toFixed(1) : Math.round(mib).toLocaleString('ja-JP')}MB`;
};
