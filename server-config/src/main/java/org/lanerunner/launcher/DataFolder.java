package org.lanerunner.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Everything that one LaneRunner keeps: the database, the server's base directory, documents, logs, secrets. A mark in the folder shows that it is one, so
 * that no other folder is ever used or deleted by mistake.
 */
public record DataFolder(Path root) {
    private static final String MARK = "lanerunner-data-folder";

    public static DataFolder at(Path path) {
        return new DataFolder(path.toAbsolutePath().normalize());
    }

    public Path postgres() {
        return root.resolve("postgresql");
    }

    public Path server() {
        return root.resolve("server");
    }

    public Path logs() {
        return root.resolve("logs");
    }

    public Path run() {
        return root.resolve("run");
    }

    /** The server's temporary files. They are not in the system's folder, which other users can read and nobody empties. */
    public Path temporary() {
        return run().resolve("tmp");
    }

    public Path secrets() {
        return root.resolve("secrets");
    }

    public Path documents() {
        return root.resolve("documents");
    }

    /** The heads of the sealed audit, one line a day. */
    public Path auditHeads() {
        return root.resolve("audit-heads").resolve("heads.txt");
    }

    public Path settingsFile() {
        return root.resolve("settings.properties");
    }

    boolean exists() {
        return Files.exists(root.resolve(MARK));
    }

    /** Makes the folder where there is none; refuses a folder that holds something else. */
    public void create() {
        try {
            if (Files.isDirectory(root) && !exists()) {
                try (var entries = Files.newDirectoryStream(root)) {
                    if (entries.iterator().hasNext()) {
                        throw new LaunchFailure(
                                root
                                        + " holds something else than LaneRunner's data. Name an empty or new folder with --data.");
                    }
                }
            }
            Files.createDirectories(root);
            if (!Files.isWritable(root)) {
                throw new LaunchFailure(
                        root
                                + " can't be written by this user. It may have been made by another one; name another folder with --data.");
            }
            if (!exists()) {
                Files.writeString(
                        root.resolve(MARK), "LaneRunner keeps its data here. `./lanerunner reset` deletes it.\n");
            }
            // Other accounts may pass through but see nothing. PostgreSQL's account needs that where root started the
            // server.
            Files.setPosixFilePermissions(root, PosixFilePermissions.fromString("rwx--x--x"));
            for (Path folder : new Path[] {server(), logs(), run(), documents(), secrets()}) {
                if (!Files.isDirectory(folder)) {
                    createPrivate(folder);
                }
            }
        } catch (IOException broken) {
            throw new LaunchFailure("The data folder " + root + " can't be made: " + broken.getMessage(), broken);
        }
    }

    /**
     * Lets one command at a time work on a folder. A second start waits here and then finds the server of the first. The lock ends with the process, however
     * the process ends.
     */
    Lock lock() {
        try {
            FileChannel channel =
                    FileChannel.open(run().resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            return new Lock(channel, channel.lock());
        } catch (IOException broken) {
            throw new LaunchFailure("The data folder " + root + " can't be locked: " + broken.getMessage(), broken);
        }
    }

    /** Deletes everything; does nothing where there is no folder. */
    public void deleteIfThere() {
        if (Files.exists(root)) {
            delete();
        }
    }

    /** Deletes everything; refuses a folder that is not LaneRunner's. */
    void delete() {
        if (!exists()) {
            throw new LaunchFailure(root + " is no data folder of LaneRunner's; nothing was deleted.");
        }
        try {
            delete(root);
        } catch (IOException broken) {
            throw new LaunchFailure("Not everything in " + root + " could be deleted: " + broken.getMessage(), broken);
        }
    }

    /** Deletes the temporary files of a server that has ended. */
    void emptyTemporary() throws IOException {
        if (Files.exists(temporary())) {
            delete(temporary());
        }
        createPrivate(temporary());
    }

    private static void createPrivate(Path folder) throws IOException {
        Files.createDirectory(
                folder, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
    }

    private static void delete(Path tree) throws IOException {
        Files.walkFileTree(tree, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                Files.delete(file);
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
                Files.delete(folder);
                return FileVisitResult.CONTINUE;
            }
        });
    }

    /** Writes a file that only its owner may read. A reader sees the old content or the new one, never a part. */
    public static void writePrivate(Path file, String content) {
        writePrivate(file, content.getBytes(StandardCharsets.UTF_8));
    }

    /** The same for bytes. */
    public static void writePrivate(Path file, byte[] content) {
        try {
            Path fresh = file.resolveSibling(file.getFileName() + ".new");
            Files.deleteIfExists(fresh);
            Files.createFile(fresh, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(fresh, content);
            Files.move(fresh, file, java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /** Held by a command while it works on the folder. */
    record Lock(FileChannel channel, FileLock lock) implements AutoCloseable {
        @Override
        public void close() {
            try {
                lock.release();
                channel.close();
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }
    }
}
