package org.lanerunner.system.probe.history;

import java.util.UUID;

/** An offer as a dispatcher would keep it on paper. */
final class ModelOffer {

    enum State {
        OPEN,
        ACCEPTED,
        COUNTERED,
        DECLINED,
        WITHDRAWN,
        CLOSED,
        EXPIRED
    }

    final UUID id;
    final ModelLeg leg;
    /** Null where accepting makes one. */
    final ModelTrip trip;

    final Company seller;
    final Company maker;
    final long price;
    State state = State.OPEN;

    ModelOffer(UUID id, ModelLeg leg, ModelTrip trip, Company seller, Company maker, long price) {
        this.id = id;
        this.leg = leg;
        this.trip = trip;
        this.seller = seller;
        this.maker = maker;
        this.price = price;
    }

    Company other() {
        return maker == seller ? leg.load.owner : seller;
    }

    boolean open() {
        return state == State.OPEN;
    }

    /** Made by the same about the same: there is one such at a time. */
    boolean like(ModelOffer offer) {
        return open() && leg == offer.leg && trip == offer.trip && seller == offer.seller && maker == offer.maker;
    }
}
