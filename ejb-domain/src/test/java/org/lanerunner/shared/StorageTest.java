package org.lanerunner.shared;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.lanerunner.shared.Storage.Place;

class StorageTest {

    private static final long LEAST = 100;

    @TempDir
    private Path data;

    private final Map<Path, Long> disks = new HashMap<>();
    private Instant now = Instant.parse("2026-11-20T08:00:00Z");
    private Storage storage;

    @BeforeEach
    void mount() throws IOException {
        Files.createDirectories(data.resolve("postgresql/data"));
        Clock clock = new Clock() {
            @Override
            public Instant instant() {
                return now;
            }

            @Override
            public ZoneId getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(ZoneId zone) {
                return this;
            }
        };
        storage = new Storage(data.toString(), "documents", folder -> disks.getOrDefault(folder, LEAST), LEAST, clock);
    }

    @Test
    void aPlaceIsAsFullAsTheFullestOfItsDisks() {
        disks.put(data.resolve("postgresql/data"), 99L);
        assertEquals(99, storage.freeBytes(Place.DATA));
        assertFalse(storage.hasRoom(Place.DATA));
        assertTrue(storage.hasRoom(Place.DOCUMENTS));
        Refusal refusal = assertThrows(Refusal.class, () -> storage.requireRoom(Place.DATA));
        assertEquals(507, refusal.kind().status());
        assertEquals(Optional.of(Limit.DISK), refusal.limit());
        storage.requireRoom(Place.DOCUMENTS);
    }

    @Test
    void aFolderThatIsNotMadeYetWillBeOnItsParentsDisk() throws IOException {
        disks.put(data, 99L);
        assertFalse(storage.hasRoom(Place.DOCUMENTS));
        Files.createDirectory(data.resolve("documents"));
        now = now.plusSeconds(2);
        assertTrue(storage.hasRoom(Place.DOCUMENTS));
    }

    @Test
    void disksAreLookedAtOnceASecondAndThereIsRoomAgainByItself() {
        disks.put(data, 0L);
        assertFalse(storage.hasRoom(Place.DATA));
        disks.clear();
        assertFalse(storage.hasRoom(Place.DATA));
        now = now.plusSeconds(2);
        assertTrue(storage.hasRoom(Place.DATA));
    }

    @Test
    void realDisksTellTheirRoom() {
        Storage real =
                new Storage(data.toString(), "documents", Storage::freeBytes, 1, Clock.fixed(now, ZoneOffset.UTC));
        assertTrue(real.freeBytes(Place.DATA) < Long.MAX_VALUE);
    }
}
