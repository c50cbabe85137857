package org.lanerunner.system.probe.history;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.lanerunner.loads.LoadView;

/** A load as a dispatcher would keep it on paper. */
final class ModelLoad {

    private static final Set<String> DELIVERED = Set.of("DELIVERED", "SETTLED");
    private static final Set<String> NOT_LOADED = Set.of("COVERED", "DISPATCHED", "AT_PICKUP");
    private static final Set<String> CANCELLABLE = Set.of("DRAFT", "OPEN", "COVERED", "DISPATCHED", "AT_PICKUP");

    final UUID id;
    final Company owner;
    final List<ModelLeg> legs = new ArrayList<>();
    Plan plan;

    ModelLoad(LoadView posted, Company owner, Plan plan, ModelLeg.State state) {
        this.id = posted.id();
        this.owner = owner;
        describe(posted, plan, state);
    }

    /** Anew, with other legs. */
    void describe(LoadView view, Plan plan, ModelLeg.State state) {
        this.plan = plan;
        legs.clear();
        List<int[]> ways = plan.ways();
        for (LoadView.LegView leg : view.legs()) {
            int[] way = ways.get(legs.size());
            legs.add(new ModelLeg(leg.id(), this, state, way[0], way[1], way[2]));
        }
    }

    ModelLeg.State state() {
        return legs.get(0).state;
    }

    boolean mayPost() {
        return legs.stream().allMatch(leg -> leg.state == ModelLeg.State.DRAFT && !leg.over);
    }

    boolean mayChange() {
        return legs.stream().allMatch(leg -> leg.state == ModelLeg.State.DRAFT)
                || legs.stream().allMatch(ModelLeg::onTheMarket);
    }

    boolean mayCancel() {
        return CANCELLABLE.contains(status()) && legs.stream().allMatch(ModelLeg::mayCancel);
    }

    /** Open while anything of it is; else as far as the first leg that is not delivered, on its way between two; a leg that nobody carries any more counts once nothing else moves. */
    String status() {
        List<String> said = legs.stream().map(ModelLeg::status).toList();
        if (said.contains("OPEN")) {
            return "OPEN";
        }
        if (said.contains("DRAFT") || said.contains("CANCELLED")) {
            return said.get(0);
        }
        List<String> carried =
                said.stream().filter(leg -> !leg.equals("EXPIRED")).toList();
        for (String leg : carried) {
            if (!DELIVERED.contains(leg)) {
                boolean between = NOT_LOADED.contains(leg) && DELIVERED.contains(carried.get(0));
                return between ? "IN_TRANSIT" : leg;
            }
        }
        if (carried.size() < said.size()) {
            return "EXPIRED";
        }
        return said.contains("DELIVERED") ? "DELIVERED" : "SETTLED";
    }
}
