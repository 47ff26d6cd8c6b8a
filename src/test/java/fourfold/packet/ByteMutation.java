package fourfold.packet;

import java.util.Arrays;
import java.util.Random;

/// What happens to a file on the way: bits flip, bytes are lost, come twice or change places; more often than chance would
/// have it in the first bytes, where the packets and keys are, and in the last.
final class ByteMutation {

    private final Random random;

    ByteMutation(Random random) {
        this.random = random;
    }

    /// Another file, made from this one by one to three mutations.
    byte[] of(byte[] whole) {
        var changed = whole;
        for (int i = random.nextInt(4) == 0 ? 3 : 1; i > 0; i--) if (changed.length > 0) changed = once(changed);
        return changed;
    }

    private int place(int length) {
        var bound = switch (random.nextInt(4)) {
            case 0 -> Math.min(length, 260);
            case 1 -> Math.min(length, 24);
            default -> length;
        };
        int at = random.nextInt(bound);
        return random.nextInt(6) == 0 ? length - 1 - at : at;
    }

    private byte[] once(byte[] whole) {
        int at = place(whole.length);
        int length = 1 + random.nextInt(Math.min(200, whole.length - at));
        return switch (random.nextInt(9)) {
            case 0, 1 -> flipped(whole, at);
            case 2 -> set(whole, at, (byte) random.nextInt(256));
            case 3 -> Arrays.copyOf(whole, at);
            case 4 -> spliced(whole, at, at, noise(1 + random.nextInt(64)));
            case 5 -> spliced(whole, at, at, Arrays.copyOfRange(whole, at, at + length));
            case 6 -> spliced(whole, at, at + length, new byte[0]);
            case 7 -> spliced(whole, at, at + length, new byte[length]);
            default -> swapped(whole, at, length);
        };
    }

    private byte[] flipped(byte[] whole, int at) {
        return set(whole, at, (byte) (whole[at] ^ 1 << random.nextInt(8)));
    }

    private static byte[] set(byte[] whole, int at, byte value) {
        var changed = whole.clone();
        changed[at] = value;
        return changed;
    }

    private byte[] noise(int length) {
        var noise = new byte[length];
        random.nextBytes(noise);
        return noise;
    }

    /// Two stretches of the same length change places.
    private byte[] swapped(byte[] whole, int at, int length) {
        int other = random.nextInt(whole.length - length + 1);
        var changed = whole.clone();
        System.arraycopy(whole, at, changed, other, length);
        if (Math.abs(other - at) >= length) System.arraycopy(whole, other, changed, at, length);
        return changed;
    }

    private static byte[] spliced(byte[] whole, int from, int to, byte[] by) {
        var changed = new byte[whole.length - (to - from) + by.length];
        System.arraycopy(whole, 0, changed, 0, from);
        System.arraycopy(by, 0, changed, from, by.length);
        System.arraycopy(whole, to, changed, from + by.length, whole.length - to);
        return changed;
    }
}
