import { proofs } from '@/words/proofs';
import { terms } from '@/words/terms';
import { Problem } from './problem';
import type { MadePasskey, PasskeyRequest, ShownPasskey } from './types';

/** The browser's side of passkeys: it takes what the server asks, and returns what the server wants to know, with all bytes as base64url. */

const w = proofs.factors;

/** ES256, EdDSA and RS256, as the server takes them. */
const algorithms = [-7, -8, -257];

export function passkeysWork(): boolean {
  return 'PublicKeyCredential' in window;
}

export async function makePasskey(request: PasskeyRequest): Promise<MadePasskey> {
  const credential = await asked(() =>
    navigator.credentials.create({
      publicKey: {
        challenge: bytes(request.nonce),
        rp: { id: request.host, name: terms.product },
        user: {
          id: bytes(request.user!.id),
          name: request.user!.name,
          displayName: request.user!.displayName,
        },
        pubKeyCredParams: algorithms.map((alg) => ({ type: 'public-key', alg })),
        excludeCredentials: known(request),
        authenticatorSelection: {
          residentKey: 'required',
          requireResidentKey: true,
          userVerification: 'required',
        },
        attestation: 'none',
        timeout: request.expiresIn * 1000,
      },
    }),
  );
  const response = credential.response as AuthenticatorAttestationResponse;
  return {
    challenge: request.challenge,
    clientData: text(response.clientDataJSON),
    attestation: text(response.attestationObject),
    transports: response.getTransports(),
  };
}

export async function showPasskey(request: PasskeyRequest): Promise<ShownPasskey> {
  const credential = await asked(() =>
    navigator.credentials.get({
      publicKey: {
        challenge: bytes(request.nonce),
        rpId: request.host,
        allowCredentials: known(request),
        userVerification: 'required',
        timeout: request.expiresIn * 1000,
      },
    }),
  );
  const response = credential.response as AuthenticatorAssertionResponse;
  return {
    credentialId: text(credential.rawId),
    clientData: text(response.clientDataJSON),
    authenticatorData: text(response.authenticatorData),
    signature: text(response.signature),
    userHandle: response.userHandle ? text(response.userHandle) : null,
  };
}

/** A person who closes the browser's own dialog and a person who has no such passkey are told the same, since the browser doesn't say which it was. */
async function asked(ask: () => Promise<Credential | null>): Promise<PublicKeyCredential> {
  if (!passkeysWork()) throw problem(w.passkeysUnknown);
  try {
    const answer = await ask();
    if (answer) return answer as PublicKeyCredential;
  } catch (fault) {
    if (fault instanceof DOMException && fault.name === 'InvalidStateError') throw problem(w.passkeyHere);
    if (fault instanceof DOMException && fault.name === 'SecurityError') throw problem(w.passkeysElsewhere);
  }
  throw problem(w.passkeyNone);
}

function problem(detail: string): Problem {
  return new Problem(400, 'portal/passkey', w.passkeyProblem, detail, null);
}

function known(request: PasskeyRequest): PublicKeyCredentialDescriptor[] {
  return request.passkeys.map((passkey) => ({
    type: 'public-key',
    id: bytes(passkey.id),
    transports: passkey.transports as AuthenticatorTransport[],
  }));
}

function bytes(base64url: string): Uint8Array<ArrayBuffer> {
  const binary = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(binary, (letter) => letter.charCodeAt(0));
}

function text(buffer: ArrayBuffer): string {
  const binary = Array.from(new Uint8Array(buffer), (byte) => String.fromCharCode(byte)).join('');
  return btoa(binary).replace(/\+/g, '-').replace(/\//g, '_').replace(/=+$/, '');
}
