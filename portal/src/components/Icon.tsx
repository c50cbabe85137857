const paths = {
  home: 'M4 11 12 4l8 7v9h-5v-6H9v6H4z',
  loads: 'M4 8l8-4 8 4v8l-8 4-8-4zM4 8l8 4 8-4M12 12v8',
  trips: 'M3 7h11v9H3zM14 10h4l3 3v3h-7M7 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4M17 19a2 2 0 1 0 0-4 2 2 0 0 0 0 4',
  fleet: 'M5 16V9l2-4h10l2 4v7M5 16h14M5 16v3M19 16v3M5 10h14M8 13h.01M16 13h.01',
  offers: 'M4 12V4h8l8 8-8 8zM8.5 8.5h.01',
  bookings: 'M6 3h9l4 4v14H6zM9 12l2 2 4-4M15 3v4h4',
  wallet: 'M4 7h15v12H4zM4 7l11-3v3M15 13h.01',
  members: 'M9 11a3 3 0 1 0 0-6 3 3 0 0 0 0 6M3 20c0-4 3-6 6-6s6 2 6 6M16 5a3 3 0 0 1 0 6M18 14c2 1 3 3 3 6',
  organisation: 'M4 20V6l8-3v17M12 9h8v11M3 20h18M7.5 9h1M7.5 13h1M15.5 13h1M15.5 16.5h1',
  audit: 'M6 3h9l4 4v14H6zM15 3v4h4M9.5 12h6M9.5 15.5h6M9.5 8.5h2',
  reports: 'M5 20V10M12 20V4M19 20v-7M3 20h18',
  accounts: 'M12 3l8 3v6c0 5-4 8-8 9-4-1-8-4-8-9V6zM9 12l2 2 4-4',
  flags: 'M5 21V4M5 5h13l-3 4 3 4H5',
  keyboard: 'M3 7h18v10H3zM7 10h.01M11 10h.01M15 10h.01M7 14h10',
  profile: 'M12 12a4 4 0 1 0 0-8 4 4 0 0 0 0 8M4 21c0-5 4-7 8-7s8 2 8 7',
  security: 'M6 11h12v9H6zM8 11V8a4 4 0 0 1 8 0v3M12 15v2',
  bell: 'M6 17V11a6 6 0 0 1 12 0v6l1.5 1.5h-15zM10 21h4',
  search: 'M10.5 17a6.5 6.5 0 1 0 0-13 6.5 6.5 0 0 0 0 13M15.5 15.5 21 21',
  more: 'M5 12h.01M12 12h.01M19 12h.01',
  plus: 'M12 5v14M5 12h14',
  back: 'M14 6l-6 6 6 6',
  close: 'M6 6l12 12M18 6 6 18',
  check: 'M5 12.5 10 17l9-10',
  map: 'M9 4 3 6v14l6-2 6 2 6-2V4l-6 2zM9 4v14M15 6v14',
  today: 'M5 5h14v15H5zM5 9h14M8 3v4M16 3v4M9 14l2 2 4-4',
  copy: 'M9 9h11v11H9zM5 15H4V4h11v1',
} as const;

export type IconName = keyof typeof paths;

/** A drawing beside a word. It is never the only name of a control. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      strokeWidth="1.8"
      strokeLinecap="round"
      strokeLinejoin="round"
      className="shrink-0"
    >
      <path d={paths[name]} />
    </svg>
  );
}
