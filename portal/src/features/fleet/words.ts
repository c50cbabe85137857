import { translated } from '@/words/language';

const en = {
  views: 'Part of the fleet',
  vehicles: 'Vehicles',
  drivers: 'Drivers',
  changeVehicle: (name: string) => `Change ${name}`,
  changeDriver: (name: string) => `Change ${name}`,
  noVehicles: 'No vehicles yet',
  noVehiclesText: 'A vehicle with its equipment and capacity is what a trip offers to shippers.',
  noDrivers: 'No drivers yet',
  noDriversText: 'A driver is assigned to a trip before its first booking is dispatched.',
  driverName: 'Driver’s name',
  vehicleName: 'Vehicle’s name',
  vehicleNameHint: 'What your people call it, such as “Truck 7”.',
  plate: 'Registration plate',
  phone: 'Phone',
  account: 'Account',
  accountHint: 'The member who signs in as this driver.',
  accountSuggested: 'Chosen because this member is a driver of the same name.',
  accountOf: (person: string, roles: string) => (roles ? `${person}: ${roles}` : person),
  inviteFirst: 'Not among them? Invite them under Members',
  linked: 'Signs in',
  signsInAs: (member: string) => `Signs in as ${member}`,
  notLinked: 'No account',
  state: 'State',
  active: 'Active',
  inactive: 'Inactive',
  takesTrips: 'Takes new trips',
  saved: (name: string) => `${name} is saved.`,
};

export type Words = typeof en;

export const words = translated('features/fleet/words', en);
