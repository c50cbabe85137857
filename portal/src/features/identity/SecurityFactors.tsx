import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { Link } from 'react-router';
import { useCommand } from '@/api/command';
import { ask, post } from '@/api/http';
import { queries } from '@/api/queries';
import { session } from '@/api/session';
import type { CodesByMessage, Factors, NewApp, TurnedOn } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { Confirm, Dialog } from '@/components/Dialog';
import { Form, TextField, useFormErrors } from '@/components/Form';
import { Panel } from '@/components/PageHeader';
import { QrCode } from '@/components/QrCode';
import { SiteTime } from '@/components/SiteTime';
import { CommandError, Loaded } from '@/components/States';
import { inputs } from '@/words/inputs';
import { proofs } from '@/words/proofs';
import { Passkeys } from './Passkeys';
import { RecoveryCodes } from './RecoveryCodes';
import { factors as w } from './words/factors';

/** The factors that this person uses beside the password or instead of it. */
export function SecurityFactors() {
  const factors = useQuery(queries.factors());
  const [codes, setCodes] = useState<string[]>([]);
  return (
    <Panel title={w.title}>
      <p className="mb-3 max-w-prose text-secondary">{w.text}</p>
      <Loaded query={factors}>
        {(data) => (
          <div className="flex flex-col gap-5">
            <App factors={data} onCodes={setCodes} />
            <Passkeys passkeys={data.passkeys} onCodes={setCodes} />
            {data.codesBySms && <Sent by="SMS" state={data.codesBySms} />}
            {data.codesByMail && <Sent by="MAIL" state={data.codesByMail} />}
            {(data.app || data.passkeys.length > 0) && (
              <Recovery left={data.recoveryCodes} onCodes={setCodes} />
            )}
          </div>
        )}
      </Loaded>
      <RecoveryCodes codes={codes} onDone={() => setCodes([])} />
    </Panel>
  );
}

function App({ factors, onCodes }: { factors: Factors; onCodes: (codes: string[]) => void }) {
  const [setup, setSetup] = useState<NewApp | null>(null);
  const begin = useCommand(
    (_: void, key) => post<NewApp>('/factors/app', undefined, { idempotencyKey: key }),
    setSetup,
  );
  const remove = useCommand(
    () => ask('/factors/app', { method: 'DELETE' }),
    () => announce(w.appRemoved),
  );
  return (
    <section aria-labelledby="factor-app" className="flex flex-wrap items-center justify-between gap-3">
      <div>
        <h3 id="factor-app" className="text-sm">
          {w.app}
        </h3>
        <p className="text-secondary">
          {factors.app ? (
            <>
              {w.onSince} <SiteTime instant={factors.app.since} />
            </>
          ) : (
            w.appText
          )}
        </p>
      </div>
      {factors.app ? (
        <Confirm
          label={w.turnOff}
          title={w.turnOffTitle}
          text={w.turnOffText}
          confirm={w.turnOff}
          pending={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate()}
        />
      ) : (
        <Button pending={begin.isPending} onClick={() => begin.mutate()}>
          {w.turnOn}
        </Button>
      )}
      <CommandError error={begin.error} />
      <Dialog title={w.setupTitle} open={setup !== null} onClose={() => setSetup(null)}>
        {setup && (
          <Setup
            app={setup}
            onDone={(codes) => {
              setSetup(null);
              onCodes(codes);
            }}
          />
        )}
      </Dialog>
    </section>
  );
}

function Setup({ app, onDone }: { app: NewApp; onDone: (codes: string[]) => void }) {
  const errors = useFormErrors();
  const [code, setCode] = useState('');
  const confirm = useCommand(
    () => post<TurnedOn>('/factors/app/confirm', { code: code.trim() }),
    (on) => {
      session.renew(on);
      announce(w.appAdded);
      onDone(on.recoveryCodes);
    },
  );
  function submit(): void {
    errors.show(code.trim() ? [] : [{ pointer: '/code', detail: inputs.forms.required(w.code) }]);
    if (code.trim()) confirm.mutate(undefined, { onError: errors.showProblem });
  }
  return (
    <Form errors={errors} onSubmit={submit} label={w.setupTitle}>
      <p>{w.scan}</p>
      <QrCode text={app.uri} label={w.qr} />
      <details>
        <summary className="cursor-pointer text-secondary">{w.byHand}</summary>
        <p className="mt-1 font-mono text-sm break-all" aria-label={w.secret}>
          {app.secret.replace(/(.{4})(?=.)/g, '$1 ')}
        </p>
      </details>
      <TextField
        pointer="/code"
        label={w.code}
        hint={w.firstCodeHint}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        value={code}
        onValue={setCode}
      />
      <Button type="submit" look="primary" pending={confirm.isPending}>
        {w.turnOn}
      </Button>
    </Form>
  );
}

/** Codes by mail or SMS. Shown where an organisation of the person accepts them, or while they are on. */
function Sent({ by, state }: { by: 'MAIL' | 'SMS'; state: CodesByMessage }) {
  const c = proofs.factors.codes[by];
  const path = by === 'SMS' ? '/factors/sms' : '/factors/mail';
  const on = useCommand(
    (_: void, key) => post<Factors>(path, undefined, { idempotencyKey: key }),
    () => announce(c.added),
  );
  const off = useCommand(
    () => ask(path, { method: 'DELETE' }),
    () => announce(c.removed),
  );
  return (
    <section aria-labelledby={path} className="flex flex-wrap items-center justify-between gap-3">
      <div className="max-w-prose">
        <h3 id={path} className="text-sm">
          {c.title}
        </h3>
        <p className="text-secondary">
          {state.since ? (
            <>
              {w.onSince} <SiteTime instant={state.since} />
            </>
          ) : (
            c.text
          )}
        </p>
        {by === 'SMS' && !state.to && (
          <p>
            <Link className="link" to="/profile">
              {w.confirmNumber}
            </Link>
          </p>
        )}
        {state.since && !state.allowed && <p className="text-warning">{c.notTaken}</p>}
      </div>
      {state.since ? (
        <Confirm
          label={w.turnOff}
          title={c.offTitle}
          text={w.codesOffText}
          confirm={w.turnOff}
          pending={off.isPending}
          error={off.error}
          onConfirm={() => off.mutate()}
        />
      ) : (
        <Button pending={on.isPending} disabled={by === 'SMS' && !state.to} onClick={() => on.mutate()}>
          {w.turnOn}
        </Button>
      )}
      <CommandError error={on.error} />
    </section>
  );
}

function Recovery({ left, onCodes }: { left: number; onCodes: (codes: string[]) => void }) {
  const make = useCommand(
    (_: void, key) =>
      post<{ recoveryCodes: string[] }>('/factors/recovery-codes', undefined, { idempotencyKey: key }),
    (made) => onCodes(made.recoveryCodes),
  );
  return (
    <section aria-labelledby="factor-recovery" className="flex flex-wrap items-center justify-between gap-3">
      <div>
        <h3 id="factor-recovery" className="text-sm">
          {w.recoveryTitle}
        </h3>
        <p className={left < 3 ? 'text-warning' : 'text-secondary'}>{w.recoveryLeft(left)}</p>
      </div>
      <Confirm
        label={w.makeCodes}
        title={w.makeCodesTitle}
        text={w.makeCodesText}
        confirm={w.makeCodes}
        look="secondary"
        pending={make.isPending}
        error={make.error}
        onConfirm={() => make.mutate()}
      />
    </section>
  );
}
