package fourfold.desk;

import static fourfold.core.access.Permission.READ;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Operation;
import fourfold.core.sync.RecordState;
import fourfold.store.Store;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// The counter for history: what changed in a record, from what to what, who, when and why; and any version of it. All of
/// it is read from the journal.
public final class HistoryDesk extends Desk {

    private final Journal journal;

    HistoryDesk(Session session, Store store, Ledger ledger, Journal journal) {
        super(session, store, ledger);
        this.journal = journal;
    }

    /// One field that was changed.
    ///
    /// @param before what people read there before; empty where there was nothing
    public record FieldChange(String field, String before, String after) {}

    /// One entry of a record's timeline.
    ///
    /// @param position its place in the journal, which names the version that it made
    public record Step(
            long position,
            Instant at,
            String user,
            String agency,
            String role,
            String operation,
            String reason,
            List<FieldChange> changes) {

        /// What was done, in words.
        public String words() {
            return Operation.words(operation);
        }
    }

    /// The timeline of a record, newest first.
    public <K extends Entity<K>> Outcome<List<Step>> timeline(Fields<K> fields, Id<K> id) {
        return session.require(READ).then(ok -> kept(fields, id)).map(kept -> {
            var steps = new ArrayList<Step>();
            var state = RecordState.NEW;
            for (var line : store.timeline().of(Map.of(fields.kind(), List.of(id.value())))) {
                var entry = journal.entry(line.spot());
                var next = state.apply(entry);
                steps.add(step(fields, id, line.spot().position(), entry, state, next));
                state = next;
            }
            return steps.reversed();
        });
    }

    private <K extends Entity<K>> Step step(
            Fields<K> fields, Id<K> id, long position, Entry entry, RecordState before, RecordState after) {
        var earlier = fields.decode(id, before.values());
        var later = fields.decode(id, after.values());
        var changes = new ArrayList<FieldChange>();
        for (var field : fields.all()) {
            if (!entry.values().containsKey(field.name())) continue;
            var was = shown(earlier.print(field), before.values().get(field.name()));
            var is = shown(later.print(field), after.values().get(field.name()));
            var conflict = after.conflicts().contains(field.name()) ? " (in conflict)" : "";
            if (!was.equals(is) || !conflict.isEmpty()) changes.add(new FieldChange(field.label() + conflict, was, is));
        }
        return new Step(
                position,
                entry.at().instant(),
                entry.author().user(),
                entry.author().agency(),
                entry.author().role(),
                entry.operation(),
                entry.reason(),
                changes);
    }

    /// A reference is shown as the reference that people know, not as an identity.
    private String shown(String printed, @org.jspecify.annotations.Nullable Json json) {
        return json == null || printed.length() != 36 ? printed : Refs.of(store, List.of()).of(printed);
    }

    /// The record as it was after that entry.
    public <K extends Entity<K>> Outcome<Optional<K>> version(Fields<K> fields, Id<K> id, long position) {
        return session.require(READ).map(ok -> {
            var state = RecordState.NEW;
            boolean reached = false;
            for (var line : store.timeline().of(Map.of(fields.kind(), List.of(id.value())))) {
                if (line.spot().position() > position) break;
                state = state.apply(journal.entry(line.spot()));
                reached = true;
            }
            return reached ? Optional.of(fields.decode(id, state.values())) : Optional.empty();
        });
    }

    /// Two versions of a record side by side: every field in which they differ.
    public <K extends Entity<K>> Outcome<List<FieldChange>> compare(
            Fields<K> fields, Id<K> id, long earlier, long later) {
        return version(fields, id, earlier).then(one -> version(fields, id, later).map(other -> {
            var changes = new ArrayList<FieldChange>();
            var first = one.orElse(fields.blank(id));
            var second = other.orElse(fields.blank(id));
            for (var field : fields.all())
                if (!first.print(field).equals(second.print(field)))
                    changes.add(new FieldChange(field.label(), first.print(field), second.print(field)));
            return changes;
        }));
    }
}
