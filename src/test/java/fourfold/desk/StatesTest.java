package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.kernel.Json;
import fourfold.core.sync.Entry;
import fourfold.core.sync.StateJson;
import fourfold.journal.MemoryJournal;
import fourfold.store.Histories;
import fourfold.store.Store;
import java.util.List;
import java.util.TreeSet;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// States that are at hand and states that were folded away say the same.
final class StatesTest {

    @ParameterizedTest(name = "seed {0}, {1} at hand")
    @CsvSource({"1, 1", "2, 1", "3, 4", "4, 4", "5, 1000"})
    void records_stand_as_their_entries_make_them_however_few_are_at_hand(long seed, int atHand) {
        var history = new Histories(seed);
        try (var store = Store.inMemory()) {
            var acts = history.append(new MemoryJournal(), 120);
            // half of it is here before
            for (var act : acts.subList(0, 60)) store.projection().project(act);
            var entries = acts.stream().flatMap(List::stream).map(recorded -> recorded.entry()).toList();
            var states = new States(store, atHand);
            var kinds = new TreeSet<>(entries.stream().map(Entry::kind).toList());
            for (var kind : kinds)
                states.read(kind, entries.stream().filter(entry -> entry.kind().equals(kind)).map(Entry::record).distinct().toList());
            for (var act : acts.subList(60, 120)) {
                for (var recorded : act) {
                    var entry = recorded.entry();
                    assertFalse(states.isApplied(entry));
                    assertTrue(states.isReady(entry));
                    states.apply(entry);
                    assertTrue(states.isApplied(entry));
                }
            }
            history.states().forEach((record, expected) -> {
                var any = entries.stream().filter(entry -> entry.record().equals(record)).toList().getLast();
                for (var field : expected.heads().keySet()) {
                    assertEquals(
                            expected.values().getOrDefault(field, Json.nothing()), states.value(any.kind(), record, field), field);
                    assertEquals(expected.shownTo(any.seen(), field), states.seenBy(any, field).orElseThrow(), field);
                }
                assertEquals(StateJson.of(expected), StateJson.of(states.current(any)));
            });
        }
    }
}
