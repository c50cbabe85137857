import { beforeEach, expect, test, vi } from 'vitest';
import { ask } from '@/api/http';
import { Problem } from '@/api/problem';
import { session } from '@/api/session';

beforeEach(() => {
  localStorage.clear();
  sessionStorage.clear();
  vi.unstubAllGlobals();
});

const json = (body: unknown, status = 200) =>
  new Response(JSON.stringify(body), {
    status,
    headers: { 'Content-Type': status < 400 ? 'application/json' : 'application/problem+json' },
  });

test('many calls with an old token make one refresh', async () => {
  session.open({ accessToken: 'old', refreshToken: null, expiresIn: 0 });
  const asked = vi.fn((path: string) =>
    Promise.resolve(
      path.endsWith('/auth/refresh')
        ? json({ accessToken: 'new', refreshToken: null, expiresIn: 600 })
        : json({ items: [] }),
    ),
  );
  vi.stubGlobal('fetch', asked);
  await Promise.all([ask('/loads'), ask('/trips'), ask('/offers')]);
  expect(asked.mock.calls.filter(([path]) => path.endsWith('/auth/refresh'))).toHaveLength(1);
});

test('a refresh that is refused ends the session', async () => {
  session.open({ accessToken: 'old', refreshToken: null, expiresIn: 0 });
  vi.stubGlobal('fetch', () => Promise.resolve(json({ type: 'auth/refused', status: 401 }, 401)));
  await expect(ask('/loads')).rejects.toBeInstanceOf(Problem);
  expect(session.isOpen()).toBe(false);
});

test('nothing that opens the session is kept where scripts read it', () => {
  session.open({ accessToken: 'a.b.c', refreshToken: 'secret', expiresIn: 600 });
  expect(JSON.stringify({ ...localStorage, ...sessionStorage })).not.toContain('secret');
  expect(JSON.stringify({ ...localStorage })).not.toContain('a.b.c');
  session.close();
  expect(localStorage).toHaveLength(0);
  expect(sessionStorage).toHaveLength(0);
});

test('who was signed in by an earlier version stays so, and their token leaves the storage', async () => {
  localStorage.setItem(
    'lanerunner.session',
    JSON.stringify({ accessToken: 'x', refreshToken: 'kept before', expiresAt: Date.now() + 600_000 }),
  );
  const asked = vi.fn((path: string, _: RequestInit) =>
    Promise.resolve(
      path.endsWith('/auth/refresh')
        ? json({ accessToken: 'new', refreshToken: null, expiresIn: 600 })
        : json({ items: [] }),
    ),
  );
  vi.stubGlobal('fetch', asked);
  await ask('/loads');
  const [, refresh] = asked.mock.calls.find(([path]) => path.endsWith('/auth/refresh'))!;
  expect(refresh.body).toContain('kept before');
  expect(refresh.headers).toMatchObject({ 'Session-Transport': 'cookie' });
  expect(JSON.stringify({ ...localStorage })).not.toContain('kept before');
});

test('a problem keeps its pointers and its correlation id', async () => {
  const answer = {
    type: 'request/invalid',
    title: 'Not right',
    status: 422,
    detail: 'One thing is wrong.',
    correlationId: 'c-1',
    errors: [{ pointer: '/stops/0/windowStart', detail: 'Too early.' }],
  };
  vi.stubGlobal('fetch', () => Promise.resolve(json(answer, 422)));
  const problem = await ask('/loads').catch((fault: unknown) => Problem.of(fault));
  expect(problem).toMatchObject({ slug: 'request/invalid', status: 422, correlationId: 'c-1' });
  expect((problem as Problem).fields).toEqual(answer.errors);
});
