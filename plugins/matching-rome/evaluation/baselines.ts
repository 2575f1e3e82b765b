/** The best of the simple methods that the evaluation's README names, part by part. */
export const baselines = {
  heldOutTop1: 0.571,
  heldOutTop5: 0.813,
  typingErrorsTop1: 0.531,
  independentTop1: 0.589,
  independentTop5: 0.811,
  rankingNdcg10: 0.369,
} as const;
