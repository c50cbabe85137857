import type {
  BookingStatus,
  Equipment,
  LoadMode,
  LoadStatus,
  OfferStatus,
  OrganisationKind,
  Role,
  StopKind,
  TripStatus,
} from '@/api/types';

/**
 * Every word the portal shows, in one place. A sentence is whole here: what varies is a parameter, what counts is a plural, so
 * that another language can order its words as it needs.
 */

const plural = new Intl.PluralRules('en');
const count = (n: number, one: string, other: string): string => (plural.select(n) === 'one' ? one : other);
const and = new Intl.ListFormat('en', { style: 'long', type: 'conjunction' });

const status: Record<LoadStatus | TripStatus | BookingStatus | OfferStatus, string> = {
  DRAFT: 'Draft',
  OPEN: 'Open',
  COVERED: 'Covered',
  DISPATCHED: 'Dispatched',
  AT_PICKUP: 'At pickup',
  IN_TRANSIT: 'In transit',
  AT_DELIVERY: 'At delivery',
  DELIVERED: 'Delivered',
  SETTLED: 'Settled',
  EXPIRED: 'Expired',
  CANCELLED: 'Cancelled',
  PLANNED: 'Planned',
  IN_PROGRESS: 'In progress',
  COMPLETED: 'Completed',
  CONFIRMED: 'Confirmed',
  ACCEPTED: 'Accepted',
  COUNTERED: 'Countered',
  DECLINED: 'Declined',
  WITHDRAWN: 'Withdrawn',
  CLOSED: 'Closed',
};

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

const roles: Record<Role, string> = { ...kinds, OWNER: 'Owner', DRIVER: 'Driver', ADMIN: 'Administrator' };

const mode: Record<LoadMode, string> = { FULL: 'Full', PARTIAL: 'Partial' };

const stopKind: Record<StopKind, string> = { PICKUP: 'Pickup', DELIVERY: 'Delivery' };

