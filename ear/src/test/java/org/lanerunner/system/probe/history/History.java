package org.lanerunner.system.probe.history;

import jakarta.ejb.EJBException;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.lanerunner.ledger.WalletView;
import org.lanerunner.shared.Correlation;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Uuid7;

/**
 * Does one step after another, each a transaction, and compares with the model: what it says can be done is done, what it forbids is refused and leaves no trace, and
 * afterwards the tables say what it says. Nothing but a refusal of a known kind may come out.
 */
final class History {

    static final Set<Refusal.Kind> KNOWN =
            EnumSet.of(Refusal.Kind.FORBIDDEN, Refusal.Kind.NOT_FOUND, Refusal.Kind.CONFLICT, Refusal.Kind.INVALID);

    private final World world;
    private final Tables tables;
    private final Services services;
    private final MarketSteps market;
    private final RoadSteps road;
    private final ContestSteps contests;
    private final Map<Act, int[]> outcomes = new EnumMap<>(Act.class);

    History(Services services, Tables tables, World world) {
        this.services = services;
        this.tables = tables;
        this.world = world;
        this.market = new MarketSteps(services, tables, world);
        this.road = new RoadSteps(services, tables, world);
        this.contests = new ContestSteps(services, world);
        world.companies.forEach(this::readWallet);
    }

    void run(List<Step> steps) {
        begin(steps);
        world.companies.forEach(this::compareWallet);
        agree("log", new WrittenLog(tables, world.lastStops()).disagreements(tables.states(), world.begin));
    }

    /** Only the steps, for what goes on otherwise. */
    void begin(List<Step> steps) {
        for (int i = 0; i < steps.size(); i++) {
            Step step = steps.get(i).act() == Act.GO_ON ? world.goOn(steps.get(i)) : steps.get(i);
            try {
                Attempt<?> attempt = attempt(step);
                if (attempt != null) {
                    tryOut(step, attempt);
                }
            } catch (RuntimeException broken) {
                throw new Broken("step " + i + ", " + step + ": " + broken, broken);
            }
        }
    }

    /** How often each act was done and refused. */
    Map<Act, int[]> outcomes() {
        return outcomes;
    }

    /** Null where there is nothing to which it could be done. */
    Attempt<?> attempt(Step step) {
        return switch (step.act()) {
            case POST_LOAD -> market.post(step, false);
            case DRAFT_LOAD -> market.post(step, true);
            case POST_DRAFT -> market.postDraft(step);
            case CHANGE_LOAD -> market.change(step);
            case CANCEL_LOAD -> market.cancel(step);
            case EXPIRE_LOAD -> market.expire(step);
            case OFFER -> market.offer(step);
            case OFFER_TO_TRIP -> market.offerToTrip(step);
            case COUNTER -> market.counter(step);
            case DECLINE -> market.decline(step);
            case WITHDRAW -> market.withdraw(step);
            case EXPIRE_OFFER -> market.expireOffer(step);
            case ACCEPT -> market.accept(step);
            case POST_TRIP -> road.postTrip(step);
            case ASSIGN_TRIP -> road.assign(step);
            case END_TRIP -> road.endTrip(step);
            case CANCEL_TRIP -> road.cancelTrip(step);
            case DISPATCH -> road.dispatch(step);
            case ARRIVE -> road.arrive(step);
            case DEPART -> road.depart(step);
            case CORRECT -> road.correct(step);
            case UNDO -> road.undo(step);
            case PINPOINT -> road.pinpoint(step);
            case DELIVER -> road.deliver(step);
            case ACCEPT_PROOF -> road.acceptProof(step);
            case RELEASE -> road.release(step);
            case CONTEST -> contests.contest(step);
            case ANSWER_CONTEST -> contests.answer(step);
            case END_CONTEST -> contests.end(step);
            case CANCEL_BOOKING -> road.cancel(step);
            case GO_ON -> attempt(world.goOn(step));
        };
    }

    private <T> void tryOut(Step step, Attempt<T> attempt) {
        String before = tables.fingerprint();
        String correlation = Uuid7.next().toString();
        Refusal refusal = null;
        Correlation.set(correlation, "history");
        try {
            attempt.effect().accept(attempt.service().call());
        } catch (Refusal refused) {
            refusal = refused;
        } catch (Exception unexpected) {
            throw new Broken("came out: " + rootOf(unexpected), unexpected);
        } finally {
            Correlation.clear();
        }
        outcomes.computeIfAbsent(step.act(), act -> new int[2])[refusal == null ? 0 : 1]++;
        judge(attempt, refusal);
        if (refusal != null && !attempt.byTime()) {
            agree("a refusal changed something", before.equals(tables.fingerprint()) ? List.of() : List.of(before));
        }
        if (step.act() != Act.ASSIGN_TRIP && !attempt.byTime()) {
            long rows = tables.auditRows(correlation);
            if (rows != (refusal == null ? 1 : 0)) {
                throw new Broken("left " + rows + " rows in the audit");
            }
        }
        compare();
        agree("tables", tables.wrong());
    }

    private static void judge(Attempt<?> attempt, Refusal refusal) {
        if (refusal != null && !KNOWN.contains(refusal.kind())) {
            throw new Broken("refused as " + refusal.kind() + " " + refusal.slug(), refusal);
        }
        switch (attempt.verdict()) {
            case DONE -> {
                if (refusal != null) {
                    throw new Broken("the model can do it, but: " + refusal.slug() + ", " + refusal.getMessage());
                }
            }
            case REFUSED -> {
                if (refusal == null) {
                    throw new Broken("the model forbids it, but it was done");
                }
            }
            case EITHER -> {}
        }
    }

    private void compare() {
        Map<String, String> model = world.states();
        Map<String, String> found = tables.states();
        if (!model.equals(found)) {
            StringBuilder differences = new StringBuilder("the tables say something else than the model:");
            model.forEach((thing, told) -> {
                if (!told.equals(found.get(thing))) {
                    differences
                            .append(' ')
                            .append(thing)
                            .append(" should be ")
                            .append(told)
                            .append(", is ")
                            .append(found.get(thing))
                            .append(';');
                }
            });
            found.keySet().stream().filter(thing -> !model.containsKey(thing)).forEach(thing -> differences
                    .append(" nobody knows of ")
                    .append(thing)
                    .append(';'));
            throw new Broken(differences.toString());
        }
    }

    private void readWallet(Company company) {
        WalletView.Balance dollars = dollars(company);
        company.available = dollars == null ? 0 : dollars.available().minorUnits();
        company.escrowed = dollars == null ? 0 : dollars.escrowed().minorUnits();
    }

    private void compareWallet(Company company) {
        long available = company.available;
        long escrowed = company.escrowed;
        readWallet(company);
        if (available != company.available || escrowed != company.escrowed) {
            throw new Broken("a wallet should hold " + available + " and " + escrowed + " in escrow, holds "
                    + company.available + " and " + company.escrowed);
        }
    }

    private WalletView.Balance dollars(Company company) {
        return services.ledger().wallet(company.caller).balances().stream()
                .filter(balance -> balance.currency().equals("USD"))
                .findFirst()
                .orElse(null);
    }

    static void agree(String what, List<String> wrong) {
        if (!wrong.isEmpty()) {
            throw new Broken(what + ": " + wrong);
        }
    }

    static String rootOf(Throwable failure) {
        Throwable root = failure;
        while (root.getCause() != null && (root instanceof EJBException || root.getCause() != root)) {
            root = root.getCause();
        }
        return root.toString();
    }
}
