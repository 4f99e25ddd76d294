// Comparing bytes eight at a time, as floats. Equal bits are equal floats but for NaN, which valid UTF-8 cannot spell, so that it only ever
// makes bytes count as different that were not checked yet. And 0 equals -0, eight bytes of which seven are NUL: so one side has to be known
// to hold no NUL.

/** Whether `length` bytes at `left` in one view are those at `right` in another. Both must have as many. */
export function sameBytes(
  leftView: DataView,
  left: number,
  rightView: DataView,
  right: number,
  length: number,
): boolean {
  const last = length - 8;
  if (last < 0) {
    for (let at = 0; at < length; at++) {
      if (leftView.getUint8(left + at) !== rightView.getUint8(right + at)) return false;
    }
    return true;
  }
  for (let at = 0; at < last; at += 8) {
    if (leftView.getFloat64(left + at, true) !== rightView.getFloat64(right + at, true)) {
      return false;
    }
  }
  // The last eight, of which some may be compared again.
  return leftView.getFloat64(left + last, true) === rightView.getFloat64(right + last, true);
}

/** Number of equal bytes at `left` and `right`, at most `limit`. */
export function commonPrefix(view: DataView, left: number, right: number, limit: number): number {
  const last = limit - 8;
  let same = 0;
  while (
    same <= last &&
    view.getFloat64(left + same, true) === view.getFloat64(right + same, true)
  ) {
    same += 8;
  }
  if (same <= last) {
    const low = view.getInt32(left + same, true) ^ view.getInt32(right + same, true);
    if (low !== 0) return same + lowestByte(low);
    const high = view.getInt32(left + same + 4, true) ^ view.getInt32(right + same + 4, true);
    if (high !== 0) return same + 4 + lowestByte(high);
  }
  while (same < limit && view.getUint8(left + same) === view.getUint8(right + same)) same++;
  return same;
}

/** Which of four bytes, read as one number from the lowest on, is the first that is not 0. One has to be. */
export function lowestByte(bits: number): number {
  return (31 - Math.clz32(bits & -bits)) >> 3;
}
