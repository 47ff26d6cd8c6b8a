package fourfold.desk;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.plan.Action;
import fourfold.core.plan.Commitments;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanState;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.core.sync.RecordState;
import fourfold.core.threat.Threat;
import fourfold.store.Store;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;

/// Binds the approvals that an extract states to the content as loaded: a plan stated as approved was approved outside, and
/// reads "approved, then changed" as soon as a commitment here is another than the extracts say, whenever it was written.
final class LoadedPlans {

    private final Store store;
    private final Journal journal;
    private final Set<Id<Threat>> touched = new LinkedHashSet<>();

    LoadedPlans(Store store, Journal journal) {
        this.store = store;
        this.journal = journal;
    }

    /// Notes whose plans these records belong to.
    void touched(List<? extends Entity<?>> records) {
        for (var record : records) {
            if (record instanceof Plan plan) plan.find(Plan.THREAT).ifPresent(touched::add);
            if (record instanceof Action action) action.find(Action.THREAT).ifPresent(touched::add);
        }
    }

    /// Adds the hash of what is approved outside to the changes of a load.
    void approveOutside(List<Change> changes) {
        var byRecord = new HashMap<UUID, List<Integer>>();
        var arriving = new HashMap<Id<Threat>, List<Change>>();
        for (int i = 0; i < changes.size(); i++) {
            var change = changes.get(i);
            byRecord.computeIfAbsent(change.record(), id -> new ArrayList<>()).add(i);
            var threat = change.values().get(Action.THREAT.name());
            if (change.kind().equals(Action.FIELDS.kind()) && threat != null)
                arriving.computeIfAbsent(new Id<>(UUID.fromString(threat.text())), id -> new ArrayList<>()).add(change);
        }
        touched.addAll(arriving.keySet());
        for (var threat : touched) approve(threat, changes, byRecord, arriving.getOrDefault(threat, List.of()));
    }

    private void approve(
            Id<Threat> threat, List<Change> changes, Map<UUID, List<Integer>> byRecord, List<Change> arriving) {
        var id = Plan.idFor(threat);
        var kept = store.records().find(Plan.FIELDS, id);
        var after = after(Plan.FIELDS, id, kept, changes, byRecord);
        boolean stated = isStated(after) || isStatedBeside(id, changes, byRecord);
        if (!stated || !after.lacks(Plan.APPROVED_BY)) return;
        var keptActions = kept.isEmpty() ? List.<Kept<Action>>of() : store.records().having(Action.FIELDS, Action.THREAT, threat);
        var plan = asLoaded(Plan.FIELDS, id, kept, changes, byRecord);
        var actions = new LinkedHashMap<Id<Action>, Action>();
        for (var action : keptActions) {
            boolean named = wasLoaded(action) || byRecord.containsKey(action.record().id().value());
            if (!named) continue;
            var loaded = asLoaded(Action.FIELDS, action.record().id(), Optional.of(action), changes, byRecord);
            // the extract may have moved it to another threat
            if (loaded.is(Action.THREAT, threat)) actions.put(loaded.id(), loaded);
        }
        for (var change : arriving) {
            var action = new Id<Action>(change.record());
            boolean isNew = change.seen().highest().isEmpty();
            var there = isNew ? Optional.<Kept<Action>>empty() : store.records().find(Action.FIELDS, action);
            actions.put(action, asLoaded(Action.FIELDS, action, there, changes, byRecord));
        }
        var hash = Commitments.of(plan, List.copyOf(actions.values())).hash();
        if (after.is(Plan.APPROVED_HASH, hash)) return;
        var values = new TreeMap<String, Json>();
        values.put(Plan.APPROVED_HASH.name(), Json.of(hash));
        values.put(Plan.APPROVED_OUTSIDE.name(), Json.of(true));
        write(id, kept, values, changes, byRecord);
    }

    private static boolean isStated(Plan plan) {
        return plan.is(Plan.STATE, PlanState.APPROVED) || plan.is(Plan.STATE, PlanState.IN_REVIEW);
    }

    /// Whether the extract says so in conflict with what was written here. The hash is bound all the same, so that the
    /// approval is one of the content as loaded should somebody settle for it.
    private static boolean isStatedBeside(Id<Plan> id, List<Change> changes, Map<UUID, List<Integer>> byRecord) {
        return byRecord.getOrDefault(id.value(), List.of()).stream()
                .map(changes::get)
                .anyMatch(change -> isStated(Plan.FIELDS.decode(id, change.values())));
    }

    /// The record as the extracts say it is, this one included, whatever was written here.
    private <K extends Entity<K>> K asLoaded(
            Fields<K> fields, Id<K> id, Optional<Kept<K>> kept, List<Change> changes, Map<UUID, List<Integer>> byRecord) {
        var values = new TreeMap<String, Json>();
        kept.ifPresent(there -> values.putAll(isAsLoaded(there)
                ? there.state().values()
                : LoadMerge.lastLoaded(store, journal, fields.kind(), id.value())));
        for (int i : byRecord.getOrDefault(id.value(), List.of())) values.putAll(changes.get(i).values());
        return fields.decode(id, values);
    }

    private static boolean isAsLoaded(Kept<?> kept) {
        return kept.state().heads().values().stream().flatMap(List::stream).allMatch(RecordState.Head::loaded);
    }

    /// Whether an extract has ever named the action: one that was added here is no part of what was approved outside.
    private boolean wasLoaded(Kept<Action> action) {
        return isAsLoaded(action)
                || !LoadMerge.lastLoaded(store, journal, Action.FIELDS.kind(), action.record().id().value()).isEmpty();
    }

    private static <K extends Entity<K>> K after(
            Fields<K> fields, Id<K> id, Optional<Kept<K>> kept, List<Change> changes, Map<UUID, List<Integer>> byRecord) {
        var values = new TreeMap<String, Json>(kept.map(k -> k.state().values()).orElse(new TreeMap<>()));
        for (int i : byRecord.getOrDefault(id.value(), List.of()))
            if (changes.get(i).beside().isEmpty()) values.putAll(changes.get(i).values());
        return fields.decode(id, values);
    }

    private static void write(
            Id<Plan> id,
            Optional<Kept<Plan>> kept,
            TreeMap<String, Json> values,
            List<Change> changes,
            Map<UUID, List<Integer>> byRecord) {
        for (int i : byRecord.getOrDefault(id.value(), List.of())) {
            var change = changes.get(i);
            if (!change.beside().isEmpty()) continue;
            values.putAll(change.values());
            changes.set(i, new Change(
                    change.operation(), change.kind(), change.record(), values, change.seen(), change.beside(), change.marking()));
            return;
        }
        var there = kept.orElseThrow();
        changes.add(new Change(
                Operation.LOAD,
                Plan.FIELDS.kind(),
                id.value(),
                values,
                there.state().known(),
                new TreeSet<>(),
                Change.marking(there.record())));
    }
}
