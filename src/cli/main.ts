#!/usr/bin/env node
import { run } from "./run.js";
import { processTerminal } from "./terminal.js";

// The code is set and the process left to end by itself: an exit would cut off what is still being written.
process.exitCode = await run(process.argv.slice(2), processTerminal(process));
