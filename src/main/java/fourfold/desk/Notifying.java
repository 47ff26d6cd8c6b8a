package fourfold.desk;

import fourfold.core.disclosure.WhyWithheld;
import fourfold.core.exchange.Correction;
import fourfold.core.exchange.CorrectionRules;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.settings.SentPackage;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Journal;
import fourfold.core.sync.RecordState;
import fourfold.core.threat.Threat;
import fourfold.desk.Addresses.Address;
import fourfold.packet.Notices;
import fourfold.store.Store;
import fourfold.store.Timeline;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;

/// Finds what agencies were sent that no longer holds. Nothing is kept of it: it follows from the journal's entries and from
/// which packages carried which of them. Only records that were written again since the first package are read.
final class Notifying {

    private static final List<String> KINDS = SharedKinds.ALL.stream().map(Fields::kind).toList();

    private final Store store;
    private final Journal journal;

    Notifying(Store store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    /// One package that went, and what it carried.
    private record Went(long number, EntryRanges entries, SentPackage sent) {}

    /// A record with its entries as the journal has them.
    private record Trail(Fields<?> fields, UUID record, List<CorrectionRules.Telling> tellings) {
        RecordState state(Predicate<CorrectionRules.Telling> which) {
            var state = RecordState.of(fields);
            for (var one : tellings)
                if (which.test(one) && state.ready(one.entry())) state = state.apply(one.entry());
            return state;
        }

        /// The highest marking that nobody has superseded, as the rules of disclosure see it.
        Marking marking() {
            return tellings.stream()
                    .map(CorrectionRules.Telling::entry)
                    .filter(one -> tellings.stream().noneMatch(other -> other.entry().supersedes(one.id())))
                    .map(Entry::marking)
                    .reduce(Marking.OFFICIAL, Marking::atLeast);
        }

        TreeSet<Long> packages() {
            var all = new TreeSet<Long>();
            tellings.forEach(one -> all.addAll(one.packages()));
            return all;
        }
    }

    /// Everything that the agency was or has to be told otherwise, in the order of the records' first entries.
    ///
    /// @param onlyDue whether what was told is left out
    List<Notice> of(Address to, boolean onlyDue) {
        var exchanged = Exchanged.with(to, store);
        var went = exchanged.written().stream()
                .map(one -> new Went(one.get(SentPackage.NUMBER), EntryRanges.of(one.get(SentPackage.ENTRIES)), one))
                .toList();
        if (went.isEmpty()) return List.of();
        return new Looking(to.label(), went, exchanged.theirs(), onlyDue).notices();
    }

    /// What the next package says of it: what is due and belongs to records that it carries, and every record that would be
    /// withheld now.
    Notices forPackage(Address to, Predicate<UUID> carried) {
        var corrected = new ArrayList<Notices.Corrected>();
        var withheld = new ArrayList<Notices.Withheld>();
        for (var one : of(to, true)) {
            switch (one.what()) {
                case Notice.What.Changed changed when carried.test(one.record()) -> corrected.add(new Notices.Corrected(
                        one.kind(), one.record(), one.reference(), changed.field(), changed.label(), changed.said(),
                        changed.holds(), one.packages(), one.by(), one.at(), one.reason()));
                case Notice.What.Changed elsewhere -> {}
                case Notice.What.Withheld why -> withheld.add(
                        new Notices.Withheld(one.kind(), one.record(), one.reference(), why.why(), one.packages()));
            }
        }
        return Notices.of(corrected, withheld);
    }

    /// One agency's packages while its notices are gathered.
    private final class Looking {
        private final String to;
        private final List<Went> went;
        private final EntryRanges theirs;
        private final boolean onlyDue;
        private final Map<UUID, Notice> withheld = new LinkedHashMap<>();

        Looking(String to, List<Went> went, EntryRanges theirs, boolean onlyDue) {
            this.to = to;
            this.went = went;
            this.theirs = theirs;
            this.onlyDue = onlyDue;
        }

        List<Notice> notices() {
            var ids = went.stream().map(one -> one.sent().id().value()).toList();
            long first = store.timeline().of(Map.of(SentPackage.FIELDS.kind(), ids)).stream()
                    .mapToLong(line -> line.spot().position())
                    .min()
                    .orElse(0);
            var trails = trails(store.timeline().of(store.timeline().changedAfter(first, KINDS)));
            trails.forEach(this::withhold);
            var all = new ArrayList<>(withheld.values().stream().filter(one -> !onlyDue || one.isDue()).toList());
            for (var trail : trails) if (!withheld.containsKey(trail.record())) all.addAll(corrections(trail));
            return all;
        }

        private List<Trail> trails(List<Timeline.Line> lines) {
            var byRecord = new LinkedHashMap<UUID, List<Timeline.Line>>();
            for (var line : lines) byRecord.computeIfAbsent(line.record(), id -> new ArrayList<>()).add(line);
            return byRecord.values().stream()
                    .filter(of -> of.stream().anyMatch(line -> !packages(line.entry()).isEmpty()))
                    .filter(of -> !onlyDue || of.stream().anyMatch(line -> isNews(line.entry())))
                    .map(this::trail)
                    .toList();
        }

        private boolean isNews(EntryId entry) {
            return packages(entry).isEmpty() && !theirs.contains(entry);
        }

        private Trail trail(List<Timeline.Line> lines) {
            var fields = SharedKinds.find(lines.getFirst().kind()).orElseThrow();
            return new Trail(fields, lines.getFirst().record(), lines.stream()
                    .map(line -> new CorrectionRules.Telling(
                            journal.entry(line.spot()), packages(line.entry()), theirs.contains(line.entry())))
                    .toList());
        }

        private TreeSet<Long> packages(EntryId entry) {
            var numbers = new TreeSet<Long>();
            for (var one : went) if (one.entries().contains(entry)) numbers.add(one.number());
            return numbers;
        }

        private List<Notice> corrections(Trail trail) {
            return CorrectionRules.of(trail.fields().kind(), trail.fields(), trail.tellings()).stream()
                    .filter(one -> !onlyDue || one.isDue())
                    .map(one -> notice(trail, one))
                    .toList();
        }

        private Notice notice(Trail trail, Correction one) {
            var what = new Notice.What.Changed(
                    one.field(), FieldWords.label(trail.fields(), one.field()), words(trail.fields(), one.field(), one.said()),
                    words(trail.fields(), one.field(), one.holds()));
            return notice(trail, List.copyOf(one.packages()), what, one.by(), standing(one.carriedBy()), one.carriedBy());
        }

        private Notice notice(
                Trail trail, List<Long> packages, Notice.What what, Entry by, Notice.Standing standing, Optional<Long> carriedBy) {
            var ref = trail.state(one -> true).values().getOrDefault("ref", Json.nothing());
            return new Notice(
                    to, trail.fields().kind(), trail.record(), ref instanceof Json.Text(var text) ? text : "", packages, what,
                    by.author().user() + ", " + by.author().agency(), by.at().instant(), by.reason(), standing, carriedBy);
        }

        private Notice.Standing standing(Optional<Long> carriedBy) {
            return carriedBy
                    .flatMap(number -> went.stream().filter(one -> one.number() == number).findFirst())
                    .map(one -> one.sent().lacks(SentPackage.ANSWERED_AT) || one.sent().find(SentPackage.REFUSED).orElse(0L) > 0
                            ? Notice.Standing.SENT
                            : Notice.Standing.CONFIRMED)
                    .orElse(Notice.Standing.DUE);
        }

        /// A record that was told and would be withheld now, and of a threat what belongs to it.
        private void withhold(Trail trail) {
            var why = why(trail);
            if (why.isEmpty()) return;
            var by = trail.tellings().reversed().stream()
                    .map(CorrectionRules.Telling::entry)
                    .filter(entry -> entry.values().containsKey(Threat.MARKING.name())
                            || entry.values().containsKey(Threat.HANDLING.name()))
                    .findFirst()
                    .orElse(trail.tellings().getLast().entry());
            withhold(trail, why.get(), by);
            if (!trail.fields().kind().equals(Threat.FIELDS.kind())) return;
            var lines = store.timeline().ofThreat(new Id<>(trail.record()), Integer.MAX_VALUE, 0).reversed();
            var below = new Looking(to, went, theirs, false);
            for (var child : below.trails(lines))
                if (!child.record().equals(trail.record())) withhold(child, WhyWithheld.BELONGS, by);
        }

        private Optional<WhyWithheld> why(Trail trail) {
            if (trail.marking().compareTo(Marking.OFFICIAL_SENSITIVE) > 0) return Optional.of(WhyWithheld.MARKING);
            if (!trail.fields().kind().equals(Threat.FIELDS.kind())) return Optional.empty();
            var told = trail.state(one -> one.theirs() || !one.packages().isEmpty());
            var then = told.values().getOrDefault(Threat.HANDLING.name(), Json.nothing());
            var now = trail.state(one -> true).values().getOrDefault(Threat.HANDLING.name(), Json.nothing());
            return now.isNothing() || now.equals(then) ? Optional.empty() : Optional.of(WhyWithheld.HANDLING);
        }

        private void withhold(Trail trail, WhyWithheld why, Entry by) {
            var packages = trail.packages();
            var told = went.stream()
                    .filter(one -> one.number() > packages.last())
                    .filter(one -> Set.of(one.sent().get(SentPackage.WITHDRAWN).split(" ")).contains(trail.record().toString()))
                    .map(Went::number)
                    .findFirst();
            withheld.putIfAbsent(trail.record(), notice(
                    trail, List.copyOf(packages), new Notice.What.Withheld(why), by, standing(told), told));
        }

        private String words(Fields<?> fields, String field, Json value) {
            return wordsOf(fields, field, value);
        }

        private <K extends fourfold.core.kernel.Entity<K>> String wordsOf(Fields<K> fields, String field, Json value) {
            return FieldWords.of(store, fields, field, value);
        }
    }
}
