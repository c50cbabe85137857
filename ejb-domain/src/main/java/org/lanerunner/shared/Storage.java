package org.lanerunner.shared;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The room on the disks that are written to. Calls that write are refused while there is still a little room left, since a database or a broker that reaches
 * the end of a disk in the middle of its work has to stop. Calls that only read go on, and everything goes on by itself once there is room again.
 */
@NeedsNoPermission(because = "it tells how much room the disk has")
@ApplicationScoped
public class Storage {

    /** The places whose disks are watched; some may share a disk. */
    public enum Place {
        /** Database, broker, logs and passing files. */
        DATA("the data folder"),
        DOCUMENTS("the documents' folder"),
        /** The database, if its disk belongs to another server: then only that server knows its room. */
        DATABASE("the database");

        private final String words;

        Place(String words) {
            this.words = words;
        }
    }

    /** The folders in the data folder on which an installation may have mounted disks of their own. */
    private static final List<String> PARTS = List.of("", "postgresql", "postgresql/data", "server", "logs", "run");

    private Map<Place, List<Path>> folders;
    private ToLongFunction<Path> free;
    private long least;
    private Clock clock;
    private volatile Look last;

    /** The free bytes at one moment. */
    private record Look(Instant at, Map<Place, Long> freeBytes) {}

    protected Storage() {}

    @Inject
    Storage(Settings settings, Clock clock) {
        this(
                System.getProperty("lanerunner.data.directory", "."),
                settings.text(ServerSettings.DOCUMENTS_DIRECTORY),
                Storage::freeBytes,
                settings.number(ServerSettings.DISK_FREE_BYTES),
                clock);
    }

    Storage(String data, String documents, ToLongFunction<Path> free, long least, Clock clock) {
        this.folders = Map.of(
                Place.DATA,
                PARTS.stream().map(part -> Path.of(data, part)).toList(),
                Place.DOCUMENTS,
                List.of(Path.of(data).resolve(documents)),
                Place.DATABASE,
                List.of());
        this.free = free;
        this.least = least;
        this.clock = clock;
    }

    /** The free bytes on the fullest disk of the place. It is looked at once a second, however often it is asked. */
    public long freeBytes(Place place) {
        Look look = last;
        if (look == null || clock.instant().isAfter(look.at().plusSeconds(1))) {
            look = new Look(
                    clock.instant(),
                    Stream.of(Place.values()).collect(Collectors.toMap(Function.identity(), this::fullest)));
            last = look;
        }
        return look.freeBytes().get(place);
    }

    public boolean hasRoom(Place place) {
        return freeBytes(place) >= least;
    }

    /** @throws Refusal STORAGE_FULL that says which place is full */
    public void requireRoom(Place place) {
        if (!hasRoom(place)) {
            throw full(place);
        }
    }

    /** The disk is full although there had been room. */
    public static Refusal full(Place place) {
        return new Refusal(
                        Refusal.Kind.STORAGE_FULL,
                        "server/storage-full",
                        "The disk of " + place.words + " has no room left; nothing was changed.")
                .beyond(Limit.DISK);
    }

    private long fullest(Place place) {
        return folders.get(place).stream()
                .flatMap(Storage::there)
                .mapToLong(free)
                .min()
                .orElse(Long.MAX_VALUE);
    }

    /** The folder itself or, if it is not made yet, its nearest parent, on whose disk it will be. */
    private static Stream<Path> there(Path folder) {
        Path path = folder.toAbsolutePath();
        while (path != null && !Files.isDirectory(path)) {
            path = path.getParent();
        }
        return Stream.ofNullable(path);
    }

    static long freeBytes(Path folder) {
        File file = folder.toFile();
        return file.getTotalSpace() == 0 ? Long.MAX_VALUE : file.getUsableSpace();
    }
}