export const en = {
  product: 'LaneRunner',
  pageTitle: (screen: string) => `${screen} · LaneRunner`,
  none: '–',
  list: (parts: string[]) => and.format(parts),
  dotted: (parts: string[]) => parts.join(' · '),
  place: (name: string, region: string | null, country: string) =>
    region ? `${name}, ${region}, ${country}` : `${name}, ${country}`,
  shortPlace: (name: string, region: string | null) => (region ? `${name}, ${region}` : name),
  lane: (from: string, to: string) => `${from} → ${to}`,
  status,
  equipment,
  mode,
  stopKind,
  kinds,
  roles,

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

  forms: {
    optional: '(optional)',
    withUnit: (label: string, unit: string) => `${label} (${unit})`,
    summary: (n: number) => count(n, 'One thing needs correcting', `${n} things need correcting`),
    required: (label: string) => `Enter: ${label}.`,
    choose: (label: string) => `Choose: ${label}.`,
    number: (label: string) => `${label}: enter a number greater than zero, such as 1200 or 13.6.`,
    step: (n: number, of: number) => `Step ${n} of ${of}`,
    review: 'Check and send',
    edit: (step: string) => `Edit: ${step}`,
    stale: 'Someone changed this meanwhile. Their version is shown now; make your change again.',
  },

  states: {
    loading: 'Loading…',
    noAccessTitle: 'You have no access to this',
    noAccess:
      'Your roles in this organisation do not include it. An owner of the organisation can change that.',
    notFoundTitle: 'Not found',
    notFound: 'There is nothing here, or it is not yours to see.',
    toHome: 'Go to the home page',
    stale: 'This could not be refreshed; what you see may be out of date.',
  },

  errors: {
    title: 'That did not work',
    unexpected: (code: number) => `The server answered with status ${code}.`,
    offlineTitle: 'No connection',
    offline: 'The server could not be reached. Your input is kept; try again when you are connected.',
    portal: 'The portal made a mistake. Try again; if it stays, reload the page.',
    correlation: (id: string) => `If you report this, give the reference ${id}.`,
    screenTitle: 'This screen broke',
    screen: 'The rest of the portal still works. Reload to try this screen again.',
  },

  navigation: {
    home: 'Home',
    today: 'Today',
    loads: 'Loads',
    trips: 'Trips',
    fleet: 'Fleet',
    offers: 'Offers',
    bookings: 'Bookings',
    map: 'Map',
    wallet: 'Wallet',
    members: 'Members',
    reports: 'Reports',
    accounts: 'Accounts',
    more: 'More',
  },

  shell: {
    skip: 'Skip to the content',
    navigation: 'Main',
    search: 'Find a record or screen',
    searchKeys: 'Ctrl K',
    account: (name: string) => `Account of ${name}`,
    profile: 'Profile and preferences',
    signOut: 'Sign out',
    platform: 'Platform',
  },

  palette: {
    title: 'Find',
    prompt: 'Reference, place or screen',
    screen: 'Screen',
    load: 'Load',
    trip: 'Trip',
    booking: 'Booking',
    lane: (from: string, to: string) => `${from} → ${to}`,
    record: (reference: string, lane: string) => `${reference} ${lane}`,
    found: (n: number) => count(n, 'One result', `${n} results`),
    none: 'Nothing found.',
  },

  live: {
    live: 'Live',
    connecting: 'Connecting…',
    offline: (time: string) => `Offline, data from ${time}`,
    reconnecting: (time: string) => `Reconnecting, data from ${time}`,
    positionAge: (minutes: number) =>
      minutes < 1
        ? 'Position under a minute old'
        : count(minutes, 'Position 1 minute old', `Position ${minutes} minutes old`),
    positionStale: (minutes: number) =>
      minutes < 120
        ? `Stale position, ${minutes} minutes old`
        : `Stale position, ${Math.round(minutes / 60)} hours old`,
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
    testExplained: 'This is test money: it has no value outside this installation.',
  },

  time: {
    yours: (time: string) => `Your time: ${time}`,
    range: (start: string, end: string, zone: string) => `${start} – ${end} ${zone}`,
    span: (start: string, end: string) => `${start} – ${end}`,
    window: 'Window',
    earliest: 'Earliest',
    latest: 'Latest',
    siteClock: (zone: string, short: string) => `In the site’s own time: ${zone} (${short}).`,
    siteClockUnknown: 'In the site’s own time; choose the place first to see its zone.',
    addedLater: 'Added later, received',
  },

  filters: {
    all: 'All',
    clear: 'Clear filters',
  },

  places: {
    searching: 'Searching…',
    failed: 'Places could not be searched. Type again to retry.',
    found: (n: number) => count(n, 'One place found', `${n} places found`),
    none: (q: string) => `No place starts with “${q}”.`,
  },

  files: {
    hint: (megabytes: number) =>
      `JPEG, PNG, WebP or PDF, up to ${megabytes} MB. Take a photo, pick a file or drop one here.`,
    tooLarge: (megabytes: number) => `The file is larger than ${megabytes} MB.`,
    empty: 'The file is empty.',
    wrongType: 'Only JPEG, PNG, WebP and PDF files can be kept.',
    chosen: (name: string, kilobytes: number) => `${name}, ${kilobytes} kB`,
  },

  risk: {
    late: 'Late',
    atRisk: 'At risk',
    lateEntry: 'Late entry',
  },

  identity: {
    signIn: 'Sign in',
    email: 'E-mail address',
    password: 'Password',
    passwordHint: 'At least 12 characters. A sentence is easier to remember than a puzzle.',
    name: 'Your name',
    newHere: 'New to LaneRunner?',
    toRegister: 'Register an organisation',
    haveAccount: 'You have an account?',
    register: 'Register',
    registerTitle: 'Register an organisation',
    registerDone: 'Welcome. Your organisation is registered.',
    organisationName: 'Name of the organisation',
    kind: 'What it does',
    kindHints: {
      SHIPPER: 'Has freight to move and pays for it.',
      BROKER: 'Finds carriers for other people’s freight.',
      CARRIER: 'Moves freight with its own drivers and vehicles.',
    },
    passwordShort: 'The password needs at least 12 characters.',
    setupTitle: 'Set up the administrator',
    setupText: 'This link works once and makes the platform’s first administrator.',
    setup: 'Make the administrator',
    inviteTitle: (organisation: string) => `Join ${organisation}`,
    inviteLoading: 'Your invitation',
    inviteRoles: (roleNames: string[]) => `You are invited as ${and.format(roleNames)}.`,
    inviteKnown: (email: string) => `${email} already has an account. Sign in with it to accept.`,
    inviteNew: (email: string) => `An account will be made for ${email}.`,
    inviteSignedInAs: (email: string) => `You are signed in as ${email}.`,
    inviteOther: 'This invitation is for another e-mail address. Sign out first, then open the link again.',
    inviteGone: 'This invitation was used, withdrawn or has expired. Ask for a new one.',
    join: 'Join',
    signInToAccept: 'Sign in to accept',
  },
};
