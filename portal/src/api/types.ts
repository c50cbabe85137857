/** Shapes of the public API as the portal uses them. Quantities are SI, money is a decimal string with its currency. */

export interface Money {
  amount: string;
  currency: string;
}

export interface Page<T> {
  items: T[];
  next: string | null;
}

export type OrganisationKind = 'SHIPPER' | 'BROKER' | 'CARRIER' | 'TRAVELLER' | 'RIDER' | 'OFFICE';
export type Role = 'OWNER' | OrganisationKind | 'DRIVER' | 'ADMIN';

export interface Tokens {
  accessToken: string;
  refreshToken: string;
  expiresIn: number;
}

export interface OrganisationRef {
  id: string;
  name: string;
}

export interface Organisation extends OrganisationRef {
  kinds: OrganisationKind[];
  /** What its members can hold. */
  roles: Role[];
}

export interface Membership {
  organisationId: string;
  organisationName: string;
  roles: Role[];
}

export interface Me {
  person: { id: string; name: string; email: string };
  organisation: Organisation | null;
  memberships: Membership[];
  roles: Role[];
  permissions: string[];
  testMoney: boolean;
}

export interface Invitation {
  organisationId: string;
  organisationName: string;
  roles: Role[];
  email: string;
  expiresAt: string;
  accountExists: boolean;
}

export interface Member {
  personId: string;
  name: string;
  email: string;
  roles: Role[];
  version: number;
}

export interface InvitationLink {
  link: string;
  expiresAt: string;
}

export interface Place {
  id: string;
  name: string;
  region: string | null;
  country: string;
  latitude: number;
  longitude: number;
  zone: string;
}

export const equipments = [
  'DRY_VAN',
  'REEFER',
  'FLATBED',
  'STEP_DECK',
  'CURTAINSIDER',
  'BOX_TRUCK',
  'SPRINTER_VAN',
  'TANKER',
  'CAR',
] as const;
export type Equipment = (typeof equipments)[number];

export interface Capacity {
  weightKilograms: number | null;
  volumeCubicMeters: number | null;
  loadingMeters: number | null;
  pieces: number | null;
  seats: number | null;
}

export interface Fence {
  radiusMeters: number;
  confirmFixes?: number;
  confirmSeconds?: number;
  maxSpeedMetersPerSecond?: number;
}

export interface Window {
  startLocal: string;
  endLocal: string;
  zone: string;
  start: string;
  end: string;
}

export type StopKind = 'PICKUP' | 'DELIVERY';

export interface Stop {
  sequence: number;
  kind: StopKind;
  place: Place;
  address: string | null;
  contactName: string | null;
  contactPhone: string | null;
  window: Window;
  fence?: Fence | null;
}

export interface StopIn {
  kind: StopKind;
  placeId: string;
  address?: string;
  contactName?: string;
  contactPhone?: string;
  windowStart: string;
  windowEnd: string;
  fence?: Fence;
}

export const loadStatuses = [
  'DRAFT',
  'OPEN',
  'COVERED',
  'DISPATCHED',
  'AT_PICKUP',
  'IN_TRANSIT',
  'AT_DELIVERY',
  'DELIVERED',
  'SETTLED',
  'EXPIRED',
  'CANCELLED',
] as const;
export type LoadStatus = (typeof loadStatuses)[number];
export type LoadMode = 'FULL' | 'PARTIAL';

export interface Load {
  id: string;
  reference: string;
  organisationId: string | null;
  status: LoadStatus;
  equipment: Equipment;
  mode: LoadMode;
  cargo: Capacity;
  commodity: string | null;
  notes: string | null;
  stops: Stop[];
  price: Money | null;
  currency: string;
  lateEntry: boolean;
  distanceMeters: number;
  expiresAt: string;
  createdAt: string;
  version: number;
  testMoney: boolean;
  offersOpen?: number;
  bookingId: string | null;
}

export interface LoadIn {
  draft: boolean;
  equipment: Equipment;
  mode: LoadMode;
  cargo: Partial<Capacity>;
  commodity?: string;
  stops: StopIn[];
  price?: Money;
  bids?: { currency: string };
  notes?: string;
}

export const tripStatuses = ['PLANNED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED'] as const;
export type TripStatus = (typeof tripStatuses)[number];

export interface TripStop {
  sequence: number;
  place: Place;
  atLocal: string;
  at: string;
}

export interface Trip {
  id: string;
  reference: string;
  organisationId: string | null;
  status: TripStatus;
  equipment: Equipment;
  stops: TripStop[];
  capacity: Capacity;
  segments: { sequence: number; remaining: Capacity }[];
  driver: { id: string; name: string } | null;
  vehicle: { id: string; name: string; plate: string } | null;
  askPerKilometer: Money | null;
  floorPrice: Money | null;
  startsAt: string;
  endsAt: string;
  lateEntry: boolean;
  version: number;
}

