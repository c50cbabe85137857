/**
 * The page's own commands. After each of them everything on screen is read again, so what the live feed tells of the same change need not be read once more. A
 * change is known by the correlation id that its answer names and its events carry. What else happens is not passed over: whoever did it, under whatever id.
 */
const mostRemembered = 100;

/** A command that is answered later than that keeps nobody waiting for what this person does elsewhere. */
const longestHeldMillis = 3000;

interface Held {
  then: () => void;
  timer: ReturnType<typeof setTimeout>;
}

let underWay = 0;
/** Answered to commands that are not done yet. */
const answered = new Set<string>();
/** Answered before everything was read again. */
const readSince = new Set<string>();
const held = new Set<Held>();

/** Of the answer to something that was changed. */
export function answeredUnder(correlationId: string | null): void {
  if (correlationId && underWay > 0) answered.add(correlationId);
}

/** Runs a command after whose success everything is read again. */
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

/** Does what is to be done about an event of this person's, unless what it tells is read anyhow; while a command is under way that shows a little later. */
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

/** What was told until now had happened before the reading that begins now. */
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

/** The command was refused, or nobody answered it: nothing is read because of it. */
function handOn(): void {
  answered.clear();
  const waiting = [...held];
  held.clear();
  waiting.forEach(({ then, timer }) => {
    clearTimeout(timer);
    then();
  });
}
