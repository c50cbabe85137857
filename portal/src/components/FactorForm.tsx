import { useState, type ReactNode } from 'react';
import type { Problem } from '@/api/problem';
import type { FactorMethod } from '@/api/types';
import { inputs } from '@/words/inputs';
import { proofs } from '@/words/proofs';
import { Button } from './Button';
import { Form, TextField, useFormErrors } from './Form';
import { CommandError } from './States';

const w = proofs.factors;

/** Asks for one of the person's factors, one at a time: a passkey by a press, any other by typing it. */
export function FactorForm({
  methods,
  label,
  pending,
  error,
  onPasskey,
  onCode,
  onSend,
}: {
  methods: FactorMethod[];
  label: string;
  pending: boolean;
  error: Problem | null;
  onPasskey: () => void;
  onCode: (method: FactorMethod, code: string) => void;
  /** Has a code sent, for a factor whose code comes by mail or SMS. */
  onSend?: (by: FactorMethod) => ReactNode;
}) {
  const typed = methods.filter((method) => method !== 'PASSKEY');
  const [chosen, setChosen] = useState<FactorMethod | undefined>(typed[0]);
  const [code, setCode] = useState('');
  const errors = useFormErrors();
  const sent = chosen === 'MAIL' || chosen === 'SMS';
  const others = typed.filter((method) => method !== chosen);
  function submit(): void {
    errors.show(code.trim() ? [] : [{ pointer: '/code', detail: inputs.forms.required(w.method[chosen!]) }]);
    if (code.trim()) onCode(chosen!, chosen === 'PASSWORD' ? code : code.trim());
  }
  return (
    <div className="flex flex-col gap-4">
      <CommandError error={error} />
      {methods.includes('PASSKEY') && (
        <Button look="primary" pending={pending} onClick={onPasskey}>
          {w.usePasskey}
        </Button>
      )}
      {sent && onSend?.(chosen)}
      {chosen && (
        <Form errors={errors} onSubmit={submit} label={label}>
          <TextField
            key={chosen}
            pointer="/code"
            label={w.method[chosen]}
            hint={w.methodHint[chosen]}
            type={chosen === 'PASSWORD' ? 'password' : 'text'}
            inputMode={chosen === 'CODE' || sent ? 'numeric' : undefined}
            autoComplete={
              chosen === 'CODE' || sent ? 'one-time-code' : chosen === 'PASSWORD' ? 'current-password' : 'off'
            }
            value={code}
            onValue={setCode}
          />
          <Button
            type="submit"
            look={methods.includes('PASSKEY') ? 'secondary' : 'primary'}
            pending={pending}
          >
            {label}
          </Button>
        </Form>
      )}
      {others.map((method) => (
        <Button
          key={method}
          look="quiet"
          className="self-start"
          onClick={() => {
            setChosen(method);
            setCode('');
          }}
        >
          {w.useInstead[method]}
        </Button>
      ))}
    </div>
  );
}
