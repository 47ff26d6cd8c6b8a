package fourfold.packet;

import fourfold.vault.Disk;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;

/// Writes at the end of an open file, which stays open.
final class Appending extends OutputStream {

    private final Disk.OpenFile file;
    private long at;

    Appending(Disk.OpenFile file) {
        this.file = file;
    }

    @Override
    public void write(int b) throws IOException {
        write(new byte[] {(byte) b}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int length) throws IOException {
        file.write(at, ByteBuffer.wrap(bytes, from, length));
        at += length;
    }
}
