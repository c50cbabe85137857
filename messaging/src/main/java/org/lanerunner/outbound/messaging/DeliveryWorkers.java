package org.lanerunner.outbound.messaging;

import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.event.TransactionPhase;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.EnumMap;
import java.util.Map;
import org.jboss.logging.Logger;
import org.lanerunner.outbound.Channel;
import org.lanerunner.outbound.MailRoute;
import org.lanerunner.outbound.MessageWritten;
import org.lanerunner.outbound.OutboundDeliveries;
import org.lanerunner.outbound.SmsRoute;
import org.lanerunner.shared.Settings;

/** One worker for each channel that this installation can send on. Messages of a channel without one wait. */
@ApplicationScoped
public class DeliveryWorkers {

    private static final Logger LOG = Logger.getLogger(DeliveryWorkers.class);

    @Inject
    private OutboundDeliveries deliveries;

    @Inject
    private SmtpGateway smtp;

    @Inject
    private TwilioGateway twilio;

    @Inject
    private Settings settings;

    @Inject
    private Clock clock;

    @Resource
    private ManagedExecutorService executor;

    private Map<Channel, DeliveryWorker> workers;

    @PostConstruct
    void begin() {
        MailRoute route = MailRoute.of(settings);
        LOG.info(route.words());
        SmsRoute smsRoute = SmsRoute.of(settings);
        LOG.info(smsRoute.words());
        workers = new EnumMap<>(Channel.class);
        if (route == MailRoute.SMTP) {
            workers.put(Channel.MAIL, new DeliveryWorker(Channel.MAIL, deliveries, smtp, executor, clock));
        }
        if (smsRoute == SmsRoute.TWILIO) {
            workers.put(Channel.SMS, new DeliveryWorker(Channel.SMS, deliveries, twilio, executor, clock));
        }
    }

    void afterCommit(@Observes(during = TransactionPhase.AFTER_SUCCESS) MessageWritten message) {
        DeliveryWorker worker = workers.get(message.channel());
        if (worker != null) {
            worker.wake();
        }
    }

    /** Has each worker look soon at what waits. */
    public void wake() {
        workers.values().forEach(DeliveryWorker::wake);
    }

    @PreDestroy
    void end() {
        workers.values().forEach(DeliveryWorker::stop);
    }
}
