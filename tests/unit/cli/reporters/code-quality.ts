import { z } from "zod";

/** What GitLab's documentation says of a report, and what types cannot: lines of a file of the repository, counted from 1, texts of one line. */
export const codeQuality = z.array(
  z.object({
    description: z.string().regex(/^[^\p{Cc}\p{Bidi_Control}]+$/u),
    check_name: z.string().min(1),
    fingerprint: z.string().regex(/^[0-9a-f]{16}$/),
    severity: z.enum(["info", "minor", "major", "critical", "blocker"]),
    location: z.object({
      path: z.string().regex(/^(?!\.{0,2}\/)./),
      lines: z.object({ begin: z.int().min(1), end: z.int().min(1) }),
    }),
  }),
);
