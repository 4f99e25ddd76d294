// Generated from schemas/vllm.yaml by `npm run generate`: edit that file, not this one.

/** One thing that is wrong with the labels of a series. The rule is that of a finding: `promschema rules` explains it. */
export interface LabelProblem {
  readonly rule:
    | "construct/argument"
    | "label-pattern"
    | "label-requires"
    | "label-type"
    | "label-value"
    | "missing-label"
    | "serialize/unwritable"
    | "undeclared-label";
  /** The label; undefined where it is the labels as a whole. */
  readonly label?: string;
}

/** Tells what is wrong with the labels of a series; an empty list where nothing is. Never throws. */
export type ValidateLabels = (labels: unknown) => readonly LabelProblem[];

interface LabelRule {
  readonly name: string;
  readonly type?: "boolean" | "integer";
  readonly values?: readonly string[];
  readonly pattern?: { test(value: string): boolean };
  readonly requires?: readonly string[];
}

function validator(required: readonly LabelRule[], optional: readonly LabelRule[]): ValidateLabels {
  const rules = new Map([...required, ...optional].map((rule) => [rule.name, rule]));
  return (labels) => {
    const problems: LabelProblem[] = [];
    const texts = new Map<string, string>();
    const wrong = new Set<string>();
    const refuse = (rule: LabelProblem["rule"], label: string): void => {
      problems.push({ rule, label });
    };
    try {
      if (
        typeof labels !== "object" ||
        labels === null ||
        Array.isArray(labels) ||
        Object.prototype.toString.call(labels) !== "[object Object]"
      ) {
        return [{ rule: "construct/argument" }];
      }
      const given = Object.keys(labels).map((label): [string, unknown] => [
        label,
        (labels as Record<string, unknown>)[label],
      ]);
      if (Object.getOwnPropertySymbols(labels).length > 0) return [{ rule: "construct/argument" }];
      for (const [label, value] of given) {
        if (value === undefined || value === "") continue;
        const rule = rules.get(label);
        const text =
          typeof value === "string" ||
          (typeof value === "boolean" && rule?.type === "boolean") ||
          (Number.isSafeInteger(value) && rule?.type === "integer")
            ? String(value)
            : undefined;
        if (rule === undefined) {
          refuse("undeclared-label", label);
          continue;
        }
        if (text === undefined || /\p{Surrogate}/u.test(text)) {
          wrong.add(label);
          refuse(text === undefined ? "construct/argument" : "serialize/unwritable", label);
          continue;
        }
        texts.set(label, text);
        if (rule.type === "boolean" && text !== "true" && text !== "false") refuse("label-type", label);
        else if (rule.type === "integer" && !/^(?:0|-?[1-9][0-9]*)$/.test(text)) refuse("label-type", label);
        else if (rule.values?.includes(text) === false) refuse("label-value", label);
        else if (rule.pattern?.test(text) === false) refuse("label-pattern", label);
      }
    } catch {
      return [{ rule: "construct/argument" }];
    }
    for (const { name } of required) {
      if (!texts.has(name) && !wrong.has(name)) refuse("missing-label", name);
    }
    if (wrong.size > 0) return problems;
    for (const label of texts.keys()) {
      if (rules.get(label)?.requires?.some((other) => !texts.has(other))) refuse("label-requires", label);
    }
    return problems;
  };
}

