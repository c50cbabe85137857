import type { components } from './schema';

/**
 * Shapes of the public API under the names that the portal uses. All come from the kept OpenAPI document, which says what may be absent or null. Quantities
 * are in SI units; money is a decimal string with its currency.
 */

type Schemas = components['schemas'];

export interface Page<T> {
  items: T[];
  next: string | null;
}

export type Money = Schemas['Money'];
export type Capacity = Schemas['Capacity'];
export type Place = Schemas['Site'];
export type Tokens = Schemas['Tokens'];
export type Profile = Schemas['ProfileView'];
/** An absent field stays as it is; null means that the device's own setting counts. */
export type ProfileChange = Schemas['ProfileDetails'];
export type Notice = Schemas['NoticeView'];
export type NoticeSubject = Schemas['NoticeSubject'];
export type NoticeCount = Schemas['NoticeCount'];
export type NoticeChoice = Schemas['NoticeChoice'];
export type Delivery = Schemas['DeliveryView'];
export type FactorMethod = Schemas['Method'];
/** The password was right; a second factor is needed. */
export type Challenge = Schemas['Challenge'];
export type Passkey = Schemas['PasskeyView'];
export type Factors = Schemas['FactorsView'];
export type CodesByMessage = Schemas['CodesByMessage'];
export type NewApp = Schemas['NewApp'];
export type TurnedOn = Schemas['TurnedOn'];
export type CodeSent = Schemas['CodeSent'];
export type Proven = Schemas['Proven'];
export type AddedPasskey = Schemas['Added'];
export type ShownPasskey = Schemas['ShownPasskey'];
export type MadePasskey = Schemas['NewPasskey'];
export type PasskeyRequest = Schemas['PasskeyRequest'];
/** The login with a provider is right, but it belongs to no account here. */
export type Unlinked = Schemas['Unlinked'];
export type Health = Schemas['Health'];
export type Provider = Schemas['ProviderView'];
export type Login = Schemas['LoginView'];
export type Logins = Schemas['LoginsView'];
export type OrganisationKind = Schemas['OrganisationKind'];
/** A role's code, such as `OWNER`. The portal may have no words for some of them. */
export type Role = string;
export type RoleName = Schemas['RoleName'];
export type Scope = Schemas['Scope'];
export type RoleGrant = Schemas['RoleGrant'];
export type PermissionGroup = Schemas['PermissionGroup'];
export type Permission = Schemas['PermissionView'];
export type AddressList = Schemas['AddressListView'];
export type RoleDetails = Schemas['RoleView'];
export type AuditOutcome = Schemas['Outcome'];
export type AuditChange = Schemas['Change'];
export type AuditEntry = Schemas['AuditRow'];
export type Policy = Schemas['PolicyView'];
export type Closing = Schemas['ClosingView'];
export type Ownership = Schemas['OwnershipView'];
export type Organisation = Schemas['OrganisationView'];
export type Membership = Schemas['Belonging'];
export type Invitation = Schemas['InvitationView'];
export type ApiKey = Schemas['ApiKeyView'];
export type ApiKeyMade = Schemas['ApiKeyMade'];
export type SessionDevice = Schemas['Device'];
export type OpenSession = Schemas['SessionView'];
export type OpenInvitation = Schemas['OpenInvitation'];
export type InvitationLink = Schemas['InviteLink'];
export type Member = Schemas['MemberView'];
export type Me = Schemas['Me'];
export type OrganisationStatus = Schemas['OrganisationStatus'];
export type OrganisationFound = Schemas['OrganisationFound'];
export type OrganisationRecord = Schemas['OrganisationRecord'];
export type OrganisationMember = Schemas['OrganisationMember'];
export type PersonFound = Schemas['PersonFound'];
export type AccountView = Schemas['PersonView'];
export type OperationsFigures = Schemas['OperationsView'];
export type HealthPart = Schemas['CheckResult'];
export type Operations = Schemas['Standing'];
export type JobRun = Schemas['JobRun'];
export type Job = Schemas['JobView'];
export type DeadLetter = Schemas['DeadLetter'];
export type FailingItem = Schemas['DueAttempt'];
export type HelpingLinkMade = Schemas['HelpingLinkMade'];
export type ImpersonationOpened = Schemas['ImpersonationOpened'];
export type Flag = Schemas['Flag'];
export type OwnFlags = Schemas['OwnFlags'];
export type FlagTarget = Schemas['Target'];
export type FlagSetting = Schemas['FlagView'];
export type NetworkEffect = Schemas['NetworkEffect'];
export type NetworkRule = Schemas['NetworkRuleView'];
export type Rate = Schemas['Rate'];
export type RateBypass = Schemas['RateBypassView'];
export type RateBypassMade = Schemas['RateBypassMade'];
export type FlagChange = Schemas['FlagChange'];
export type Equipment = Schemas['Equipment'];
export type LoadMode = Schemas['CargoMode'];
export type StopKind = Schemas['StopKind'];
export type LoadStatus = Schemas['LoadStatus'];
export type TripStatus = Schemas['TripStatus'];
export type OfferStatus = Schemas['OfferStatus'];
export type BookingStatus = Schemas['BookingStatus'];
export type FactSource = Schemas['RoadFactSource'];

/** Every value of an enumeration, in the order in which it is offered. A missing or unknown value does not compile. */
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

export type Window = Schemas['Window'];
export type Stop = Schemas['StopView'];
export type Leg = Schemas['LegView'];
/** A party that one trades with. A private person has no name on the market. */
export type Trader = Schemas['Trader'];
export type Load = Schemas['LoadView'];
export type LoadIn = Schemas['LoadRequest'];
export type TripStop = Schemas['TripStopView'];
export type Trip = Schemas['TripView'];
export type TripIn = Schemas['TripRequest'];
/** Which driver drove which vehicle on a trip, from when until when. */
export type Assignment = Schemas['AssignmentView'];
export type Driver = Schemas['DriverView'];
export type Vehicle = Schemas['VehicleView'];
export type Match = Schemas['MatchView'];
export type OfferSort = Schemas['OfferSort'];
export type Offer = Schemas['OfferView'];
export type BookingStop = Schemas['BookingStopView'];
export type Proof = Schemas['Proof'];
export type Booking = Schemas['BookingView'];
export type ContestFile = Schemas['ContestFile'];
export type ContestWords = Schemas['ContestWords'];
/** A buyer's objection to a delivery, and what becomes of it. */
export type Contest = Schemas['ContestView'];
/** A contest as the administrators' list shows it. What the sides say is read where the case is opened. */
export type QueuedContest = Contest;
export type ContestReason = Schemas['ContestReason'];
export type ContestCase = Schemas['ContestCase'];
export type EventView = Schemas['EventView'];
export type Position = Schemas['Position'];
export type Balance = Schemas['Balance'];
export type WalletPosting = Schemas['PostingView'];
export type StoredDocument = Schemas['DocumentView'];
export type LaneRow = Schemas['Row'];
export type ChangedThing = Schemas['ChangedThing'];
export type LastChange = Schemas['LastChange'];
export type LaneReport = Schemas['LaneReport'];
export type LaneRun = Schemas['LaneRunView'];
/** Where a booking on the road is going, and where its vehicle was last. */
export type Whereabouts = Schemas['Whereabouts'];
/** A search result: something that belongs to the own organisation. */
export type Found = Schemas['Found'];
/** A task that waits for somebody, as facts; the feature of its kind has the words. */
export type HomeTask = Schemas['Task'];
export type HomeView = Schemas['HomeView'];
