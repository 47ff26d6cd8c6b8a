package fourfold.extract;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/// Counts the bytes of one reading for the progress, and stops it when it is told to.
final class WatchedInput extends FilterInputStream {

    /// How often a file is read from its beginning.
    static final int READINGS = 3;

    private static final int STEP = 65_536;

    private final ExtractProgress progress;
    private final long before;
    private final long total;
    private long done;
    private long told;

    private WatchedInput(InputStream in, long before, long total, ExtractProgress progress) {
        super(in);
        this.before = before;
        this.total = total;
        this.progress = progress;
    }

    /// Opens the source for one of its readings, 0 being the first.
    static InputStream open(ExtractSource source, int reading, ExtractProgress progress) throws IOException {
        long size = source.size();
        return new WatchedInput(source.open(), reading * size, READINGS * size, progress);
    }

    @Override
    public int read() throws IOException {
        int b = in.read();
        if (b >= 0) count(1);
        return b;
    }

    @Override
    public int read(byte[] buffer, int offset, int length) throws IOException {
        int count = in.read(buffer, offset, Math.min(length, STEP));
        if (count > 0) count(count);
        return count;
    }

    private void count(int bytes) throws Stopped {
        done += bytes;
        if (done - told < STEP) return;
        told = done;
        if (!progress.goOn(before + done, total)) throw new Stopped();
    }

    /// The watcher wants no more.
    static final class Stopped extends IOException {
        private static final long serialVersionUID = 1;

        Stopped() {
            super("stopped on request");
        }
    }
}
