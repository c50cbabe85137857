import { expect, test } from 'vitest';
import { degrees, understand } from '@/components/coordinates';

const chicago = { latitude: 41.88, longitude: -87.63 };
const exactly = { latitude: 41.88, longitude: -87.63 };

test.each([
  '41.88,-87.63',
  '41.88, -87.63',
  '  41.88   -87.63 ',
  '(41.88, -87.63)',
  '41.88;-87.63',
  '+41.88, \u221287.63',
  '41,88 -87,63',
  '41,88; -87,63',
  '41,88, -87,63',
  '41.88° N, 87.63° W',
  '41.88N 87.63W',
  '41.88n87.63w',
  'N 41.88 W 87.63',
  'N41.88°, W87.63°',
  '87.63° W, 41.88° N',
  '41,88° N 87,63° W',
  '41.88°, -87.63°',
  `41°52'48"N 87°37'48"W`,
  '41° 52′ 48″ N, 87° 37′ 48″ W',
  '41º52’48”N, 87º37’48”W',
  `41°52.8'N 87°37.8'W`,
  '41 52 48 N 87 37 48 W',
  `41°52'48", -87°37'48"`,
  'geo:41.88,-87.63',
  'geo:41.88,-87.63,180;u=35?z=11',
  'geo:0,0?q=41.88,-87.63(Dock%204)',
  'https://www.google.com/maps/@41.88,-87.63,15z',
  'https://www.google.com/maps/place/Dock+4/@41.5,-87.1,17z/data=!3m1!4b1!4m6!3m5!1s0x0:0x0!8m2!3d41.88!4d-87.63!16s',
  'https://www.google.com/maps?q=41.88,-87.63',
  'https://maps.google.com/?ll=41.88,-87.63&z=12',
  'https://www.google.com/maps/search/?api=1&query=41.88%2C-87.63',
  'https://www.google.com/maps/dir/?api=1&destination=41.88,-87.63',
  'https://maps.apple.com/?ll=41.88,-87.63&q=Dock%204',
  'https://maps.apple.com/place?coordinate=41.88,-87.63&name=Dock',
  'https://www.openstreetmap.org/#map=15/41.88/-87.63',
  'https://www.openstreetmap.org/?mlat=41.88&mlon=-87.63#map=15/41.5/-87.1',
  'https://www.bing.com/maps?cp=41.88~-87.63&lvl=15',
])('%s is understood', (typed) => {
  expect(understand(typed)).toEqual({ kind: 'point', point: exactly, swapped: false });
});

test('longitude first is noticed where it can be nothing else, and not guessed where it can', () => {
  expect(understand('-121.49, 38.58')).toEqual({
    kind: 'point',
    point: { latitude: 38.58, longitude: -121.49 },
    swapped: true,
  });
  expect(understand('-87.63, 41.88')).toMatchObject({ point: { latitude: -87.63, longitude: 41.88 } });
});

test.each([
  '91, 181',
  '41.88, 187',
  '91° N, 20° E',
  '41°60\'00"N 87°37\'48"W',
  "41.5°30'N 87°37'W",
  '41.88 N 87.63 N',
  '-41.88 S, 87.63 W',
  'geo:95,10',
  'geo:somewhere',
])('%s lies nowhere', (typed) => {
  expect(understand(typed)).toEqual({ kind: 'outside' });
});

test.each(['https://maps.app.goo.gl/AbCdEf', 'https://www.google.com/maps/place/Chicago', 'https://'])(
  '%s holds no coordinates',
  (typed) => {
    expect(understand(typed)).toEqual({ kind: 'link' });
  },
);

test.each(['', 'Chicago', 'chi', '60601', '60601 123', '12 34', 'paris, tx', '1200 West Fulton, 4', '41.88'])(
  '%s is no attempt at coordinates',
  (typed) => {
    expect(understand(typed)).toBeNull();
  },
);

test('coordinates are said back with their letters', () => {
  expect(degrees(chicago)).toBe('41.88° N, 87.63° W');
  expect(degrees({ latitude: -33.8688, longitude: 151.209312 })).toBe('33.8688° S, 151.20931° E');
});
