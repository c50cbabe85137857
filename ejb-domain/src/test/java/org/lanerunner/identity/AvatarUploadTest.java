package org.lanerunner.identity;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.lanerunner.shared.Refusal;

class AvatarUploadTest {

    private static final String PLACE = "GPS 52.5200 13.4050";

    @ParameterizedTest
    @CsvSource({
        "png, 1, 1, 1",
        "png, 3000, 40, 1",
        "png, 40, 3000, 2",
        "jpeg, 4000, 3000, 1",
        "jpeg, 255, 257, 10",
        "png, 2000, 2000, 6"
    })
    void anyPictureBecomesASmallSquare(String format, int width, int height, int type) throws IOException {
        BufferedImage made = ImageIO.read(new ByteArrayInputStream(square(picture(format, width, height, type))));
        assertEquals(AvatarUpload.SIDE, made.getWidth());
        assertEquals(AvatarUpload.SIDE, made.getHeight());
    }

    @Test
    void nothingOfTheFileIsKeptButThePicture() throws IOException {
        byte[] jpeg = picture("jpeg", 300, 300, 1);
        byte[] exif = ("Exif\0\0" + PLACE).getBytes(StandardCharsets.ISO_8859_1);
        byte[] with = ByteBuffer.allocate(jpeg.length + exif.length + 4)
                .put(jpeg, 0, 2)
                .putShort((short) 0xffe1)
                .putShort((short) (exif.length + 2))
                .put(exif)
                .put(jpeg, 2, jpeg.length - 2)
                .array();
        assertTrue(text(with).contains(PLACE));
        assertFalse(text(square(with)).contains(PLACE));
    }

    @ParameterizedTest
    @CsvSource({"50000, 50000", "12001, 1", "5001, 5000", "2147483647, 2147483647"})
    void whatUnpacksToTooMuchIsToldByItsHead(int width, int height) {
        Refusal no = assertThrows(Refusal.class, () -> square(head(width, height)));
        assertEquals("/file", no.violations().get(0).pointer());
    }

    @Test
    void whatIsDrawnInVeryManyPassesIsRefusedBeforeItIsDrawn() throws IOException {
        byte[] jpeg = picture("jpeg", 300, 300, 1);
        ByteBuffer with = ByteBuffer.allocate(jpeg.length + 4 * 100).put(jpeg, 0, jpeg.length - 2);
        for (int i = 0; i < 100; i++) {
            with.putInt(0xffda0002);
        }
        Refusal no = assertThrows(
                Refusal.class, () -> square(with.put(jpeg, jpeg.length - 2, 2).array()));
        assertTrue(no.violations().get(0).toString().contains("passes"), no.violations()::toString);
    }

    @ParameterizedTest
    @CsvSource({"GIF89a", "<svg/>", "RIFF0000WEBP", "x", "''"})
    void whatIsNoneOfTheTwoIsRefused(String content) {
        assertThrows(Refusal.class, () -> square(content.getBytes(StandardCharsets.US_ASCII)));
    }

    @Test
    void whatIsCutOffIsRefused() throws IOException {
        byte[] whole = picture("png", 300, 300, 1);
        assertThrows(Refusal.class, () -> square(java.util.Arrays.copyOf(whole, 40)));
    }

    private static byte[] square(byte[] file) {
        AvatarUpload upload = new AvatarUpload();
        upload.write(file, 0, file.length);
        return upload.square();
    }

    private static byte[] picture(String format, int width, int height, int type) throws IOException {
        ByteArrayOutputStream file = new ByteArrayOutputStream();
        assertTrue(ImageIO.write(new BufferedImage(width, height, type), format, file));
        return file.toByteArray();
    }

    /** Of a PNG that says it is so large. */
    private static byte[] head(int width, int height) {
        byte[] chunk = ByteBuffer.allocate(17)
                .put("IHDR".getBytes(StandardCharsets.US_ASCII))
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 2, 0, 0, 0})
                .array();
        CRC32 sum = new CRC32();
        sum.update(chunk);
        return ByteBuffer.allocate(8 + 4 + chunk.length + 4)
                .put(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'})
                .putInt(13)
                .put(chunk)
                .putInt((int) sum.getValue())
                .array();
    }

    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }
}
