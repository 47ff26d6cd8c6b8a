package fourfold.desk;

import fourfold.core.audit.Audit;
import fourfold.core.kernel.Json;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.desk.Simulation.Unfounded;
import fourfold.store.Store;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/// Takes back acts that waited here and turn out to be unfounded, before what they waited for comes in: so no table ever shows
/// them, even where the program ends half-way. Like an undone import they stay in the journal for ever and are part of no record.
final class Withdrawing {

    private final Session session;
    private final Store store;
    private final Ledger ledger;

    Withdrawing(Session session, Store store, Ledger ledger) {
        this.session = session;
        this.store = store;
        this.ledger = ledger;
    }

    /// A package of which something was taken back.
    ///
    /// @param acts what that was
    record Withdrawn(ReceivedPackage received, List<Unfounded> acts) {}

    /// Whether it is noted of each of the acts with which package it came; not where its import was cut short before that.
    boolean isKnown(List<Unfounded> acts) {
        return packages(acts).values().stream().mapToInt(List::size).sum() == acts.size();
    }

    private Map<Kept<ReceivedPackage>, List<Unfounded>> packages(List<Unfounded> acts) {
        var packages = new LinkedHashMap<Kept<ReceivedPackage>, List<Unfounded>>();
        if (acts.isEmpty()) return packages;
        for (var kept : store.records().all(ReceivedPackage.FIELDS)) {
            var with = acts.stream().filter(act -> isWith(kept.record(), act)).toList();
            if (!with.isEmpty()) packages.put(kept, with);
        }
        return packages;
    }

    private static boolean isWith(ReceivedPackage received, Unfounded act) {
        var at = act.act().at().orElseThrow();
        return received.taken().filter(taken -> taken.first() <= at.first() && at.last() <= taken.last()).isPresent();
    }

    /// Takes the acts back, and says of which packages they were.
    List<Withdrawn> withdraw(List<Unfounded> acts) {
        var withdrawn = new ArrayList<Withdrawn>();
        packages(acts).forEach((kept, some) -> withdrawn.add(new Withdrawn(withdraw(kept, some), some)));
        return withdrawn;
    }

    private ReceivedPackage withdraw(Kept<ReceivedPackage> kept, List<Unfounded> acts) {
        var before = kept.record();
        var entries = acts.stream().flatMap(act -> act.act().entries().stream()).toList();
        var gone = entries.stream().map(Entry::id).collect(Collectors.toSet());
        var positions = new ArrayList<String>();
        if (!before.lacks(ReceivedPackage.TAKEN_BACK)) positions.add(before.get(ReceivedPackage.TAKEN_BACK));
        acts.forEach(act -> positions.add(act.act().at().orElseThrow().toString()));
        var now = before.with(ReceivedPackage.TAKEN_BACK, String.join(",", positions))
                .with(ReceivedPackage.ENTRIES, EntryRanges.of(before.get(ReceivedPackage.ENTRIES)).without(gone).text())
                .with(ReceivedPackage.REFUSED, before.get(ReceivedPackage.REFUSED) + gone.size());
        var why = acts.stream().map(Unfounded::why).distinct().collect(Collectors.joining("; "));
        ledger.takeBack(session, Change.of(Operation.PACKAGE, before, now, kept.state()), why, changed(entries));
        ledger.log(session, Audit.Kind.COMBINATION, Map.of(
                "package", Json.of(before.get(ReceivedPackage.PACKAGE_ID)),
                "sender", Json.of(before.get(ReceivedPackage.SENDER)),
                "number", Json.of(before.get(ReceivedPackage.NUMBER)),
                "refused", Json.of(gone.size()),
                "why", Json.of(why)));
        return now;
    }

    private static ChangeFeed.Changed changed(List<Entry> entries) {
        Set<String> kinds = new HashSet<>();
        Set<UUID> records = new HashSet<>();
        entries.forEach(entry -> {
            kinds.add(entry.kind());
            records.add(entry.record());
        });
        return new ChangeFeed.Changed(kinds, records);
    }
}
