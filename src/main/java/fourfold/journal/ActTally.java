package fourfold.journal;

import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Replica;
import fourfold.core.sync.Stamp;
import fourfold.core.sync.Versions;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.TreeMap;
import java.util.function.Predicate;

/// What the end of an act says about it, gathered while its entries go by.
final class ActTally {

    private final Predicate<Stamp> believed;
    private final MessageDigest digests = sha256();
    private final MessageDigest digest = sha256();
    private final TreeMap<Replica, Long> highest = new TreeMap<>();
    private Stamp stamp = Stamp.ZERO;
    private int count;

    /// @param believed which stamps count
    ActTally(Predicate<Stamp> believed) {
        this.believed = believed;
    }

    void entry(Entry entry, byte[] body) {
        if (believed.test(entry.at())) stamp = Tip.later(stamp, entry.at());
        highest.merge(entry.id().replica(), entry.id().seq(), Math::max);
        withheld(digest.digest(body));
    }

    /// An entry of which there is only the digest.
    void withheld(byte[] of) {
        digests.update(of);
        count++;
    }

    int count() {
        return count;
    }

    /// The end of the act, after which the next one is tallied.
    ActClose close(Author author, byte[] signature) {
        var close = new ActClose(count, digests.digest(), author, signature, new Versions(highest), stamp);
        highest.clear();
        stamp = Stamp.ZERO;
        count = 0;
        return close;
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }
}
