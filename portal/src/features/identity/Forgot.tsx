import { Link } from 'react-router';
import { AddressForm } from './AddressForm';
import { mailLinks as w } from './words/mail-links';
import { wayBack } from './words/way-back';

export function Forgot() {
  return (
    <AddressForm
      path="/auth/forgot"
      title={w.forgotTitle}
      sent={w.forgotSent}
      more={
        <p className="mt-2">
          <Link className="link" to="/way-back">
            {wayBack.title}
          </Link>
        </p>
      }
    >
      <p className="mb-4">{w.forgotText}</p>
    </AddressForm>
  );
}
