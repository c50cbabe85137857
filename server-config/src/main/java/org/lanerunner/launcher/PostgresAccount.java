package org.lanerunner.launcher;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;

/**
 * The account that PostgreSQL runs under. A plain user is suitable itself. PostgreSQL refuses root, so root uses the unprivileged user 65534. Where that user
 * can't reach the data folder (because it lies below a private home), the files stay root's, and PostgreSQL runs in a user namespace in which root is another
 * user.
 */
enum PostgresAccount {
    SELF,
    NOBODY,
    NAMESPACE;

    private static final int NOBODY_ID = 65534;

    static boolean isRoot() {
        return new com.sun.security.auth.module.UnixSystem().getUid() == 0;
    }

    /** The account for a folder: its present owner, or else the first account that can reach it. */
    static PostgresAccount of(Path postgresFolder) {
        if (!isRoot()) {
            return SELF;
        }
        try {
            if (Files.exists(postgresFolder)) {
                return ownerOf(postgresFolder) == NOBODY_ID ? NOBODY : NAMESPACE;
            }
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
        Path parent = postgresFolder.getParent();
        if (Run.of(NOBODY.command(List.of("test", "-x", parent.toString()))).succeeded()) {
            return NOBODY;
        }
        if (Run.of(NAMESPACE.command(List.of("test", "-x", parent.toString()))).succeeded()) {
            return NAMESPACE;
        }
        throw new LaunchFailure(
                "PostgreSQL does not run as root, and the unprivileged user " + NOBODY_ID + " can't reach " + parent
                        + ". Name a folder that every user can enter with --data, for instance --data /var/lib/lanerunner.");
    }

    private static int ownerOf(Path path) throws IOException {
        return (Integer) Files.getAttribute(path, "unix:uid", LinkOption.NOFOLLOW_LINKS);
    }

    /** The command that runs the given one under this account. */
    List<String> command(List<String> command) {
        List<String> whole = new ArrayList<>();
        switch (this) {
            case SELF -> {}
            case NOBODY -> whole.addAll(asNobody());
            case NAMESPACE ->
                whole.addAll(List.of("unshare", "--user", "--map-user=" + NOBODY_ID, "--map-group=" + NOBODY_ID, "--"));
            default -> throw new IllegalStateException();
        }
        whole.addAll(command);
        return whole;
    }

    private static List<String> asNobody() {
        String id = String.valueOf(NOBODY_ID);
        if (Files.exists(Path.of("/usr/bin/setpriv")) || Files.exists(Path.of("/bin/setpriv"))) {
            return List.of("setpriv", "--reuid=" + id, "--regid=" + id, "--clear-groups", "--no-new-privs", "--");
        }
        // macOS has no setpriv
        return List.of("sudo", "-n", "-u", "nobody", "--");
    }

    /** Makes this account the owner of what was just made below the folder. */
    void own(Path folder) {
        if (this != NOBODY) {
            return;
        }
        try {
            Files.walkFileTree(folder, new SimpleFileVisitor<>() {
                @Override
                public FileVisitResult preVisitDirectory(Path entry, BasicFileAttributes attributes)
                        throws IOException {
                    return visitFile(entry, attributes);
                }

                @Override
                public FileVisitResult visitFile(Path entry, BasicFileAttributes attributes) throws IOException {
                    Files.setAttribute(entry, "unix:uid", NOBODY_ID, LinkOption.NOFOLLOW_LINKS);
                    Files.setAttribute(entry, "unix:gid", NOBODY_ID, LinkOption.NOFOLLOW_LINKS);
                    return FileVisitResult.CONTINUE;
                }
            });
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
