package org.lanerunner.fleet;

import jakarta.ejb.Stateless;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.time.Clock;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.hibernate.exception.ConstraintViolationException;
import org.lanerunner.events.Audit;
import org.lanerunner.identity.Members;
import org.lanerunner.shared.Caller;
import org.lanerunner.shared.IfMatch;
import org.lanerunner.shared.Page;
import org.lanerunner.shared.PageRequest;
import org.lanerunner.shared.Principal;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Text;
import org.lanerunner.shared.Uuid7;

/** Drivers and vehicles of the caller's own organisation. Those of another organisation are not found. */
@Stateless
public class Fleet {

    /** Comes after every id in order, so that lists begin with the newest. */
    private static final UUID NEWEST = new UUID(-1, -1);

    @PersistenceContext(unitName = "lanerunner")
    private EntityManager entities;

    @Inject
    private Members members;

    @Inject
    private Audit audit;

    @Inject
    private Clock clock;

    public DriverView addDriver(Caller caller, DriverDetails details) {
        caller.require(FleetPermissions.MANAGE);
        checkPerson(caller, details.personId());
        Driver driver = new Driver(Uuid7.next(), caller.organisationId(), details, clock.instant());
        entities.persist(driver);
        flushLinked();
        audit.record(caller, "driver.added", driver.view().id());
        return driver.view();
    }

    public Page<DriverView> drivers(Caller caller, String search, PageRequest page) {
        caller.require(FleetPermissions.VIEW);
        List<Driver> rows = entities.createQuery(
                        "select d from Driver d where d.organisationId = :own and d.id < :after and lower(d.name) like :search escape '!' order by d.id desc",
                        Driver.class)
                .setParameter("own", caller.organisationId())
                .setParameter("after", page.afterId(NEWEST))
                .setParameter("search", containing(search))
                .setMaxResults(page.limit() + 1)
                .getResultList();
        return Page.of(rows.stream().map(Driver::view).toList(), page.limit(), DriverView::id);
    }

    public DriverView driver(Caller caller, UUID id) {
        caller.require(FleetPermissions.VIEW);
        return ownDriver(caller.organisationId(), id).view();
    }

    /**
     * Changes those of the present details that the patch changes.
     *
     * @param seen the version that the change is based on
     */
    public DriverView changeDriver(Caller caller, UUID id, IfMatch seen, UnaryOperator<DriverDetails> patch) {
        caller.require(FleetPermissions.MANAGE);
        Driver driver = ownDriver(caller.organisationId(), id);
        seen.require(driver.version());
        DriverDetails details = patch.apply(driver.details());
        if (!Objects.equals(details.personId(), driver.personId())) {
            checkPerson(caller, details.personId());
        }
        driver.change(details);
        flushLinked();
        audit.record(caller, "driver.changed", id);
        return driver.view();
    }

    public VehicleView addVehicle(Caller caller, VehicleDetails details) {
        caller.require(FleetPermissions.MANAGE);
        Vehicle vehicle = new Vehicle(Uuid7.next(), caller.organisationId(), details, clock.instant());
        entities.persist(vehicle);
        entities.flush();
        audit.record(caller, "vehicle.added", vehicle.view().id());
        return vehicle.view();
    }

    public Page<VehicleView> vehicles(Caller caller, String search, PageRequest page) {
        caller.require(FleetPermissions.VIEW);
        List<Vehicle> rows = entities.createQuery(
                        "select v from Vehicle v where v.organisationId = :own and v.id < :after"
                                + " and (lower(v.name) like :search escape '!' or lower(v.plate) like :search escape '!') order by v.id desc",
                        Vehicle.class)
                .setParameter("own", caller.organisationId())
                .setParameter("after", page.afterId(NEWEST))
                .setParameter("search", containing(search))
                .setMaxResults(page.limit() + 1)
                .getResultList();
        return Page.of(rows.stream().map(Vehicle::view).toList(), page.limit(), VehicleView::id);
    }

    public VehicleView vehicle(Caller caller, UUID id) {
        caller.require(FleetPermissions.VIEW);
        return ownVehicle(caller.organisationId(), id).view();
    }

