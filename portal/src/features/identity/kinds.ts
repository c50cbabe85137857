/** The kinds whose features are there; another appears here together with what it can do. */
export const offeredKinds = ['SHIPPER', 'BROKER', 'CARRIER'] as const;
