import { readdirSync } from 'node:fs';
import { basename } from 'node:path';
import { expect, test } from 'vitest';
import { road } from '@/words/road';

const features = '../ejb-domain/src/main/resources/org/lanerunner';

/** What is told of a booking, its load, offers and trip, and what belongs to them. */
const shown = /^(load|offer|trip|booking|contest|payment|document|location)\./;

/** Of a wallet, and of no booking. */
const ofNoBooking = ['payment.topped-up'];

test('every event that a timeline can show has words', () => {
  const types = readdirSync(features, { recursive: true, encoding: 'utf8' })
    .filter((path) => /\/events\/.*\.v\d+\.json$/.test(path))
    .map((path) => basename(path).replace(/\.v\d+\.json$/, ''))
    .filter((type) => shown.test(type) && !ofNoBooking.includes(type));
  expect(types).toContain('trip.stood-down');
  expect(types.filter((type) => !(type in road.timeline.events))).toEqual([]);
});
