import type { Keepable, Told } from '@/device/keepables';
import { kept as w } from './words/kept';

/** The reports that a driver makes on the road. */
export type RoadVerb = 'dispatch' | 'arrive' | 'depart' | 'deliver';

export interface RoadBody extends Told {
  stop?: number;
  reason?: string;
  receivedBy?: string;
  latitude?: number;
  longitude?: number;
}

const pathOf = (verb: RoadVerb) => (bookingId: string) => `/bookings/${bookingId}/${verb}`;

export const keepables = {
  dispatch: { says: w.dispatch, path: pathOf('dispatch'), road: 'begins' },
  arrive: { says: w.arrive, path: pathOf('arrive') },
  depart: { says: w.depart, path: pathOf('depart') },
  deliver: {
    says: w.deliver,
    path: pathOf('deliver'),
    file: { path: '/documents', with: (bookingId) => ({ bookingId }), as: 'documentId' },
    road: 'ends',
  },
} satisfies Record<RoadVerb, Keepable>;

type Bodies = Record<RoadVerb, RoadBody>;

declare module '@/device/keepables' {
  interface Keepables extends Bodies {}
}
