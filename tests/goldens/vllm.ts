// Generated from schemas/vllm.yaml by `npm run generate`: edit that file, not this one.
import { declareRegistry } from "../../src/index.js";

/** What a vLLM server exposes of its engine, its requests and its caches. */
export const vllm = declareRegistry({
  registry: "vllm",
  description: "What a vLLM server exposes of its engine, its requests and its caches.",
  labels: {
    model_name: { description: "Name that the model is served under." },
    engine: { description: "Number of the engine; 0 unless data runs parallel.", type: "integer" },
    finished_reason: {
      description: "Why a request ended.",
      enum: {
        stop: "the model ended its answer, or wrote a stop sequence",
        length: "the answer reached its greatest length",
        abort: "the caller went away or took the request back",
        error: "the engine failed at it",
        repetition: "the answer repeated itself",
      },
      open: true,
    },
    reason: {
      description: "What a request waits for.",
      enum: {
        capacity: "room in the cache or in the batch",
        deferred: "something that passes, such as an adapter or a transfer of cache",
      },
      open: true,
    },
    sleep_state: {
      description: "State of an engine that can be put to sleep.",
      enum: {
        awake: { meaning: "the engine takes requests", presence: "always" },
        weights_offloaded: {
          meaning: "its weights lie in the memory of the host",
          presence: "always",
        },
        discard_all: { meaning: "its weights and its cache are gone", presence: "always" },
      },
    },
    source: {
      description: "Where the cached state of a prompt came from.",
      enum: {
        local_compute: "computed for this request",
        local_cache_hit: "found in the cache of the engine",
        external_kv_transfer: "brought from another instance or tier",
      },
      open: true,
    },
    position: { description: "Place of a token in the draft, from 0.", type: "integer" },
    max_lora: { description: "Adapters that may be used in one batch.", type: "integer" },
    running_lora_adapters: {
      description: "Adapters of the requests at work, with commas between.",
    },
    waiting_lora_adapters: {
      description: "Adapters of the requests in line, with commas between.",
    },
  },
  labelSets: {
    engine: ["model_name", "engine?"],
    config: [
      { name: "block_size", description: "Tokens in a block of the cache." },
      {
        name: "cache_dtype",
        description: "Type of the numbers in the cache.",
        examples: ["auto", "fp8"],
      },
      {
        name: "gpu_memory_utilization",
        description: "Share of the memory of the GPU that may be used.",
      },
      { name: "num_gpu_blocks", description: "Blocks of the cache on the GPU." },
      { name: "num_cpu_blocks", description: "Blocks of the cache in the memory of the host." },
      { name: "enable_prefix_caching", description: "Whether beginnings of prompts are cached." },
      {
        name: "num_gpu_blocks_override",
        optional: true,
        description: "Number of blocks that was asked for.",
      },
      {
        name: "sliding_window",
        optional: true,
        description: "Tokens that attention reaches back.",
      },
      {
        name: "swap_space_bytes",
        optional: true,
        description: "Memory of the host for swapped blocks.",
      },
      { name: "cpu_offload_gb", optional: true, description: "Memory of the host for weights." },
      {
        name: "cpu_kvcache_space_bytes",
        optional: true,
        description: "Memory of the host for the cache.",
      },
      {
        name: "calculate_kv_scales",
        optional: true,
        description: "Whether scales of the cache are computed.",
      },
      {
        name: "is_attention_free",
        optional: true,
        description: "Whether the model has no attention.",
      },
      { name: "prefix_caching_hash_algo", optional: true, description: "Hash of cached prefixes." },
      "engine?",
    ],
  },
  metrics: {
    /**
     * Requests that are computed in the current batch.
     *
     * Gauge. Values are whole numbers, at least 0.
     */
    "vllm:num_requests_running": {
      type: "gauge",
      description: "Requests that are computed in the current batch.",
      labels: ["...engine"],
      value: { min: 0, integer: true },
    },
    /**
     * Requests in line.
     *
     * Gauge. Values are whole numbers, at least 0.
     */
    "vllm:num_requests_waiting": {
      type: "gauge",
      description: "Requests in line.",
      labels: ["...engine"],
      value: { min: 0, integer: true },
    },
    /**
     * Requests in line, by what they wait for.
     *
     * Gauge. Values are whole numbers, at least 0. May be missing: Newer versions of the V1 engine.
     */
    "vllm:num_requests_waiting_by_reason": {
      type: "gauge",
      description: "Requests in line, by what they wait for.",
      presence: { conditional: "Newer versions of the V1 engine." },
      labels: ["...engine", "reason"],
      value: { min: 0, integer: true },
    },
    /**
     * 1 for the state that the engine is in.
     *
     * Asleep, awake is 0 and one of the other two is 1.
     *
     * Gauge. Values are whole numbers, from 0 to 1. May be missing: Newer versions of the V1
     * engine.
     */
    "vllm:engine_sleep_state": {
      type: "gauge",
      description: "1 for the state that the engine is in.",
      note: "Asleep, awake is 0 and one of the other two is 1.",
      presence: { conditional: "Newer versions of the V1 engine." },
      labels: ["...engine", "sleep_state"],
      value: { min: 0, max: 1, integer: true },
    },
    /**
     * Share of the cache that is in use, from 0 to 1.
     *
     * Gauge. Values are from 0 to 1.
     */
    "vllm:kv_cache_usage_perc": {
      type: "gauge",
      description: "Share of the cache that is in use, from 0 to 1.",
      labels: ["...engine"],
      value: { min: 0, max: 1 },
    },
    /**
     * Always 1; the labels have the configuration of the cache.
     *
     * Which labels there are changes with the version, and a setting that is not made reads None.
     *
     * Gauge. Values are from 1 to 1.
     */
    "vllm:cache_config_info": {
      type: "gauge",
      description: "Always 1; the labels have the configuration of the cache.",
      note: "Which labels there are changes with the version, and a setting that is not made reads None.",
      labels: ["...config"],
      value: { min: 1, max: 1 },
    },
    /**
     * When the adapters at work changed last, in Unix time; the labels name them.
     *
     * Gauge. Values are at least 0. May be missing: Adapters are enabled.
     */
    "vllm:lora_requests_info": {
      type: "gauge",
      description: "When the adapters at work changed last, in Unix time; the labels name them.",
      presence: { conditional: "Adapters are enabled." },
      labels: ["max_lora", "running_lora_adapters?", "waiting_lora_adapters?"],
      value: { min: 0 },
    },
    /**
     * Requests that ended, by why they did.
     *
     * Counter. Values are whole numbers, at least 0.
     */
    "vllm:request_success_total": {
      type: "counter",
      description: "Requests that ended, by why they did.",
      labels: ["...engine", "finished_reason"],
      value: { min: 0, integer: true },
    },
    /**
     * Requests in which a number that is none turned up.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: The engine was told to look
     * for such numbers.
     */
    "vllm:corrupted_requests_total": {
      type: "counter",
      description: "Requests in which a number that is none turned up.",
      presence: { conditional: "The engine was told to look for such numbers." },
      labels: ["...engine"],
      value: { min: 0, integer: true },
    },
    /**
     * Times that a request at work was set aside for want of cache.
     *
     * Counter. Values are whole numbers, at least 0.
     */
    "vllm:num_preemptions_total": {
      type: "counter",
      description: "Times that a request at work was set aside for want of cache.",
      labels: ["...engine"],
      value: { min: 0, integer: true },
    },
    /**
     * Tokens of prompts that were taken in, cached ones too.
     *
     * Counter. Values are whole numbers, at least 0.
     */
    "vllm:prompt_tokens_total": {
      type: "counter",
      description: "Tokens of prompts that were taken in, cached ones too.",
      labels: ["...engine"],
      value: { min: 0, integer: true },
    },
    /**
     * Tokens of prompts, by where their cached state came from.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: Newer versions of the V1
     * engine.
     */
    "vllm:prompt_tokens_by_source_total": {
      type: "counter",
      description: "Tokens of prompts, by where their cached state came from.",
      presence: { conditional: "Newer versions of the V1 engine." },
      labels: ["...engine", "source"],
      value: { min: 0, integer: true },
    },
    /**
     * Tokens of prompts that were found in a cache.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: Newer versions of the V1
     * engine.
     */
    "vllm:prompt_tokens_cached_total": {
      type: "counter",
      description: "Tokens of prompts that were found in a cache.",
      presence: { conditional: "Newer versions of the V1 engine." },
      labels: ["...engine"],
      value: { min: 0, integer: true },
    },
    /**
     * Cached tokens that had to be computed once more.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: Some versions of the V1
     * engine.
     */
    "vllm:prompt_tokens_recomputed_total": {
      type: "counter",
      description: "Cached tokens that had to be computed once more.",
      presence: { conditional: "Some versions of the V1 engine." },
      labels: ["...engine"],
      value: { min: 0, integer: true },
    },
    /**
     * Tokens that were written.
     *
     * Counter. Values are whole numbers, at least 0.
     */
    "vllm:generation_tokens_total": {
      type: "counter",
      description: "Tokens that were written.",
      labels: ["...engine"],
      value: { min: 0, integer: true },
    },
    /**
     * Tokens that one step of the engine went through.
     *
     * A histogram, whatever its name says. Its bounds depend on version and configuration.
     *
     * Histogram. Observations are at least 0.
     */
    "vllm:iteration_tokens_total": {
      type: "histogram",
      description: "Tokens that one step of the engine went through.",
      note: "A histogram, whatever its name says. Its bounds depend on version and configuration.",
      labels: ["...engine"],
      value: { min: 0 },
    },
    /**
     * Tokens of the prompt of a request.
     *
     * Histogram. Observations are at least 0.
     */
    "vllm:request_prompt_tokens": {
      type: "histogram",
      description: "Tokens of the prompt of a request.",
      labels: ["...engine"],
      value: { min: 0 },
    },
    /**
     * Tokens that a request was answered with.
     *
     * Histogram. Observations are at least 0.
     */
    "vllm:request_generation_tokens": {
      type: "histogram",
      description: "Tokens that a request was answered with.",
      labels: ["...engine"],
      value: { min: 0 },
    },
    /**
     * Most tokens of any answer to a request that asked for several.
     *
     * Histogram. Observations are at least 0. May be missing: The V1 engine.
     */
    "vllm:request_max_num_generation_tokens": {
      type: "histogram",
      description: "Most tokens of any answer to a request that asked for several.",
      presence: { conditional: "The V1 engine." },
      labels: ["...engine"],
      value: { min: 0 },
    },
    /**
     * Tokens of the prompt that were computed, the cached ones left out.
     *
     * Histogram. Observations are at least 0. May be missing: Newer versions of the V1 engine.
     */
    "vllm:request_prefill_kv_computed_tokens": {
      type: "histogram",
      description: "Tokens of the prompt that were computed, the cached ones left out.",
      presence: { conditional: "Newer versions of the V1 engine." },
      labels: ["...engine"],
      value: { min: 0 },
    },
    /**
     * Answers that a request asked for.
     *
     * Histogram. Observations are at least 0.
     */
    "vllm:request_params_n": {
      type: "histogram",
      description: "Answers that a request asked for.",
      labels: ["...engine"],
      value: { min: 0 },
      buckets: [1, 2, 5, 10, 20],
    },
    /**
     * Most tokens that a request asked for.
     *
     * Histogram. Observations are at least 0. May be missing: The V1 engine.
     */
    "vllm:request_params_max_tokens": {
      type: "histogram",
      description: "Most tokens that a request asked for.",
      presence: { conditional: "The V1 engine." },
      labels: ["...engine"],
      value: { min: 0 },
    },
    /**
     * Tokens that were looked for in the cache of prefixes.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: The V1 engine.
     */
    "vllm:prefix_cache_queries_total": {
      type: "counter",
      description: "Tokens that were looked for in the cache of prefixes.",
      presence: { conditional: "The V1 engine." },
      labels: ["...engine"],
      value: { min: 0, integer: true },
    },
    /**
     * Tokens that were found in the cache of prefixes.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: The V1 engine.
     */
    "vllm:prefix_cache_hits_total": {
      type: "counter",
      description: "Tokens that were found in the cache of prefixes.",
      presence: { conditional: "The V1 engine." },
      labels: ["...engine"],
      value: { min: 0, integer: true },
    },
    /**
     * Tokens that were looked for in a cache outside the instance.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: Newer versions of the V1
     * engine.
     */
    "vllm:external_prefix_cache_queries_total": {
      type: "counter",
      description: "Tokens that were looked for in a cache outside the instance.",
      presence: { conditional: "Newer versions of the V1 engine." },
      labels: ["...engine"],
      value: { min: 0, integer: true },
    },
    /**
     * Tokens that were found in a cache outside the instance.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: Newer versions of the V1
     * engine.
     */
    "vllm:external_prefix_cache_hits_total": {
      type: "counter",
      description: "Tokens that were found in a cache outside the instance.",
      presence: { conditional: "Newer versions of the V1 engine." },
      labels: ["...engine"],
      value: { min: 0, integer: true },
    },
    /**
     * Images and other inputs that were looked for in their cache.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: Newer versions of the V1
     * engine.
     */
    "vllm:mm_cache_queries_total": {
      type: "counter",
      description: "Images and other inputs that were looked for in their cache.",
      presence: { conditional: "Newer versions of the V1 engine." },
      labels: ["...engine"],
      value: { min: 0, integer: true },
    },
    /**
     * Images and other inputs that were found in their cache.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: Newer versions of the V1
     * engine.
     */
    "vllm:mm_cache_hits_total": {
      type: "counter",
      description: "Images and other inputs that were found in their cache.",
      presence: { conditional: "Newer versions of the V1 engine." },
      labels: ["...engine"],
      value: { min: 0, integer: true },
    },
    /**
     * From the arrival of a request to its first token.
     *
     * Histogram in seconds. Observations are at least 0.
     */
    "vllm:time_to_first_token_seconds": {
      type: "histogram",
      description: "From the arrival of a request to its first token.",
      unit: "seconds",
      labels: ["...engine"],
      value: { min: 0 },
      buckets: [
        0.001,
        0.005,
        0.01,
        0.02,
        0.04,
        0.06,
        0.08,
        0.1,
        0.25,
        0.5,
        0.75,
        1,
        2.5,
        5,
        7.5,
        10,
        20,
        40,
        80,
        160,
        640,
        2560,
      ],
    },
    /**
     * From one token to the next.
     *
     * Histogram in seconds. Observations are at least 0. May be missing: Newer versions of the V1
     * engine.
     */
    "vllm:inter_token_latency_seconds": {
      type: "histogram",
      description: "From one token to the next.",
      unit: "seconds",
      presence: { conditional: "Newer versions of the V1 engine." },
      labels: ["...engine"],
      value: { min: 0 },
      buckets: [
        0.01,
        0.025,
        0.05,
        0.075,
        0.1,
        0.15,
        0.2,
        0.3,
        0.4,
        0.5,
        0.75,
        1,
        2.5,
        5,
        7.5,
        10,
        20,
        40,
        80,
      ],
    },
    /**
     * Mean time of a request for each token after its first.
     *
     * Histogram in seconds. Observations are at least 0. May be missing: Newer versions of the V1
     * engine.
     */
    "vllm:request_time_per_output_token_seconds": {
      type: "histogram",
      description: "Mean time of a request for each token after its first.",
      unit: "seconds",
      presence: { conditional: "Newer versions of the V1 engine." },
      labels: ["...engine"],
      value: { min: 0 },
      buckets: [
        0.01,
        0.025,
        0.05,
        0.075,
        0.1,
        0.15,
        0.2,
        0.3,
        0.4,
        0.5,
        0.75,
        1,
        2.5,
        5,
        7.5,
        10,
        20,
        40,
        80,
      ],
    },
    /**
     * From the arrival of a request to its last token.
     *
     * Histogram in seconds. Observations are at least 0.
     */
    "vllm:e2e_request_latency_seconds": {
      type: "histogram",
      description: "From the arrival of a request to its last token.",
      unit: "seconds",
      labels: ["...engine"],
      value: { min: 0 },
      buckets: [
        0.3,
        0.5,
        0.8,
        1,
        1.5,
        2,
        2.5,
        5,
        10,
        15,
        20,
        30,
        40,
        50,
        60,
        120,
        240,
        480,
        960,
        1920,
        7680,
      ],
    },
    /**
     * Time that a request spent in line.
     *
     * Histogram in seconds. Observations are at least 0. May be missing: The V1 engine.
     */
    "vllm:request_queue_time_seconds": {
      type: "histogram",
      description: "Time that a request spent in line.",
      unit: "seconds",
      presence: { conditional: "The V1 engine." },
      labels: ["...engine"],
      value: { min: 0 },
      buckets: [
        0.3,
        0.5,
        0.8,
        1,
        1.5,
        2,
        2.5,
        5,
        10,
        15,
        20,
        30,
        40,
        50,
        60,
        120,
        240,
        480,
        960,
        1920,
        7680,
      ],
    },
    /**
     * Time that a request was at work.
     *
     * Histogram in seconds. Observations are at least 0. May be missing: The V1 engine.
     */
    "vllm:request_inference_time_seconds": {
      type: "histogram",
      description: "Time that a request was at work.",
      unit: "seconds",
      presence: { conditional: "The V1 engine." },
      labels: ["...engine"],
      value: { min: 0 },
      buckets: [
        0.3,
        0.5,
        0.8,
        1,
        1.5,
        2,
        2.5,
        5,
        10,
        15,
        20,
        30,
        40,
        50,
        60,
        120,
        240,
        480,
        960,
        1920,
        7680,
      ],
    },
    /**
     * Time that the prompt of a request took.
     *
     * Histogram in seconds. Observations are at least 0. May be missing: The V1 engine.
     */
    "vllm:request_prefill_time_seconds": {
      type: "histogram",
      description: "Time that the prompt of a request took.",
      unit: "seconds",
      presence: { conditional: "The V1 engine." },
      labels: ["...engine"],
      value: { min: 0 },
      buckets: [
        0.3,
        0.5,
        0.8,
        1,
        1.5,
        2,
        2.5,
        5,
        10,
        15,
        20,
        30,
        40,
        50,
        60,
        120,
        240,
        480,
        960,
        1920,
        7680,
      ],
    },
    /**
     * Time that the answer to a request took, from its first token on.
     *
     * Histogram in seconds. Observations are at least 0. May be missing: The V1 engine.
     */
    "vllm:request_decode_time_seconds": {
      type: "histogram",
      description: "Time that the answer to a request took, from its first token on.",
      unit: "seconds",
      presence: { conditional: "The V1 engine." },
      labels: ["...engine"],
      value: { min: 0 },
      buckets: [
        0.3,
        0.5,
        0.8,
        1,
        1.5,
        2,
        2.5,
        5,
        10,
        15,
        20,
        30,
        40,
        50,
        60,
        120,
        240,
        480,
        960,
        1920,
        7680,
      ],
    },
    /**
     * Drafts that a smaller model wrote ahead.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: Speculative decoding is
     * enabled.
     */
    "vllm:spec_decode_num_drafts_total": {
      type: "counter",
      description: "Drafts that a smaller model wrote ahead.",
      presence: { conditional: "Speculative decoding is enabled." },
      labels: ["...engine"],
      value: { min: 0, integer: true },
    },
    /**
     * Tokens of those drafts.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: Speculative decoding is
     * enabled.
     */
    "vllm:spec_decode_num_draft_tokens_total": {
      type: "counter",
      description: "Tokens of those drafts.",
      presence: { conditional: "Speculative decoding is enabled." },
      labels: ["...engine"],
      value: { min: 0, integer: true },
    },
    /**
     * Tokens of drafts that the model took over.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: Speculative decoding is
     * enabled.
     */
    "vllm:spec_decode_num_accepted_tokens_total": {
      type: "counter",
      description: "Tokens of drafts that the model took over.",
      presence: { conditional: "Speculative decoding is enabled." },
      labels: ["...engine"],
      value: { min: 0, integer: true },
    },
    /**
     * Tokens of drafts that the model took over, by their place in the draft.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: Speculative decoding is
     * enabled.
     */
    "vllm:spec_decode_num_accepted_tokens_per_pos_total": {
      type: "counter",
      description: "Tokens of drafts that the model took over, by their place in the draft.",
      presence: { conditional: "Speculative decoding is enabled." },
      labels: ["...engine", "position"],
      value: { min: 0, integer: true },
    },
    /**
     * How long a block of the cache lived, over a sample of blocks.
     *
     * Histogram in seconds. Observations are at least 0. May be missing: Metrics of the residency
     * in the cache are enabled.
     */
    "vllm:kv_block_lifetime_seconds": {
      type: "histogram",
      description: "How long a block of the cache lived, over a sample of blocks.",
      unit: "seconds",
      presence: { conditional: "Metrics of the residency in the cache are enabled." },
      labels: ["...engine"],
      value: { min: 0 },
      buckets: [
        0.001,
        0.002,
        0.005,
        0.01,
        0.02,
        0.05,
        0.1,
        0.2,
        0.5,
        1,
        2,
        5,
        10,
        20,
        30,
        60,
        120,
        300,
        600,
        1200,
        1800,
      ],
    },
    /**
     * How long a block of the cache lay idle before it went, over a sample of blocks.
     *
     * Histogram in seconds. Observations are at least 0. May be missing: Metrics of the residency
     * in the cache are enabled.
     */
    "vllm:kv_block_idle_before_evict_seconds": {
      type: "histogram",
      description:
        "How long a block of the cache lay idle before it went, over a sample of blocks.",
      unit: "seconds",
      presence: { conditional: "Metrics of the residency in the cache are enabled." },
      labels: ["...engine"],
      value: { min: 0 },
      buckets: [
        0.001,
        0.002,
        0.005,
        0.01,
        0.02,
        0.05,
        0.1,
        0.2,
        0.5,
        1,
        2,
        5,
        10,
        20,
        30,
        60,
        120,
        300,
        600,
        1200,
        1800,
      ],
    },
    /**
     * Time between two uses of a block of the cache, over a sample of blocks.
     *
     * Histogram in seconds. Observations are at least 0. May be missing: Metrics of the residency
     * in the cache are enabled.
     */
    "vllm:kv_block_reuse_gap_seconds": {
      type: "histogram",
      description: "Time between two uses of a block of the cache, over a sample of blocks.",
      unit: "seconds",
      presence: { conditional: "Metrics of the residency in the cache are enabled." },
      labels: ["...engine"],
      value: { min: 0 },
      buckets: [
        0.001,
        0.002,
        0.005,
        0.01,
        0.02,
        0.05,
        0.1,
        0.2,
        0.5,
        1,
        2,
        5,
        10,
        20,
        30,
        60,
        120,
        300,
        600,
        1200,
        1800,
      ],
    },
    /**
     * Share of the cache on the GPU that is in use, from 0 to 1.
     *
     * Gauge. Values are from 0 to 1. May be missing: Older versions.
     *
     * @deprecated Since 0.9. Use `vllm:kv_cache_usage_perc`.
     */
    "vllm:gpu_cache_usage_perc": {
      type: "gauge",
      description: "Share of the cache on the GPU that is in use, from 0 to 1.",
      deprecated: { since: "0.9", renamedTo: "vllm:kv_cache_usage_perc" },
      presence: { conditional: "Older versions." },
      labels: ["...engine"],
      value: { min: 0, max: 1 },
    },
    /**
     * Tokens that were looked for in the cache of prefixes.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: Older versions.
     *
     * @deprecated Since 0.9. Use `vllm:prefix_cache_queries_total`.
     */
    "vllm:gpu_prefix_cache_queries_total": {
      type: "counter",
      description: "Tokens that were looked for in the cache of prefixes.",
      deprecated: { since: "0.9", renamedTo: "vllm:prefix_cache_queries_total" },
      presence: { conditional: "Older versions." },
      labels: ["...engine"],
      value: { min: 0, integer: true },
    },
    /**
     * Tokens that were found in the cache of prefixes.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: Older versions.
     *
     * @deprecated Since 0.9. Use `vllm:prefix_cache_hits_total`.
     */
    "vllm:gpu_prefix_cache_hits_total": {
      type: "counter",
      description: "Tokens that were found in the cache of prefixes.",
      deprecated: { since: "0.9", renamedTo: "vllm:prefix_cache_hits_total" },
      presence: { conditional: "Older versions." },
      labels: ["...engine"],
      value: { min: 0, integer: true },
    },
    /**
     * From one token to the next.
     *
     * Histogram in seconds. Observations are at least 0. May be missing: Older versions.
     *
     * @deprecated Use `vllm:inter_token_latency_seconds`.
     */
    "vllm:time_per_output_token_seconds": {
      type: "histogram",
      description: "From one token to the next.",
      unit: "seconds",
      deprecated: { renamedTo: "vllm:inter_token_latency_seconds" },
      presence: { conditional: "Older versions." },
      labels: ["...engine"],
      value: { min: 0 },
      buckets: [
        0.01,
        0.025,
        0.05,
        0.075,
        0.1,
        0.15,
        0.2,
        0.3,
        0.4,
        0.5,
        0.75,
        1,
        2.5,
        5,
        7.5,
        10,
        20,
        40,
        80,
      ],
    },
    /**
     * Requests whose cache was moved to the memory of the host.
     *
     * Gauge. Values are whole numbers, at least 0. May be missing: The V0 engine.
     *
     * @deprecated The V1 engine does not swap.
     */
    "vllm:num_requests_swapped": {
      type: "gauge",
      description: "Requests whose cache was moved to the memory of the host.",
      deprecated: { reason: "The V1 engine does not swap." },
      presence: { conditional: "The V0 engine." },
      labels: ["...engine"],
      value: { min: 0, integer: true },
    },
    /**
     * Share of the cache in the memory of the host that is in use, from 0 to 1.
     *
     * Gauge. Values are from 0 to 1. May be missing: The V0 engine.
     *
     * @deprecated The V1 engine does not swap.
     */
    "vllm:cpu_cache_usage_perc": {
      type: "gauge",
      description: "Share of the cache in the memory of the host that is in use, from 0 to 1.",
      deprecated: { reason: "The V1 engine does not swap." },
      presence: { conditional: "The V0 engine." },
      labels: ["...engine"],
      value: { min: 0, max: 1 },
    },
    /**
     * Share of blocks that were found in the cache of prefixes; -1 where it is off.
     *
     * Gauge. Values are from -1 to 1. May be missing: The V0 engine.
     *
     * @deprecated Divide the rates of vllm:prefix_cache_hits_total and
     * vllm:prefix_cache_queries_total.
     */
    "vllm:gpu_prefix_cache_hit_rate": {
      type: "gauge",
      description: "Share of blocks that were found in the cache of prefixes; -1 where it is off.",
      deprecated: {
        reason:
          "Divide the rates of vllm:prefix_cache_hits_total and vllm:prefix_cache_queries_total.",
      },
      presence: { conditional: "The V0 engine." },
      labels: ["...engine"],
      value: { min: -1, max: 1 },
    },
    /**
     * The same of the cache in the memory of the host.
     *
     * Gauge. Values are from -1 to 1. May be missing: The V0 engine.
     *
     * @deprecated The V1 engine does not swap.
     */
    "vllm:cpu_prefix_cache_hit_rate": {
      type: "gauge",
      description: "The same of the cache in the memory of the host.",
      deprecated: { reason: "The V1 engine does not swap." },
      presence: { conditional: "The V0 engine." },
      labels: ["...engine"],
      value: { min: -1, max: 1 },
    },
    /**
     * Tokens of prompts a second.
     *
     * Gauge. Values are at least 0. May be missing: The V0 engine.
     *
     * @deprecated Take the rate of vllm:prompt_tokens_total.
     */
    "vllm:avg_prompt_throughput_toks_per_s": {
      type: "gauge",
      description: "Tokens of prompts a second.",
      deprecated: { reason: "Take the rate of vllm:prompt_tokens_total." },
      presence: { conditional: "The V0 engine." },
      labels: ["...engine"],
      value: { min: 0 },
    },
    /**
     * Tokens written a second.
     *
     * Gauge. Values are at least 0. May be missing: The V0 engine.
     *
     * @deprecated Take the rate of vllm:generation_tokens_total.
     */
    "vllm:avg_generation_throughput_toks_per_s": {
      type: "gauge",
      description: "Tokens written a second.",
      deprecated: { reason: "Take the rate of vllm:generation_tokens_total." },
      presence: { conditional: "The V0 engine." },
      labels: ["...engine"],
      value: { min: 0 },
    },
    /**
     * Candidates that a request asked to choose from.
     *
     * Histogram. Observations are at least 0. May be missing: The V0 engine.
     *
     * @deprecated The V1 engine has no such parameter.
     */
    "vllm:request_params_best_of": {
      type: "histogram",
      description: "Candidates that a request asked to choose from.",
      deprecated: { reason: "The V1 engine has no such parameter." },
      presence: { conditional: "The V0 engine." },
      labels: ["...engine"],
      value: { min: 0 },
      buckets: [1, 2, 5, 10, 20],
    },
  },
});

