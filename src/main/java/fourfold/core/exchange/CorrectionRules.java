package fourfold.core.exchange;

import fourfold.core.kernel.Json;
import fourfold.core.kernel.Merge;
import fourfold.core.kernel.Merging;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.RecordState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;

/// What one recipient was told of a record and has to be told otherwise (Data Protection Act 2018, section 38(4)). All of it
/// follows from the record's entries and from which package carried which of them; nothing is remembered beside.
///
/// A **correction** is a value that travelled in a package to the recipient and that a later entry, by whomever and however
/// it came here, has taken the place of with another value, or with none. It is no correction
///
/// - when the field was empty in what travelled: that is news;
/// - when the earlier value still stands beside the later one: a conflict corrects nothing before somebody settles it;
/// - when the same value was written again, or is only proposed otherwise;
/// - when the recipient wrote the later value, or the earlier one came from there and was never sent from here;
/// - in a field that says how far work has come ([#STEPS]), which moves on without having been wrong;
/// - when a set gains members; a member that is no longer in it was told and no longer holds.
public final class CorrectionRules {

    /// By kind, the fields in which a record moves through its work.
    private static final Map<String, Set<String>> STEPS = Map.of(
            "threat", Set.of("phase", "phaseSince", "lastAssessed", "nextAssessment"),
            "plan", Set.of(
                    "state", "submittedBy", "submittedAt", "lastApproved", "approvedBy", "approvedHash",
                    "approvedOutside", "returnReason", "nextReview"),
            "action", Set.of("status", "blockedSince", "finishedOn"),
            "disruption", Set.of("moderation", "moderatedBy", "moderatedOn", "moderationReason"),
            "meeting", Set.of("status"));

    private CorrectionRules() {}

    /// One entry of a record, and how the recipient knows of it.
    ///
    /// @param packages the numbers of the packages from here that carried it to them
    /// @param theirs whether it came from them
    public record Telling(Entry entry, SortedSet<Long> packages, boolean theirs) {
        public Telling {
            packages = Collections.unmodifiableSortedSet(new TreeSet<>(packages));
        }

        boolean isToldBy(long number) {
            return theirs || (!packages.isEmpty() && packages.first() <= number);
        }
    }

    /// Every correction about one record that one recipient was sent or is to be sent, in the order of packages.
    ///
    /// @param entries all of the record's, in the journal's order
    public static List<Correction> of(String kind, Merging merging, List<Telling> entries) {
        var reading = new Reading(kind, merging, entries);
        var numbers = new TreeSet<Long>();
        entries.forEach(one -> numbers.addAll(one.packages()));
        if (numbers.isEmpty()) return List.of();
        var told = reading.state(Telling::theirs);
        for (long number : numbers) {
            var next = reading.state(one -> one.isToldBy(number));
            reading.compare(told, next, Optional.of(number));
            told = next;
        }
        reading.compare(told, reading.state(one -> true), Optional.empty());
        return reading.found;
    }

    private static final class Reading {
        private final String kind;
        private final Merging merging;
        private final List<Telling> entries;
        private final Map<EntryId, Telling> byId = new HashMap<>();
        private final List<Correction> found = new ArrayList<>();

        Reading(String kind, Merging merging, List<Telling> entries) {
            this.kind = kind;
            this.merging = merging;
            this.entries = entries;
            entries.forEach(one -> byId.put(one.entry().id(), one));
        }

        private Telling telling(EntryId entry) {
            return Objects.requireNonNull(byId.get(entry), "a value without its entry");
        }

        RecordState state(Predicate<Telling> known) {
            var state = RecordState.of(merging);
            var left = new ArrayList<>(entries.stream().filter(known).map(Telling::entry).toList());
            boolean more = true;
            while (more) {
                more = false;
                for (var next = left.iterator(); next.hasNext(); ) {
                    var entry = next.next();
                    if (!state.ready(entry)) continue;
                    state = state.apply(entry);
                    next.remove();
                    more = true;
                }
            }
            return state;
        }

        void compare(RecordState told, RecordState next, Optional<Long> by) {
            var steps = STEPS.getOrDefault(kind, Set.of());
            told.heads().forEach((name, heads) -> {
                if (steps.contains(name)) return;
                if (merging.of(name) == Merge.SET) members(name, told, next, by);
                else heads.forEach(head -> value(name, head, next, by));
            });
        }

        private void value(String name, RecordState.Head head, RecordState next, Optional<Long> by) {
            var said = saidIn(head.entry(), by);
            if (said.isEmpty() || head.value().isNothing()) return;
            var standing = next.heads().getOrDefault(name, List.of());
            boolean holds = standing.stream()
                    .anyMatch(one -> one.entry().equals(head.entry()) || one.value().equals(head.value()));
            if (holds || standing.isEmpty()) return;
            var changed = standing.stream()
                    .filter(one -> one.seen().cover(head.entry()))
                    .findFirst()
                    .orElse(standing.getLast());
            found.add(new Correction(
                    name, head.value(), said, shown(next, name), telling(changed.entry()).entry(), by));
        }

        private void members(String name, RecordState told, RecordState next, Optional<Long> by) {
            var gone = new ArrayList<>(items(told, name));
            gone.removeAll(items(next, name));
            if (gone.isEmpty()) return;
            var said = new TreeSet<Long>();
            entries.stream()
                    .filter(one -> one.entry().values().getOrDefault(name, Json.nothing()) instanceof Json.Items(var items)
                            && items.stream().anyMatch(gone::contains))
                    .forEach(one -> said.addAll(saidIn(one.entry().id(), by)));
            if (said.isEmpty()) return;
            var changed = next.heads().getOrDefault(name, List.of()).stream()
                    .map(head -> telling(head.entry()).entry())
                    .filter(entry -> !told.known().cover(entry.id()))
                    .findFirst();
            changed.ifPresent(entry -> found.add(
                    new Correction(name, Json.of(List.copyOf(gone)), said, shown(next, name), entry, by)));
        }

        /// The packages before that one which carried the entry.
        private SortedSet<Long> saidIn(EntryId entry, Optional<Long> by) {
            var packages = telling(entry).packages();
            return by.map(packages::headSet).orElse(packages);
        }

        private static Json shown(RecordState state, String name) {
            return state.values().getOrDefault(name, Json.nothing());
        }

        private static List<Json> items(RecordState state, String name) {
            return shown(state, name) instanceof Json.Items(var items) ? items : List.of();
        }
    }
}
