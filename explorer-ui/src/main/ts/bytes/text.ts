const LARGEST = 2n ** 63n - 1n;

/** Decodes UTF-8; undefined if the bytes are anything else. A byte order mark stays a character. */
export function fromUtf8(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

/** The bytes of a text in UTF-8. */
export function toUtf8(text: string): Uint8Array<ArrayBuffer> {
  return new TextEncoder().encode(text);
}

/** Each byte as one character, so that places in the text are places in the file. */
export function fromLatin1(bytes: Uint8Array): string {
  let text = "";
  for (const byte of bytes) {
    text += String.fromCharCode(byte);
  }
  return text;
}

/** Whether the text has no control character below the space but those named. */
export function hasNoControls(text: string, allowed: string): boolean {
  return Array.from(text).every((char) => char >= " " || allowed.includes(char));
}

/** Reads an ASCII decimal from 0 to 2^63-1 without sign and leading zeros. */
export function fromDecimal(text: string): bigint | undefined {
  if (!/^(?:0|[1-9][0-9]{0,18})$/.test(text)) {
    return undefined;
  }
  const value = BigInt(text);
  return value <= LARGEST ? value : undefined;
}