/**
 * Labels of `vllm:num_requests_running`: Requests that are computed in the current batch.
 *
 * Gauge. Values are whole numbers, at least 0.
 */
export interface VllmNumRequestsRunningLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:num_requests_waiting`: Requests in line.
 *
 * Gauge. Values are whole numbers, at least 0.
 */
export interface VllmNumRequestsWaitingLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:num_requests_waiting_by_reason`: Requests in line, by what they wait for.
 *
 * Gauge. Values are whole numbers, at least 0. May be missing: Newer versions of the V1 engine.
 */
export interface VllmNumRequestsWaitingByReasonLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
  /**
   * What a request waits for.
   *
   * - `capacity`: room in the cache or in the batch
   * - `deferred`: something that passes, such as an adapter or a transfer of cache
   */
  reason: "capacity" | "deferred" | (string & Record<never, never>);
}

/**
 * Labels of `vllm:engine_sleep_state`: 1 for the state that the engine is in.
 *
 * Asleep, awake is 0 and one of the other two is 1.
 *
 * Gauge. Values are whole numbers, from 0 to 1. May be missing: Newer versions of the V1 engine.
 */
export interface VllmEngineSleepStateLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
  /**
   * State of an engine that can be put to sleep.
   *
   * - `awake`: the engine takes requests
   * - `weights_offloaded`: its weights lie in the memory of the host
   * - `discard_all`: its weights and its cache are gone
   */
  sleep_state: "awake" | "weights_offloaded" | "discard_all";
}

