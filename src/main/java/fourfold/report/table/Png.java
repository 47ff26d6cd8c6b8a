package fourfold.report.table;

import fourfold.core.disclosure.Released;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/// A picture of a plot as PNG (RFC 2083, and the text chunk `iTXt` of the W3C's second edition): eight bits a colour, no
/// transparency, no filter. Its marking and how it was counted stand in the picture and in its description.
public final class Png {

    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final int BYTES_A_PIXEL = 3;

    private Png() {}

    /// The picture.
    ///
    /// @param pixels line by line, each 0xAARRGGBB; what shines through is not kept
    /// @param said what the picture shows, in a sentence
    public static byte[] of(int width, int height, int[] pixels, String said, Released released) {
        if (pixels.length != width * height) throw new IllegalArgumentException("a picture has all of its pixels");
        var out = new ByteArrayOutputStream();
        out.writeBytes(SIGNATURE);
        chunk(out, "IHDR", ByteBuffer.allocate(13)
                .putInt(width).putInt(height)
                .put((byte) 8).put((byte) 2).put((byte) 0).put((byte) 0).put((byte) 0)
                .array());
        text(out, "Title", released.marking().label() + ". " + ShownTable.ADVICE + ".");
        text(out, "Description", said);
        chunk(out, "IDAT", packed(lines(width, height, pixels)));
        chunk(out, "IEND", new byte[0]);
        return out.toByteArray();
    }

    private static byte[] lines(int width, int height, int[] pixels) {
        var lines = ByteBuffer.allocate(height * (1 + width * BYTES_A_PIXEL));
        for (int i = 0; i < pixels.length; i++) {
            if (i % width == 0) lines.put((byte) 0);
            lines.put((byte) (pixels[i] >> 16)).put((byte) (pixels[i] >> 8)).put((byte) pixels[i]);
        }
        return lines.array();
    }

    private static byte[] packed(byte[] bytes) {
        var deflater = new Deflater(Deflater.BEST_COMPRESSION);
        try {
            deflater.setInput(bytes);
            deflater.finish();
            var out = new ByteArrayOutputStream();
            var part = new byte[8192];
            while (!deflater.finished()) out.write(part, 0, deflater.deflate(part));
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void text(ByteArrayOutputStream out, String keyword, String words) {
        var text = new ByteArrayOutputStream();
        text.writeBytes(keyword.getBytes(StandardCharsets.ISO_8859_1));
        // not compressed, no language, no translated keyword
        text.writeBytes(new byte[5]);
        text.writeBytes(words.getBytes(StandardCharsets.UTF_8));
        chunk(out, "iTXt", text.toByteArray());
    }

    private static void chunk(ByteArrayOutputStream out, String type, byte[] content) {
        var named = ByteBuffer.allocate(4 + content.length)
                .put(type.getBytes(StandardCharsets.US_ASCII))
                .put(content)
                .array();
        var sum = new CRC32();
        sum.update(named);
        out.writeBytes(ByteBuffer.allocate(8 + named.length).putInt(content.length).put(named).putInt((int) sum.getValue()).array());
    }
}
