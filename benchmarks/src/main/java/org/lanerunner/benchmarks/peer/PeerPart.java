package org.lanerunner.benchmarks.peer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.persistence.Entity;
import jakarta.persistence.FetchType;
import jakarta.persistence.Id;
import jakarta.persistence.JoinColumn;
import jakarta.persistence.ManyToOne;
import jakarta.persistence.Table;
import java.util.UUID;

/** A row below a {@link PeerLoad}. */
@Entity
@Table(schema = "bench", name = "peer_part")
public class PeerPart {

    @Id
    public UUID id;

    @JsonIgnore
    @ManyToOne(fetch = FetchType.LAZY)
    @JoinColumn(name = "load_id")
    public PeerLoad load;

    public int sequence;
    public String text;
}
