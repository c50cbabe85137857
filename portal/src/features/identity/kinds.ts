/** The kinds of organisation whose features exist. A new kind appears here together with its features. */
export const offeredKinds = ['SHIPPER', 'BROKER', 'CARRIER'] as const;
