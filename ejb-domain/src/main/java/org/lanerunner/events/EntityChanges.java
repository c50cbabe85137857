package org.lanerunner.events;

import jakarta.transaction.TransactionSynchronizationRegistry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.StreamSupport;
import javax.naming.InitialContext;
import javax.naming.NamingException;
import org.hibernate.boot.Metadata;
import org.hibernate.boot.spi.BootstrapContext;
import org.hibernate.collection.spi.PersistentCollection;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.hibernate.engine.spi.SharedSessionContractImplementor;
import org.hibernate.event.service.spi.EventListenerRegistry;
import org.hibernate.event.spi.AbstractCollectionEvent;
import org.hibernate.event.spi.PostDeleteEvent;
import org.hibernate.event.spi.PostDeleteEventListener;
import org.hibernate.event.spi.PostUpdateEvent;
import org.hibernate.event.spi.PostUpdateEventListener;
import org.hibernate.event.spi.PreCollectionRemoveEvent;
import org.hibernate.event.spi.PreCollectionRemoveEventListener;
import org.hibernate.event.spi.PreCollectionUpdateEvent;
import org.hibernate.event.spi.PreCollectionUpdateEventListener;
import org.hibernate.integrator.spi.Integrator;
import org.hibernate.persister.collection.CollectionPersister;
import org.hibernate.persister.entity.AbstractEntityPersister;
import org.hibernate.persister.entity.EntityPersister;
import org.hibernate.service.spi.SessionFactoryServiceRegistry;

/**
 * Hears from Hibernate what each flush changes, and gathers it for the audit: attributes of rows that change, before and after, and what stood in rows that are
 * removed. A row that is made has nothing before; what it holds stands in the row and in its event. META-INF/services names this class.
 */
public final class EntityChanges
        implements Integrator,
                PostUpdateEventListener,
                PostDeleteEventListener,
                PreCollectionUpdateEventListener,
                PreCollectionRemoveEventListener {

    private static final long serialVersionUID = 1L;
    private static final String TRANSACTION = "java:jboss/TransactionSynchronizationRegistry";

    private final transient Map<String, AuditedEntity> known = new ConcurrentHashMap<>();

    @Override
    public void integrate(Metadata metadata, BootstrapContext context, SessionFactoryImplementor factory) {
        EventListenerRegistry listeners = factory.getServiceRegistry().requireService(EventListenerRegistry.class);
        listeners.appendListeners(org.hibernate.event.spi.EventType.POST_UPDATE, this);
        listeners.appendListeners(org.hibernate.event.spi.EventType.POST_DELETE, this);
        listeners.appendListeners(org.hibernate.event.spi.EventType.PRE_COLLECTION_UPDATE, this);
        listeners.appendListeners(org.hibernate.event.spi.EventType.PRE_COLLECTION_REMOVE, this);
    }

    @Override
    public void disintegrate(SessionFactoryImplementor factory, SessionFactoryServiceRegistry registry) {
        // the listeners go with the factory
    }

    @Override
    public void onPostUpdate(PostUpdateEvent event) {
        if (event.getOldState() != null) {
            gather(event.getPersister(), event.getId(), event.getOldState(), event.getState(), event.getSession());
        }
    }

    @Override
    public void onPostDelete(PostDeleteEvent event) {
        gather(event.getPersister(), event.getId(), event.getDeletedState(), null, event.getSession());
    }

    @Override
    public void onPreUpdateCollection(PreCollectionUpdateEvent event) {
        if (event.getCollection() != null && event.getCollection().wasInitialized()) {
            gather(event, AuditedEntity.plain(asList(event.getCollection())));
        }
    }

    @Override
    public void onPreRemoveCollection(PreCollectionRemoveEvent event) {
        if (event.getCollection() != null && event.getCollection().wasInitialized()) {
            gather(event, List.of());
        }
    }

    @Override
    public boolean requiresPostCommitHandling(EntityPersister persister) {
        return false;
    }

    /** @param after null when the row was removed */
    private void gather(
            EntityPersister persister,
            Object id,
            Object[] before,
            Object[] after,
            SharedSessionContractImplementor session) {
        AuditedEntity entity = known.computeIfAbsent(persister.getEntityName(), name -> AuditedEntity.of(persister));
        Map<String, Change.Values> values = entity.changed((UUID) id, before, after, session);
        if (!values.isEmpty()) {
            gathered().changed(new Change(tableOf(persister), (UUID) id, after == null, values));
        }
    }

    /** Gathers collections of values, such as roles. Rows that are entities of their own are heard of by themselves. */
    private void gather(AbstractCollectionEvent event, Object after) {
        CollectionPersister persister = event.getSession()
                .getPersistenceContextInternal()
                .getCollectionEntry(event.getCollection())
                .getLoadedPersister();
        if (persister == null || persister.getElementType().isEntityType()) {
            return;
        }
        Object before = AuditedEntity.plain(snapshot(event.getCollection()));
        if (!Objects.equals(before, after)) {
            Map<String, Change.Values> values = new LinkedHashMap<>();
            String role = persister.getRole();
            values.put(role.substring(role.lastIndexOf('.') + 1), new Change.Values(before, after, null));
            gathered()
                    .changed(new Change(
                            tableOf(persister.getOwnerEntityPersister()),
                            (UUID) event.getAffectedOwnerIdOrNull(),
                            false,
                            values));
        }
    }

    private static List<Object> snapshot(PersistentCollection<?> collection) {
        Object stored = collection.getStoredSnapshot();
        return stored instanceof Map<?, ?> set ? List.copyOf(set.keySet()) : List.of();
    }

    private static List<Object> asList(PersistentCollection<?> collection) {
        return StreamSupport.stream(((Iterable<?>) collection).spliterator(), false)
                .map(Object.class::cast)
                .toList();
    }

    private static String tableOf(EntityPersister persister) {
        return ((AbstractEntityPersister) persister).getTableName();
    }

    private static Gathered gathered() {
        try {
            TransactionSynchronizationRegistry transaction = InitialContext.doLookup(TRANSACTION);
            return Gathered.of(transaction);
        } catch (NamingException missing) {
            throw new IllegalStateException(missing);
        }
    }
}
