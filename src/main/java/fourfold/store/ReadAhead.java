package fourfold.store;

import fourfold.core.sync.Journal;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;

/// Reads the entries of a journal on a thread of its own while those read before are written.
final class ReadAhead {

    private ReadAhead() {}

    /// Gives every entry from that position on to the consumer, in order and on this thread. Whatever the consumer throws ends
    /// the reading.
    ///
    /// @param preparing what is done to each entry before, on whichever thread reads
    /// @throws fourfold.core.sync.JournalFault when a frame is damaged
    static void read(
            Journal journal,
            long from,
            UnaryOperator<Journal.Recorded> preparing,
            Consumer<Journal.Recorded> consumer) {
        Consumer<Consumer<Journal.Recorded>> source =
                told -> journal.read(from, new Entries(entry -> told.accept(preparing.apply(entry))));
        if (journal.head() - from < Ahead.FEW) source.accept(consumer);
        else Ahead.each("fourfold-journal", source, consumer);
    }

    /// The entries of a reading and nothing else.
    private record Entries(Consumer<Journal.Recorded> consumer) implements Journal.Reader {
        @Override
        public void entry(Journal.Recorded entry) {
            consumer.accept(entry);
        }
    }
}
