package org.lanerunner.benchmarks.peer;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row beside a {@link PeerLoad}, for each that LaneRunner writes besides the load itself. */
@Entity
@Table(schema = "bench", name = "peer_note")
public class PeerNote {

    @Id
    public UUID id;

    @Column(name = "load_id")
    public UUID loadId;

    public String text;
}
