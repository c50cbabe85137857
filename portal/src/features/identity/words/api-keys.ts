import { translated } from '@/words/language';

const en = {
  text: 'By a key a program acts for the organisation: with the permissions you give it, and nothing about members, roles or keys.',
  none: 'No keys yet',
  noneText: 'Make one for each program, so that you can revoke it without stopping the others.',
  name: 'Name',
  nameHint: 'The program that will use it.',
  begins: (prefix: string) => `${prefix}…`,
  scopes: 'Permissions',
  addresses: 'Network addresses',
  addressesHint: 'From which alone it is taken, such as 203.0.113.0/24. Left empty: from anywhere.',
  anywhere: 'Any',
  days: 'Days until it is over',
  lastUsed: 'Last used',
  never: 'Never',
  madeBy: 'Made by',
  madeByFormer: (name: string) => `${name}, no member any more. Give it a new secret, or revoke it.`,
  expires: 'Over',
  make: 'Make a key',
  madeTitle: (name: string) => `The key ${name}`,
  madeText: 'Copy the secret now: it is not shown again, and nobody can find it out.',
  secret: 'Secret',
  clientId: (id: string) => `For OAuth 2.0 client credentials at /api/auth/token the client id is ${id}.`,
  exampleTitle: 'Call with it',
  example: (origin: string, secret: string) =>
    `curl -H 'Authorization: Bearer ${secret}' ${origin}/api/loads?scope=own`,
  rotate: 'New secret',
  rotateTitle: (name: string) => `A new secret for ${name}?`,
  rotateText: 'The present one is good for another day, so that programs can change over.',
  revoke: 'Revoke',
  revokeTitle: (name: string) => `Revoke ${name}?`,
  revokeText: 'Programs that use it are refused within seconds, for good.',
  revoked: 'The key is revoked.',
};

export type Words = typeof en;

export const apiKeys = translated('features/identity/words/api-keys', en);
