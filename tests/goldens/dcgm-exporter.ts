// Generated from schemas/dcgm-exporter.yaml by `npm run generate`: edit that file, not this one.
import { declareRegistry } from "../../src/index.js";

/** GPUs as dcgm-exporter shows them with its default counters. */
export const dcgmExporter = declareRegistry({
  registry: "dcgm-exporter",
  description: "GPUs as dcgm-exporter shows them with its default counters.",
  labels: {
    gpu: { description: "Number of the GPU in its machine, from 0.", type: "integer" },
    UUID: { description: "Identifier of the GPU." },
    pci_bus_id: { description: "Address of the GPU on the PCI bus." },
    device: { description: "Name of the device.", examples: ["nvidia0"] },
    modelName: { description: "Name of the model of the GPU.", examples: ["NVIDIA L4"] },
    Hostname: { description: "Name of the machine." },
    DCGM_FI_DRIVER_VERSION: { description: "Version of the driver." },
    GPU_I_PROFILE: {
      description: "Profile of the GPU instance.",
      examples: ["1g.10gb"],
      requires: ["GPU_I_ID"],
    },
    GPU_I_ID: { description: "Number of the GPU instance.", requires: ["GPU_I_PROFILE"] },
    namespace: {
      description: "Kubernetes namespace of the pod that uses the GPU.",
      requires: ["pod"],
    },
    pod: { description: "Pod that uses the GPU.", requires: ["namespace"] },
    container: { description: "Container that uses the GPU.", requires: ["pod"] },
  },
  labelSets: {
    instance: ["GPU_I_PROFILE?", "GPU_I_ID?"],
    user: ["namespace?", "pod?", "container?"],
    gpu: [
      "gpu",
      "UUID",
      "pci_bus_id?",
      "device",
      "modelName",
      "Hostname?",
      "DCGM_FI_DRIVER_VERSION?",
      "...instance",
      "...user",
    ],
  },
  metrics: {
    /**
     * Clock of the processors, in megahertz.
     *
     * Gauge. Values are at least 0.
     */
    DCGM_FI_DEV_SM_CLOCK: {
      type: "gauge",
      description: "Clock of the processors, in megahertz.",
      labels: ["...gpu"],
      value: { min: 0 },
    },
    /**
     * Clock of the memory, in megahertz.
     *
     * Gauge. Values are at least 0.
     */
    DCGM_FI_DEV_MEM_CLOCK: {
      type: "gauge",
      description: "Clock of the memory, in megahertz.",
      labels: ["...gpu"],
      value: { min: 0 },
    },
    /**
     * Temperature of the GPU, in degrees Celsius.
     *
     * Gauge.
     */
    DCGM_FI_DEV_GPU_TEMP: {
      type: "gauge",
      description: "Temperature of the GPU, in degrees Celsius.",
      labels: ["...gpu"],
    },
    /**
     * Temperature of the memory, in degrees Celsius.
     *
     * 0 on a GPU that does not measure it.
     *
     * Gauge. May be missing: The GPU has the field.
     */
    DCGM_FI_DEV_MEMORY_TEMP: {
      type: "gauge",
      description: "Temperature of the memory, in degrees Celsius.",
      note: "0 on a GPU that does not measure it.",
      presence: { conditional: "The GPU has the field." },
      labels: ["...gpu"],
    },
    /**
     * Power that the GPU draws, in watts.
     *
     * Gauge. Values are at least 0.
     */
    DCGM_FI_DEV_POWER_USAGE: {
      type: "gauge",
      description: "Power that the GPU draws, in watts.",
      labels: ["...gpu"],
      value: { min: 0 },
    },
    /**
     * Energy that the GPU has used since the driver was loaded, in millijoules.
     *
     * Counter. Values are at least 0. May be missing: The GPU has the field.
     */
    DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION: {
      type: "counter",
      description: "Energy that the GPU has used since the driver was loaded, in millijoules.",
      presence: { conditional: "The GPU has the field." },
      labels: ["...gpu"],
      value: { min: 0 },
    },
    /**
     * Share of the time that the GPU was busy, in percent.
     *
     * Gauge. Values are from 0 to 100. May be missing: The GPU is not divided into instances.
     */
    DCGM_FI_DEV_GPU_UTIL: {
      type: "gauge",
      description: "Share of the time that the GPU was busy, in percent.",
      presence: { conditional: "The GPU is not divided into instances." },
      labels: ["...gpu"],
      value: { min: 0, max: 100 },
    },
    /**
     * Share of the time that the memory was read or written, in percent.
     *
     * Gauge. Values are from 0 to 100. May be missing: The GPU is not divided into instances.
     */
    DCGM_FI_DEV_MEM_COPY_UTIL: {
      type: "gauge",
      description: "Share of the time that the memory was read or written, in percent.",
      presence: { conditional: "The GPU is not divided into instances." },
      labels: ["...gpu"],
      value: { min: 0, max: 100 },
    },
    /**
     * How busy the encoder of video is, in percent.
     *
     * Gauge. Values are from 0 to 100. May be missing: The GPU is not divided into instances.
     */
    DCGM_FI_DEV_ENC_UTIL: {
      type: "gauge",
      description: "How busy the encoder of video is, in percent.",
      presence: { conditional: "The GPU is not divided into instances." },
      labels: ["...gpu"],
      value: { min: 0, max: 100 },
    },
    /**
     * How busy the decoder of video is, in percent.
     *
     * Gauge. Values are from 0 to 100. May be missing: The GPU is not divided into instances.
     */
    DCGM_FI_DEV_DEC_UTIL: {
      type: "gauge",
      description: "How busy the decoder of video is, in percent.",
      presence: { conditional: "The GPU is not divided into instances." },
      labels: ["...gpu"],
      value: { min: 0, max: 100 },
    },
    /**
     * Share of the time that the compute and graphics engine was busy, from 0 to 1.
     *
     * Gauge. Values are from 0 to 1. May be missing: A GPU for data centres of the Volta generation
     * or later.
     */
    DCGM_FI_PROF_GR_ENGINE_ACTIVE: {
      type: "gauge",
      description: "Share of the time that the compute and graphics engine was busy, from 0 to 1.",
      presence: { conditional: "A GPU for data centres of the Volta generation or later." },
      labels: ["...gpu"],
      value: { min: 0, max: 1 },
    },
    /**
     * Share of the cycles that the tensor cores were busy, from 0 to 1.
     *
     * Gauge. Values are from 0 to 1. May be missing: A GPU for data centres of the Volta generation
     * or later.
     */
    DCGM_FI_PROF_PIPE_TENSOR_ACTIVE: {
      type: "gauge",
      description: "Share of the cycles that the tensor cores were busy, from 0 to 1.",
      presence: { conditional: "A GPU for data centres of the Volta generation or later." },
      labels: ["...gpu"],
      value: { min: 0, max: 1 },
    },
    /**
     * Share of the cycles that the interface to the memory was busy, from 0 to 1.
     *
     * Gauge. Values are from 0 to 1. May be missing: A GPU for data centres of the Volta generation
     * or later.
     */
    DCGM_FI_PROF_DRAM_ACTIVE: {
      type: "gauge",
      description: "Share of the cycles that the interface to the memory was busy, from 0 to 1.",
      presence: { conditional: "A GPU for data centres of the Volta generation or later." },
      labels: ["...gpu"],
      value: { min: 0, max: 1 },
    },
    /**
     * Memory that is free, in mebibytes.
     *
     * Gauge. Values are at least 0.
     */
    DCGM_FI_DEV_FB_FREE: {
      type: "gauge",
      description: "Memory that is free, in mebibytes.",
      labels: ["...gpu"],
      value: { min: 0 },
    },
    /**
     * Memory in use, in mebibytes.
     *
     * Gauge. Values are at least 0.
     */
    DCGM_FI_DEV_FB_USED: {
      type: "gauge",
      description: "Memory in use, in mebibytes.",
      labels: ["...gpu"],
      value: { min: 0 },
    },
    /**
     * Memory that the driver keeps for itself, in mebibytes.
     *
     * Gauge. Values are at least 0. May be missing: The GPU has the field.
     */
    DCGM_FI_DEV_FB_RESERVED: {
      type: "gauge",
      description: "Memory that the driver keeps for itself, in mebibytes.",
      presence: { conditional: "The GPU has the field." },
      labels: ["...gpu"],
      value: { min: 0 },
    },
    /**
     * Bytes a second that the GPU sends over PCIe, headers and all.
     *
     * A rate, not a count, in spite of its name.
     *
     * Gauge. Values are at least 0. May be missing: A GPU for data centres of the Volta generation
     * or later.
     */
    DCGM_FI_PROF_PCIE_TX_BYTES: {
      type: "gauge",
      description: "Bytes a second that the GPU sends over PCIe, headers and all.",
      note: "A rate, not a count, in spite of its name.",
      presence: { conditional: "A GPU for data centres of the Volta generation or later." },
      labels: ["...gpu"],
      value: { min: 0 },
    },
    /**
     * Bytes a second that the GPU receives over PCIe, headers and all.
     *
     * A rate, not a count, in spite of its name.
     *
     * Gauge. Values are at least 0. May be missing: A GPU for data centres of the Volta generation
     * or later.
     */
    DCGM_FI_PROF_PCIE_RX_BYTES: {
      type: "gauge",
      description: "Bytes a second that the GPU receives over PCIe, headers and all.",
      note: "A rate, not a count, in spite of its name.",
      presence: { conditional: "A GPU for data centres of the Volta generation or later." },
      labels: ["...gpu"],
      value: { min: 0 },
    },
    /**
     * Transfers over PCIe that had to be repeated.
     *
     * Counter. Values are whole numbers, at least 0.
     */
    DCGM_FI_DEV_PCIE_REPLAY_COUNTER: {
      type: "counter",
      description: "Transfers over PCIe that had to be repeated.",
      labels: ["...gpu"],
      value: { min: 0, integer: true },
    },
    /**
     * Traffic over all lanes of NVLink.
     *
     * Counter. Values are at least 0. May be missing: The GPU has NVLink.
     */
    DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL: {
      type: "counter",
      description: "Traffic over all lanes of NVLink.",
      presence: { conditional: "The GPU has NVLink." },
      labels: ["...gpu"],
      value: { min: 0 },
    },
    /**
     * Number of the last XID error; 0 where there was none.
     *
     * A code, so neither its size nor its rate means anything.
     *
     * Gauge. Values are whole numbers, at least 0. May be missing: The GPU has the field.
     */
    DCGM_FI_DEV_XID_ERRORS: {
      type: "gauge",
      description: "Number of the last XID error; 0 where there was none.",
      note: "A code, so neither its size nor its rate means anything.",
      presence: { conditional: "The GPU has the field." },
      labels: [
        "...gpu",
        { name: "err_code", optional: true, description: "The same number as text." },
        { name: "err_msg", optional: true, description: "What the error is." },
      ],
      value: { min: 0, integer: true },
    },
    /**
     * Rows of memory that were replaced after errors nothing could correct.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: The GPU can replace rows of
     * its memory.
     */
    DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS: {
      type: "counter",
      description: "Rows of memory that were replaced after errors nothing could correct.",
      presence: { conditional: "The GPU can replace rows of its memory." },
      labels: ["...gpu"],
      value: { min: 0, integer: true },
    },
    /**
     * Rows of memory that were replaced after errors that were corrected.
     *
     * Counter. Values are whole numbers, at least 0. May be missing: The GPU can replace rows of
     * its memory.
     */
    DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS: {
      type: "counter",
      description: "Rows of memory that were replaced after errors that were corrected.",
      presence: { conditional: "The GPU can replace rows of its memory." },
      labels: ["...gpu"],
      value: { min: 0, integer: true },
    },
    /**
     * 1 where a row of memory could not be replaced, else 0.
     *
     * Gauge. Values are whole numbers, from 0 to 1. May be missing: The GPU can replace rows of its
     * memory.
     */
    DCGM_FI_DEV_ROW_REMAP_FAILURE: {
      type: "gauge",
      description: "1 where a row of memory could not be replaced, else 0.",
      presence: { conditional: "The GPU can replace rows of its memory." },
      labels: ["...gpu"],
      value: { min: 0, max: 1, integer: true },
    },
    /**
     * 1 where the virtual GPU has its licence, else 0.
     *
     * Gauge. Values are whole numbers, from 0 to 1. May be missing: The GPU has the field.
     */
    DCGM_FI_DEV_VGPU_LICENSE_STATUS: {
      type: "gauge",
      description: "1 where the virtual GPU has its licence, else 0.",
      presence: { conditional: "The GPU has the field." },
      labels: ["...gpu"],
      value: { min: 0, max: 1, integer: true },
    },
  },
});

