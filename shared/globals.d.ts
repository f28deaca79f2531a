/** What every JavaScript environment of ours has; shared/ may use nothing else of its surroundings. */
declare const crypto: {
  getRandomValues<T extends Uint8Array>(array: T): T;
};
declare class TextEncoder {
  encode(text: string): Uint8Array<ArrayBuffer>;
}
declare class TextDecoder {
  constructor(label?: string, options?: { fatal?: boolean; ignoreBOM?: boolean });
  decode(bytes: Uint8Array): string;
}
