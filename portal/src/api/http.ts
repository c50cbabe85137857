import { answeredUnder } from './own';
import { Problem } from './problem';
import { proof } from './proof';
import { byCookie, session } from './session';

export interface Answer<T> {
  body: T;
  etag: string | null;
}

export interface Call {
  method?: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  body?: unknown;
  /** A call that is repeated with the same key gets the first call's answer. Make one key per intention, not one per attempt. */
  idempotencyKey?: string;
  /** The version this change was made against. */
  version?: number;
  signal?: AbortSignal;
  /** Sign-in, registration and invitations are called without a token. */
  anonymous?: boolean;
  accept?: string;
}

async function send(path: string, call: Call, token: string | null): Promise<Response> {
  const headers: Record<string, string> = { Accept: call.accept ?? 'application/json' };
  if (token) headers.Authorization = `Bearer ${token}`;
  if (call.idempotencyKey) headers['Idempotency-Key'] = call.idempotencyKey;
  if (call.version !== undefined) headers['If-Match'] = `"${call.version}"`;
  if (path.startsWith('/auth/')) Object.assign(headers, byCookie);
  let body: BodyInit | undefined;
  if (call.body instanceof FormData) {
    body = call.body;
  } else if (call.body !== undefined) {
    headers['Content-Type'] = 'application/json';
    body = JSON.stringify(call.body);
  }
  try {
    return await fetch(`/api${path}`, { method: call.method ?? 'GET', headers, body, signal: call.signal });
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'AbortError') throw fault;
    throw Problem.offline();
  }
}

async function authorised(path: string, call: Call): Promise<Response> {
  if (call.anonymous) return send(path, call, null);
  const token = await session.accessToken().catch(() => {
    throw Problem.offline();
  });
  const response = await send(path, call, token);
  if (response.status !== 401 || !token) return response;
  const renewed = await session.accessToken(token).catch(() => null);
  return renewed ? send(path, call, renewed) : response;
}

/** A sensitive call is repeated once after the person has proven who they are. */
async function proven(path: string, call: Call): Promise<Response> {
  const response = await authorised(path, call);
  if (response.status !== 403 || call.anonymous) return response;
  const { slug } = await Problem.from(response.clone());
  return slug === 'identity/proof-needed' && (await proof.ask()) ? authorised(path, call) : response;
}

/** Makes one call to the API. Returns the body and its ETag, or throws a Problem. */
export async function ask<T>(path: string, call: Call = {}): Promise<Answer<T>> {
  const response = await proven(path, call);
  if (!response.ok) throw await Problem.from(response);
  if (call.method && call.method !== 'GET') answeredUnder(response.headers.get('X-Correlation-Id'));
  const text = response.status === 204 ? '' : await response.text();
  return {
    body: (text ? JSON.parse(text) : undefined) as T,
    etag: response.headers.get('ETag'),
  };
}

export async function get<T>(path: string, signal?: AbortSignal): Promise<T> {
  return (await ask<T>(path, { signal })).body;
}

export async function post<T>(
  path: string,
  body?: unknown,
  call: Omit<Call, 'method' | 'body'> = {},
): Promise<T> {
  return (
    await ask<T>(path, {
      idempotencyKey: call.anonymous ? undefined : newKey(),
      ...call,
      method: 'POST',
      body: body ?? {},
    })
  ).body;
}

export async function download(path: string): Promise<Blob> {
  const response = await proven(path, { accept: '*/*' });
  if (!response.ok) throw await Problem.from(response);
  return response.blob();
}

/** `crypto.randomUUID` exists on secure origins only; the portal may be opened over plain HTTP on a LAN. */
export function newKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The query string of those parameters that have a value. */
export function query(parameters: Record<string, string | number | null | undefined>): string {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(parameters)) {
    if (value !== null && value !== undefined && value !== '') search.set(name, String(value));
  }
  const text = search.toString();
  return text ? `?${text}` : '';
}
