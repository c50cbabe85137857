import { useState } from 'react';
import { useOnce } from '@/api/once';
import type { Booking, ContestReason } from '@/api/types';
import { announce } from '@/components/Announcer';
import { Button } from '@/components/Button';
import { Dialog } from '@/components/Dialog';
import { Form, SelectField, useFormErrors } from '@/components/Form';
import { money } from '@/components/units';
import { inputs } from '@/words/inputs';
import { terms } from '@/words/terms';
import { StatementFields, useStatement } from './Statement';
import { words as w } from './words';

const reasons = ['DAMAGED', 'MISSING', 'NOT_DELIVERED', 'WRONG_PLACE', 'LATE', 'OTHER'] as const;

/** The form that says that a delivery is not as agreed, before its money is released. */
export function ContestDelivery({ booking }: { booking: Booking }) {
  const [open, setOpen] = useState(false);
  const close = () => setOpen(false);
  return (
    <>
      <Button look="danger" onClick={() => setOpen(true)}>
        {w.contest}
      </Button>
      <Dialog title={w.contest} open={open} onClose={close}>
        <ContestForm booking={booking} onDone={close} />
      </Dialog>
    </>
  );
}

function ContestForm({ booking, onDone }: { booking: Booking; onDone: () => void }) {
  const errors = useFormErrors();
  const [reason, setReason] = useState<ContestReason | ''>('');
  const statement = useStatement();
  const contest = useOnce('booking.contest', { id: booking.id, label: booking.reference }, () => {
    onDone();
    announce(w.contested);
  });
  function submit(): void {
    const wrong = [
      ...(reason ? [] : [{ pointer: '/reason', detail: inputs.forms.required(w.why) }]),
      ...statement.wrong(),
    ];
    errors.show(wrong);
    if (wrong.length === 0)
      contest.mutate(async () => ({ reason, ...(await statement.body()) }), { onError: errors.showProblem });
  }
  return (
    <Form errors={errors} onSubmit={submit} label={w.contest}>
      <p>{w.contestText(booking.seller.name, money(booking.price))}</p>
      <SelectField
        pointer="/reason"
        label={w.why}
        value={reason}
        onValue={setReason}
        empty={w.choose}
        choices={reasons.map((value) => ({ value, label: w.reasons[value] }))}
      />
      <StatementFields statement={statement} hint={w.wordsHint} errors={errors} />
      <div className="flex flex-wrap gap-2">
        <Button type="submit" look="danger" pending={contest.isPending}>
          {w.contestNow}
        </Button>
        <Button look="quiet" onClick={onDone}>
          {terms.actions.keep}
        </Button>
      </div>
    </Form>
  );
}
