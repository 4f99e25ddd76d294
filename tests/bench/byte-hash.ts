/** FNV-1a over the bytes in a plain loop: what the machine does in one pass, to compare runs on different machines. */
export function byteHash(bytes: Uint8Array): number {
  // A 32-bit integer from the start: the unsigned constant would make the whole loop one of floats.
  let hash = 0x811c9dc5 | 0;
  for (let at = 0; at < bytes.length; at++) hash = Math.imul(hash ^ bytes[at]!, 0x01000193);
  return hash;
}
