// Generated from schemas/dcgm-exporter.yaml by `npm run generate`: edit that file, not this one.

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

const gpu: LabelRule = { name: "gpu", type: "integer" };
const uUID: LabelRule = { name: "UUID" };
const device: LabelRule = { name: "device" };
const modelName: LabelRule = { name: "modelName" };
const pciBusId: LabelRule = { name: "pci_bus_id" };
const hostname: LabelRule = { name: "Hostname" };
const dCGMFIDRIVERVERSION: LabelRule = { name: "DCGM_FI_DRIVER_VERSION" };
const gPUIPROFILE: LabelRule = { name: "GPU_I_PROFILE", requires: ["GPU_I_ID"] };
const gPUIID: LabelRule = { name: "GPU_I_ID", requires: ["GPU_I_PROFILE"] };
const namespace: LabelRule = { name: "namespace", requires: ["pod"] };
const pod: LabelRule = { name: "pod", requires: ["namespace"] };
const container: LabelRule = { name: "container", requires: ["pod"] };
const errCode: LabelRule = { name: "err_code" };
const errMsg: LabelRule = { name: "err_msg" };

/**
 * Tells what is wrong with labels of `DCGM_FI_DEV_SM_CLOCK`: Clock of the processors, in megahertz.
 */
export const validateDCGMFIDEVSMCLOCK: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/**
 * Tells what is wrong with labels of `DCGM_FI_DEV_MEM_CLOCK`: Clock of the memory, in megahertz.
 */
export const validateDCGMFIDEVMEMCLOCK: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/**
 * Tells what is wrong with labels of `DCGM_FI_DEV_GPU_TEMP`: Temperature of the GPU, in degrees
 * Celsius.
 */
export const validateDCGMFIDEVGPUTEMP: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/**
 * Tells what is wrong with labels of `DCGM_FI_DEV_MEMORY_TEMP`: Temperature of the memory, in
 * degrees Celsius.
 */
export const validateDCGMFIDEVMEMORYTEMP: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/**
 * Tells what is wrong with labels of `DCGM_FI_DEV_POWER_USAGE`: Power that the GPU draws, in watts.
 */
export const validateDCGMFIDEVPOWERUSAGE: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/**
 * Tells what is wrong with labels of `DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION`: Energy that the GPU
 * has used since the driver was loaded, in millijoules.
 */
export const validateDCGMFIDEVTOTALENERGYCONSUMPTION: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/**
 * Tells what is wrong with labels of `DCGM_FI_DEV_GPU_UTIL`: Share of the time that the GPU was
 * busy, in percent.
 */
export const validateDCGMFIDEVGPUUTIL: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/**
 * Tells what is wrong with labels of `DCGM_FI_DEV_MEM_COPY_UTIL`: Share of the time that the memory
 * was read or written, in percent.
 */
export const validateDCGMFIDEVMEMCOPYUTIL: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/**
 * Tells what is wrong with labels of `DCGM_FI_DEV_ENC_UTIL`: How busy the encoder of video is, in
 * percent.
 */
export const validateDCGMFIDEVENCUTIL: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/**
 * Tells what is wrong with labels of `DCGM_FI_DEV_DEC_UTIL`: How busy the decoder of video is, in
 * percent.
 */
export const validateDCGMFIDEVDECUTIL: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/**
 * Tells what is wrong with labels of `DCGM_FI_PROF_GR_ENGINE_ACTIVE`: Share of the time that the
 * compute and graphics engine was busy, from 0 to 1.
 */
export const validateDCGMFIPROFGRENGINEACTIVE: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/**
 * Tells what is wrong with labels of `DCGM_FI_PROF_PIPE_TENSOR_ACTIVE`: Share of the cycles that
 * the tensor cores were busy, from 0 to 1.
 */
export const validateDCGMFIPROFPIPETENSORACTIVE: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/**
 * Tells what is wrong with labels of `DCGM_FI_PROF_DRAM_ACTIVE`: Share of the cycles that the
 * interface to the memory was busy, from 0 to 1.
 */
export const validateDCGMFIPROFDRAMACTIVE: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/** Tells what is wrong with labels of `DCGM_FI_DEV_FB_FREE`: Memory that is free, in mebibytes. */
export const validateDCGMFIDEVFBFREE: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/** Tells what is wrong with labels of `DCGM_FI_DEV_FB_USED`: Memory in use, in mebibytes. */
export const validateDCGMFIDEVFBUSED: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/**
 * Tells what is wrong with labels of `DCGM_FI_DEV_FB_RESERVED`: Memory that the driver keeps for
 * itself, in mebibytes.
 */
export const validateDCGMFIDEVFBRESERVED: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/**
 * Tells what is wrong with labels of `DCGM_FI_PROF_PCIE_TX_BYTES`: Bytes a second that the GPU
 * sends over PCIe, headers and all.
 */
export const validateDCGMFIPROFPCIETXBYTES: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/**
 * Tells what is wrong with labels of `DCGM_FI_PROF_PCIE_RX_BYTES`: Bytes a second that the GPU
 * receives over PCIe, headers and all.
 */
