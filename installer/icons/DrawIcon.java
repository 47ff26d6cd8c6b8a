import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.imageio.ImageIO;

/// Draws the program's icon, a sheet folded in four, as PNG, ICO and SVG beside itself:
///
///     java installer/icons/DrawIcon.java installer/icons
final class DrawIcon {

    /// Pursue, prevent, protect, prepare: the corners of the sheet, each a lit and a shaded half.
    private static final int[][] CORNERS = {
        {0x2F7FD1, 0x1F5FA6}, {0x1FA38A, 0x15806C}, {0xF0A93B, 0xCC8420}, {0x7A5BC7, 0x5C41A0}
    };

    private static final int GROUND = 0x14263F;

    public static void main(String... args) throws IOException {
        var folder = Path.of(args[0]);
        for (int size : List.of(16, 24, 32, 48, 64, 128, 256, 512)) {
            Files.write(folder.resolve("fourfold-" + size + ".png"), png(size));
        }
        Files.write(folder.resolve("fourfold.ico"), ico(List.of(16, 24, 32, 48, 64, 128, 256)));
        Files.writeString(folder.resolve("fourfold.svg"), svg());
    }

    /// The triangles of corner `i` in a square of 0 to 1, from the middle outwards.
    private static double[][] halves(int i) {
        double near = 0.5, far = 0.17, gap = 0.018;
        double x = i % 2 == 0 ? -1 : 1, y = i < 2 ? -1 : 1;
        double ix = near + x * gap, iy = near + y * gap, ox = near + x * (near - far), oy = near + y * (near - far);
        boolean turned = i == 0 || i == 3;
        return turned
                ? new double[][] {{ix, iy, ox, iy, ox, oy}, {ix, iy, ix, oy, ox, oy}}
                : new double[][] {{ix, iy, ix, oy, ox, oy}, {ix, iy, ox, iy, ox, oy}};
    }

    private static byte[] png(int size) throws IOException {
        int fine = size * 4;
        var large = new BufferedImage(fine, fine, BufferedImage.TYPE_INT_ARGB);
        paint(large.createGraphics(), fine);
        var image = new BufferedImage(size, size, BufferedImage.TYPE_INT_ARGB);
        for (int y = 0; y < size; y++) for (int x = 0; x < size; x++) image.setRGB(x, y, mean(large, x * 4, y * 4));
        var bytes = new ByteArrayOutputStream();
        ImageIO.write(image, "png", bytes);
        return bytes.toByteArray();
    }

    private static int mean(BufferedImage image, int left, int top) {
        int a = 0, r = 0, g = 0, b = 0;
        for (int i = 0; i < 16; i++) {
            int c = image.getRGB(left + i % 4, top + i / 4), alpha = c >>> 24;
            a += alpha;
            r += (c >> 16 & 255) * alpha;
            g += (c >> 8 & 255) * alpha;
            b += (c & 255) * alpha;
        }
        return a == 0 ? 0 : a / 16 << 24 | r / a << 16 | g / a << 8 | b / a;
    }

    private static void paint(Graphics2D on, int size) {
        on.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
        on.scale(size, size);
        on.setColor(new Color(GROUND));
        on.fill(new RoundRectangle2D.Double(0.03, 0.03, 0.94, 0.94, 0.42, 0.42));
        for (int i = 0; i < 4; i++) {
            for (int half = 0; half < 2; half++) {
                var points = halves(i)[half];
                var path = new Path2D.Double();
                path.moveTo(points[0], points[1]);
                path.lineTo(points[2], points[3]);
                path.lineTo(points[4], points[5]);
                path.closePath();
                on.setColor(new Color(CORNERS[i][half]));
                on.fill(path);
            }
        }
        on.dispose();
    }

    /// An icon file of PNG pictures, as Windows reads it since Vista.
    private static byte[] ico(List<Integer> sizes) throws IOException {
        var out = new ByteArrayOutputStream();
        var head = ByteBuffer.allocate(6 + 16 * sizes.size()).order(ByteOrder.LITTLE_ENDIAN);
        head.putShort((short) 0).putShort((short) 1).putShort((short) sizes.size());
        int at = head.capacity();
        for (int size : sizes) {
            int length = png(size).length;
            head.put((byte) size).put((byte) size).put((byte) 0).put((byte) 0).putShort((short) 1).putShort((short) 32);
            head.putInt(length).putInt(at);
            at += length;
        }
        out.write(head.array());
        for (int size : sizes) out.write(png(size));
        return out.toByteArray();
    }

    private static String svg() {
        var text = new StringBuilder("<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 1000 1000\">\n"
                + "  <rect x=\"30\" y=\"30\" width=\"940\" height=\"940\" rx=\"210\" fill=\"#" + hex(GROUND) + "\"/>\n");
        for (int i = 0; i < 4; i++) {
            for (int half = 0; half < 2; half++) {
                text.append("  <path fill=\"#").append(hex(CORNERS[i][half])).append("\" d=\"M");
                for (double point : halves(i)[half]) text.append(Math.round(point * 1000)).append(' ');
                text.append("Z\"/>\n");
            }
        }
        return text.append("</svg>\n").toString();
    }

    private static String hex(int colour) {
        return "%06X".formatted(colour);
    }
}
