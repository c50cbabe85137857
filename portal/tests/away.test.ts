import { beforeEach, expect, test } from 'vitest';
import { cameBack, safeNext } from '../src/features/identity/away';

beforeEach(() => sessionStorage.clear());

test('only a path of this portal follows a sign-in', () => {
  for (const path of ['/', '/loads?own=1', '/invite/a-b_c']) expect(safeNext(path)).toBe(path);
  for (const other of [null, '', 'loads', '//host', '/\\host', 'https://host/', 'javascript:alert(1)']) {
    expect(safeNext(other), String(other)).toBe('/');
  }
});

test('a tab knows once what it went away for, and nothing that somebody else wrote', () => {
  sessionStorage.setItem('lanerunner.away', JSON.stringify({ purpose: 'link', next: '/security' }));
  expect(cameBack()).toMatchObject({ purpose: 'link', next: '/security' });
  expect(cameBack()).toMatchObject({ purpose: 'sign-in', next: '/' });
  for (const odd of ['{', 'null', '[]', '{"purpose":"else","next":"//host","token":7}']) {
    sessionStorage.setItem('lanerunner.away', odd);
    expect(cameBack(), odd).toEqual({ purpose: 'sign-in', next: '/', token: undefined });
  }
});
