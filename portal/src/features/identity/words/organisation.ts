import type { PermissionGroup, Scope } from '@/api/types';
import { count } from '@/words/counting';
import { translated } from '@/words/language';

const permissionGroups: Record<PermissionGroup, string> = {
  ORGANISATION: 'Organisation and fleet',
  LOADS: 'Loads and market',
  DEALS: 'Offers and bookings',
  TRIPS: 'Trips',
  ROAD: 'On the road',
  DOCUMENTS: 'Documents',
  MONEY: 'Money',
  RECORDS: 'Records',
};

const en = {
  permissionGroups,
  roles: 'Roles',
  rolesText:
    'Built-in roles fit most. Make your own where somebody should do less, or something of several: what it says is felt at once by who holds it.',
  role: 'Role',
  grants: 'Allows',
  holders: 'Members',
  builtIn: 'Built in',
  make: 'Make a role',
  made: 'The role is made. Give it to members on the members page.',
  change: 'Change',
  changeTitle: (name: string) => `Change ${name}`,
  changeText: 'Who holds the role may do what it says from then on.',
  changed: 'The role is changed.',
  end: 'End',
  endTitle: (name: string) => `End the role ${name}?`,
  endText: 'Nobody can be given it from then on. Its name is free again.',
  ended: 'The role is ended.',
  name: 'Name of the role',
  permissions: 'What it allows',
  reach: (text: string) => `How far: ${text}`,
  reaches: {
    ORGANISATION: 'All of the organisation',
    OWN_TRIPS: 'Own trips only',
  } satisfies Record<Scope, string>,
  ownTrips: (text: string) => `${text} (own trips only)`,
  more: (n: number) => count(n, 'One permission', `${n} permissions`),
  policy: 'Signing in',
  secondFactorOn: 'Whoever signs in for the organisation needs a second factor besides the password.',
  secondFactorOff: 'A password is enough to sign in for the organisation.',
  secondFactorStart: 'Require a second factor',
  secondFactorStop: 'Do without a second factor',
  secondFactorStartText:
    'Members without a second factor set one up when they sign in for the organisation the next time.',
  secondFactorStopText: 'A stolen password is then enough to act for the organisation.',
  codes: {
    MAIL: {
      on: 'A code by mail is a second factor, too, for who has nothing better.',
      off: 'A code by mail is no second factor.',
      start: 'Take codes by mail',
      stop: 'Take no codes by mail',
      startText:
        'Members without an app or passkey can have a code sent to their address. Whoever reads that mailbox and knows the password acts for the organisation.',
      stopText: 'Members are asked for them still, but they are no second factor here.',
    },
    SMS: {
      on: 'A code by SMS is a second factor, too, for who has nothing better.',
      off: 'A code by SMS is no second factor.',
      start: 'Take codes by SMS',
      stop: 'Take no codes by SMS',
      startText:
        'Members without an app or passkey can have a code sent to their telephone number. Numbers can be taken over and SMS read on their way: whoever does it and knows the password acts for the organisation.',
      stopText: 'Members are asked for them still, but they are no second factor here.',
    },
  },
  policyChanged: 'What sign-ins need is changed.',
  ownership: 'Ownership',
  noOffer: 'The ownership is not being handed over.',
  nobodyToHandTo: 'There is no other member to hand it to. Invite one first.',
  offered: (by: string, to: string) => `${by} has offered the ownership to ${to}.`,
  offerExpires: 'The offer ends',
  handOver: 'Hand over the ownership',
  handOverText:
    'The member takes it on within a week, or not. From then on you are no owner any more; your other roles stay.',
  handOverTo: 'New owner',
  chooseMember: 'Choose a member',
  offerIt: 'Offer the ownership',
  offerMade: 'The ownership is offered. The member takes it on here.',
  withdrawOffer: 'Take the offer back',
  withdrawOfferText: 'You stay the owner.',
  offerWithdrawn: 'The offer is taken back.',
  takeOn: 'Take on the ownership',
  takeOnText: (by: string) =>
    `You become owner of the organisation, with all that goes with it; ${by} is no owner any more.`,
  takenOn: 'You are the owner now.',
  going: 'Leaving and closing',
  leave: 'Leave the organisation',
  leaveText:
    'You lose access at once and are signed out. What you did stays on record. You can come back by an invitation only.',
  close: 'Close the organisation',
  closeTitle: 'Close the organisation for good?',
  closeText:
    'Nobody signs in for it any more, you included. Its records stay with those who were party to them. There is no way back.',
  obstacles: 'Before that:',

  members: {
    name: 'Name',
    email: 'E-mail address',
    roles: 'Roles',
    change: 'Change',
    invite: 'Invite a member',
    makeLink: 'Make the invitation link',
    driver: 'Drives as',
    driverHint: 'Ties the account to this driver of your fleet.',
    noDriver: 'Not yet a driver of the fleet',
    link: 'Invitation link',
    linkMailed: (email: string) => `A mail with a link of its own is on its way to ${email}.`,
    linkText: 'You can also send them this one by a way you trust: it works once and is shown only now.',
    linkExpires: 'It expires',
    changeRoles: 'Roles',
    changeRolesOf: (name: string) => `Roles of ${name}`,
    changeRolesText: 'A change takes effect at once.',
    changed: 'The roles are changed.',
    removeTitle: (name: string) => `Remove ${name}?`,
    removeText: 'The person loses access to this organisation at once. What they did stays on record.',
    removed: 'The member is removed.',
  },

  addresses: {
    title: 'Network addresses',
    text: 'Let members act for the organisation from certain networks only, such as your office. Elsewhere they still get to their own account and to other organisations of theirs.',
    networks: 'Allowed networks',
    hint: (yours: string) =>
      `One a line, such as 203.0.113.7 or 203.0.113.0/24. Leave it empty to let members in from everywhere. You come from ${yours}, which has to be among them.`,
    saveNone: 'Let in from everywhere',
    saved: 'The list is saved and holds at once.',
  },

  invitations: {
    title: 'Open invitations',
    none: 'No open invitations',
    noneText: 'Whoever you invite is listed here until the link is used, withdrawn or a week old.',
    invitedBy: 'Invited by',
    expires: 'Expires',
    withdraw: 'Withdraw',
    withdrawTitle: (email: string) => `Withdraw the invitation of ${email}?`,
    withdrawText: 'Its link opens nothing from then on. You can invite the person again.',
    withdrawn: 'The invitation is withdrawn.',
  },
};

export type Words = typeof en;

export const organisation = translated('features/identity/words/organisation', en);
