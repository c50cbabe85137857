package org.lanerunner.tracks;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;

/**
 * Reads a recorded GPS track from a file of any known format, told by its content and not by its name.
 *
 * <p>Of several vehicles in a file the one with the most good fixes is taken. A good fix has valid coordinates, is not
 * 0/0, was a fix to the receiver (NMEA status A, quality above 0), and can be reached from its neighbours at no more
 * than {@value TrackFixes#FASTEST_METERS_PER_SECOND} m/s. A file gives an untimed track if most of its good fixes have
 * no time, or if its times do not advance. In other files a fix without a time is dropped, and the rest is put in time
 * order.
 *
 * <p>These are refused with a plain sentence, and never with a parser's own exception: no file, a folder, nothing in
 * it, more than {@value #LARGEST_MEBIBYTES} MiB or {@value #MOST_POINTS} points, no text, an unknown format, a broken
 * document, no good fix. Nothing outside the file is ever read.
 */
public final class TrackFile {

    /** Tells in messages what a person can try instead. */
    static final String FORMATS_READ =
            "tracks are read from GPX, NMEA 0183, GeoJSON, JSON points and CSV with a header";

    private static final int LARGEST_MEBIBYTES = 32;
    private static final int LARGEST_BYTES = LARGEST_MEBIBYTES << 20;
    private static final int MOST_POINTS = 500_000;
    private static final int LONGEST_NAME = 120;
    private static final List<TrackReader> READERS =
            List.of(new GpxReader(), new GeoJsonReader(), new JsonPointsReader(), new NmeaReader(), new CsvReader());

    private TrackFile() {}

    /** Reads the file at a path; throws {@link TrackUnreadable}. */
    public static Track read(Path path) {
        String name = path.getFileName() == null
                ? path.toString()
                : path.getFileName().toString();
        if (Files.isDirectory(path)) {
            throw new TrackUnreadable(printable(name) + ": is a folder, not a file");
        }
        try (InputStream stream = Files.newInputStream(path)) {
            return read(stream, name);
        } catch (NoSuchFileException missing) {
            throw new TrackUnreadable(printable(name) + ": there is no such file", missing);
        } catch (IOException failed) {
            throw new TrackUnreadable(printable(name) + ": can't be opened", failed);
        }
    }

    /** Reads a track from a stream, which stays open; the name is for messages only. Throws {@link TrackUnreadable}. */
    public static Track read(InputStream stream, String name) {
        TrackSource source = new TrackSource(printable(name), bytes(stream, printable(name)));
        if (source.text().isBlank()) {
            throw source.unreadable("is empty");
        }
        for (TrackReader reader : READERS) {
            if (reader.recognises(source)) {
                return TrackFixes.track(source, reader.format(), reader.read(source));
            }
        }
        throw source.unreadable("has an unknown format; " + FORMATS_READ);
    }

    static void refuseTooMany(TrackSource source, int points) {
        if (points > MOST_POINTS) {
            throw source.unreadable("has more than " + MOST_POINTS + " points");
        }
    }

    private static byte[] bytes(InputStream stream, String name) {
        byte[] bytes;
        try {
            bytes = stream.readNBytes(LARGEST_BYTES + 1);
        } catch (IOException failed) {
            throw new TrackUnreadable(name + ": can't be read", failed);
        }
        if (bytes.length > LARGEST_BYTES) {
            throw new TrackUnreadable(name + ": is larger than " + LARGEST_MEBIBYTES + " MiB");
        }
        return bytes;
    }

    private static String printable(String name) {
        String clean = name.replaceAll("\\p{Cntrl}", "?");
        return clean.length() <= LONGEST_NAME ? clean : clean.substring(0, LONGEST_NAME) + "…";
    }
}
