package org.lanerunner.identity;

import jakarta.ejb.Stateless;
import jakarta.ejb.TransactionAttribute;
import jakarta.ejb.TransactionAttributeType;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import java.time.Clock;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.lanerunner.outbound.Message;
import org.lanerunner.outbound.Outbound;
import org.lanerunner.outbound.Recipient;
import org.lanerunner.shared.PortalAddress;

/** Tells persons by mail what happened to their account, in the transaction in which it happens. */
@Stateless
@TransactionAttribute(TransactionAttributeType.MANDATORY)
public class SecurityNotices {

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Outbound outbound;

    @Inject
    private PortalAddress portal;

    @Inject
    private Clock clock;

    /** @param details exactly those that the notice names; @return whether the mail goes out */
    public boolean tell(UUID personId, SecurityNotice notice, Map<String, String> details) {
        return tell(personId, Recipient.person(personId), notice, details);
    }

    /** Tells an address that is not the person's present one, such as the one that was theirs until now. */
    public boolean tell(UUID personId, Recipient to, SecurityNotice notice, Map<String, String> details) {
        if (!details.keySet().equals(notice.details())) {
            throw new IllegalArgumentException(notice + " tells " + notice.details() + ", not " + details.keySet());
        }
        Map<String, String> values = new HashMap<>(details);
        values.put("name", entities.find(Person.class, personId).name());
        values.put("when", MailTimes.of(clock.instant()));
        values.put("link", portal.link("/security"));
        return outbound.send(Message.of(SecurityNotices.class, notice.words(), to, null, values));
    }
}
