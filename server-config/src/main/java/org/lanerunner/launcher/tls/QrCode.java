package org.lanerunner.launcher.tls;

import com.google.zxing.WriterException;
import com.google.zxing.qrcode.decoder.ErrorCorrectionLevel;
import com.google.zxing.qrcode.encoder.ByteMatrix;
import com.google.zxing.qrcode.encoder.Encoder;

/** An address that a phone reads from a screen, drawn for a page or for a terminal. It is black on white in both, which every reader accepts. */
final class QrCode {
    private static final int MARGIN = 4;
    private static final String BLACK_ON_WHITE = "\u001b[30;107m";
    private static final String PLAIN = "\u001b[0m";
    private final ByteMatrix dots;

    private QrCode(ByteMatrix dots) {
        this.dots = dots;
    }

    static QrCode of(String address) {
        try {
            return new QrCode(Encoder.encode(address, ErrorCorrectionLevel.M).getMatrix());
        } catch (WriterException tooLong) {
            throw new IllegalArgumentException(tooLong);
        }
    }

    String svg() {
        int size = dots.getWidth() + 2 * MARGIN;
        StringBuilder path = new StringBuilder();
        for (int y = 0; y < size; y++) {
            for (int x = 0; x < size; x++) {
                if (isBlack(x, y)) {
                    path.append('M').append(x).append(' ').append(y).append("h1v1h-1z");
                }
            }
        }
        return "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 " + size + " " + size
                + "\" shape-rendering=\"crispEdges\"><path fill=\"#fff\" d=\"M0 0h" + size + "v" + size + "h-" + size
                + "z\"/><path d=\"" + path + "\"/></svg>\n";
    }

    /** The code as text, with two rows of dots in each line. */
    String text() {
        int size = dots.getWidth() + 2 * MARGIN;
        StringBuilder text = new StringBuilder();
        for (int y = 0; y < size; y += 2) {
            text.append("  ").append(BLACK_ON_WHITE);
            for (int x = 0; x < size; x++) {
                text.append(halves(isBlack(x, y), isBlack(x, y + 1)));
            }
            text.append(PLAIN).append('\n');
        }
        return text.toString();
    }

    private static char halves(boolean upper, boolean lower) {
        if (upper) {
            return lower ? '\u2588' : '\u2580';
        }
        return lower ? '\u2584' : ' ';
    }

    boolean isBlack(int x, int y) {
        int column = x - MARGIN;
        int row = y - MARGIN;
        return column >= 0
                && row >= 0
                && column < dots.getWidth()
                && row < dots.getHeight()
                && dots.get(column, row) == 1;
    }

    int size() {
        return dots.getWidth() + 2 * MARGIN;
    }
}
