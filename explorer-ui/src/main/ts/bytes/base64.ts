const STANDARD = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

/** Padded standard base64 (RFC 4648 section 4). */
export function toBase64(bytes: Uint8Array): string {
  let text = "";
  for (let at = 0; at < bytes.length; at += 3) {
    const [first = 0, second = 0, third = 0] = bytes.subarray(at, at + 3);
    const group = (first << 16) | (second << 8) | third;
    const digits = [18, 12, 6, 0].map((shift) => STANDARD.charAt((group >> shift) & 63)).join("");
    text += digits.slice(0, bytes.length - at + 1).padEnd(4, "=");
  }
  return text;
}

/**
 * Decodes padded standard base64; undefined for any spelling but the one that is written here. Spare
 * bits and padding would be overlooked by decoders, so the result is encoded again and compared.
 */
export function fromBase64(text: string): Uint8Array<ArrayBuffer> | undefined {
  if (!/^[A-Za-z0-9+/]*={0,2}$/.test(text) || text.length % 4 !== 0) {
    return undefined;
  }
  const bytes = fromDigits(text.replace(/=+$/, ""));
  return toBase64(bytes) === text ? bytes : undefined;
}

/** The bytes of these digits; spare bits of the last one are overlooked. */
function fromDigits(digits: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(Math.floor((digits.length * 3) / 4));
  let held = 0;
  let bits = 0;
  let at = 0;
  for (const digit of digits) {
    held = ((held << 6) | STANDARD.indexOf(digit)) & 0xffff;
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      bytes[at++] = held >> bits;
    }
  }
  return bytes;
}

/** Base64url without padding (RFC 4648 section 5). */
export function toBase64Url(bytes: Uint8Array): string {
  return toBase64(bytes).replaceAll("+", "-").replaceAll("/", "_").replace(/=+$/, "");
}

/** Decodes base64url without padding; undefined for any other spelling. */
export function fromBase64Url(text: string): Uint8Array<ArrayBuffer> | undefined {
  const bytes = base64UrlDigits(text);
  return bytes && toBase64Url(bytes) === text ? bytes : undefined;
}

/** As fromBase64Url, but overlooks spare bits as decoders do: what a ledger took is not refused. */
export function base64UrlDigits(text: string): Uint8Array<ArrayBuffer> | undefined {
  return /^[A-Za-z0-9_-]*$/.test(text) && text.length % 4 !== 1
    ? fromDigits(text.replaceAll("-", "+").replaceAll("_", "/"))
    : undefined;
}
