/** The instant that is so many hours from now, for the API; undefined where no hours are typed. */
export function inHours(hours: string): string | undefined {
  return hours ? new Date(Date.now() + Number(hours) * 3_600_000).toISOString() : undefined;
}
