import { files, checkpoint, bundle, flipped, type Tampering } from "./tampering.ts";

/** Defects of checkpoint, bundles and root. */
export const FILES: readonly Tampering[] = [
  checkpoint("a changed size", (text) => text.replace("\n2000\n", "\n1999\n")),
  checkpoint("lines that end as on Windows", (text) => text.replaceAll("\n", "\r\n")),
  checkpoint("no signature", (text) => text.slice(0, text.indexOf("\n\n") + 1)),
  checkpoint("a signature twice", (text) => `${text}${text.slice(text.indexOf("—"))}`),
  checkpoint("only a signature of somebody unknown", (text) =>
    text.replace(/— [^]*/, "— somebody AAAAAAA=\n"),
  ),
  checkpoint("a changed signature", (text) => text.replace(/.{8}=*\n$/, "AAAAAAA=\n")),
  files("CHECKPOINT_REFUSED", "a fourth line, signed", (log) => {
    log.sign(`${log.checkpoint().split("\n\n")[0] ?? ""}\nmore\n`);
  }),
  files("BUNDLE_DAMAGED", "a bundle is missing", (log) => {
    bundle(log, () => undefined);
  }),
  files("BUNDLE_DAMAGED", "a bundle is cut off", (log) => {
    bundle(log, (bytes) => bytes.subarray(0, -1));
  }),
  files("BUNDLE_DAMAGED", "a bundle holds an entry too many", (log) => {
    bundle(log, (bytes) => new Uint8Array([...bytes, 0, 1, 65]));
  }),
  files("BUNDLE_DAMAGED", "a bundle holds an entry too few", (log) => {
    bundle(log, (bytes) => bytes.subarray(2 + (bytes[0] ?? 0) * 256 + (bytes[1] ?? 0)));
  }),
  files("ROOT_DIFFERS", "a byte of an entry is another", (log) => {
    bundle(log, (bytes) => flipped(bytes, 300));
  }),
  files("ROOT_DIFFERS", "two entries are swapped", (log) => {
    const swapped = log.entries.toSpliced(800, 2, ...log.entries.slice(800, 802).reverse());
    const signed = log.checkpoint();
    log.entries = swapped;
    log.publish();
    log.write("checkpoint", signed);
  }),
  files("ROOT_DIFFERS", "another root is signed", (log) => {
    log.sign(log.checkpoint().replace(/\n.{43}=\n[^]*$/, `\n${"A".repeat(43)}=\n`));
  }),
];
