import { useState } from 'react';
import { useCommand } from '@/api/command';
import { ask, post } from '@/api/http';
import type { Profile } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { Confirm } from '@/components/Dialog';
import { Form, TextField, useFormErrors } from '@/components/Form';
import { Panel } from '@/components/PageHeader';
import { profile as w } from './words/profile';

/** The telephone number. It is stored once the code that was sent to it has been typed here. */
export function ProfilePhone({ profile }: { profile: Profile }) {
  const [other, setOther] = useState(false);
  const asksForCode = profile.phoneWaiting !== null && !other;
  return (
    <Panel title={w.phone}>
      <p className="mb-3">{profile.phone ? w.phoneIs(profile.phone) : w.noPhone}</p>
      {!profile.phonePossible && <p className="text-secondary">{w.noSms}</p>}
      {profile.phonePossible && asksForCode && (
        <Code phone={profile.phoneWaiting!} onOther={() => setOther(true)} />
      )}
      {profile.phonePossible && !asksForCode && (
        <Wanted has={profile.phone !== null} onSent={() => setOther(false)} />
      )}
      {profile.phone && <Remove />}
    </Panel>
  );
}

function Wanted({ has, onSent }: { has: boolean; onSent: () => void }) {
  const errors = useFormErrors();
  const [phone, setPhone] = useState('');
  const send = useCommand(
    () => post('/me/profile/phone', { phone }),
    () => {
      announce(w.codeSent);
      onSent();
    },
  );
  return (
    <Form
      errors={errors}
      label={w.phone}
      onSubmit={() => send.mutate(undefined, { onError: errors.showProblem })}
    >
      <TextField
        pointer="/phone"
        label={has ? w.otherNumber : w.number}
        hint={w.numberHint}
        type="tel"
        autoComplete="tel"
        value={phone}
        onValue={setPhone}
      />
      <div>
        <Button type="submit" pending={send.isPending} disabled={phone.trim() === ''}>
          {w.sendCode}
        </Button>
      </div>
    </Form>
  );
}

function Code({ phone, onOther }: { phone: string; onOther: () => void }) {
  const errors = useFormErrors();
  const [code, setCode] = useState('');
  const confirm = useCommand(
    () => post('/me/profile/phone/confirm', { code }),
    () => announce(w.phoneConfirmed),
  );
  return (
    <Form
      errors={errors}
      label={w.code}
      onSubmit={() => confirm.mutate(undefined, { onError: errors.showProblem })}
    >
      <TextField
        pointer="/code"
        label={w.code}
        hint={w.codeHint(phone)}
        inputMode="numeric"
        autoComplete="one-time-code"
        maxLength={7}
        value={code}
        onValue={setCode}
      />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="primary" pending={confirm.isPending} disabled={code.trim().length < 6}>
          {w.confirmPhone}
        </Button>
        <Button onClick={onOther}>{w.sendAgain}</Button>
      </div>
    </Form>
  );
}

function Remove() {
  const remove = useCommand(
    () => ask('/me/profile/phone', { method: 'DELETE' }),
    () => announce(w.phoneRemoved),
  );
  return (
    <div className="mt-4">
      <Confirm
        label={w.removePhone}
        title={w.removePhoneTitle}
        text={w.removePhoneText}
        confirm={w.removePhone}
        look="secondary"
        pending={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
      />
    </div>
  );
}
