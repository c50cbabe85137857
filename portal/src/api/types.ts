import type { components } from './schema';

/**
 * Shapes of the public API as the portal reads and writes them: names and types come from the kept OpenAPI document, which says
 * of nothing whether it may be absent; that is said here. Quantities are SI, money is a decimal string with its currency.
 */

type Schemas = components['schemas'];

/** Everything is there, except what is named, which may be null. */
type Whole<T, Nullable extends keyof T = never> = {
  [K in keyof T]-?: K extends Nullable ? NonNullable<T[K]> | null : NonNullable<T[K]>;
};

type Replace<T, U> = Omit<T, keyof U> & U;
type Item<T> = NonNullable<T> extends readonly (infer U)[] ? U : never;

export interface Page<T> {
  items: T[];
  next: string | null;
}

export type Money = Whole<Schemas['Money']>;
export type Capacity = Whole<
  Schemas['Capacity'],
  'weightKilograms' | 'volumeCubicMeters' | 'loadingMeters' | 'pieces' | 'seats'
>;
export type Place = Whole<Schemas['Site'], 'region'>;
export type Tokens = Whole<Schemas['Tokens'], 'refreshToken'>;
export type Profile = Replace<
  Whole<
    Schemas['ProfileView'],
    'phone' | 'phoneWaiting' | 'language' | 'zone' | 'units' | 'theme' | 'shortcuts' | 'avatarAt'
  >,
  { languages: string[] }
>;
/** What is absent stays; null is what the device says. */
export type ProfileChange = {
  [K in keyof Schemas['ProfileDetails']]?: Schemas['ProfileDetails'][K] | null;
};
export type Notice = Replace<
  Whole<Schemas['NoticeView'], 'readAt' | 'acknowledgedAt'>,
  { texts: Record<string, string>; amounts: Record<string, Money>; times: Record<string, string> }
>;
export type NoticeSubject = Schemas['NoticeSubject'];
export type NoticeCount = Whole<Schemas['NoticeCount']>;
export type NoticeChoice = Whole<Schemas['NoticeChoice']>;
export type Delivery = Whole<
  Schemas['DeliveryView'],
  'personId' | 'unverifiedFor' | 'organisationId' | 'error' | 'outcome'
>;
export type FactorMethod = Schemas['Method'];
/** The password was right, and a second factor is wanted. */
export type Challenge = Replace<Whole<Schemas['Challenge']>, { methods: FactorMethod[] }>;
export type Passkey = Whole<Schemas['PasskeyView'], 'lastUsedAt'>;
export type Factors = Replace<
  Whole<Schemas['FactorsView']>,
  {
    app: Whole<Schemas['App'], 'lastUsedAt'> | null;
    passkeys: Passkey[];
    codesByMail: CodesByMessage | null;
    codesBySms: CodesByMessage | null;
  }
>;
export type CodesByMessage = Whole<Schemas['CodesByMessage'], 'since' | 'to'>;
export type NewApp = Whole<Schemas['NewApp']>;
export type TurnedOn = Whole<Schemas['TurnedOn']>;
export type CodeSent = Whole<Schemas['CodeSent']>;
export type Proven = Whole<Schemas['Proven']>;
export type AddedPasskey = Whole<Schemas['Added']>;
export type ShownPasskey = Whole<Schemas['ShownPasskey'], 'userHandle'>;
export type MadePasskey = Omit<Whole<Schemas['NewPasskey']>, 'name'>;
export type PasskeyRequest = Replace<
  Whole<Schemas['PasskeyRequest']>,
  { passkeys: Whole<Schemas['Known']>[]; user: Whole<Schemas['User']> | null }
>;

/** A login elsewhere is right, and nobody's here. */
export type Unlinked = Whole<Schemas['Unlinked'], 'name' | 'email'>;
export type Health = Replace<Whole<Schemas['Health']>, { checks: Check[] }>;
interface Check {
  name: string;
  data?: Record<string, unknown>;
}
export type Provider = Whole<Schemas['ProviderView']>;
export type Login = Whole<Schemas['LoginView'], 'provider' | 'lastUsedAt'>;
export type Logins = Replace<Whole<Schemas['LoginsView']>, { logins: Login[]; providers: Provider[] }>;

