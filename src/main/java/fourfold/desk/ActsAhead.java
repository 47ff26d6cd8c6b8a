package fourfold.desk;

import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.SignedActs;
import fourfold.store.Ahead;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;

/// Acts that are read on a thread of their own while those read before are weighed or written.
record ActsAhead(SignedActs acts) implements SignedActs {

    @Override
    public void read(Reader reader) {
        Ahead.<Consumer<Reader>>each("fourfold-acts", told -> acts.read(new Telling(told)), step -> step.accept(reader));
    }

    @Override
    public Map<String, Set<UUID>> about() {
        return acts.about();
    }

    @Override
    public List<UUID> actIds() {
        return acts.actIds();
    }

    private record Telling(Consumer<Consumer<Reader>> told) implements Reader {
        @Override
        public void entry(Entry entry) {
            told.accept(reader -> reader.entry(entry));
        }

        @Override
        public void withheld(byte[] digest) {
            told.accept(reader -> reader.withheld(digest));
        }

        @Override
        public void end(UUID act, Author author, int count, byte[] signature) {
            told.accept(reader -> reader.end(act, author, count, signature));
        }
    }
}
