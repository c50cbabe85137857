import type {
  Equipment,
  LoadMode,
  OfferStatus,
  OrganisationKind,
  Role,
  RoleName,
  StopKind,
} from '@/api/types';
import { and, count, howLong } from '@/words/counting';
import { translated } from '@/words/language';

const equipment: Record<Equipment, string> = {
  DRY_VAN: 'Dry van',
  REEFER: 'Reefer',
  FLATBED: 'Flatbed',
  STEP_DECK: 'Step deck',
  CURTAINSIDER: 'Curtainsider',
  BOX_TRUCK: 'Box truck',
  SPRINTER_VAN: 'Sprinter van',
  TANKER: 'Tanker',
  CAR: 'Car',
};

const kinds: Record<OrganisationKind, string> = {
  SHIPPER: 'Shipper',
  BROKER: 'Broker',
  CARRIER: 'Carrier',
  TRAVELLER: 'Traveller',
  RIDER: 'Rider',
  OFFICE: 'Office',
};

const nameOf = (role: Role, own: RoleName[] = []): string =>
  roles[role] ?? own.find((each) => each.code === role)?.name ?? role;

const roles: Partial<Record<Role, string>> = {
  ...kinds,
  OWNER: 'Owner',
  DRIVER: 'Driver',
  ADMIN: 'Administrator',
  AUDITOR: 'Auditor',
  PLATFORM_AUDITOR: 'Auditor of the platform',
};

const roleHints: Partial<Record<Role, string>> = {
  OWNER: 'manages the organisation and sees everything',
  SHIPPER: 'posts loads and accepts proofs',
  BROKER: 'posts loads for others',
  CARRIER: 'runs trips and the fleet, makes offers',
  DRIVER: 'drives, arrives, delivers',
  TRAVELLER: 'carries along the way',
  RIDER: 'rides along',
  OFFICE: 'sees documents and reports',
  ADMIN: 'runs the platform',
  AUDITOR: 'sees the books and who changed what, changes nothing',
  PLATFORM_AUDITOR: 'sees who changed what anywhere, changes nothing',
};

const mode: Record<LoadMode, string> = { FULL: 'Full', PARTIAL: 'Partial' };

const stopKind: Record<StopKind, string> = { PICKUP: 'Pickup', DELIVERY: 'Delivery' };

/**
 * The terms that are the same everywhere: states, units, buttons, and what several features say about the same things. A catalogue holds whole sentences: the
 * varying part is a parameter and a count is a plural, so that another language can order its words as it needs.
 */
