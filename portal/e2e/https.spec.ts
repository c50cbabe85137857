import { createHash, X509Certificate } from 'node:crypto';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { networkInterfaces } from 'node:os';
import { connect as secureConnect } from 'node:tls';
import { chromium, expect, test, type Browser, type Page } from '@playwright/test';
import { accessible, fits, phone, register, watch } from './support';

/*
 * A phone on the same network. The server of the tests listens on loopback alone and knows what to tell the network; a relay at this machine's own address and the same ports
 * stands for the network: what comes there reaches the server from that address, to which it is as open as to any neighbour.
 *
 * That the authority vouches for the server is verified by OpenSSL (Node), with nothing but the file of the trust page. Chromium takes authorities from the system alone, so
 * the one that comes after is told of the key that was found vouched for, and of no other; the one before, which is told of nothing, has to refuse.
 */
const plain = new URL(process.env.LANERUNNER_URL!);
const secure = process.env.LANERUNNER_SECURE_URL ? new URL(process.env.LANERUNNER_SECURE_URL) : undefined;
const own = Object.values(networkInterfaces())
  .flat()
  .find((address) => address?.family === 'IPv4' && !address.internal)?.address;

test.skip(!secure || !own, 'needs a server with HTTPS, and a machine with a network');

test('a phone comes to the trust page by plain HTTP, and to the portal by HTTPS', async ({ browser }) => {
  const relays = [await relay(plain.port, own), await relay(secure!.port, undefined)];
  const http = `http://${own}:${plain.port}`;
  const https = `https://${own}:${secure!.port}`;
  const stranger = await browser.newContext(phone);
  const page = await stranger.newPage();

  await page.goto(`${http}/`);
  await expect(page.getByRole('link', { name: `Open ${https}/` })).toBeVisible();
  const code = page.getByRole('img', { name: /^QR code/ });
  await expect(code).toBeVisible();
  expect(await code.evaluate((image) => (image as HTMLImageElement).naturalWidth)).toBeGreaterThan(0);
  await expect(page.getByRole('heading', { level: 2, name: 'Passkeys need a name' })).toBeVisible();
  const named = await page.getByRole('link', { name: /^https:\/\/.+\.local:/ }).innerText();
  await fits(page, 'the trust page');
  await accessible(page, 'the trust page');
  await nothingElse(page, http);

  const pem = await (await stranger.request.get(`${http}/trust/authority.pem`)).text();
  const fingerprint = new X509Certificate(pem).fingerprint256;
  await expect(page.locator('.fingerprint')).toHaveText(fingerprint);
  await expect(page.goto(`${https}/`)).rejects.toThrow('ERR_CERT_AUTHORITY_INVALID');
  await stranger.close();

  await expect(vouched(undefined, own!), 'the system does not know it').rejects.toThrow();
  const name = new URL(named).hostname;
  await expect(vouched(pem, 'elsewhere.example'), 'nor is it anybody else').rejects.toThrow();
  const trusting = await taking(await vouched(pem, own!), name);
  await signsUp(trusting, https);
  await noHintAt(trusting, named.replace('https:', 'http:').replace(secure!.port, plain.port));
  await signsUp(trusting, named);
  await trusting.close();
  relays.forEach((each) => each.close());
});

/** Screens are the trust page's place, too, and say that they are not themselves; the API answers in its own way. */
async function nothingElse(page: Page, address: string): Promise<void> {
  const screen = await page.goto(`${address}/sign-in`);
  expect(screen!.status()).toBe(403);
  await expect(page.getByLabel('Password')).toHaveCount(0);
  const api = await page.goto(`${address}/api/version`);
  expect(api!.status()).toBe(403);
  expect(await api!.text()).toContain('request/not-encrypted');
  await page.goto(`${address}/trust`);
}

async function noHintAt(browser: Browser, address: string): Promise<void> {
  const page = await browser.newPage();
  await page.goto(`${address}/trust`);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await expect(page.getByRole('heading', { level: 2, name: 'Passkeys need a name' })).toHaveCount(0);
  await page.close();
}

/** The portal as it is where it is encrypted: a secure context, and a session that only this host has. */
async function signsUp(browser: Browser, address: string): Promise<void> {
  const context = await browser.newContext({ ...phone, baseURL: address });
  const page = await context.newPage();
  watch(page, address);
  await register(page, 'Shipper', 'Phone & Co', 'Pia Phone');
  expect(await page.evaluate(() => isSecureContext)).toBe(true);
  const kept = (await context.cookies(address)).find(({ name }) => name.endsWith('lanerunner-refresh'));
  expect(kept).toMatchObject({
    name: '__Host-lanerunner-refresh',
    path: '/',
    secure: true,
    httpOnly: true,
    sameSite: 'Strict',
  });
  await context.close();
}

/** Whoever connects to this machine's own address reaches the server's port, from `localAddress` where it is given. */
async function relay(port: string, localAddress: string | undefined): Promise<Server> {
  const server = createServer((near) => {
    const far = connect({ host: '127.0.0.1', port: Number(port), localAddress });
    join(near, far);
    join(far, near);
  });
  await new Promise<void>((listening) => server.listen(Number(port), own, listening));
  return server;
}

function join(from: Socket, to: Socket): void {
  from.on('error', () => to.destroy()).on('close', () => to.destroy());
  from.pipe(to);
}

/** The server's key, where the authority vouches for it under that name; without an authority, where the system's do. */
function vouched(authority: string | undefined, name: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const named = /[a-z]/.test(name) ? { servername: name } : {};
    const socket = secureConnect({ host: own, port: Number(secure!.port), ca: authority, ...named }, () => {
      const key = new X509Certificate(socket.getPeerCertificate().raw).publicKey;
      socket.destroy();
      const encoded = key.export({ type: 'spki', format: 'der' });
      resolve(createHash('sha256').update(encoded).digest('base64'));
    });
    socket.on('error', reject);
  });
}

/** A Chromium that takes the one certificate with this key, in a network that knows this machine's name. */
async function taking(key: string, name: string): Promise<Browser> {
  return chromium.launch({
    executablePath: process.env.LANERUNNER_CHROMIUM ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      `--ignore-certificate-errors-spki-list=${key}`,
      `--host-resolver-rules=MAP ${name} ${own}`,
    ],
  });
}
