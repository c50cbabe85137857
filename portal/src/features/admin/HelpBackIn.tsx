import { useState } from 'react';
import { useCommand } from '@/api/command';
import { post } from '@/api/http';
import type { AccountView, HelpingLinkMade } from '@/api/types';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Form, NoteField, useFormErrors } from '@/components/Form';
import { SiteTime } from '@/components/SiteTime';
import { CommandError } from '@/components/States';
import { inputs } from '@/words/inputs';
import { terms } from '@/words/terms';
import { words } from './words';

const w = words.helpBackIn;

/** Sends a link that sets a password to a person who can't get in. Where no mail reaches them, the link is shown once, to be handed over. */
export function HelpBackIn({ person }: { person: AccountView }) {
  const [open, setOpen] = useState(false);
  const [reason, setReason] = useState('');
  const errors = useFormErrors();
  const make = useCommand(() =>
    post<HelpingLinkMade>(
      `/admin/people/${person.id}/link`,
      { reason: reason.trim() },
      { idempotencyKey: undefined },
    ),
  );
  function close(): void {
    setOpen(false);
    setReason('');
    make.reset();
  }
  function submit(): void {
    const wrong = reason.trim()
      ? []
      : [{ pointer: '/reason', detail: inputs.forms.required(words.people.reason) }];
    errors.show(wrong);
    if (wrong.length === 0) make.mutate(undefined, { onError: errors.showProblem });
  }
  return (
    <>
      <Button look="secondary" onClick={() => setOpen(true)}>
        {w.send}
      </Button>
      <Dialog title={w.title(person.name)} open={open} onClose={close}>
        {make.data ? (
          <Made made={make.data} person={person} onClose={close} />
        ) : (
          <Form errors={errors} onSubmit={submit} label={w.send}>
            <p>{w.text}</p>
            <NoteField pointer="/reason" label={words.people.reason} value={reason} onValue={setReason} />
            <CommandError error={make.error} />
            <div className="flex flex-wrap gap-2">
              <Button type="submit" look="primary" pending={make.isPending}>
                {w.send}
              </Button>
              <Button look="quiet" onClick={close}>
                {terms.actions.keep}
              </Button>
            </div>
          </Form>
        )}
      </Dialog>
    </>
  );
}

function Made({
  made,
  person,
  onClose,
}: {
  made: HelpingLinkMade;
  person: AccountView;
  onClose: () => void;
}) {
  return (
    <div className="flex flex-col gap-3" role="status">
      <p>{made.link ? w.handOver : w.mailed(person.email)}</p>
      {made.link && (
        <label className="flex flex-col gap-1 font-semibold">
          {w.link}
          <input
            className="control font-normal"
            readOnly
            value={made.link}
            onFocus={(event) => event.target.select()}
          />
        </label>
      )}
      <p>
        {w.until} <SiteTime instant={made.expiresAt} />
      </p>
      <div>
        <Button onClick={onClose}>{terms.actions.close}</Button>
      </div>
    </div>
  );
}
