package fourfold.journal;

import fourfold.vault.Unreadable;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// Checks that frames in order make whole acts: entries of one act, then its end with their count and their digests, and
/// audit events only between acts.
final class ActCheck {

    private final MessageDigest digests = sha256();
    private final MessageDigest digest = sha256();
    private @Nullable UUID act;
    private int count;

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }

    /// Whether an act has begun and not ended.
    boolean isOpen() {
        return act != null;
    }

    /// Takes the next frame.
    ///
    /// @return the end of the act when the frame is one
    /// @throws IllegalArgumentException when the frames do not make acts
    @Nullable ActClose take(Frame frame) {
        return switch (frame.kind()) {
            case ENTRY -> entry(frame, digest.digest(frame.body()));
            case TOMBSTONE -> entry(frame, Tombstone.of(frame.body()).digest());
            case ACT_END -> end(frame);
            case AUDIT -> {
                require(act == null);
                yield null;
            }
        };
    }

    private @Nullable ActClose entry(Frame frame, byte[] of) {
        require(act == null || act.equals(frame.batch()));
        act = frame.batch();
        count++;
        digests.update(of);
        return null;
    }

    private ActClose end(Frame frame) {
        try {
            var close = ActClose.of(frame.body());
            require(frame.batch().equals(act)
                    && close.count() == count
                    && Arrays.equals(close.digests(), digests.digest()));
            act = null;
            count = 0;
            return close;
        } catch (Unreadable broken) {
            throw new IllegalArgumentException("an act's end that is none", broken);
        }
    }

    private static void require(boolean whole) {
        if (!whole) throw new IllegalArgumentException("frames that make no act");
    }
}