export interface TripIn {
  stops: { placeId: string; at: string }[];
  equipment: Equipment;
  capacity: Partial<Capacity>;
  vehicleId?: string;
  driverId?: string;
  askPerKilometer?: Money;
  floorPrice?: Money;
}

export interface Driver {
  id: string;
  name: string;
  phone: string | null;
  personId: string | null;
  active: boolean;
  version: number;
}

export interface Vehicle {
  id: string;
  name: string;
  plate: string;
  equipment: Equipment;
  capacity: Capacity;
  active: boolean;
  version: number;
}

export interface Match {
  score: number;
  reasons: { code: string; text: string; value: number | null }[];
  load?: Load;
  trip?: Trip;
}

export const offerStatuses = [
  'OPEN',
  'ACCEPTED',
  'COUNTERED',
  'DECLINED',
  'WITHDRAWN',
  'CLOSED',
  'EXPIRED',
] as const;
export type OfferStatus = (typeof offerStatuses)[number];

export interface Offer {
  id: string;
  loadId: string;
  loadReference: string;
  tripId: string | null;
  buyerOrganisationId: string;
  sellerOrganisationId: string;
  madeByOrganisationId: string;
  direction: 'MADE' | 'RECEIVED';
  price: Money;
  fee: Money;
  sellerReceives: Money;
  feeBasisPoints: number;
  status: OfferStatus;
  expiresAt: string | null;
  createdAt: string;
  testMoney: boolean;
  version: number;
}

export const bookingStatuses = [
  'CONFIRMED',
  'DISPATCHED',
  'AT_PICKUP',
  'IN_TRANSIT',
  'AT_DELIVERY',
  'DELIVERED',
  'SETTLED',
  'CANCELLED',
] as const;
export type BookingStatus = (typeof bookingStatuses)[number];
export type FactSource = 'FENCE' | 'PERSON' | 'INFERRED';

export interface BookingStop extends Stop {
  arrivedAt: string | null;
  arrivedReceivedAt: string | null;
  arrivalSource: FactSource | null;
  arrivedAlreadyThere: boolean;
  departedAt: string | null;
  departedReceivedAt: string | null;
  departureSource: FactSource | null;
  addedLater: boolean;
  arrivalReason: string | null;
  departureReason: string | null;
}

export interface Proof {
  receivedBy: string;
  occurredAt: string;
  receivedAt: string;
  latitude: number | null;
  longitude: number | null;
  documentId: string | null;
}

export interface Booking {
  id: string;
  reference: string;
  loadId: string;
  loadReference: string;
  legId: string;
  tripId: string;
  tripReference: string;
  buyer: OrganisationRef;
  seller: OrganisationRef;
  status: BookingStatus;
  price: Money;
  fee: Money | null;
  sellerReceives: Money | null;
  testMoney: boolean;
  stops: BookingStop[];
  driver: { id: string; name: string } | null;
  vehicle: { id: string; name: string; plate: string } | null;
  proof: Proof | null;
  releaseDueAt: string | null;
  createdAt: string;
  dispatchedAt: string | null;
  deliveredAt: string | null;
  settledAt: string | null;
  cancelledAt: string | null;
  cancelReason: string | null;
  actions: string[];
  version: number;
}

export interface EventView {
  id: string;
  type: string;
  occurredAt: string;
  recordedAt: string;
  aggregateId: string;
  actorId: string | null;
  organisationId: string | null;
  data: Record<string, unknown>;
}

export interface Position {
  at: string;
  latitude: number;
  longitude: number;
  speedMetersPerSecond: number | null;
  headingDegrees: number | null;
}

export interface Balance {
  currency: string;
  available: Money;
  escrowed: Money;
  test: boolean;
}

export interface WalletPosting {
  id: string;
  createdAt: string;
  kind: 'TOP_UP' | 'HOLD' | 'RELEASE' | 'REFUND';
  account: 'WALLET' | 'ESCROW' | 'FEE' | 'FUNDING';
  amount: Money;
  bookingId: string | null;
  test: boolean;
}

export interface StoredDocument {
  id: string;
  name: string;
  mediaType: string;
  sizeBytes: number;
  sha256: string;
  bookingId: string;
}

export interface LaneRow {
  originRegion: string;
  destinationRegion: string;
  currency: string;
  loadsPosted: number;
  loadsBooked: number;
  ratePerKilometerLow: Money | null;
  ratePerKilometerMedian: Money | null;
  ratePerKilometerHigh: Money | null;
  rateCount: number;
  emptyKilometers: string | number | null;
}

export interface LaneReport {
  date: string;
  zone: string;
  upTo: string | null;
  rows: LaneRow[];
}
