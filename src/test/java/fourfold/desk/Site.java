package fourfold.desk;

import fourfold.core.access.Permission;
import fourfold.core.access.Role;
import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.settings.TakenBack;
import fourfold.core.reference.Agencies;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Kept;
import fourfold.core.sync.Operation;
import fourfold.core.sync.Replica;
import fourfold.core.sync.SignedActs;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatArea;
import fourfold.extract.ReferenceTables;
import fourfold.journal.MemoryJournal;
import fourfold.store.Store;
import java.time.Clock;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/// The desks of one agency over a journal in memory, for tests of what several agencies write about the same records. What
/// one wrote the other takes in, act by act, as a package brings it.
class Site implements AutoCloseable {

    static final Agencies AGENCIES = ReferenceTables.read().agencies();

    final Journal journal;
    final Store store = Store.inMemory();
    final String agency;
    final Replica replica;
    final Clock clock;
    final Ledger ledger;

    Site(String agency, int number) {
        this(agency, new Replica("000000000000000" + number), new MemoryJournal(), TestVaults.clock());
    }

    /// Over a journal in which there may be something already.
    Site(String agency, Replica replica, Journal journal, Clock clock) {
        this.agency = agency;
        this.replica = replica;
        this.journal = journal;
        this.clock = clock;
        store.projection().catchUp(journal, position -> {}, () -> false);
        ledger = new Ledger(journal, store, new ChangeFeed(), replica, AGENCIES, clock);
    }

    /// Somebody of the agency.
    Session session(Role... roles) {
        return new Session("X" + replica.value().charAt(15) + "0001", "Officer", Set.of(roles), agency, digests -> new byte[64], clock);
    }

    private Consultations consultations(Session session) {
        return new Consultations(session, ledger);
    }

    ThreatDesk threats(Role... roles) {
        var session = session(roles);
        var refs = new RefMint(store, agency.substring(0, 3).toUpperCase(java.util.Locale.ROOT), replica.value());
        return new ThreatDesk(
                session, store, ledger, refs, AGENCIES, consultations(session));
    }

    PlanDesk plans(Role... roles) {
        var session = session(roles);
        return new PlanDesk(session, store, ledger, new RefMint(store, "PLN", replica.value()), consultations(session));
    }

    ConflictDesk conflicts(Role... roles) {
        var session = session(roles);
        return new ConflictDesk(
                session, store, ledger, journal, AGENCIES, consultations(session));
    }

    ProposalDesk proposals(Role... roles) {
        var session = session(roles);
        return new ProposalDesk(session, store, ledger, journal, consultations(session));
    }

    DisruptionDesk disruptions(Role... roles) {
        var session = session(roles);
        var refs = new RefMint(store, agency.substring(0, 3).toUpperCase(java.util.Locale.ROOT), replica.value());
        return new DisruptionDesk(session, store, ledger, journal, refs, ReferenceTables::read, consultations(session));
    }

    LinkDesk links(Role... roles) {
        var session = session(roles);
        return new LinkDesk(
                session, store, ledger, history(), disruptions(roles), ReferenceTables.read(), consultations(session));
    }

    /// A new event of a threat that is here, with these values beside those that every event needs.
    Kept<Disruption> event(String threat, Map<String, String> more) {
        var values = new HashMap<>(Map.of(
                "summary", "Warrant", "eventDate", "2022-06-01", "p", "Pursue", "type", "Lead Disruption", "category",
                "Minor", "categoryReason", "Little changed"));
        values.putAll(more);
        return disruptions(Role.LRO)
                .record(new DisruptionDesk.Record(
                        threat(threat).record().id(), null, Editing.of(Disruption.FIELDS, values, Set.of()).orThrow()))
                .orThrow();
    }

    HistoryDesk history() {
        var session = session(Role.LRO);
        return new HistoryDesk(session, store, ledger, journal, consultations(session));
    }

    String digest() {
        return store.records().settled(SharedKinds.ALL.stream().map(Fields::kind).toList()).digest();
    }

    /// The one threat of that reference.
    Kept<Threat> threat(String ref) {
        return store.records().findByRef(Threat.FIELDS, ref).orElseThrow();
    }

    /// A new threat with these values beside those that every threat needs.
    Kept<Threat> create(Map<String, String> more) {
        var values = new HashMap<>(more);
        values.put("primaryArea", ThreatArea.values()[0].label());
        values.put("masterListReason", "Not sent yet");
        return threats(Role.LRO)
                .create(new ThreatDesk.Create(Editing.of(Threat.FIELDS, values, Set.of()).orThrow(), "Seen"))
                .orThrow();
    }

