package org.lanerunner.deals.rest;

import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.ext.Provider;
import java.util.UUID;
import org.jboss.logging.Logger;
import org.lanerunner.deals.Deals;
import org.lanerunner.ledger.Ledger;
import org.lanerunner.shared.CurrentCaller;
import org.lanerunner.shared.rest.Problem;

/**
 * Tells the buyer that money is missing for an acceptance. The acceptance's own transaction has been rolled back by now, so this has a transaction of its
 * own. If it fails, the answer to the acceptance stays the same.
 */
@Provider
@TellsOfMissingMoney
public class MissingMoneyFilter implements ContainerResponseFilter {

    private static final Logger LOG = Logger.getLogger(MissingMoneyFilter.class);

    @Inject
    private Deals deals;

    @Inject
    private CurrentCaller currentCaller;

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (response.getEntity() instanceof Problem problem && problem.type().equals(Ledger.INSUFFICIENT_FUNDS)) {
            String offer = request.getUriInfo().getPathParameters().getFirst("id");
            try {
                deals.lacksMoney(currentCaller.get(), UUID.fromString(offer));
            } catch (RuntimeException failure) {
                LOG.warnf(failure, "the buyer could not be told that money lacks for offer %s", offer);
            }
        }
    }
}
