import type { Driver, Member, RoleName } from '@/api/types';
import { terms } from '@/words/terms';
import { words as w } from './words';

const drives = (member: Member): boolean => member.roles.includes('DRIVER');

const plain = (name: string): string => name.trim().replace(/\s+/g, ' ').toLowerCase();

/** Members who drive come first; each other member's roles are added to the name. */
export function accountChoices(members: Member[], ownRoles: RoleName[]): { value: string; label: string }[] {
  const choice = (member: Member) => {
    const person = terms.members.person(member.name, member.email);
    return {
      value: member.personId,
      label: drives(member) ? person : w.accountOf(person, terms.roles(member.roles, ownRoles)),
    };
  };
  const all = members.filter((member) => member.personId);
  return [...all.filter(drives), ...all.filter((member) => !drives(member))].map(choice);
}

/** The one member who drives, has the driver's name and is not linked to another driver yet; null where nobody or more than one is. */
export function suggestedAccount(name: string, members: Member[], others: Driver[]): string | null {
  const alike = members.filter(
    (member) =>
      drives(member) &&
      plain(member.name) === plain(name) &&
      !others.some((other) => other.personId === member.personId),
  );
  return alike.length === 1 ? alike[0]!.personId : null;
}

/** The name under which a driver signs in, if the members are known. */
export function signsIn(driver: Driver, members: Member[] | undefined): string {
  if (!driver.personId) return w.notLinked;
  const member = members?.find(({ personId }) => personId === driver.personId);
  return member ? w.signsInAs(member.name || member.email) : w.linked;
}