/** How `GPU_I_PROFILE`, `GPU_I_ID` can be there: of a metric that has them, one of these. */
export type GPUIPROFILEAndGPUIID =
  | {
      /**
       * Profile of the GPU instance.
       *
       * For example `1g.10gb`.
       */
      GPU_I_PROFILE: string;
      /** Number of the GPU instance. */
      GPU_I_ID: string;
    }
  | {
      GPU_I_PROFILE?: "" | undefined;
      GPU_I_ID?: "" | undefined;
    };

/** How `namespace`, `pod`, `container` can be there: of a metric that has them, one of these. */
export type NamespaceAndPodAndContainer =
  | {
      /** Kubernetes namespace of the pod that uses the GPU. */
      namespace: string;
      /** Pod that uses the GPU. */
      pod: string;
      /** Container that uses the GPU. */
      container: string;
    }
  | {
      /** Kubernetes namespace of the pod that uses the GPU. */
      namespace: string;
      /** Pod that uses the GPU. */
      pod: string;
      container?: "" | undefined;
    }
  | {
      namespace?: "" | undefined;
      pod?: "" | undefined;
      container?: "" | undefined;
    };

/**
 * Labels of `DCGM_FI_DEV_SM_CLOCK`: Clock of the processors, in megahertz.
 *
 * Gauge. Values are at least 0.
 */
export type DCGMFIDEVSMCLOCKLabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_DEV_MEM_CLOCK`: Clock of the memory, in megahertz.
 *
 * Gauge. Values are at least 0.
 */
export type DCGMFIDEVMEMCLOCKLabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_DEV_GPU_TEMP`: Temperature of the GPU, in degrees Celsius.
 *
 * Gauge.
 */
export type DCGMFIDEVGPUTEMPLabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_DEV_MEMORY_TEMP`: Temperature of the memory, in degrees Celsius.
 *
 * 0 on a GPU that does not measure it.
 *
 * Gauge. May be missing: The GPU has the field.
 */
export type DCGMFIDEVMEMORYTEMPLabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_DEV_POWER_USAGE`: Power that the GPU draws, in watts.
 *
 * Gauge. Values are at least 0.
 */
export type DCGMFIDEVPOWERUSAGELabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_DEV_TOTAL_ENERGY_CONSUMPTION`: Energy that the GPU has used since the driver
 * was loaded, in millijoules.
 *
 * Counter. Values are at least 0. May be missing: The GPU has the field.
 */
export type DCGMFIDEVTOTALENERGYCONSUMPTIONLabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_DEV_GPU_UTIL`: Share of the time that the GPU was busy, in percent.
 *
 * Gauge. Values are from 0 to 100. May be missing: The GPU is not divided into instances.
 */
export type DCGMFIDEVGPUUTILLabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_DEV_MEM_COPY_UTIL`: Share of the time that the memory was read or written, in
 * percent.
 *
 * Gauge. Values are from 0 to 100. May be missing: The GPU is not divided into instances.
 */
export type DCGMFIDEVMEMCOPYUTILLabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_DEV_ENC_UTIL`: How busy the encoder of video is, in percent.
 *
 * Gauge. Values are from 0 to 100. May be missing: The GPU is not divided into instances.
 */
export type DCGMFIDEVENCUTILLabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_DEV_DEC_UTIL`: How busy the decoder of video is, in percent.
 *
 * Gauge. Values are from 0 to 100. May be missing: The GPU is not divided into instances.
 */
export type DCGMFIDEVDECUTILLabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_PROF_GR_ENGINE_ACTIVE`: Share of the time that the compute and graphics engine
 * was busy, from 0 to 1.
 *
 * Gauge. Values are from 0 to 1. May be missing: A GPU for data centres of the Volta generation or
 * later.
 */
export type DCGMFIPROFGRENGINEACTIVELabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_PROF_PIPE_TENSOR_ACTIVE`: Share of the cycles that the tensor cores were busy,
 * from 0 to 1.
 *
 * Gauge. Values are from 0 to 1. May be missing: A GPU for data centres of the Volta generation or
 * later.
 */
export type DCGMFIPROFPIPETENSORACTIVELabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_PROF_DRAM_ACTIVE`: Share of the cycles that the interface to the memory was
 * busy, from 0 to 1.
 *
 * Gauge. Values are from 0 to 1. May be missing: A GPU for data centres of the Volta generation or
 * later.
 */
export type DCGMFIPROFDRAMACTIVELabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_DEV_FB_FREE`: Memory that is free, in mebibytes.
 *
 * Gauge. Values are at least 0.
 */
export type DCGMFIDEVFBFREELabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_DEV_FB_USED`: Memory in use, in mebibytes.
 *
 * Gauge. Values are at least 0.
 */
export type DCGMFIDEVFBUSEDLabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_DEV_FB_RESERVED`: Memory that the driver keeps for itself, in mebibytes.
 *
 * Gauge. Values are at least 0. May be missing: The GPU has the field.
 */
export type DCGMFIDEVFBRESERVEDLabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_PROF_PCIE_TX_BYTES`: Bytes a second that the GPU sends over PCIe, headers and
 * all.
 *
 * A rate, not a count, in spite of its name.
 *
 * Gauge. Values are at least 0. May be missing: A GPU for data centres of the Volta generation or
 * later.
 */
export type DCGMFIPROFPCIETXBYTESLabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_PROF_PCIE_RX_BYTES`: Bytes a second that the GPU receives over PCIe, headers
 * and all.
 *
 * A rate, not a count, in spite of its name.
 *
 * Gauge. Values are at least 0. May be missing: A GPU for data centres of the Volta generation or
 * later.
 */
export type DCGMFIPROFPCIERXBYTESLabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_DEV_PCIE_REPLAY_COUNTER`: Transfers over PCIe that had to be repeated.
 *
 * Counter. Values are whole numbers, at least 0.
 */
export type DCGMFIDEVPCIEREPLAYCOUNTERLabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_DEV_NVLINK_BANDWIDTH_TOTAL`: Traffic over all lanes of NVLink.
 *
 * Counter. Values are at least 0. May be missing: The GPU has NVLink.
 */
export type DCGMFIDEVNVLINKBANDWIDTHTOTALLabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_DEV_XID_ERRORS`: Number of the last XID error; 0 where there was none.
 *
 * A code, so neither its size nor its rate means anything.
 *
 * Gauge. Values are whole numbers, at least 0. May be missing: The GPU has the field.
 */
export type DCGMFIDEVXIDERRORSLabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
  /** The same number as text. */
  err_code?: string | undefined;
  /** What the error is. */
  err_msg?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_DEV_UNCORRECTABLE_REMAPPED_ROWS`: Rows of memory that were replaced after
 * errors nothing could correct.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: The GPU can replace rows of its
 * memory.
 */
export type DCGMFIDEVUNCORRECTABLEREMAPPEDROWSLabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_DEV_CORRECTABLE_REMAPPED_ROWS`: Rows of memory that were replaced after errors
 * that were corrected.
 *
 * Counter. Values are whole numbers, at least 0. May be missing: The GPU can replace rows of its
 * memory.
 */
export type DCGMFIDEVCORRECTABLEREMAPPEDROWSLabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_DEV_ROW_REMAP_FAILURE`: 1 where a row of memory could not be replaced, else 0.
 *
 * Gauge. Values are whole numbers, from 0 to 1. May be missing: The GPU can replace rows of its
 * memory.
 */
export type DCGMFIDEVROWREMAPFAILURELabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;

/**
 * Labels of `DCGM_FI_DEV_VGPU_LICENSE_STATUS`: 1 where the virtual GPU has its licence, else 0.
 *
 * Gauge. Values are whole numbers, from 0 to 1. May be missing: The GPU has the field.
 */
export type DCGMFIDEVVGPULICENSESTATUSLabels = {
  /** Number of the GPU in its machine, from 0. */
  gpu: number | `${bigint}`;
  /** Identifier of the GPU. */
  UUID: string;
  /** Address of the GPU on the PCI bus. */
  pci_bus_id?: string | undefined;
  /**
   * Name of the device.
   *
   * For example `nvidia0`.
   */
  device: string;
  /**
   * Name of the model of the GPU.
   *
   * For example `NVIDIA L4`.
   */
  modelName: string;
  /** Name of the machine. */
  Hostname?: string | undefined;
  /** Version of the driver. */
  DCGM_FI_DRIVER_VERSION?: string | undefined;
} & GPUIPROFILEAndGPUIID & NamespaceAndPodAndContainer;
