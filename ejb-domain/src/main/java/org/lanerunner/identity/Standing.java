package org.lanerunner.identity;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import org.lanerunner.shared.Refusal;

/**
 * Says whether a member may act for an organisation as it stands. For a suspended one only those may who drive what is agreed already, until that is delivered.
 */
@ApplicationScoped
class Standing {

    @Inject
    private RoadWork roadWork;

    /** The reason why the member may not act; empty where they may. */
    Optional<Refusal> refusal(Membership membership) {
        Organisation organisation = membership.organisation();
        return !organisation.isSuspended()
                        || roadWork.peopleOf(organisation.id())
                                .contains(membership.person().id())
                ? Optional.empty()
                : Optional.of(new Refusal(
                        Refusal.Kind.FORBIDDEN,
                        "organisations/suspended",
                        organisation.name() + " is suspended, and nobody signs in for it until it is reopened: "
                                + organisation.suspension().reason()));
    }

    void requireActing(Membership membership) {
        refusal(membership).ifPresent(refusal -> {
            throw refusal;
        });
    }

    /** The memberships with which the person may act now. @throws Refusal FORBIDDEN where there are some, and all are of suspended organisations */
    List<Membership> acting(List<Membership> memberships) {
        List<Membership> acting = memberships.stream()
                .filter(membership -> refusal(membership).isEmpty())
                .toList();
        if (acting.isEmpty() && !memberships.isEmpty()) {
            requireActing(memberships.get(0));
        }
        return acting;
    }
}
