package fourfold.desk;

import fourfold.core.exchange.AuthorRights;
import fourfold.core.exchange.Fate;
import fourfold.core.kernel.Json;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// What becomes of the changes in a package, record by record, and which of them are here afterwards, wait or are left out.
final class Tallies {

    private final States states;
    private final Map<UUID, Tally> tallies = new LinkedHashMap<>();
    private final List<Refusal> refusals = new ArrayList<>();
    final EntryRanges here = new EntryRanges();
    final EntryRanges held = new EntryRanges();
    final EntryRanges refused = new EntryRanges();

    Tallies(States states) {
        this.states = states;
    }

    /// What becomes of the changes of one record.
    ///
    /// @param fate the gravest of them
    record Tally(String kind, UUID record, String reference, Fate fate, int entries, String why) {
        private Tally and(Fate more, String because) {
            return new Tally(kind, record, reference, fate.or(more), entries + 1, why.isEmpty() ? because : why);
        }

        /// A record that was only proposed to is no record in conflict, whatever else is unsettled about it.
        private Tally ending(Fate end) {
            return end.compareTo(fate) >= 0 ? this : new Tally(kind, record, reference, end, entries, why);
        }

        private Tally called(String text) {
            return new Tally(kind, record, reference.isEmpty() ? text : reference, fate, entries, why);
        }
    }

    /// An act that is left out whole, since what was signed together stays together.
    record Refusal(Author author, EntryRanges entries, String why) {}

    void add(Entry entry, Fate fate, String why) {
        var name = AuthorRights.text(entry.values().getOrDefault("ref", Json.nothing()));
        if (name.isEmpty() && !tallies.containsKey(entry.record())) name = states.shown(entry.record(), "ref");
        var called = name;
        tallies.merge(
                entry.record(),
                new Tally(entry.kind(), entry.record(), called, fate, 1, why),
                (there, one) -> there.and(fate, why).called(called));
    }

    /// Leaves these entries of one act out.
    void refuse(Author author, List<Entry> entries, String why) {
        var ranges = new EntryRanges();
        for (var entry : entries) {
            ranges.add(entry.id());
            refused.add(entry.id());
            add(entry, Fate.REFUSED, why);
        }
        refusals.add(new Refusal(author, ranges, why));
    }

    /// What became of each record in the end: what one change sets against another or proposes, and a later one settles or
    /// answers, leaves nobody anything to decide.
    Collection<Tally> all() {
        return tallies.values().stream().map(this::inTheEnd).toList();
    }

    private Tally inTheEnd(Tally tally) {
        return switch (tally.fate()) {
            case CONFLICT, PROPOSED -> tally.ending(states.standing(tally.record())
                    .map(state -> !state.conflicts().isEmpty()
                            ? Fate.CONFLICT
                            : !state.proposals().isEmpty() ? Fate.PROPOSED : states.isNew(tally.record()) ? Fate.NEW : Fate.CHANGED)
                    .orElse(tally.fate()));
            default -> tally;
        };
    }

    List<Refusal> refusals() {
        return refusals;
    }

    Set<UUID> records() {
        return Set.copyOf(tallies.keySet());
    }

    Set<String> kinds() {
        return tallies.values().stream().map(Tally::kind).collect(Collectors.toSet());
    }
}