const en = {
  product: 'LaneRunner',
  pageTitle: (screen: string) => `${screen} · LaneRunner`,
  none: '–',
  list: (parts: string[]) => and.format(parts),
  dotted: (parts: string[]) => parts.join(' · '),
  place: (name: string, region: string | null, country: string) =>
    region ? `${name}, ${region}, ${country}` : `${name}, ${country}`,
  shortPlace: (name: string, region: string | null) => (region ? `${name}, ${region}` : name),
  lane: (from: string, to: string) => `${from} → ${to}`,
  equipment,
  mode,
  stopKind,
  kinds,
  /** The name of a role, which may be one of the organisation's own; a role without a name is shown by its code. */
  role: nameOf,
  roles: (held: Role[], own: RoleName[]): string => and.format(held.map((role) => nameOf(role, own))),
  roleWithHint: (role: Role, own: RoleName[]): string =>
    [nameOf(role, own), roleHints[role]].filter(Boolean).join(': '),

  actions: {
    pending: 'Working…',
    retry: 'Try again',
    reload: 'Reload',
    close: 'Close',
    continue: 'Continue',
    back: 'Back',
    edit: 'Edit',
    keep: 'Keep as it is',
    save: 'Save',
    cancel: 'Cancel',
    nextPage: 'Next page',
    firstPage: 'First page',
    copy: 'Copy',
    copied: 'Copied.',
    remove: 'Remove',
    open: 'Open',
  },

  board: {
    newRows: (n: number) => count(n, 'Show 1 new', `Show ${n} new`),
    changed: 'Changed',
    gone: 'Gone',
  },

  units: {
    pounds: 'lb',
    miles: 'mi',
    feet: 'ft',
    cubicFeet: 'ft³',
    milesPerHour: 'mph',
    kilograms: 'kg',
    kilometers: 'km',
    meters: 'm',
    cubicMeters: 'm³',
    kilometersPerHour: 'km/h',
    quantity: (figure: string, unit: string) => `${figure} ${unit}`,
    per: (price: string, unit: string) => `${price} per ${unit}`,
    aside: (text: string) => `(${text})`,
    loadingLength: (length: string) => `${length} loading length`,
    pieces: (n: number) => count(n, '1 piece', `${n} pieces`),
    seats: (n: number) => count(n, '1 seat', `${n} seats`),
    notStated: 'Not stated',
  },

  money: {
    test: 'Test money',
    testBrief: 'Test',
    testExplained: 'This is test money: it has no value outside this installation.',
  },

  time: {
    yours: (time: string) => `Your time: ${time}`,
    range: (start: string, end: string, zone: string) => `${start} – ${end} ${zone}`,
    span: (start: string, end: string) => `${start} – ${end}`,
    howLong,
    window: 'Window',
    earliest: 'Earliest',
    latest: 'Latest',
    siteClock: (zone: string, short: string) => `In the site’s own time: ${zone} (${short}).`,
    siteClockUnknown: 'In the site’s own time; choose the place first to see its zone.',
    addedLater: 'Added later, received',
    away: (days: number, hours: number, minutes: number) =>
      days > 0 ? `in ${days} d ${hours} h` : hours > 0 ? `in ${hours} h ${minutes} min` : `in ${minutes} min`,
    due: 'any moment now',
  },

  filters: {
    all: 'All',
    noMatch: 'Nothing matches',
    noMatchText: 'Change or clear the filters above to see more.',
    clear: 'Clear filters',
  },

  risk: {
    late: 'Late',
    atRisk: 'At risk',
    lateEntry: 'Late entry',
  },

  fleet: {
    addVehicle: 'Add a vehicle',
    addDriver: 'Add a driver',
    vehicle: 'Vehicle',
    driver: 'Driver',
    equipment: 'Equipment',
    chooseEquipment: 'Choose the equipment',
    capacity: 'Capacity',
  },

  wallet: {
    available: 'Available',
    escrowed: 'In escrow',
    currency: 'Currency',
    amount: 'Amount',
    postings: 'Postings',
    what: 'Movement',
    when: 'When',
    account: 'Account',
    transfers: {
      TOP_UP: 'Top-up',
      HOLD: 'Into escrow',
      RELEASE: 'Payment for a delivery',
      REFUND: 'Back from escrow',
    },
    accounts: { WALLET: 'Wallet', ESCROW: 'Escrow', FEE: 'Platform’s fee', FUNDING: 'Funding' },
  },

  members: {
    person: (name: string, email: string) => `${name} (${email})`,
  },

  apiKeys: {
    actions: 'Actions',
  },

  security: {
    device: 'Device',
    unknownDevice: 'Unknown device',
    organisation: 'Acting for',
    address: 'Network address',
    unknownAddress: 'Unknown',
    lastUsed: 'Last used',
  },

  loads: {
    post: 'Post a load',
    reference: 'Reference',
    lane: 'Lane',
    status: 'Status',
    pickup: 'Pickup',
    equipment: 'Equipment',
    price: 'Price',
    cargo: 'Cargo',
    leg: (n: number, lane: string) => `Leg ${n}: ${lane}`,
    bidsIn: (currency: string) => `Bids in ${currency}`,
    reason: 'Reason',
    place: 'Place',
    choosePlace: 'Choose a place from the list.',
    addStop: 'Add a stop between',
    legOf: (leg: number, legs: number) => `Leg ${leg} of ${legs}`,
    handover: (leg: number) => `Leg ${leg} begins here`,
    removeStop: (n: number) => `Remove stop ${n}`,
  },

  trips: {
    post: 'Post a trip',
    notAssigned: 'Not assigned',
    vehicle: (name: string, plate: string) => `${name} (${plate})`,
  },

  traders: {
    private: 'A private person',
    since: (month: string) => `here since ${month}`,
    noneYet: 'no bookings yet',
    record: (done: number, cancelled: number) =>
      `${count(done, '1 booking done', `${done} bookings done`)}, ${cancelled} called off`,
    poster: 'Posted by',
  },

  deals: {
    ended: {
      ACCEPTED: 'Accepted',
      COUNTERED: 'Countered',
      DECLINED: 'Declined',
      WITHDRAWN: 'Withdrawn',
    } as Partial<Record<OfferStatus, string>>,
    endedBy: {
      YOU: 'by you',
      COLLEAGUE: 'by a colleague of yours',
      OTHER_SIDE: 'by the other side',
    },
    price: 'Price',
    youReceive: 'You receive',
    carrierReceives: 'The carrier receives',
  },

  documents: {
    alt: (name: string) => `Proof of delivery: ${name}`,
    file: (name: string, kilobytes: number) => `${name}, ${kilobytes} kB`,
    download: 'Download',
  },

  reports: {
    title: 'Lane report',
  },
};

export type Words = typeof en;

export const terms = translated('words/terms', en);
