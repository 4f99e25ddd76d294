#!/usr/bin/env node
import { exitCodes } from "./exit-codes.js";
import { run } from "./run.js";
import { processTerminal } from "./terminal.js";

// The code is set and the process left to end by itself: an exit would cut off what is still being written.
process.exitCode = await run(process.argv.slice(2), processTerminal(process));
// But for one that was told to stop: all is written, and a request or a pipe it still waits for would keep it.
if (process.exitCode === exitCodes.interrupted) process.exit();
