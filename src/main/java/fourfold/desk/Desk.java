package fourfold.desk;

import static fourfold.core.kernel.Outcome.done;
import static fourfold.core.kernel.Outcome.refused;

import fourfold.core.access.Permission;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Seen;
import fourfold.core.plan.Plan;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.core.threat.Threat;
import fourfold.store.Store;
import java.util.List;
import java.util.function.Function;
import java.util.function.Supplier;

/// What every desk does the same way: permission first, then the version that the person saw, then the rule, then the
/// ledger. A refusal changes nothing.
abstract class Desk {

    final Session session;
    final Store store;
    final Ledger ledger;

    Desk(Session session, Store store, Ledger ledger) {
        this.session = session;
        this.store = store;
        this.ledger = ledger;
    }

    /// Changes one record by a rule, on the version that the person saw. Where another agency owns the record and a
    /// governed field is touched, the record stays as it is and has a proposal more.
    final <K extends Entity<K>> Outcome<Kept<K>> change(
            Permission permission,
            Fields<K> fields,
            Seen<K> seen,
            Operation operation,
            String reason,
            Function<K, Outcome<K>> rule) {
        return allowed(permission, () -> current(fields, seen)
                .then(kept -> rule.apply(kept.record()).then(after -> {
                    var change = Change.of(operation, kept.record(), after, kept.state());
                    if (change.isNothing()) return done(kept);
                    return ledger.change(session, permission, reason, List.of(change))
                            .then(written -> kept(fields, after.id()));
                })));
    }

    /// Keeps a record that was not there.
    final <K extends Entity<K>> Outcome<Kept<K>> create(
            Permission permission, Operation operation, String reason, Supplier<Outcome<K>> record) {
        return allowed(permission, () -> record.get().then(created -> {
            ledger.write(session, permission, reason, List.of(Change.creating(operation, created)));
            return kept(created.fields(), created.id());
        }));
    }

    /// Runs a decision with the permission checked and nobody else writing.
    final <T> Outcome<T> allowed(Permission permission, Supplier<Outcome<T>> decision) {
        return session.require(permission).then(ok -> ledger.deciding(decision));
    }

    /// The record as it is kept now, refused when it has moved on since the person saw it.
    final <K extends Entity<K>> Outcome<Kept<K>> current(Fields<K> fields, Seen<K> seen) {
        return kept(fields, seen.id()).then(kept -> kept.version() == seen.version()
                ? done(kept)
                : refused(new Problem.Conflict(
                        kept.version(), "Somebody saved this " + fields.word() + " after you opened it.")));
    }

    /// The record as it is kept now.
    final <K extends Entity<K>> Outcome<Kept<K>> kept(Fields<K> fields, Id<K> id) {
        return store.records().find(fields, id)
                .map(Outcome::done)
                .orElseGet(() -> refused(new Problem.Gone("There is no such " + fields.word() + ".")));
    }

    /// The threat's plan.
    final Outcome<Kept<Plan>> planOf(Kept<Threat> threat) {
        return store.records().find(Plan.FIELDS, Plan.idFor(threat.record().id()))
                .map(Outcome::done)
                .orElseGet(() -> refused(new Problem.Gone(threat.record().get(Threat.REF) + " has no plan yet.")));
    }

    /// The record of that reference.
    final <K extends Entity<K>> Outcome<Kept<K>> kept(Fields<K> fields, String ref) {
        return store.records().findByRef(fields, ref)
                .map(Outcome::done)
                .orElseGet(() -> refused(
                        new Problem.Gone("There is no " + fields.word() + " with the reference " + ref + ".")));
    }
}
