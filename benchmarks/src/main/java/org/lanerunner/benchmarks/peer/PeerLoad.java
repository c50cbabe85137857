package org.lanerunner.benchmarks.peer;

import com.fasterxml.jackson.annotation.JsonIgnore;
import jakarta.persistence.CascadeType;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.OneToMany;
import jakarta.persistence.OrderBy;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** A row with three rows below it, as a load has two stops and a leg. */
@Entity
@Table(schema = "bench", name = "peer_load")
public class PeerLoad {

    @Id
    public UUID id;

    public String equipment;
    public String commodity;
    public String price;

    @JsonIgnore
    @Column(name = "posted_at")
    public Instant postedAt;

    @OneToMany(mappedBy = "load", cascade = CascadeType.ALL)
    @OrderBy("sequence")
    public List<PeerPart> parts = new ArrayList<>();

    public String getPosted() {
        return postedAt.toString();
    }
}
