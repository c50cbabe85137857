package org.lanerunner.launcher;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermission;
import java.util.EnumSet;
import java.util.Locale;
import java.util.Set;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.tukaani.xz.XZInputStream;

/** A real PostgreSQL for this platform, unpacked from the launcher's class path into the data folder. */
final class PostgresBinaries {
    private PostgresBinaries() {}

    /** Unpacks the binaries beside the database unless that version is there. An unpacking that was interrupted is never taken for a complete one. */
    static Path unpack(Path postgresFolder, String version, PostgresAccount account) {
        Path home = postgresFolder.resolve(version);
        if (Files.isDirectory(home)) {
            return home;
        }
        String resource = "/postgres-" + platform() + ".txz";
        try (InputStream in = PostgresBinaries.class.getResourceAsStream(resource)) {
            if (in == null) {
                throw new LaunchFailure("This build holds no PostgreSQL for this platform (" + resource
                        + "). Build it here, or name an external PostgreSQL with LANERUNNER_DB_URL.");
            }
            Path fresh = Files.createTempDirectory(postgresFolder, version + ".");
            extract(in, fresh);
            Files.setPosixFilePermissions(fresh, java.nio.file.attribute.PosixFilePermissions.fromString("rwxr-xr-x"));
            account.own(fresh);
            Files.move(fresh, home, StandardCopyOption.ATOMIC_MOVE);
            return home;
        } catch (IOException broken) {
            throw new LaunchFailure(
                    "PostgreSQL could not be unpacked into " + postgresFolder + ": " + broken.getMessage(), broken);
        }
    }

    private static void extract(InputStream in, Path target) throws IOException {
        try (TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(new BufferedInputStream(in)))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                Path path = target.resolve(entry.getName()).normalize();
                if (!path.startsWith(target)) {
                    throw new IOException("an entry leaves the folder: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(path);
                    continue;
                }
                Files.createDirectories(path.getParent());
                if (entry.isSymbolicLink()) {
                    Files.createSymbolicLink(path, Path.of(entry.getLinkName()));
                } else if (entry.isLink()) {
                    Files.createLink(path, target.resolve(entry.getLinkName()));
                } else {
                    Files.copy(tar, path);
                    Files.setPosixFilePermissions(path, permissions(entry.getMode()));
                }
            }
        }
    }

    private static Set<PosixFilePermission> permissions(int mode) {
        Set<PosixFilePermission> permissions = EnumSet.of(
                PosixFilePermission.OWNER_READ,
                PosixFilePermission.OWNER_WRITE,
                PosixFilePermission.GROUP_READ,
                PosixFilePermission.OTHERS_READ);
        if ((mode & 0100) != 0) {
            permissions.addAll(EnumSet.of(
                    PosixFilePermission.OWNER_EXECUTE,
                    PosixFilePermission.GROUP_EXECUTE,
                    PosixFilePermission.OTHERS_EXECUTE));
        }
        return permissions;
    }

    private static String platform() {
        String system = System.getProperty("os.name").toLowerCase(Locale.ROOT).startsWith("mac") ? "darwin" : "linux";
        String processor = System.getProperty("os.arch");
        boolean arm = processor.equals("aarch64") || processor.equals("arm64");
        return system + "-" + (arm ? "arm_64" : "x86_64");
    }
}
