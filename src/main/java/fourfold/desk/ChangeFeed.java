package fourfold.desk;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/// Says that records have changed, so that whoever shows them asks again. There is one kind of notice and no payload to
/// go stale: the answer is always a new question.
public final class ChangeFeed {

    /// What changed.
    ///
    /// @param kinds the kinds of the changed records
    /// @param records their identities
    public record Changed(Set<String> kinds, Set<UUID> records) {}

    private final List<Consumer<Changed>> listeners = new CopyOnWriteArrayList<>();

    /// Calls the listener after every change, on the thread that made it, until the returned handle is closed.
    public AutoCloseableHandle listen(Consumer<Changed> listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /// Ends a listening.
    public interface AutoCloseableHandle extends AutoCloseable {
        @Override
        void close();
    }

    void fire(Changed changed) {
        for (var listener : listeners) listener.accept(changed);
    }
}
