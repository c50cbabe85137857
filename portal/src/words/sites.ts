import { count } from '@/words/counting';
import { translated } from '@/words/language';

/** Words about where a stop is, and when it may be served. */
const en = {
  // Where a stop is, and the times between which it may be served.
  points: {
    near: (degrees: string, place: string) => `${degrees}, near ${place}`,
    swapped: 'Read with the longitude first: as latitude the first figure lies nowhere.',
    outside: 'These coordinates lie nowhere. A latitude is at most 90°, a longitude at most 180°.',
    link: 'There are no coordinates in this link. Open it, then copy the coordinates from the map.',
    searchHint: 'A city in any spelling, a ZIP code, coordinates or a map’s link.',
    cityOnly: (zip: boolean) =>
      `Known by its ${zip ? 'ZIP code' : 'city'} only: arrival by hand, or set the point.`,
    cityOnlyOf: (place: string, zip: boolean) =>
      `${place} is known by its ${zip ? 'ZIP code' : 'city'} only: arrival by hand, or set the point.`,
    point: (degrees: string, radius: string) =>
      `Exact point: ${degrees}. Its fence reaches ${radius} around it.`,
    pointAlone: (degrees: string) => `Exact point: ${degrees}.`,
    oldFence: (radius: string) =>
      `No exact point: its fence reaches ${radius} around the middle of the city.`,
    set: 'Set the point',
    move: 'Move the point',
    setOf: (stop: string) => `Set the point of ${stop}`,
    moveOf: (stop: string) => `Move the point of ${stop}`,
    remove: 'Remove the point',
    removeOf: (stop: string) => `Remove the point of ${stop}`,
    hide: 'Close the map',
    hideOf: (stop: string) => `Close the map of ${stop}`,
    map: (stop: string) => `Pin on the map for ${stop}`,
    keys: 'Click the map, or move the pin with the arrow keys (with Shift further) and set it with Enter.',
    pinSet: (degrees: string) => `The pin is set at ${degrees}.`,
    pinMoved: (degrees: string) => `The pin is at ${degrees}. Enter sets it there.`,
    noPin: 'No pin is set yet.',
    coordinates: 'Coordinates',
    coordinatesHint: 'Such as 41.88, -87.63, or a map’s link.',
    unreadable: 'These are no coordinates. Write them like 41.88, -87.63.',
    radius: 'Fence’s radius',
    radiusHint: (least: string, most: string) =>
      `Who stands still within it has arrived. From ${least} to ${most}.`,
    radiusRange: (least: string, most: string) => `The radius lies between ${least} and ${most}.`,
    useMine: 'I am here: use my position',
    mineUsed: (meters: number) => `This device says where it is, give or take ${meters} m.`,
    noPosition: 'This device does not say where it is. Allow it, or write the coordinates.',
    missing: 'Set the pin or write the coordinates first.',
    save: 'Set the point here',
    saved: (place: string) => `The point in ${place} is set. Its fence tells arrivals from now on.`,
    dialogText:
      'Both sides of the booking see the point, the market does not. Positions since the dispatch count for it, and an arrival that is known stays.',
  },

  stops: {
    moveUp: 'Move up',
    moveUpLabel: (n: number) => `Move stop ${n} up`,
    moveDown: 'Move down',
    moveDownLabel: (n: number) => `Move stop ${n} down`,
  },

  windows: {
    backwards: 'The latest time must be after the earliest.',
    tooLong: (days: number) => `A window is no longer than ${days} days.`,
    tooOld: (days: number) => `This is more than ${days} days ago.`,
    tooFar: 'This is more than a year away.',
    deliveryOver: 'This delivery would be over already.',
    beforeTheStopBefore: 'This stop would be over before the stop before it begins.',
    notLater: 'This is not later than the stop before.',
    tripOver: 'The trip would be over already.',
    tripTooLong: (days: number) => `What is ahead of a trip lasts at most ${days} days.`,
    moved: (from: string, to: string) =>
      `${from} does not exist there on that day, since the clocks go forward. ${to} is meant.`,
    twice: (time: string, zone: string) =>
      `${time} comes twice there on that day, since the clocks go back. The first is meant (${zone}).`,
  },

  places: {
    searching: 'Searching…',
    failed: 'Places could not be searched. Type again to retry.',
    found: (n: number) => count(n, 'One place found', `${n} places found`),
    none: (q: string) => `No place starts with “${q}”.`,
  },
};

export type Words = typeof en;

export const sites = translated('words/sites', en);