    /**
     * Changes those of the present details that the patch changes.
     *
     * @param seen the version that the change is based on
     */
    public VehicleView changeVehicle(Caller caller, UUID id, IfMatch seen, UnaryOperator<VehicleDetails> patch) {
        caller.require(FleetPermissions.MANAGE);
        Vehicle vehicle = ownVehicle(caller.organisationId(), id);
        seen.require(vehicle.version());
        vehicle.change(patch.apply(vehicle.details()));
        entities.flush();
        audit.record(caller, "vehicle.changed", id);
        return vehicle.view();
    }

    /** For other features: the record under which the caller drives. */
    public Optional<DriverView> driverOf(Caller caller) {
        return caller.principal().kind() == Principal.Kind.PERSON
                ? driverOf(caller.actorId(), caller.organisationId())
                : Optional.empty();
    }

    private Optional<DriverView> driverOf(UUID personId, UUID organisationId) {
        return entities.createQuery(
                        "select d from Driver d where d.organisationId = :organisation and d.personId = :person",
                        Driver.class)
                .setParameter("organisation", organisationId)
                .setParameter("person", personId)
                .getResultStream()
                .map(Driver::view)
                .findFirst();
    }

    /** For other features: the persons who drive under these records of an organisation. */
    public Set<UUID> peopleOf(UUID organisationId, Set<UUID> drivers) {
        return drivers.isEmpty()
                ? Set.of()
                : new HashSet<>(entities.createQuery(
                                "select d.personId from Driver d where d.organisationId = :organisation and d.id in :drivers and d.personId is not null",
                                UUID.class)
                        .setParameter("organisation", organisationId)
                        .setParameter("drivers", drivers)
                        .getResultList());
    }

    /** For other features: a driver of that organisation, without asking who calls. */
    public Optional<DriverView> driverIn(UUID organisationId, UUID id) {
        return findDriver(organisationId, id).map(Driver::view);
    }

    /** For other features: a vehicle of that organisation, without asking who calls. */
    public Optional<VehicleView> vehicleIn(UUID organisationId, UUID id) {
        return findVehicle(organisationId, id).map(Vehicle::view);
    }

    /**
     * A person who joined drives under this record from now on. If the record is gone, or the record or the person is linked already, joining goes on without
     * it.
     */
    public void linkDriver(UUID organisationId, UUID id, UUID personId) {
        boolean drivesAlready = driverOf(personId, organisationId).isPresent();
        findDriver(organisationId, id)
                .filter(driver -> !drivesAlready && driver.isFree())
                .ifPresent(driver -> driver.link(personId));
    }

    private Driver ownDriver(UUID organisationId, UUID id) {
        return findDriver(organisationId, id).orElseThrow(() -> Refusal.notFound("drivers"));
    }

    private Optional<Driver> findDriver(UUID organisationId, UUID id) {
        return entities.createQuery("select d from Driver d where d.id = :id and d.organisationId = :own", Driver.class)
                .setParameter("id", id)
                .setParameter("own", organisationId)
                .getResultStream()
                .findFirst();
    }

    private Vehicle ownVehicle(UUID organisationId, UUID id) {
        return findVehicle(organisationId, id).orElseThrow(() -> Refusal.notFound("vehicles"));
    }

    private Optional<Vehicle> findVehicle(UUID organisationId, UUID id) {
        return entities.createQuery(
                        "select v from Vehicle v where v.id = :id and v.organisationId = :own", Vehicle.class)
                .setParameter("id", id)
                .setParameter("own", organisationId)
                .getResultStream()
                .findFirst();
    }

    /** A driver who has an account must be a member. The caller is not told whether other persons exist. */
    private void checkPerson(Caller caller, UUID personId) {
        if (personId != null && !members.isMember(caller.organisationId(), personId)) {
            throw Refusal.unknown("/personId");
        }
    }

    private void flushLinked() {
        try {
            entities.flush();
        } catch (PersistenceException refused) {
            if (refused instanceof ConstraintViolationException broken
                    && "driver_person".equals(broken.getConstraintName())) {
                throw Refusal.conflict(
                        "drivers/person-taken", "This person drives under another record of the organisation already.");
            }
            throw refused;
        }
    }

    private static String containing(String search) {
        String plain = Text.optional(search, 200, "/q");
        return plain == null
                ? "%"
                : "%"
                        + plain.toLowerCase(Locale.ROOT)
                                .replace("!", "!!")
                                .replace("%", "!%")
                                .replace("_", "!_") + "%";
    }
}