/**
 * Labels of `vllm:kv_cache_usage_perc`: Share of the cache that is in use, from 0 to 1.
 *
 * Gauge. Values are from 0 to 1.
 */
export interface VllmKvCacheUsagePercLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:cache_config_info`: Always 1; the labels have the configuration of the cache.
 *
 * Which labels there are changes with the version, and a setting that is not made reads None.
 *
 * Gauge. Values are from 1 to 1.
 */
export interface VllmCacheConfigInfoLabels {
  /** Tokens in a block of the cache. */
  block_size: string;
  /**
   * Type of the numbers in the cache.
   *
   * For example `auto`, `fp8`.
   */
  cache_dtype: string;
  /** Share of the memory of the GPU that may be used. */
  gpu_memory_utilization: string;
  /** Blocks of the cache on the GPU. */
  num_gpu_blocks: string;
  /** Blocks of the cache in the memory of the host. */
  num_cpu_blocks: string;
  /** Whether beginnings of prompts are cached. */
  enable_prefix_caching: string;
  /** Number of blocks that was asked for. */
  num_gpu_blocks_override?: string | undefined;
  /** Tokens that attention reaches back. */
  sliding_window?: string | undefined;
  /** Memory of the host for swapped blocks. */
  swap_space_bytes?: string | undefined;
  /** Memory of the host for weights. */
  cpu_offload_gb?: string | undefined;
  /** Memory of the host for the cache. */
  cpu_kvcache_space_bytes?: string | undefined;
  /** Whether scales of the cache are computed. */
  calculate_kv_scales?: string | undefined;
  /** Whether the model has no attention. */
  is_attention_free?: string | undefined;
  /** Hash of cached prefixes. */
  prefix_caching_hash_algo?: string | undefined;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:lora_requests_info`: When the adapters at work changed last, in Unix time; the
 * labels name them.
 *
 * Gauge. Values are at least 0. May be missing: Adapters are enabled.
 */
