package org.lanerunner.launcher.demo;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import javax.imageio.ImageIO;

/** A picture of pallets at a dock, drawn here as the demo's proof of delivery. It has no text, since a server may have no fonts. */
final class ProofPhoto {
    private static final int WIDTH = 640;
    private static final int HEIGHT = 480;
    private static final int FLOOR = 360;

    private ProofPhoto() {}

    /** The picture as a PNG. */
    static byte[] png() {
        System.setProperty("java.awt.headless", "true");
        BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
        Graphics2D brush = picture.createGraphics();
        brush.setPaint(new GradientPaint(0, 0, new Color(0x9FB4C7), 0, HEIGHT, new Color(0x5C6B78)));
        brush.fillRect(0, 0, WIDTH, HEIGHT);
        brush.setColor(new Color(0x3D434A));
        brush.fillRect(0, FLOOR, WIDTH, HEIGHT - FLOOR);
        for (int pallet = 0; pallet < 4; pallet++) {
            pallet(brush, 40 + pallet * 148);
        }
        brush.dispose();
        try {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            ImageIO.setUseCache(false);
            ImageIO.write(picture, "png", bytes);
            return bytes.toByteArray();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static void pallet(Graphics2D brush, int left) {
        brush.setColor(new Color(0x8A5A2B));
        brush.fillRect(left, FLOOR + 30, 120, 16);
        for (int row = 0; row < 3; row++) {
            for (int column = 0; column < 2; column++) {
                brush.setColor(new Color(0xC79A5B));
                brush.fillRect(left + column * 60, FLOOR - 24 - row * 56, 56, 52);
                brush.setColor(new Color(0xA87B3F));
                brush.fillRect(left + column * 60 + 24, FLOOR - 24 - row * 56, 8, 52);
            }
        }
    }
}
