package org.lanerunner.loads;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;
import org.lanerunner.shared.Uuid7;

/** A part of a load's way that one carrier drives, from a stop to a later one. A load that is not split has one. */
@Entity
@Table(schema = "loads", name = "leg")
class Leg {

    @Id
    private UUID id;

    @ManyToOne(fetch = FetchType.LAZY, optional = false)
    @JoinColumn(name = "load_id")
    private Load load;

    private int sequence;

    @Column(name = "from_stop")
    private int fromStop;

    @Column(name = "to_stop")
    private int toStop;

    Leg() {}

    Leg(Load load, int sequence, int fromStop, int toStop) {
        this.id = Uuid7.next();
        this.load = load;
        this.sequence = sequence;
        this.fromStop = fromStop;
        this.toStop = toStop;
    }

    LoadView.LegView view() {
        return new LoadView.LegView(id, sequence, fromStop, toStop);
    }

    UUID id() {
        return id;
    }
}
