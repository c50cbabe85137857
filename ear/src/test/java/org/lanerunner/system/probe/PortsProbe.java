package org.lanerunner.system.probe;

import jakarta.annotation.Priority;
import jakarta.annotation.Resource;
import jakarta.decorator.Decorator;
import jakarta.decorator.Delegate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.transaction.UserTransaction;
import java.io.IOException;
import java.util.List;
import java.util.UUID;
import javax.naming.InitialContext;
import org.lanerunner.bookings.AgreedMoney;
import org.lanerunner.bookings.Agreement;
import org.lanerunner.bookings.BookingStatus;
import org.lanerunner.bookings.Funding;
import org.lanerunner.ledger.Ledger;
import org.lanerunner.ledger.Payout;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.Money;
import org.lanerunner.shared.Refusal;

/** A feature behind a port of bookings, and what the ledger does with terms that no call over HTTP has yet. */
@WebServlet("/ports/*")
public class PortsProbe extends HttpServlet {

    private static final long serialVersionUID = 1L;
    private static final UUID GOOD_CUSTOMER = new UUID(0, 1);

    @Resource
    private transient UserTransaction transaction;

    @Inject
    private transient Funding funding;

    @Inject
    private transient Funded funded;

    /** Who funded last. */
    @ApplicationScoped
    public static class Funded {

        private volatile String by;

        public void by(String whom) {
            by = whom;
        }

        public String by() {
            return by;
        }
    }

    /** Stands where bookings' own default stands. */
    @ApplicationScoped
    public static class Escrow implements Funding {

        @Inject
        private Funded funded;

        @Override
        public void fund(Caller caller, Agreement agreement) {
            funded.by("escrow");
        }
    }

    /** What a later feature brings: it answers for its own customers and leaves the others to who was there before. */
    @Decorator
    @Priority(1000)
    public static class Credit implements Funding {

        @Inject
        @Delegate
        private Funding otherwise;

        @Inject
        private Funded funded;

        @Override
        public void fund(Caller caller, Agreement agreement) {
            if (agreement.buyerOrganisationId().equals(GOOD_CUSTOMER)) {
                funded.by("credit");
            } else {
                otherwise.fund(caller, agreement);
            }
        }
    }

    @Override
    protected void doPost(HttpServletRequest request, HttpServletResponse response)
            throws ServletException, IOException {
        try {
            response.getWriter()
                    .write(
                            switch (request.getPathInfo()) {
                                case "/credit" -> funds(GOOD_CUSTOMER);
                                case "/escrow" -> funds(UUID.randomUUID());
                                default -> payOut(request);
                            });
        } catch (Exception failure) {
            throw new ServletException(failure);
        }
    }

    private String funds(UUID buyer) {
        UUID any = UUID.randomUUID();
        AgreedMoney money = new AgreedMoney(10_000, 300, "USD", true);
        funding.fund(
                Caller.system(buyer),
                new Agreement(
                        any, "B-PROBE", any, any, any, buyer, any, money, BookingStatus.CONFIRMED, null, List.of()));
        return funded.by();
    }

    /** Holds 100 dollars of a buyer for a booking and pays out what the request says. @return the slug of the refusal, or nothing */
    private String payOut(HttpServletRequest request) throws Exception {
        UUID booking = UUID.fromString(request.getParameter("booking"));
        UUID buyer = UUID.fromString(request.getParameter("buyer"));
        UUID seller = UUID.fromString(request.getParameter("seller"));
        Caller caller = Caller.system(buyer);
        Ledger ledger = InitialContext.doLookup("java:global/lanerunner/ejb-domain/Ledger");
        transaction.begin();
        try {
            ledger.hold(caller, booking, buyer, dollars("100"));
            ledger.payOut(
                    caller,
                    booking,
                    seller,
                    new Payout(
                            dollars(request.getParameter("back")),
                            dollars(request.getParameter("seller-gets")),
                            dollars(request.getParameter("fee"))));
            transaction.commit();
            return "";
        } catch (Refusal refused) {
            transaction.rollback();
            return refused.slug();
        }
    }

    private static Money dollars(String amount) {
        return Money.of(amount, "USD");
    }
}
