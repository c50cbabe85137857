/** The instant in so many hours, for the API; none for no hours. */
export function inHours(hours: string): string | undefined {
  return hours ? new Date(Date.now() + Number(hours) * 3_600_000).toISOString() : undefined;
}
