package fourfold.desk;

import fourfold.core.kernel.Fields;
import fourfold.store.Store;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// Gives new records their display references, offline and never twice in a vault: the agency's prefix, a letter for the kind,
/// six characters of this copy of the vault, and a running number. A record is known by its reference everywhere, so that two
/// desks that never met must not choose the same: among fifty copies of one agency's vaults the chance that any two share the
/// six characters is one in 13,700 (fifty times forty-nine halves over sixteen to the sixth).
final class RefMint {

    private static final int COPY = 6;

    private final Store store;
    private final String prefix;
    private final String copy;
    private final Map<String, Long> last = new HashMap<>();

    /// @param prefix the agency's, three letters
    /// @param replica the copy of the vault that writes here
    RefMint(Store store, String prefix, String replica) {
        this.store = store;
        this.prefix = prefix;
        this.copy = replica.substring(0, COPY).toUpperCase(Locale.ROOT);
    }

    /// The next reference of that kind. A number that was given and then not used stays unused.
    synchronized String next(Fields<?> fields, String letter) {
        var stem = prefix + letter + "-" + copy + "-";
        long number = last.computeIfAbsent(stem, s -> highest(fields, s)) + 1;
        last.put(stem, number);
        return stem + String.format(Locale.ROOT, "%04d", number);
    }

    /// Several of them, one a call.
    Supplier<String> several(Fields<?> fields, String letter) {
        return () -> next(fields, letter);
    }

    private long highest(Fields<?> fields, String stem) {
        return store.records().refs(fields).stream()
                .filter(ref -> ref.startsWith(stem) && ref.substring(stem.length()).matches("\\d{1,9}"))
                .mapToLong(ref -> Long.parseLong(ref.substring(stem.length())))
                .max()
                .orElse(0);
    }
}