export interface VllmLoraRequestsInfoLabels {
  /** Adapters that may be used in one batch. */
  max_lora: number | `${bigint}`;
  /** Adapters of the requests at work, with commas between. */
  running_lora_adapters?: string | undefined;
  /** Adapters of the requests in line, with commas between. */
  waiting_lora_adapters?: string | undefined;
}

/**
 * Labels of `vllm:request_success_total`: Requests that ended, by why they did.
 *
 * Counter. Values are whole numbers, at least 0.
 */
export interface VllmRequestSuccessTotalLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
  /**
   * Why a request ended.
   *
   * - `stop`: the model ended its answer, or wrote a stop sequence
   * - `length`: the answer reached its greatest length
   * - `abort`: the caller went away or took the request back
   * - `error`: the engine failed at it
   * - `repetition`: the answer repeated itself
   */
  finished_reason:
    | "stop"
    | "length"
    | "abort"
    | "error"
    | "repetition"
    | (string & Record<never, never>);
}

/**
 * Labels of `vllm:corrupted_requests_total`: Requests in which a number that is none turned up.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: The engine was told to look for
 * such numbers.
 */
export interface VllmCorruptedRequestsTotalLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:num_preemptions_total`: Times that a request at work was set aside for want of
 * cache.
 *
 * Counter. Values are whole numbers, at least 0.
 */
export interface VllmNumPreemptionsTotalLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:prompt_tokens_total`: Tokens of prompts that were taken in, cached ones too.
 *
 * Counter. Values are whole numbers, at least 0.
 */
export interface VllmPromptTokensTotalLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:prompt_tokens_by_source_total`: Tokens of prompts, by where their cached state
 * came from.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: Newer versions of the V1 engine.
 */
export interface VllmPromptTokensBySourceTotalLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
  /**
   * Where the cached state of a prompt came from.
   *
   * - `local_compute`: computed for this request
   * - `local_cache_hit`: found in the cache of the engine
   * - `external_kv_transfer`: brought from another instance or tier
   */
  source:
    | "local_compute"
    | "local_cache_hit"
    | "external_kv_transfer"
    | (string & Record<never, never>);
}

/**
 * Labels of `vllm:prompt_tokens_cached_total`: Tokens of prompts that were found in a cache.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: Newer versions of the V1 engine.
 */
export interface VllmPromptTokensCachedTotalLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:prompt_tokens_recomputed_total`: Cached tokens that had to be computed once more.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: Some versions of the V1 engine.
 */
export interface VllmPromptTokensRecomputedTotalLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:generation_tokens_total`: Tokens that were written.
 *
 * Counter. Values are whole numbers, at least 0.
 */
export interface VllmGenerationTokensTotalLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:iteration_tokens_total`: Tokens that one step of the engine went through.
 *
 * A histogram, whatever its name says. Its bounds depend on version and configuration.
 *
 * Histogram. Observations are at least 0.
 */
export interface VllmIterationTokensTotalLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:request_prompt_tokens`: Tokens of the prompt of a request.
 *
 * Histogram. Observations are at least 0.
 */
export interface VllmRequestPromptTokensLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:request_generation_tokens`: Tokens that a request was answered with.
 *
 * Histogram. Observations are at least 0.
 */
export interface VllmRequestGenerationTokensLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:request_max_num_generation_tokens`: Most tokens of any answer to a request that
 * asked for several.
 *
 * Histogram. Observations are at least 0. May be missing: The V1 engine.
 */
export interface VllmRequestMaxNumGenerationTokensLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:request_prefill_kv_computed_tokens`: Tokens of the prompt that were computed, the
 * cached ones left out.
 *
 * Histogram. Observations are at least 0. May be missing: Newer versions of the V1 engine.
 */
export interface VllmRequestPrefillKvComputedTokensLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:request_params_n`: Answers that a request asked for.
 *
 * Histogram. Observations are at least 0.
 */
export interface VllmRequestParamsNLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:request_params_max_tokens`: Most tokens that a request asked for.
 *
 * Histogram. Observations are at least 0. May be missing: The V1 engine.
 */
export interface VllmRequestParamsMaxTokensLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:prefix_cache_queries_total`: Tokens that were looked for in the cache of
 * prefixes.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: The V1 engine.
 */
export interface VllmPrefixCacheQueriesTotalLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:prefix_cache_hits_total`: Tokens that were found in the cache of prefixes.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: The V1 engine.
 */
export interface VllmPrefixCacheHitsTotalLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:external_prefix_cache_queries_total`: Tokens that were looked for in a cache
 * outside the instance.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: Newer versions of the V1 engine.
 */
export interface VllmExternalPrefixCacheQueriesTotalLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:external_prefix_cache_hits_total`: Tokens that were found in a cache outside the
 * instance.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: Newer versions of the V1 engine.
 */
export interface VllmExternalPrefixCacheHitsTotalLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:mm_cache_queries_total`: Images and other inputs that were looked for in their
 * cache.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: Newer versions of the V1 engine.
 */
export interface VllmMmCacheQueriesTotalLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:mm_cache_hits_total`: Images and other inputs that were found in their cache.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: Newer versions of the V1 engine.
 */
export interface VllmMmCacheHitsTotalLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:time_to_first_token_seconds`: From the arrival of a request to its first token.
 *
 * Histogram in seconds. Observations are at least 0.
 */
export interface VllmTimeToFirstTokenSecondsLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:inter_token_latency_seconds`: From one token to the next.
 *
 * Histogram in seconds. Observations are at least 0. May be missing: Newer versions of the V1
 * engine.
 */
export interface VllmInterTokenLatencySecondsLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:request_time_per_output_token_seconds`: Mean time of a request for each token
 * after its first.
 *
 * Histogram in seconds. Observations are at least 0. May be missing: Newer versions of the V1
 * engine.
 */
export interface VllmRequestTimePerOutputTokenSecondsLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:e2e_request_latency_seconds`: From the arrival of a request to its last token.
 *
 * Histogram in seconds. Observations are at least 0.
 */
export interface VllmE2eRequestLatencySecondsLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:request_queue_time_seconds`: Time that a request spent in line.
 *
 * Histogram in seconds. Observations are at least 0. May be missing: The V1 engine.
 */
export interface VllmRequestQueueTimeSecondsLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:request_inference_time_seconds`: Time that a request was at work.
 *
 * Histogram in seconds. Observations are at least 0. May be missing: The V1 engine.
 */
export interface VllmRequestInferenceTimeSecondsLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:request_prefill_time_seconds`: Time that the prompt of a request took.
 *
 * Histogram in seconds. Observations are at least 0. May be missing: The V1 engine.
 */
export interface VllmRequestPrefillTimeSecondsLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:request_decode_time_seconds`: Time that the answer to a request took, from its
 * first token on.
 *
 * Histogram in seconds. Observations are at least 0. May be missing: The V1 engine.
 */
export interface VllmRequestDecodeTimeSecondsLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:spec_decode_num_drafts_total`: Drafts that a smaller model wrote ahead.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: Speculative decoding is enabled.
 */
export interface VllmSpecDecodeNumDraftsTotalLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:spec_decode_num_draft_tokens_total`: Tokens of those drafts.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: Speculative decoding is enabled.
 */
export interface VllmSpecDecodeNumDraftTokensTotalLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:spec_decode_num_accepted_tokens_total`: Tokens of drafts that the model took
 * over.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: Speculative decoding is enabled.
 */
export interface VllmSpecDecodeNumAcceptedTokensTotalLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:spec_decode_num_accepted_tokens_per_pos_total`: Tokens of drafts that the model
 * took over, by their place in the draft.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: Speculative decoding is enabled.
 */
export interface VllmSpecDecodeNumAcceptedTokensPerPosTotalLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
  /** Place of a token in the draft, from 0. */
  position: number | `${bigint}`;
}

/**
 * Labels of `vllm:kv_block_lifetime_seconds`: How long a block of the cache lived, over a sample of
 * blocks.
 *
 * Histogram in seconds. Observations are at least 0. May be missing: Metrics of the residency in
 * the cache are enabled.
 */
export interface VllmKvBlockLifetimeSecondsLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:kv_block_idle_before_evict_seconds`: How long a block of the cache lay idle
 * before it went, over a sample of blocks.
 *
 * Histogram in seconds. Observations are at least 0. May be missing: Metrics of the residency in
 * the cache are enabled.
 */
export interface VllmKvBlockIdleBeforeEvictSecondsLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:kv_block_reuse_gap_seconds`: Time between two uses of a block of the cache, over
 * a sample of blocks.
 *
 * Histogram in seconds. Observations are at least 0. May be missing: Metrics of the residency in
 * the cache are enabled.
 */
export interface VllmKvBlockReuseGapSecondsLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:gpu_cache_usage_perc`: Share of the cache on the GPU that is in use, from 0 to 1.
 *
 * Gauge. Values are from 0 to 1. May be missing: Older versions.
 *
 * @deprecated Since 0.9. Use `vllm:kv_cache_usage_perc`.
 */
export interface VllmGpuCacheUsagePercLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:gpu_prefix_cache_queries_total`: Tokens that were looked for in the cache of
 * prefixes.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: Older versions.
 *
 * @deprecated Since 0.9. Use `vllm:prefix_cache_queries_total`.
 */
export interface VllmGpuPrefixCacheQueriesTotalLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:gpu_prefix_cache_hits_total`: Tokens that were found in the cache of prefixes.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: Older versions.
 *
 * @deprecated Since 0.9. Use `vllm:prefix_cache_hits_total`.
 */
export interface VllmGpuPrefixCacheHitsTotalLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:time_per_output_token_seconds`: From one token to the next.
 *
 * Histogram in seconds. Observations are at least 0. May be missing: Older versions.
 *
 * @deprecated Use `vllm:inter_token_latency_seconds`.
 */
export interface VllmTimePerOutputTokenSecondsLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:num_requests_swapped`: Requests whose cache was moved to the memory of the host.
 *
 * Gauge. Values are whole numbers, at least 0. May be missing: The V0 engine.
 *
 * @deprecated The V1 engine does not swap.
 */
export interface VllmNumRequestsSwappedLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:cpu_cache_usage_perc`: Share of the cache in the memory of the host that is in
 * use, from 0 to 1.
 *
 * Gauge. Values are from 0 to 1. May be missing: The V0 engine.
 *
 * @deprecated The V1 engine does not swap.
 */
export interface VllmCpuCacheUsagePercLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:gpu_prefix_cache_hit_rate`: Share of blocks that were found in the cache of
 * prefixes; -1 where it is off.
 *
 * Gauge. Values are from -1 to 1. May be missing: The V0 engine.
 *
 * @deprecated Divide the rates of vllm:prefix_cache_hits_total and vllm:prefix_cache_queries_total.
 */
export interface VllmGpuPrefixCacheHitRateLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:cpu_prefix_cache_hit_rate`: The same of the cache in the memory of the host.
 *
 * Gauge. Values are from -1 to 1. May be missing: The V0 engine.
 *
 * @deprecated The V1 engine does not swap.
 */
export interface VllmCpuPrefixCacheHitRateLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:avg_prompt_throughput_toks_per_s`: Tokens of prompts a second.
 *
 * Gauge. Values are at least 0. May be missing: The V0 engine.
 *
 * @deprecated Take the rate of vllm:prompt_tokens_total.
 */
export interface VllmAvgPromptThroughputToksPerSLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:avg_generation_throughput_toks_per_s`: Tokens written a second.
 *
 * Gauge. Values are at least 0. May be missing: The V0 engine.
 *
 * @deprecated Take the rate of vllm:generation_tokens_total.
 */
export interface VllmAvgGenerationThroughputToksPerSLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}

/**
 * Labels of `vllm:request_params_best_of`: Candidates that a request asked to choose from.
 *
 * Histogram. Observations are at least 0. May be missing: The V0 engine.
 *
 * @deprecated The V1 engine has no such parameter.
 */
export interface VllmRequestParamsBestOfLabels {
  /** Name that the model is served under. */
  model_name: string;
  /** Number of the engine; 0 unless data runs parallel. */
  engine?: number | `${bigint}` | "" | undefined;
}
