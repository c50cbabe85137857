/**
 * The page's own commands. After each of them everything on screen is read again, so the live feed's events about the same change need no second reading. A
 * change is known by its correlation id, which stands in the command's answer and in the events. All other events are handled as usual, whoever caused them.
 */
const mostRemembered = 100;

/** The longest time for which a slow command holds back the events of the same person's other work. */
const longestHeldMillis = 3000;

interface Held {
  then: () => void;
  timer: ReturnType<typeof setTimeout>;
}

let underWay = 0;
/** Correlation ids of answers to commands that are still under way. */
const answered = new Set<string>();
/** Correlation ids that were answered before everything was read again. */
const readSince = new Set<string>();
const held = new Set<Held>();

/** Notes the correlation id of an answer to a change. */
export function answeredUnder(correlationId: string | null): void {
  if (correlationId && underWay > 0) answered.add(correlationId);
}

/** Runs a command. After its success everything is read again. */
export async function asOwn<Output>(command: () => Promise<Output>): Promise<Output> {
  underWay++;
  let done = false;
  try {
    const output = await command();
    done = true;
    return output;
  } finally {
    underWay--;
    if (done) passOver();
    else if (underWay === 0) handOn();
  }
}

/**
 * Handles an event of this person's, unless what it tells is read anyhow. While a command is under way this is known only a little later, so the event waits.
 */
export function unlessOwn(correlationId: string | undefined, then: () => void): void {
  if (correlationId !== undefined && readSince.has(correlationId)) return;
  if (underWay === 0) return then();
  const one: Held = {
    then,
    timer: setTimeout(() => {
      held.delete(one);
      then();
    }, longestHeldMillis),
  };
  held.add(one);
}

/** Drops the events told until now: they happened before the reading that begins now. */
function passOver(): void {
  held.forEach(({ timer }) => clearTimeout(timer));
  held.clear();
  answered.forEach((id) => readSince.add(id));
  answered.clear();
  for (const id of readSince) {
    if (readSince.size <= mostRemembered) break;
    readSince.delete(id);
  }
}

/** Handles the events that waited: the command was refused or got no answer, so nothing is read because of it. */
function handOn(): void {
  answered.clear();
  const waiting = [...held];
  held.clear();
  waiting.forEach(({ then, timer }) => {
    clearTimeout(timer);
    then();
  });
}
