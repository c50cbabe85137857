package org.lanerunner.identity;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.Rectangle;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.time.Duration;
import javax.imageio.ImageIO;
import javax.imageio.ImageReadParam;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import javax.imageio.stream.MemoryCacheImageInputStream;
import org.lanerunner.shared.Limit;
import org.lanerunner.shared.Refusal;
import org.lanerunner.shared.Turnstile;

/**
 * A picture while its bytes arrive, and the small square that is made of it. JPEG and PNG are read, told by their content. The picture's head says how large it
 * is before any of it is unpacked, and no more of it is unpacked than the square needs. The kept picture is drawn anew, so that place, camera and all else that
 * the file held are gone.
 */
public final class AvatarUpload extends OutputStream {

    static final int SIDE = 256;
    private static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final long MOST_PIXELS = 25_000_000;
    private static final int LONGEST_SIDE = 12_000;

    /** A JPEG may be drawn in passes over the whole of it, each of a few bytes and many milliseconds. Cameras and programs make some ten. */
    private static final int MOST_PASSES = 100;

    private static final byte[] PNG = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte[] JPEG = {(byte) 0xff, (byte) 0xd8, (byte) 0xff};

    /** Each picture may take some hundred megabytes for a moment, so one is drawn at a time. */
    private static final Turnstile ONE = new Turnstile(1, 8, Duration.ofSeconds(5));

    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

    AvatarUpload() {}

    @Override
    public void write(int value) {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public void write(byte[] arrived, int offset, int length) {
        if (bytes.size() + length > MOST_BYTES) {
            throw new Refusal(Refusal.Kind.TOO_LARGE, "avatars/too-large", "A picture has at most 5 MB.")
                    .beyond(Limit.AVATAR);
        }
        bytes.write(arrived, offset, length);
    }

    /** @return a JPEG of 256 by 256 pixels, of the middle of the picture */
    public byte[] square() {
        return ONE.pass(
                this::drawn,
                () -> new Refusal(
                        Refusal.Kind.UNAVAILABLE,
                        "server/busy",
                        "Many pictures are made right now. Try again in a moment."));
    }

    private byte[] drawn() {
        byte[] file = bytes.toByteArray();
        ImageReader reader = reader(file);
        if (begins(file, JPEG)) {
            requireFewPasses(file);
        }
        try (ImageInputStream input = new MemoryCacheImageInputStream(new ByteArrayInputStream(file))) {
            reader.setInput(input, true, true);
            return jpeg(middle(reader));
        } catch (IOException | RuntimeException unreadable) {
            if (unreadable instanceof Refusal refusal) {
                throw refusal;
            }
            throw unfit();
        } finally {
            reader.dispose();
        }
    }

    private static ImageReader reader(byte[] file) {
        String format = begins(file, PNG) ? "png" : begins(file, JPEG) ? "jpeg" : null;
        if (format == null) {
            throw unfit();
        }
        return ImageIO.getImageReadersByFormatName(format).next();
    }

    /** Counts the markers that begin a pass; they never stand within the picture data itself. */
    private static void requireFewPasses(byte[] file) {
        int passes = 0;
        for (int i = 1; i < file.length; i++) {
            if (file[i - 1] == (byte) 0xff && file[i] == (byte) 0xda && ++passes > MOST_PASSES) {
                throw Refusal.invalid("/file", "This picture is drawn in too many passes: 100 at most.")
                        .beyond(Limit.AVATAR);
            }
        }
    }

    private static BufferedImage middle(ImageReader reader) throws IOException {
        int width = reader.getWidth(0);
        int height = reader.getHeight(0);
        if ((long) width * height > MOST_PIXELS || Math.max(width, height) > LONGEST_SIDE) {
            throw Refusal.invalid("/file", "This picture has too many pixels: 25 million at most.")
                    .beyond(Limit.AVATAR);
        }
        int side = Math.min(width, height);
        int step = Math.max(1, side / (2 * SIDE));
        ImageReadParam param = reader.getDefaultReadParam();
        param.setSourceRegion(new Rectangle((width - side) / 2, (height - side) / 2, side, side));
        param.setSourceSubsampling(step, step, 0, 0);
        return reader.read(0, param);
    }

    private static byte[] jpeg(BufferedImage from) throws IOException {
        BufferedImage square = new BufferedImage(SIDE, SIDE, BufferedImage.TYPE_INT_RGB);
        Graphics2D graphics = square.createGraphics();
        graphics.setRenderingHint(RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC);
        graphics.drawImage(from, 0, 0, SIDE, SIDE, Color.WHITE, null);
        graphics.dispose();
        ByteArrayOutputStream made = new ByteArrayOutputStream();
        ImageIO.setUseCache(false);
        if (!ImageIO.write(square, "jpeg", made)) {
            throw new IOException("no JPEG can be written here");
        }
        return made.toByteArray();
    }

    private static boolean begins(byte[] file, byte[] with) {
        return file.length > with.length && java.util.Arrays.equals(file, 0, with.length, with, 0, with.length);
    }

    private static Refusal unfit() {
        return Refusal.invalid("/file", "This is no picture that can be read: send a JPEG or PNG.");
    }
}