export const validateDCGMFIPROFPCIERXBYTES: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/**
 * Tells what is wrong with labels of `DCGM_FI_DEV_PCIE_REPLAY_COUNTER`: Transfers over PCIe that
 * had to be repeated.
 */
export const validateDCGMFIDEVPCIEREPLAYCOUNTER: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/**
 * Tells what is wrong with labels of `DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL`: Traffic over all lanes
 * of NVLink.
 */
export const validateDCGMFIDEVNVLINKBANDWIDTHTOTAL: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/**
 * Tells what is wrong with labels of `DCGM_FI_DEV_XID_ERRORS`: Number of the last XID error; 0
 * where there was none.
 */
export const validateDCGMFIDEVXIDERRORS: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [
    pciBusId,
    hostname,
    dCGMFIDRIVERVERSION,
    gPUIPROFILE,
    gPUIID,
    namespace,
    pod,
    container,
    errCode,
    errMsg,
  ],
);

/**
 * Tells what is wrong with labels of `DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS`: Rows of memory that
 * were replaced after errors nothing could correct.
 */
export const validateDCGMFIDEVUNCORRECTABLEREMAPPEDROWS: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/**
 * Tells what is wrong with labels of `DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS`: Rows of memory that
 * were replaced after errors that were corrected.
 */
export const validateDCGMFIDEVCORRECTABLEREMAPPEDROWS: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/**
 * Tells what is wrong with labels of `DCGM_FI_DEV_ROW_REMAP_FAILURE`: 1 where a row of memory could
 * not be replaced, else 0.
 */
export const validateDCGMFIDEVROWREMAPFAILURE: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/**
 * Tells what is wrong with labels of `DCGM_FI_DEV_VGPU_LICENSE_STATUS`: 1 where the virtual GPU has
 * its licence, else 0.
 */
export const validateDCGMFIDEVVGPULICENSESTATUS: ValidateLabels = /* @__PURE__ */ validator(
  [gpu, uUID, device, modelName],
  [pciBusId, hostname, dCGMFIDRIVERVERSION, gPUIPROFILE, gPUIID, namespace, pod, container],
);

/** Every validator, by the name of its metric. */
export const validators: ReadonlyMap<string, ValidateLabels> = /* @__PURE__ */ new Map([
  ["DCGM_FI_DEV_SM_CLOCK", validateDCGMFIDEVSMCLOCK],
  ["DCGM_FI_DEV_MEM_CLOCK", validateDCGMFIDEVMEMCLOCK],
  ["DCGM_FI_DEV_GPU_TEMP", validateDCGMFIDEVGPUTEMP],
  ["DCGM_FI_DEV_MEMORY_TEMP", validateDCGMFIDEVMEMORYTEMP],
  ["DCGM_FI_DEV_POWER_USAGE", validateDCGMFIDEVPOWERUSAGE],
  ["DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION", validateDCGMFIDEVTOTALENERGYCONSUMPTION],
  ["DCGM_FI_DEV_GPU_UTIL", validateDCGMFIDEVGPUUTIL],
  ["DCGM_FI_DEV_MEM_COPY_UTIL", validateDCGMFIDEVMEMCOPYUTIL],
  ["DCGM_FI_DEV_ENC_UTIL", validateDCGMFIDEVENCUTIL],
  ["DCGM_FI_DEV_DEC_UTIL", validateDCGMFIDEVDECUTIL],
  ["DCGM_FI_PROF_GR_ENGINE_ACTIVE", validateDCGMFIPROFGRENGINEACTIVE],
  ["DCGM_FI_PROF_PIPE_TENSOR_ACTIVE", validateDCGMFIPROFPIPETENSORACTIVE],
  ["DCGM_FI_PROF_DRAM_ACTIVE", validateDCGMFIPROFDRAMACTIVE],
  ["DCGM_FI_DEV_FB_FREE", validateDCGMFIDEVFBFREE],
  ["DCGM_FI_DEV_FB_USED", validateDCGMFIDEVFBUSED],
  ["DCGM_FI_DEV_FB_RESERVED", validateDCGMFIDEVFBRESERVED],
  ["DCGM_FI_PROF_PCIE_TX_BYTES", validateDCGMFIPROFPCIETXBYTES],
  ["DCGM_FI_PROF_PCIE_RX_BYTES", validateDCGMFIPROFPCIERXBYTES],
  ["DCGM_FI_DEV_PCIE_REPLAY_COUNTER", validateDCGMFIDEVPCIEREPLAYCOUNTER],
  ["DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL", validateDCGMFIDEVNVLINKBANDWIDTHTOTAL],
  ["DCGM_FI_DEV_XID_ERRORS", validateDCGMFIDEVXIDERRORS],
  ["DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS", validateDCGMFIDEVUNCORRECTABLEREMAPPEDROWS],
  ["DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS", validateDCGMFIDEVCORRECTABLEREMAPPEDROWS],
  ["DCGM_FI_DEV_ROW_REMAP_FAILURE", validateDCGMFIDEVROWREMAPFAILURE],
  ["DCGM_FI_DEV_VGPU_LICENSE_STATUS", validateDCGMFIDEVVGPULICENSESTATUS],
]);