export type OrganisationKind = Schemas['OrganisationKind'];
/** A role's code, such as `OWNER`; there may be others than the portal has words for. */
export type Role = string;
export type RoleName = Whole<Schemas['RoleName']>;
export type Scope = Schemas['Scope'];
export type RoleGrant = Whole<Schemas['RoleGrant']>;
export type PermissionGroup = Schemas['PermissionGroup'];
export type Permission = Replace<Whole<Schemas['PermissionView']>, { scopes: Scope[] }>;
export type AddressList = Whole<Schemas['AddressListView']>;
export type RoleDetails = Replace<Whole<Schemas['RoleView'], 'name'>, { grants: RoleGrant[] }>;
export type AuditOutcome = Schemas['Outcome'];
export type AuditChange = Whole<Schemas['Change'], 'before' | 'after'>;
export type AuditEntry = Replace<
  Whole<
    Schemas['AuditRow'],
    | 'principalId'
    | 'principalName'
    | 'impersonatorId'
    | 'impersonatorName'
    | 'organisationId'
    | 'subjectId'
    | 'slug'
    | 'address'
    | 'userAgent'
    | 'tried'
  >,
  { changes: AuditChange[] }
>;
export type Policy = Whole<Schemas['PolicyView']>;
export type Closing = Replace<Whole<Schemas['ClosingView']>, { obstacles: string[] }>;
export interface Ownership {
  offer: Whole<Schemas['Offer']> | null;
}
export type Organisation = Replace<Whole<Schemas['OrganisationView']>, { ownRoles: RoleName[] }>;
export type Membership = Replace<Whole<Schemas['Belonging']>, { ownRoles: RoleName[] }>;
export type Invitation = Replace<Whole<Schemas['InvitationView']>, { ownRoles: RoleName[] }>;
export type ApiKey = Whole<Schemas['ApiKeyView'], 'lastUsedAt'>;
export type ApiKeyMade = Replace<Whole<Schemas['ApiKeyMade']>, { key: ApiKey }>;
export type SessionDevice = Whole<Schemas['Device'], 'name'>;
export type OpenSession = Replace<Whole<Schemas['SessionView'], 'address'>, { device: SessionDevice | null }>;
export type OpenInvitation = Whole<Schemas['OpenInvitation'], 'driverId'>;
export type InvitationLink = Whole<Schemas['InviteLink']>;
export type Member = Whole<Schemas['MemberView']>;
export type Me = Replace<
  Whole<Schemas['Me'], 'wayBackAt'>,
  {
    suspension: Whole<Schemas['Suspension']> | null;
    person: Whole<Schemas['Account']>;
    organisation: Organisation | null;
    memberships: Membership[];
    impersonation: Whole<Schemas['Impersonation']> | null;
  }
>;

export type OrganisationStatus = Schemas['OrganisationStatus'];
export type OrganisationFound = Whole<Schemas['OrganisationFound'], 'suspendedAt'>;
export type OrganisationRecord = Replace<
  Whole<Schemas['OrganisationRecord'], 'closedAt'>,
  {
    suspension: Whole<Schemas['Suspended'], 'byName' | 'note'> | null;
    reopening: Whole<Schemas['Reopened'], 'byName'> | null;
  }
>;
export type OrganisationMember = Replace<
  Whole<Schemas['OrganisationMember'], 'lockedAt' | 'lastSeenAt'>,
  { ownRoles: RoleName[] }
>;
export type PersonFound = Whole<Schemas['PersonFound'], 'lockedAt'>;
export type AccountView = Replace<
  Whole<Schemas['PersonView']>,
  { lock: Whole<Schemas['Lock'], 'byName'> | null; memberships: Membership[]; sessions: OpenSession[] }
>;
export type OperationsFigures = Whole<Schemas['OperationsView']>;
export type HealthPart = Replace<Whole<Schemas['CheckResult']>, { data: Record<string, unknown> }>;
export interface Operations {
  figures: OperationsFigures;
  health: { status: string; checks: HealthPart[] };
}
export type JobRun = Whole<Schemas['JobRun'], 'about' | 'startedAt' | 'finishedAt'>;
export type Job = Replace<Whole<Schemas['JobView']>, { runs: JobRun[] }>;
export type DeadLetter = Whole<Schemas['DeadLetter'], 'consumer' | 'type' | 'eventId'>;
export type FailingItem = Whole<Schemas['DueAttempt']>;
export type HelpingLinkMade = Whole<Schemas['HelpingLinkMade'], 'link'>;
export type ImpersonationOpened = Whole<Schemas['ImpersonationOpened']>;

export type Flag = Schemas['Flag'];
export type OwnFlags = Whole<Schemas['OwnFlags']>;
export type FlagTarget = Whole<Schemas['Target'], 'name'>;
export type FlagSetting = Replace<
  Whole<Schemas['FlagView'], 'words' | 'unit' | 'onByDefault'>,
  { organisations: FlagTarget[]; persons: FlagTarget[] }
>;
export type NetworkEffect = Schemas['NetworkEffect'];
export type NetworkRule = Whole<Schemas['NetworkRuleView'], 'until'>;
export type Rate = Schemas['Rate'];
export type RateBypass = Replace<
  Whole<Schemas['RateBypassView'], 'revokedAt' | 'lastUsedAt'>,
  { rates: Rate[]; networks: string[] }
