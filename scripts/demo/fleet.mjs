// The fleet that the demo's service tells of: three deployments of two models, one of them in no environment.

export const deployments = [
  {
    labels: {
      model_id: "qrxk49w2",
      model_name: "whisper-large",
      deployment_id: "w1d8k3q",
      environment: "production",
      rollout_phase: "stable",
    },
    replicas: ["x7k2p", "m9d4t"],
    gpus: 1,
    secondsPerRequest: 0.8,
    streams: false,
  },
  {
    labels: {
      model_id: "qrxk49w2",
      model_name: "whisper-large",
      deployment_id: "3ynl55w",
      environment: "production",
      rollout_phase: "promoting",
    },
    replicas: ["b4h8s"],
    gpus: 1,
    secondsPerRequest: 0.6,
    streams: false,
  },
  {
    labels: {
      model_id: "7gl52oq8",
      model_name: "chat-70b",
      deployment_id: "q0n6z1r",
      environment: "",
      rollout_phase: "",
    },
    replicas: ["c2v5j"],
    gpus: 2,
    secondsPerRequest: 6,
    streams: true,
  },
];

/** A source of numbers from 0 to below 1 that gives the same ones in every run. */
export function createRandom(seed) {
  let state = seed;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
