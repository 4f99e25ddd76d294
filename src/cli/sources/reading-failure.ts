import { errorCode } from "../failure.js";

const meanings = new Map([
  ["ENOENT", "no such file"],
  ["ENOTDIR", "a part of the path is no directory"],
  ["EISDIR", "it is a directory"],
  ["EACCES", "permission denied"],
  ["EPERM", "permission denied"],
  ["ELOOP", "too many symbolic links"],
  ["ENAMETOOLONG", "the name is too long"],
  ["EMFILE", "too many open files"],
  ["EIO", "the device failed"],
  ["ERR_INVALID_ARG_VALUE", "the name has a null byte in it"],
  ["Z_BUF_ERROR", "the gzip data ends too early"],
  ["Z_DATA_ERROR", "the gzip data is damaged"],
]);

/** What went wrong in reading or unpacking, in words. */
export function readingFailure(error: unknown): string {
  const code = errorCode(error);
  return meanings.get(code) ?? (code === "" ? String(error) : code);
}