>;
export type RateBypassMade = Replace<Whole<Schemas['RateBypassMade']>, { bypass: RateBypass }>;
export type FlagChange = Whole<Schemas['FlagChange'], 'actorId' | 'name'>;

export type Equipment = Schemas['Equipment'];
export type LoadMode = Schemas['CargoMode'];
export type StopKind = Schemas['StopKind'];
export type LoadStatus = Schemas['LoadStatus'];
export type TripStatus = Schemas['TripStatus'];
export type OfferStatus = Schemas['OfferStatus'];
export type BookingStatus = Schemas['BookingStatus'];
export type FactSource = Schemas['RoadFactSource'];

/** Every value of an enumeration, in the order in which it is offered; one that is missing or unknown does not compile. */
function all<T extends string>() {
  return <const A extends readonly T[]>(values: A & ([T] extends [A[number]] ? unknown : never)): A => values;
}

export const equipments = all<Equipment>()([
  'DRY_VAN',
  'REEFER',
  'FLATBED',
  'STEP_DECK',
  'CURTAINSIDER',
  'BOX_TRUCK',
  'SPRINTER_VAN',
  'TANKER',
  'CAR',
]);
export const organisationKinds = all<OrganisationKind>()([
  'SHIPPER',
  'BROKER',
  'CARRIER',
  'TRAVELLER',
  'RIDER',
  'OFFICE',
]);
export const loadStatuses = all<LoadStatus>()([
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
]);
export const tripStatuses = all<TripStatus>()(['PLANNED', 'IN_PROGRESS', 'COMPLETED', 'CANCELLED']);
export const offerStatuses = all<OfferStatus>()([
  'OPEN',
  'ACCEPTED',
  'COUNTERED',
  'DECLINED',
  'WITHDRAWN',
  'CLOSED',
  'EXPIRED',
]);
export const offerSorts = all<Schemas['OfferSort']>()(['DATE', 'PRICE', 'PRICE_PER_DISTANCE', 'RECORD']);
export const bookingStatuses = all<BookingStatus>()([
  'CONFIRMED',
  'DISPATCHED',
  'AT_PICKUP',
  'IN_TRANSIT',
  'AT_DELIVERY',
  'DELIVERED',
  'CONTESTED',
  'SETTLED',
  'REFUNDED',
  'CANCELLED',
]);

type StopSchema = Item<Schemas['LoadView']['stops']>;
export type Window = Whole<NonNullable<StopSchema['window']>>;
export type Stop = Replace<
  Whole<StopSchema, 'address' | 'contactName' | 'contactPhone' | 'fence' | 'precision'>,
  { place: Place; window: Window }
>;
export type Leg = Whole<Item<Schemas['LoadView']['legs']>, 'carrierOrganisationId' | 'bookingId'>;
/** Whom one trades with; a private person has no name on the market. */
export type Trader = Whole<Schemas['Trader'], 'name'>;
export type Load = Replace<
  Whole<Schemas['LoadView'], 'organisationId' | 'commodity' | 'notes' | 'bookingId' | 'postedAt'>,
  { stops: Stop[]; legs: Leg[]; cargo: Capacity; price: Money | null; poster: Trader | null }
>;
export type LoadIn = Replace<Schemas['LoadRequest'], { cargo: Capacity }>;

export type TripStop = Replace<Whole<Item<Schemas['TripView']['stops']>>, { place: Place }>;
type DriverName = Whole<Schemas['DriverName']>;
type VehicleName = Whole<Schemas['VehicleName']>;
export type Trip = Replace<
  Whole<Schemas['TripView']>,
  {
    stops: TripStop[];
    capacity: Capacity;
    segments: { sequence: number; remaining: Capacity }[];
    driver: DriverName | null;
    vehicle: VehicleName | null;
    askPerKilometer: Money | null;
    floorPrice: Money | null;
  }
>;
export type TripIn = Replace<Schemas['TripRequest'], { capacity: Capacity }>;

/** Who drove what on a trip, from when until when. */
export type Assignment = Replace<
  Whole<Schemas['AssignmentView'], 'to'>,
  { driver: DriverName; vehicle: VehicleName }
>;

export type Driver = Whole<Schemas['DriverView'], 'phone' | 'personId'>;
export type Vehicle = Replace<Whole<Schemas['VehicleView']>, { capacity: Capacity }>;

export interface Match {
  score: number;
  reasons: Whole<Item<Schemas['MatchView']['reasons']>>[];
  load?: Load;
  legId: string;
  trip?: Trip;
  /** Of a trip. */
  carrier?: Trader;
}