const modelName: LabelRule = { name: "model_name" };
const engine: LabelRule = { name: "engine", type: "integer" };
const reason: LabelRule = { name: "reason" };
const sleepState: LabelRule = { name: "sleep_state", values: ["awake", "weights_offloaded", "discard_all"] };
const blockSize: LabelRule = { name: "block_size" };
const cacheDtype: LabelRule = { name: "cache_dtype" };
const gpuMemoryUtilization: LabelRule = { name: "gpu_memory_utilization" };
const numGpuBlocks: LabelRule = { name: "num_gpu_blocks" };
const numCpuBlocks: LabelRule = { name: "num_cpu_blocks" };
const enablePrefixCaching: LabelRule = { name: "enable_prefix_caching" };
const numGpuBlocksOverride: LabelRule = { name: "num_gpu_blocks_override" };
const slidingWindow: LabelRule = { name: "sliding_window" };
const swapSpaceBytes: LabelRule = { name: "swap_space_bytes" };
const cpuOffloadGb: LabelRule = { name: "cpu_offload_gb" };
const cpuKvcacheSpaceBytes: LabelRule = { name: "cpu_kvcache_space_bytes" };
const calculateKvScales: LabelRule = { name: "calculate_kv_scales" };
const isAttentionFree: LabelRule = { name: "is_attention_free" };
const prefixCachingHashAlgo: LabelRule = { name: "prefix_caching_hash_algo" };
const maxLora: LabelRule = { name: "max_lora", type: "integer" };
const runningLoraAdapters: LabelRule = { name: "running_lora_adapters" };
const waitingLoraAdapters: LabelRule = { name: "waiting_lora_adapters" };
const finishedReason: LabelRule = { name: "finished_reason" };
const source: LabelRule = { name: "source" };
const position: LabelRule = { name: "position", type: "integer" };

/**
 * Tells what is wrong with labels of `vllm:num_requests_running`: Requests that are computed in the
 * current batch.
 */
export const validateVllmNumRequestsRunning: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/** Tells what is wrong with labels of `vllm:num_requests_waiting`: Requests in line. */
export const validateVllmNumRequestsWaiting: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:num_requests_waiting_by_reason`: Requests in line, by
 * what they wait for.
 */
export const validateVllmNumRequestsWaitingByReason: ValidateLabels = /* @__PURE__ */ validator(
  [modelName, reason],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:engine_sleep_state`: 1 for the state that the engine is
 * in.
 */
export const validateVllmEngineSleepState: ValidateLabels = /* @__PURE__ */ validator(
  [modelName, sleepState],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:kv_cache_usage_perc`: Share of the cache that is in use,
 * from 0 to 1.
 */
export const validateVllmKvCacheUsagePerc: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:cache_config_info`: Always 1; the labels have the
 * configuration of the cache.
 */
export const validateVllmCacheConfigInfo: ValidateLabels = /* @__PURE__ */ validator(
  [blockSize, cacheDtype, gpuMemoryUtilization, numGpuBlocks, numCpuBlocks, enablePrefixCaching],
  [
    numGpuBlocksOverride,
    slidingWindow,
    swapSpaceBytes,
    cpuOffloadGb,
    cpuKvcacheSpaceBytes,
    calculateKvScales,
    isAttentionFree,
    prefixCachingHashAlgo,
    engine,
  ],
);

/**
 * Tells what is wrong with labels of `vllm:lora_requests_info`: When the adapters at work changed
 * last, in Unix time; the labels name them.
 */
export const validateVllmLoraRequestsInfo: ValidateLabels = /* @__PURE__ */ validator(
  [maxLora],
  [runningLoraAdapters, waitingLoraAdapters],
);

/**
 * Tells what is wrong with labels of `vllm:request_success_total`: Requests that ended, by why they
 * did.
 */
export const validateVllmRequestSuccessTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelName, finishedReason],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:corrupted_requests_total`: Requests in which a number
 * that is none turned up.
 */
export const validateVllmCorruptedRequestsTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:num_preemptions_total`: Times that a request at work was
 * set aside for want of cache.
 */
export const validateVllmNumPreemptionsTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:prompt_tokens_total`: Tokens of prompts that were taken
 * in, cached ones too.
 */
export const validateVllmPromptTokensTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:prompt_tokens_by_source_total`: Tokens of prompts, by
 * where their cached state came from.
 */
export const validateVllmPromptTokensBySourceTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelName, source],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:prompt_tokens_cached_total`: Tokens of prompts that were
 * found in a cache.
 */
export const validateVllmPromptTokensCachedTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:prompt_tokens_recomputed_total`: Cached tokens that had
 * to be computed once more.
 */
export const validateVllmPromptTokensRecomputedTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/** Tells what is wrong with labels of `vllm:generation_tokens_total`: Tokens that were written. */
export const validateVllmGenerationTokensTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:iteration_tokens_total`: Tokens that one step of the
 * engine went through.
 */
export const validateVllmIterationTokensTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:request_prompt_tokens`: Tokens of the prompt of a
 * request.
 */
export const validateVllmRequestPromptTokens: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:request_generation_tokens`: Tokens that a request was
 * answered with.
 */
export const validateVllmRequestGenerationTokens: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:request_max_num_generation_tokens`: Most tokens of any
 * answer to a request that asked for several.
 */
export const validateVllmRequestMaxNumGenerationTokens: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:request_prefill_kv_computed_tokens`: Tokens of the
 * prompt that were computed, the cached ones left out.
 */
export const validateVllmRequestPrefillKvComputedTokens: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/** Tells what is wrong with labels of `vllm:request_params_n`: Answers that a request asked for. */
export const validateVllmRequestParamsN: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:request_params_max_tokens`: Most tokens that a request
 * asked for.
 */
export const validateVllmRequestParamsMaxTokens: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:prefix_cache_queries_total`: Tokens that were looked for
 * in the cache of prefixes.
 */
export const validateVllmPrefixCacheQueriesTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:prefix_cache_hits_total`: Tokens that were found in the
 * cache of prefixes.
 */
export const validateVllmPrefixCacheHitsTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:external_prefix_cache_queries_total`: Tokens that were
 * looked for in a cache outside the instance.
 */
export const validateVllmExternalPrefixCacheQueriesTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:external_prefix_cache_hits_total`: Tokens that were
 * found in a cache outside the instance.
 */
export const validateVllmExternalPrefixCacheHitsTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:mm_cache_queries_total`: Images and other inputs that
 * were looked for in their cache.
 */
export const validateVllmMmCacheQueriesTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:mm_cache_hits_total`: Images and other inputs that were
 * found in their cache.
 */
export const validateVllmMmCacheHitsTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:time_to_first_token_seconds`: From the arrival of a
 * request to its first token.
 */
export const validateVllmTimeToFirstTokenSeconds: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:inter_token_latency_seconds`: From one token to the
 * next.
 */
export const validateVllmInterTokenLatencySeconds: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:request_time_per_output_token_seconds`: Mean time of a
 * request for each token after its first.
 */
export const validateVllmRequestTimePerOutputTokenSeconds: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:e2e_request_latency_seconds`: From the arrival of a
 * request to its last token.
 */
export const validateVllmE2eRequestLatencySeconds: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:request_queue_time_seconds`: Time that a request spent
 * in line.
 */
export const validateVllmRequestQueueTimeSeconds: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:request_inference_time_seconds`: Time that a request was
 * at work.
 */
export const validateVllmRequestInferenceTimeSeconds: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:request_prefill_time_seconds`: Time that the prompt of a
 * request took.
 */
export const validateVllmRequestPrefillTimeSeconds: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:request_decode_time_seconds`: Time that the answer to a
 * request took, from its first token on.
 */
export const validateVllmRequestDecodeTimeSeconds: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:spec_decode_num_drafts_total`: Drafts that a smaller
 * model wrote ahead.
 */
export const validateVllmSpecDecodeNumDraftsTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:spec_decode_num_draft_tokens_total`: Tokens of those
 * drafts.
 */
export const validateVllmSpecDecodeNumDraftTokensTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:spec_decode_num_accepted_tokens_total`: Tokens of drafts
 * that the model took over.
 */
export const validateVllmSpecDecodeNumAcceptedTokensTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:spec_decode_num_accepted_tokens_per_pos_total`: Tokens
 * of drafts that the model took over, by their place in the draft.
 */
export const validateVllmSpecDecodeNumAcceptedTokensPerPosTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelName, position],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:kv_block_lifetime_seconds`: How long a block of the
 * cache lived, over a sample of blocks.
 */
export const validateVllmKvBlockLifetimeSeconds: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:kv_block_idle_before_evict_seconds`: How long a block of
 * the cache lay idle before it went, over a sample of blocks.
 */