    /// Changes a threat as an LRO or with other roles.
    fourfold.core.kernel.Outcome<Kept<Threat>> edit(String ref, Map<String, String> values, Role... roles) {
        return threats(roles.length == 0 ? new Role[] {Role.LRO} : roles)
                .edit(new ThreatDesk.Edit(
                        threat(ref).seen(), Editing.of(Threat.FIELDS, values, Set.of()).orThrow(), "Because of " + values));
    }

    /// Takes in every act of the other that is not here.
    void takes(Site other) {
        var acts = news(other);
        if (acts.isEmpty()) return;
        takes(reader -> acts.forEach(act -> act.tell(reader)));
    }

    /// Takes in what people did elsewhere, whatever rights they have.
    void takes(SignedActs acts) {
        journal.takeIn(UUID.randomUUID(), acts, clock.instant());
        store.projection().catchUp(journal, position -> {}, () -> false);
    }

    /// Acts of these entries, each by whoever wrote its first.
    static SignedActs acts(List<List<Entry>> acts) {
        return reader -> acts.forEach(entries -> {
            var first = entries.getFirst();
            new Whole(new UUID(1, first.id().seq()), first.author(), new byte[64], entries).tell(reader);
        });
    }

    /// One act of these entries.
    static SignedActs act(Entry... entries) {
        return acts(List.of(List.of(entries)));
    }

    /// What becomes here of acts whose authors all have these roles.
    Sifting sifted(Set<Role> roles, SignedActs acts) {
        return new Sifting(acts, store, journal, replica, (author, time, signed, signature) -> roles);
    }

    /// Takes in acts as the counter for imports does, and keeps what came.
    Id<ReceivedPackage> imports(String from, long number, Sifting sifting) {
        var at = sifting.isAnything()
                ? Optional.of(ledger.takeIn(UUID.randomUUID(), sifting, new ChangeFeed.Changed(sifting.kinds(), sifting.records())))
                : Optional.<Journal.TakenIn>empty();
        var entries = new EntryRanges();
        entries.add(sifting.here().text());
        entries.add(sifting.held().text());
        var received = ReceivedPackage.FIELDS
                .blank(new Id<>(UUID.randomUUID()))
                .with(ReceivedPackage.SENDER, from)
                .with(ReceivedPackage.NUMBER, number)
                .with(ReceivedPackage.ENTRIES, entries.text())
                .with(ReceivedPackage.TAKEN, at.map(one -> one.first() + "-" + one.spot().position()).orElse(null));
        ledger.write(session(Role.LRO), Permission.IMPORT, "Return", List.of(Change.creating(Operation.PACKAGE, received)));
        return received.id();
    }

    /// Imports everything that the other holds.
    Id<ReceivedPackage> imports(Site other, long number) {
        var acts = TakenBack.in(other.journal).left(other.journal);
        return imports(other.agency, number, sifted(EnumSet.allOf(Role.class), acts));
    }

    /// Undoes an import.
    Outcome<ReceivedPackage> undo(Id<ReceivedPackage> id) {
        return ledger.deciding(() -> new Undoing(session(Role.LRO), store, ledger, journal)
                .undo(store.records().find(ReceivedPackage.FIELDS, id).orElseThrow(), "By mistake"));
    }

    /// What a store holds that is made from the journal anew.
    String digestAnew() {
        try (var anew = Store.inMemory()) {
            anew.projection().catchUp(journal, position -> {}, () -> false);
            return anew.records().settled(SharedKinds.ALL.stream().map(Fields::kind).toList()).digest();
        }
    }

    private record Whole(UUID id, Author author, byte[] signature, List<Entry> entries) {
        void tell(SignedActs.Reader reader) {
            entries.forEach(reader::entry);
            reader.end(id, author, entries.size(), signature);
        }
    }

    private List<Whole> news(Site other) {
        var acts = new ArrayList<Whole>();
        SignedActs.of(other.journal).read(new SignedActs.Reader() {
            private List<Entry> entries = new ArrayList<>();

            @Override
            public void entry(Entry entry) {
                entries.add(entry);
            }

            @Override
            public void withheld(byte[] digest) {
                throw new IllegalStateException("nothing is withheld here");
            }

            @Override
            public void end(UUID act, Author author, int count, byte[] signature) {
                var first = entries.getFirst().id();
                if (journal.lastSeq(first.replica()) < first.seq()) acts.add(new Whole(act, author, signature, entries));
                entries = new ArrayList<>();
            }
        });
        return acts;
    }

    @Override
    public void close() {
        store.close();
        journal.close();
    }
}
