package fourfold.desk;

import static fourfold.core.access.Permission.READ;
import static fourfold.core.access.Permission.SETTLE;
import static fourfold.core.kernel.Outcome.done;
import static fourfold.core.kernel.Outcome.refused;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.core.sync.RecordState;
import fourfold.store.Store;
import fourfold.store.UnsettledRepository;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/// The counter for proposals: what other agencies would change in the governed fields of a record, and the answer of a
/// supervisor of the agency that owns it.
public final class ProposalDesk extends Desk {

    private final UnsettledReading reading;
    private final OwnWork ownWork;
    private final Consultations consultations;

    ProposalDesk(Session session, Store store, Ledger ledger, Journal journal, Consultations consultations) {
        super(session, store, ledger);
        this.reading = new UnsettledReading(store, journal, ledger.governing());
        this.ownWork = new OwnWork(session, store, journal);
        this.consultations = consultations;
    }

    /// One field that a proposal would change.
    ///
    /// @param current what people read there now
    /// @param proposed what they would read; empty where the proposal would empty it
    public record Part(String field, String label, String current, String proposed) {}

    /// One proposal that nobody has answered.
    ///
    /// @param entry the identity of its entry, by which it is answered
    /// @param ours whether the answer is for this agency to give
    public record Proposal(
            String entry,
            Waiting record,
            String user,
            String agency,
            String role,
            Instant at,
            String reason,
            boolean ours,
            List<Part> parts) {}

    /// The answer to a proposal.
    ///
    /// @param entry of [Proposal#entry]
    /// @param reason always needed to decline
    public record Answer(String entry, String reason) {}

    /// What came of an answer.
    public record Answered(Proposal proposal, Waiting record) {}

    /// A proposal with the record it is about.
    private record Open<K extends Entity<K>>(Kept<K> kept, Entry entry, SortedMap<String, Json> values) {}

    /// Every proposal that nobody has answered; the look at the list is logged.
    public Outcome<List<Proposal>> list() {
        return session.require(READ).map(ok -> {
            var all = open().stream().map(this::proposal).toList();
            consultations.searched("proposal", "", all.size());
            return all;
        });
    }

    private List<Open<?>> open() {
        var waiting = store.unsettled().proposed();
        var all = new ArrayList<Open<?>>();
        for (var fields : SharedKinds.ALL) all.addAll(open(fields, waiting));
        return all;
    }

    private <K extends Entity<K>> List<Open<K>> open(Fields<K> fields, List<UnsettledRepository.Waiting> waiting) {
        var records = waiting.stream()
                .filter(one -> one.kind().equals(fields.kind()))
                .map(UnsettledRepository.Waiting::record)
                .toList();
        return reading.kept(fields, records).stream().flatMap(kept -> open(kept).stream()).toList();
    }

    private <K extends Entity<K>> List<Open<K>> open(Kept<K> kept) {
        var entries = reading.entries(kept.record().fields(), kept.record().id().value());
        var values = new TreeMap<EntryId, SortedMap<String, Json>>();
        kept.state().proposals().forEach((name, heads) -> heads.forEach(
                head -> values.computeIfAbsent(head.entry(), id -> new TreeMap<>()).put(name, head.value())));
        return values.entrySet().stream()
                .map(one -> new Open<>(
                        kept, Optional.ofNullable(entries.get(one.getKey())).orElseThrow(), one.getValue()))
                .toList();
    }

    private <K extends Entity<K>> Proposal proposal(Open<K> open) {
        var fields = open.kept().record().fields();
        var now = open.kept().state().values();
        var parts = new ArrayList<Part>();
        open.values().forEach((name, value) -> parts.add(new Part(
                name,
                FieldWords.label(fields, name),
                FieldWords.of(store, fields, name, now.getOrDefault(name, Json.nothing())),
                FieldWords.of(store, fields, name, value))));
        var entry = open.entry();
        return new Proposal(
                entry.id().toString(),
                reading.waiting(open.kept()),
                entry.author().user(),
                entry.author().agency(),
                entry.author().role(),
                entry.at().instant(),
                entry.reason(),
                ledger.governing().ownership(open.kept().record()).governs(session.agency()),
                List.copyOf(parts));
    }

    /// What this agency's newest change of a record came to, where the record is another's: a sentence for the person who
    /// made it.
    public <K extends Entity<K>> Optional<String> sentence(Kept<K> kept) {
        var fields = kept.record().fields();
        var newest = store.timeline().of(Map.of(fields.kind(), List.of(kept.record().id().value()))).getLast();
        boolean ours = newest.operation().equals(Operation.PROPOSE.name()) && newest.agency().equals(session.agency());
        if (!ours) return Optional.empty();
        var names = open(kept).stream()
                .filter(open -> open.entry().id().equals(newest.entry()))
                .flatMap(open -> open.values().keySet().stream())
                .toList();
        return Optional.of("Proposed to " + ledger.governing().ownership(kept.record()).owner() + ": "
                + Governing.labels(fields, names) + ".");
    }

    /// Why this person may not answer the proposal, in a sentence; empty where they may.
    public String whyNotAnswer(Proposal proposal) {
        if (!proposal.ours()) return answeredBy(proposal.record().owner());
        return session.may(SETTLE) ? "" : "The proposal is answered by a supervisor.";
    }

    private static String answeredBy(String owner) {
        return "The proposal is answered by a supervisor of " + owner + ".";
    }

    /// Takes over what was proposed.
    public Outcome<Answered> accept(Answer wish) {
        return answer(wish, Operation.ACCEPT);
    }

    /// Leaves things as they are.
    public Outcome<Answered> decline(Answer wish) {
        return session.require(SETTLE).then(ok -> wish.reason().isBlank()
                ? refused(new Problem.NeedsReason("proposal.decline", "Say why the proposal is declined."))
                : answer(wish, Operation.DECLINE));
    }

    private Outcome<Answered> answer(Answer wish, Operation operation) {
        return allowed(SETTLE, () -> find(wish.entry()).then(open -> answer(open, operation, wish.reason())));
    }

    private Outcome<Open<?>> find(String entry) {
        for (var open : open()) if (open.entry().id().toString().equals(entry.strip())) return done(open);
        return refused(new Problem.Gone("There is no proposal " + entry + " that waits for an answer."));
    }

    private <K extends Entity<K>> Outcome<Answered> answer(Open<K> open, Operation operation, String reason) {
        var record = open.kept().record();
        var ownership = ledger.governing().ownership(record);
        if (!ownership.governs(session.agency()))
            return refused(new Problem.NotAllowed(answeredBy(ownership.owner())));
        var own = operation == Operation.ACCEPT
                ? ownWork.bar(record, open.values().keySet())
                : Optional.<Problem>empty();
        if (own.isPresent()) return refused(own.get());
        var proposal = proposal(open);
        var change = change(open, operation);
        return ledger.change(session, SETTLE, reason, List.of(change))
                .then(written -> kept(record.fields(), new Id<K>(record.id().value())))
                .map(now -> new Answered(proposal, reading.waiting(now)));
    }

    /// The answer has seen every proposal and leaves the others open.
    private static <K extends Entity<K>> Change change(Open<K> open, Operation operation) {
        var record = open.kept().record();
        RecordState state = open.kept().state();
        var others = Governing.open(state, open.values().keySet());
        others.remove(open.entry().id());
        var values = new TreeMap<>(state.values());
        if (operation == Operation.ACCEPT) values.putAll(open.values());
        return new Change(
                operation,
                record.fields().kind(),
                record.id().value(),
                open.values(),
                state.known(),
                others,
                Change.marking(record.fields().decode(record.id(), values)));
    }
}