export const validateVllmKvBlockIdleBeforeEvictSeconds: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:kv_block_reuse_gap_seconds`: Time between two uses of a
 * block of the cache, over a sample of blocks.
 */
export const validateVllmKvBlockReuseGapSeconds: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:gpu_cache_usage_perc`: Share of the cache on the GPU
 * that is in use, from 0 to 1.
 *
 * @deprecated
 */
export const validateVllmGpuCacheUsagePerc: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:gpu_prefix_cache_queries_total`: Tokens that were looked
 * for in the cache of prefixes.
 *
 * @deprecated
 */
export const validateVllmGpuPrefixCacheQueriesTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:gpu_prefix_cache_hits_total`: Tokens that were found in
 * the cache of prefixes.
 *
 * @deprecated
 */
export const validateVllmGpuPrefixCacheHitsTotal: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:time_per_output_token_seconds`: From one token to the
 * next.
 *
 * @deprecated
 */
export const validateVllmTimePerOutputTokenSeconds: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:num_requests_swapped`: Requests whose cache was moved to
 * the memory of the host.
 *
 * @deprecated
 */
export const validateVllmNumRequestsSwapped: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:cpu_cache_usage_perc`: Share of the cache in the memory
 * of the host that is in use, from 0 to 1.
 *
 * @deprecated
 */
export const validateVllmCpuCacheUsagePerc: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:gpu_prefix_cache_hit_rate`: Share of blocks that were
 * found in the cache of prefixes; -1 where it is off.
 *
 * @deprecated
 */
export const validateVllmGpuPrefixCacheHitRate: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:cpu_prefix_cache_hit_rate`: The same of the cache in the
 * memory of the host.
 *
 * @deprecated
 */
export const validateVllmCpuPrefixCacheHitRate: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:avg_prompt_throughput_toks_per_s`: Tokens of prompts a
 * second.
 *
 * @deprecated
 */
