type Entry = { readonly name: string; readonly bytes: Uint8Array };

const LOCAL = 0x04034b50;
const CENTRAL = 0x02014b50;
const END = 0x06054b50;

/** Puts entries into an archive without packing them, as a reader of archives has to bear them. */
export const pack = (entries: readonly Entry[]): ArrayBuffer => {
  const names = entries.map(({ name }) => new TextEncoder().encode(name));
  const size = entries.reduce(
    (sum, { bytes }, index) => sum + bytes.length + 76 + 2 * (names[index]?.length ?? 0),
    22,
  );
  const whole = new Uint8Array(size);
  const view = new DataView(whole.buffer);
  const starts: number[] = [];
  let at = 0;
  for (const [index, { bytes }] of entries.entries()) {
    const name = names[index] ?? new Uint8Array();
    starts.push(at);
    view.setUint32(at, LOCAL, true);
    writeSizes(view, at + 18, bytes.length, name.length);
    whole.set(name, at + 30);
    whole.set(bytes, at + 30 + name.length);
    at += 30 + name.length + bytes.length;
  }
  const central = at;
  for (const [index, { bytes }] of entries.entries()) {
    const name = names[index] ?? new Uint8Array();
    view.setUint32(at, CENTRAL, true);
    writeSizes(view, at + 20, bytes.length, name.length);
    view.setUint32(at + 42, starts[index] ?? 0, true);
    whole.set(name, at + 46);
    at += 46 + name.length;
  }
  view.setUint32(at, END, true);
  view.setUint16(at + 8, entries.length, true);
  view.setUint16(at + 10, entries.length, true);
  view.setUint32(at + 12, at - central, true);
  view.setUint32(at + 16, central, true);
  return whole.buffer;
};

const writeSizes = (view: DataView, at: number, size: number, name: number): void => {
  view.setUint32(at, size, true);
  view.setUint32(at + 4, size, true);
  view.setUint16(at + 8, name, true);
};
