package fourfold.desk;

import fourfold.core.kernel.Fields;
import fourfold.store.Store;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/// Gives new records their display references, offline and never twice: the agency's prefix, a letter for the kind, four
/// characters of this copy of the vault, so that two desks that never met do not choose the same, and a running number.
final class RefMint {

    private final Store store;
    private final String prefix;
    private final String copy;
    private final Map<String, Long> last = new HashMap<>();

    /// @param prefix the agency's, three letters
    /// @param replica the copy of the vault that writes here
    RefMint(Store store, String prefix, String replica) {
        this.store = store;
        this.prefix = prefix;
        this.copy = replica.substring(0, 4).toUpperCase(Locale.ROOT);
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