export const validateVllmAvgPromptThroughputToksPerS: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:avg_generation_throughput_toks_per_s`: Tokens written a
 * second.
 *
 * @deprecated
 */
export const validateVllmAvgGenerationThroughputToksPerS: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/**
 * Tells what is wrong with labels of `vllm:request_params_best_of`: Candidates that a request asked
 * to choose from.
 *
 * @deprecated
 */
export const validateVllmRequestParamsBestOf: ValidateLabels = /* @__PURE__ */ validator(
  [modelName],
  [engine],
);

/** Every validator, by the name of its metric. */
export const validators: ReadonlyMap<string, ValidateLabels> = /* @__PURE__ */ new Map([
  ["vllm:num_requests_running", validateVllmNumRequestsRunning],
  ["vllm:num_requests_waiting", validateVllmNumRequestsWaiting],
  ["vllm:num_requests_waiting_by_reason", validateVllmNumRequestsWaitingByReason],
  ["vllm:engine_sleep_state", validateVllmEngineSleepState],
  ["vllm:kv_cache_usage_perc", validateVllmKvCacheUsagePerc],
  ["vllm:cache_config_info", validateVllmCacheConfigInfo],
  ["vllm:lora_requests_info", validateVllmLoraRequestsInfo],
  ["vllm:request_success_total", validateVllmRequestSuccessTotal],
  ["vllm:corrupted_requests_total", validateVllmCorruptedRequestsTotal],
  ["vllm:num_preemptions_total", validateVllmNumPreemptionsTotal],
  ["vllm:prompt_tokens_total", validateVllmPromptTokensTotal],
  ["vllm:prompt_tokens_by_source_total", validateVllmPromptTokensBySourceTotal],
  ["vllm:prompt_tokens_cached_total", validateVllmPromptTokensCachedTotal],
  ["vllm:prompt_tokens_recomputed_total", validateVllmPromptTokensRecomputedTotal],
  ["vllm:generation_tokens_total", validateVllmGenerationTokensTotal],
  ["vllm:iteration_tokens_total", validateVllmIterationTokensTotal],
  ["vllm:request_prompt_tokens", validateVllmRequestPromptTokens],
  ["vllm:request_generation_tokens", validateVllmRequestGenerationTokens],
  ["vllm:request_max_num_generation_tokens", validateVllmRequestMaxNumGenerationTokens],
  ["vllm:request_prefill_kv_computed_tokens", validateVllmRequestPrefillKvComputedTokens],
  ["vllm:request_params_n", validateVllmRequestParamsN],
  ["vllm:request_params_max_tokens", validateVllmRequestParamsMaxTokens],
  ["vllm:prefix_cache_queries_total", validateVllmPrefixCacheQueriesTotal],
  ["vllm:prefix_cache_hits_total", validateVllmPrefixCacheHitsTotal],
  ["vllm:external_prefix_cache_queries_total", validateVllmExternalPrefixCacheQueriesTotal],
  ["vllm:external_prefix_cache_hits_total", validateVllmExternalPrefixCacheHitsTotal],
  ["vllm:mm_cache_queries_total", validateVllmMmCacheQueriesTotal],
  ["vllm:mm_cache_hits_total", validateVllmMmCacheHitsTotal],
  ["vllm:time_to_first_token_seconds", validateVllmTimeToFirstTokenSeconds],
  ["vllm:inter_token_latency_seconds", validateVllmInterTokenLatencySeconds],
  ["vllm:request_time_per_output_token_seconds", validateVllmRequestTimePerOutputTokenSeconds],
  ["vllm:e2e_request_latency_seconds", validateVllmE2eRequestLatencySeconds],
  ["vllm:request_queue_time_seconds", validateVllmRequestQueueTimeSeconds],
  ["vllm:request_inference_time_seconds", validateVllmRequestInferenceTimeSeconds],
  ["vllm:request_prefill_time_seconds", validateVllmRequestPrefillTimeSeconds],
  ["vllm:request_decode_time_seconds", validateVllmRequestDecodeTimeSeconds],
  ["vllm:spec_decode_num_drafts_total", validateVllmSpecDecodeNumDraftsTotal],
  ["vllm:spec_decode_num_draft_tokens_total", validateVllmSpecDecodeNumDraftTokensTotal],
  ["vllm:spec_decode_num_accepted_tokens_total", validateVllmSpecDecodeNumAcceptedTokensTotal],
  ["vllm:spec_decode_num_accepted_tokens_per_pos_total", validateVllmSpecDecodeNumAcceptedTokensPerPosTotal],
  ["vllm:kv_block_lifetime_seconds", validateVllmKvBlockLifetimeSeconds],
  ["vllm:kv_block_idle_before_evict_seconds", validateVllmKvBlockIdleBeforeEvictSeconds],
  ["vllm:kv_block_reuse_gap_seconds", validateVllmKvBlockReuseGapSeconds],
  ["vllm:gpu_cache_usage_perc", validateVllmGpuCacheUsagePerc],
  ["vllm:gpu_prefix_cache_queries_total", validateVllmGpuPrefixCacheQueriesTotal],
  ["vllm:gpu_prefix_cache_hits_total", validateVllmGpuPrefixCacheHitsTotal],
  ["vllm:time_per_output_token_seconds", validateVllmTimePerOutputTokenSeconds],
  ["vllm:num_requests_swapped", validateVllmNumRequestsSwapped],
  ["vllm:cpu_cache_usage_perc", validateVllmCpuCacheUsagePerc],
  ["vllm:gpu_prefix_cache_hit_rate", validateVllmGpuPrefixCacheHitRate],
  ["vllm:cpu_prefix_cache_hit_rate", validateVllmCpuPrefixCacheHitRate],
  ["vllm:avg_prompt_throughput_toks_per_s", validateVllmAvgPromptThroughputToksPerS],
  ["vllm:avg_generation_throughput_toks_per_s", validateVllmAvgGenerationThroughputToksPerS],
  ["vllm:request_params_best_of", validateVllmRequestParamsBestOf],
]);
