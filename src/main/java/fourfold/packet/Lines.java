package fourfold.packet;

import fourfold.packet.PacketFlaw.Refusal;
import java.io.ByteArrayOutputStream;

/// Cuts what is unpacked into lines, none longer than an entry may be.
final class Lines implements Zip.Sink {

    private final Sink sink;
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int number;

    /// Takes one line after the other.
    interface Sink {
        /// @param bytes without the line feed
        /// @param number from 1
        void line(byte[] bytes, int number) throws Refusal;
    }

    Lines(Sink sink) {
        this.sink = sink;
    }

    @Override
    public void take(byte[] bytes, int from, int length) throws Refusal {
        int start = from;
        for (int i = from; i < from + length; i++) {
            if (bytes[i] != '\n') continue;
            gather(bytes, start, i - start);
            var whole = line.toByteArray();
            line.reset();
            sink.line(whole, ++number);
            start = i + 1;
        }
        gather(bytes, start, from + length - start);
    }

    private void gather(byte[] bytes, int from, int length) throws Refusal {
        if (line.size() + length > PacketFormat.LONGEST_ENTRY) throw PacketFlaw.ENTRY_TOO_LONG.with(number + 1);
        line.write(bytes, from, length);
    }

    /// Whether the last line was ended.
    boolean isWhole() {
        return line.size() == 0;
    }
}
