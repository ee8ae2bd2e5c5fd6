/** An instant for people: the day alone where it is midnight, else to the minute; always UTC. */
export function shortTime(instant: string): string {
  const [day = '', clock = ''] = instant.split('T');
  return clock.startsWith('00:00:00') ? day : `${day} ${clock.slice(0, 5)}`;
}