export type OfferSort = Schemas['OfferSort'];
export type Offer = Replace<
  Whole<Schemas['OfferView'], 'legSequence' | 'legCount' | 'tripId' | 'bookingId' | 'counters' | 'expiresAt'>,
  {
    price: Money;
    fee: Money;
    sellerReceives: Money;
    counterpart: Trader;
    leg: Replace<
      Whole<Schemas['LegSummary'], 'commodity'>,
      { origin: Place; destination: Place; pickup: Window; delivery: Window; cargo: Capacity }
    > | null;
    trip: Replace<
      Whole<Schemas['TripSummary']>,
      { origin: Place; destination: Place; capacity: Capacity; room: Capacity | null }
    > | null;
    end: Whole<Schemas['OfferEnd']> | null;
    unfunded: Replace<Whole<Schemas['Unfunded']>, { lacking: Money | null }> | null;
  }
>;

type BookingStopSchema = Item<Schemas['BookingView']['stops']>;
export type BookingStop = Replace<
  Whole<
    BookingStopSchema,
    | 'address'
    | 'contactName'
    | 'contactPhone'
    | 'fence'
    | 'precision'
    | 'arrivedAt'
    | 'arrivalPunctuality'
    | 'arrivedReceivedAt'
    | 'arrivalSource'
    | 'arrivalReason'
    | 'departedAt'
    | 'departedReceivedAt'
    | 'departureSource'
    | 'departureReason'
  >,
  { place: Place; window: Window }
>;
export type Proof = Whole<Schemas['Proof'], 'latitude' | 'longitude' | 'documentId'>;
export type Booking = Replace<
  Whole<
    Schemas['BookingView'],
    | 'releaseDueAt'
    | 'dispatchedAt'
    | 'dispatchedReceivedAt'
    | 'deliveredAt'
    | 'contestedAt'
    | 'settledAt'
    | 'refundedAt'
    | 'cancelledAt'
    | 'cancelReason'
    | 'tripId'
    | 'tripReference'
    | 'upstreamBookingId'
    | 'carryingBookingId'
  >,
  {
    buyer: Whole<Schemas['Party']>;
    seller: Whole<Schemas['Party']>;
    /** A driver sees no money. */
    price: Money | null;
    fee: Money | null;
    sellerReceives: Money | null;
    stops: BookingStop[];
    driver: DriverName | null;
    vehicle: VehicleName | null;
    proof: Proof | null;
    /** What of the road this person may take back, for some seconds from the reading on. */
    undo: Whole<Schemas['Undo'], 'stop'> | null;
  }
>;

export type ContestFile = Whole<Schemas['ContestFile']>;
export type ContestWords = Replace<Whole<Schemas['ContestWords']>, { documents: ContestFile[] }>;
/** What a buyer has against a delivery, and what becomes of it. */
export type Contest = Replace<
  Whole<Schemas['ContestView'], 'queuedAt' | 'endedAt' | 'settledAt' | 'decisionReason'>,
  {
    buyer: Whole<Schemas['ContestParty']>;
    seller: Whole<Schemas['ContestParty']>;
    price: Money;
    fee: Money;
    contested: ContestWords;
    answer: ContestWords | null;
  }
>;
/** As the administrators' list shows it: what the sides say is read where the case is opened. */
export type QueuedContest = Replace<
  Contest,
  { contested: { saidAt: string }; answer: { saidAt: string } | null; decisionReason: null }
>;
export type ContestReason = Contest['reason'];
export interface ContestCase {
  contest: Contest;
  booking: Booking;
  proofFile: ContestFile | null;
}

export type EventView = Replace<
  Whole<Schemas['EventView'], 'actorId' | 'organisationId'>,
  { data: Record<string, unknown> }
>;

export interface Position {
  at: string;
  latitude: number;
  longitude: number;
  speedMetersPerSecond: number | null;
  headingDegrees: number | null;
}

export type Balance = Replace<Whole<Schemas['Balance']>, { available: Money; escrowed: Money }>;
export type WalletPosting = Replace<Whole<Schemas['PostingView'], 'bookingId'>, { amount: Money }>;
export type StoredDocument = Whole<Schemas['DocumentView']>;

export type LaneRow = Replace<
  Whole<Schemas['Row'], 'emptyKilometers'>,
  {
    ratePerKilometerLow: Money | null;
    ratePerKilometerMedian: Money | null;
    ratePerKilometerHigh: Money | null;
  }
>;
export type ChangedThing = Schemas['ChangedThing'];
export type LastChange = Whole<Schemas['LastChange'], 'personId' | 'name'>;
export type LaneReport = Replace<Whole<Schemas['LaneReport'], 'upTo'>, { rows: LaneRow[] }>;
export type LaneRun = Whole<Schemas['LaneRunView'], 'upTo' | 'startedAt' | 'finishedAt'>;
