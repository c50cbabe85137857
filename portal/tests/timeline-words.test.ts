import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { road } from '@/words/road';

const schemas = '../ejb-domain/src/main/resources/org/lanerunner/events/schemas';

/** What is told of a booking, its load, offers and trip, and what belongs to them. */
const shown = /^(load|offer|trip|booking|contest|payment|document|location)\./;

/** Of a wallet, and of no booking. */
const ofNoBooking = ['payment.topped-up'];

test('every event that a timeline can show has words', () => {
  const types = readdirSync(schemas)
    .map((file) => file.replace(/\.v\d+\.json$/, ''))
    .filter((type) => shown.test(type) && !ofNoBooking.includes(type));
  expect(types).toContain('trip.stood-down');
  expect(types.filter((type) => !(type in road.timeline.events))).toEqual([]);
});
