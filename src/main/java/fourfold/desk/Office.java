package fourfold.desk;

import fourfold.core.audit.Audit;
import fourfold.core.kernel.Json;
import fourfold.core.reference.Reference;
import fourfold.core.sync.Replica;
import fourfold.journal.FileJournal;
import fourfold.store.Store;
import fourfold.store.StoreFolder;
import fourfold.vault.OpenVault;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;

/// All desks of one vault while a person is let in. Closing it locks the vault: the lock is logged, the head of the journal
/// signed and anchored, the store closed and the keys wiped.
public final class Office implements AutoCloseable {

    private final Lobby lobby;
    private final OpenVault vault;
    private final FileJournal journal;
    private final Store store;
    private final Session session;
    private final Ledger ledger;
    private final ChangeFeed feed = new ChangeFeed();
    private final Configurations configurations;
    private final PublicationDesk publications;
    private final ThreatDesk threats;
    private final PlanDesk plans;
    private final ReviewDesk reviews;
    private final DisruptionDesk disruptions;
    private final HistoryDesk history;
    private final LinkDesk links;
    private final RegionDesk region;
    private final FiguresDesk figures;
    private final FreezeDesk freezing;
    private final MeetingDesk meetings;
    private final ConflictDesk conflicts;
    private final ProposalDesk proposals;
    private final PeopleDesk people;
    private final RegisterDesk register;
    private final LoadDesk load;
    private final DraftDesk drafts;
    private final SettingsDesk settings;
    private final HomeDesk home;
    private final InspectionDesk inspection;
    private final JournalDesk journalDesk;
    private final PacketDesk packets;
    private final DatasetDesk dataset;
    private final PrintDesk papers;
    private final TableDesk tables;
    private final ImportDesk imports;
    private final OutboxDesk outbox;
    private final CorrectionDesk corrections;
    private final SearchDesk search;
    private final TrustDesk trust;
    private final CertificateDesk certificates;
    private final StoreFolder.How how;
    private final DiskRoom room;
    private final JournalCheck check;

    private Office(Lobby lobby, OpenVault vault, FileJournal journal, StoreFolder.Opened opened, Surroundings surroundings) {
        this.lobby = lobby;
        this.vault = vault;
        this.journal = journal;
        this.store = opened.store();
        this.how = opened.how();
        var reference = surroundings.reference();
        this.room = new DiskRoom(journal);
        this.check = new JournalCheck(journal, vault, surroundings.clock());
        this.session = session(vault, surroundings);
        var replica = new Replica(vault.copy().toString().replace("-", "").substring(0, 16));
        this.ledger = new Ledger(journal, store, feed, replica, reference.agencies(), surroundings.clock());
        this.configurations = new Configurations(store, reference, session::today);
        var consultations = new Consultations(session, ledger);
        var prefix = reference.agencies().find(vault.agency()).orElseThrow().prefix();
        var refs = new RefMint(store, prefix, replica.value());
        threats = new ThreatDesk(session, store, ledger, refs, reference.agencies(), consultations);
        plans = new PlanDesk(session, store, ledger, refs, consultations);
        var addresses = new Addresses(vault, reference.agencies());
        reviews = new ReviewDesk(session, store, ledger, journal, consultations, new Origins(store, addresses));
        disruptions = new DisruptionDesk(session, store, ledger, journal, refs, this::reference, consultations);
        history = new HistoryDesk(session, store, ledger, journal, consultations);
        region = new RegionDesk(session, store, ledger, reference.agencies());
        figures = new FiguresDesk(
                session, store, ledger, this::reference,
                moment -> configurations.knownOn(moment, LocalDate.ofInstant(moment, session.clock().getZone())),
                consultations, vault.folder().db(), journal);
        freezing = new FreezeDesk(session, store, ledger, figures, consultations);
        meetings = new MeetingDesk(session, store, ledger, refs, this::reference, consultations);
        links = new LinkDesk(session, store, ledger, history, disruptions, reference, consultations);
        conflicts = new ConflictDesk(session, store, ledger, journal, reference.agencies(), consultations);
        proposals = new ProposalDesk(session, store, ledger, journal, consultations);
        people = new PeopleDesk(session, store, ledger, vault);
        register = new RegisterDesk(session, store, ledger, consultations);
        load = new LoadDesk(session, store, ledger, vault, journal, room, this::reference);
        drafts = new DraftDesk(session, store, ledger);
        settings = new SettingsDesk(session, store, ledger, configurations);
        publications = new PublicationDesk(session, store, ledger, vault, reference.agencies(), configurations);
        journalDesk = new JournalDesk(session, store, ledger, journal, vault, check);
        search = new SearchDesk(session, store, ledger, consultations);
        trust = new TrustDesk(session, store, ledger, vault, reference.agencies());
        certificates = new CertificateDesk(session, store, ledger, vault);
        packets = new PacketDesk(
                session,
                store,
                ledger,
                journal,
                vault,
                reference.agencies(),
                new PacketDesk.Replicas(replica, () -> publications.inUse().edition()),
                this::anchor);
        tables = new TableDesk(session, store, ledger, vault, this::reference);
        dataset = new DatasetDesk(session, store, ledger, vault, this::reference);
        imports = new ImportDesk(session, store, ledger, journal, vault, addresses, room, replica);
        outbox = new OutboxDesk(session, store, ledger, vault, addresses, packets::unsent);
        corrections = new CorrectionDesk(session, store, ledger, journal, addresses);
        home = new HomeDesk(session, store, ledger, people, settings, packets::unsent);
        inspection = new InspectionDesk(session, store, ledger, links, figures, settings, this::reference, consultations);
        papers = new PrintDesk(session, store, ledger, vault, new PaperReading(
                session, store, this::reference, () -> settings.inForce().silentDays(),
                new PaperFigures(session, figures, inspection, reference.agencies())));
    }

    static Office open(
            Lobby lobby, OpenVault vault, FileJournal journal, StoreFolder.Opened store, Surroundings surroundings)
            throws IOException {
        var office = new Office(lobby, vault, journal, store, surroundings);
        office.check.recall();
        for (var tried : vault.failedTries())
            office.ledger.log(office.session, Audit.Kind.FAILED_UNLOCK, Map.of(
                    "tried", Json.of(tried.user()), "at", Json.of(tried.at().toEpochMilli())));
        if (store.how() == StoreFolder.How.REBUILT) office.ledger.log(office.session, Audit.Kind.REBUILD, Map.of());
        office.ledger.log(office.session, Audit.Kind.UNLOCK, Map.of());
        office.anchor();
        return office;
    }

    private static Session session(OpenVault vault, Surroundings surroundings) {
        var label = vault.certificate().label();
        int bracket = label.lastIndexOf('(');
        var name = bracket > 0 ? label.substring(0, bracket).strip() : label;
        return new Session(
                vault.user(), name, vault.roles(), vault.agency(), vault.signer()::signAct, surroundings.clock());
    }

    /// Signs the head of the journal and anchors it outside.
    void anchor() {
        var head = journal.head();
        var hash = journal.headHash();
        ledger.log(session, Audit.Kind.HEAD, Map.of(
                "head", Json.of(head),
                "hash", Json.of(hash),
                "signature", Json.of(HexFormat.of().formatHex(session.sign(List.of(headDigest(head, hash)))))));
        HeadFile.write(vault, journal);
    }

    private static byte[] headDigest(long head, String hash) {
        try {
            return MessageDigest.getInstance("SHA-256")
                    .digest(("fourfold-head-v1\0" + head + "\0" + hash).getBytes(StandardCharsets.US_ASCII));
        } catch (NoSuchAlgorithmException missing) {
            throw new IllegalStateException("every Java runtime has SHA-256", missing);
        }
    }

    /// The place that locking leads back to.
    public Lobby lobby() {
        return lobby;
    }

    /// Who is let in.
    public Session session() {
        return session;
    }

    /// Says that records have changed.
    public ChangeFeed feed() {
        return feed;
    }

    /// Agencies, templates, tactics, lists and rules: what the program carries, with what the region has published.
    public Reference reference() {
        return configurations.now().reference();
    }

    /// The counter for what units publish.
    public PublicationDesk publications() {
        return publications;
    }

    /// Whether the lists had to be made anew from the journal at this start.
    public boolean wasRebuilt() {
        return how == StoreFolder.How.REBUILT;
    }

    /// The counter for threats.
    public ThreatDesk threats() {
        return threats;
    }

    /// The counter for plans and actions.
    public PlanDesk plans() {
        return plans;
    }

    /// The counter where plans are decided about.
    public ReviewDesk reviews() {
        return reviews;
    }

    /// The counter for events.
    public DisruptionDesk disruptions() {
        return disruptions;
    }

    /// The counter where events of several agencies are found to be one.
    public LinkDesk links() {
        return links;
    }

    /// The regional picture.
    public RegionDesk region() {
        return region;
    }

    /// The counter for figures.
    public FiguresDesk figures() {
        return figures;
    }

    /// The counter for frozen figures.
    public FreezeDesk freezing() {
        return freezing;
    }

    /// The counter for meetings.
    public MeetingDesk meetings() {
        return meetings;
    }

    /// The counter for history.
    public HistoryDesk history() {
        return history;
    }

    /// The counter for values in conflict.
    public ConflictDesk conflicts() {
        return conflicts;
    }

    /// The counter for proposals of other agencies, and to them.
    public ProposalDesk proposals() {
        return proposals;
    }

    /// The counter for people.
    public PeopleDesk people() {
        return people;
    }

    /// The counter for whole lists.
    public RegisterDesk register() {
        return register;
    }

    /// The counter for extracts.
    public LoadDesk load() {
        return load;
    }

    /// The counter for unsaved text.
    public DraftDesk drafts() {
        return drafts;
    }

    /// The counter for settings.
    public SettingsDesk settings() {
        return settings;
    }

    /// The worklist.
    public HomeDesk home() {
        return home;
    }

    /// The counter for what an inspector would find.
    public InspectionDesk inspection() {
        return inspection;
    }

    /// The counter for the journal itself.
    public JournalDesk journal() {
        return journalDesk;
    }

    /// The counter for finding.
    public SearchDesk search() {
        return search;
    }

    /// The counter for packages.
    public PacketDesk packets() {
        return packets;
    }

    /// The counter for papers.
    public PrintDesk papers() {
        return papers;
    }

    /// The counter for tables as they are shown.
    public TableDesk tables() {
        return tables;
    }

    /// The counter for the dataset.
    public DatasetDesk dataset() {
        return dataset;
    }

    /// The counter where packages come in.
    public ImportDesk imports() {
        return imports;
    }

    /// The counter for what was sent and how it was answered.
    public OutboxDesk outbox() {
        return outbox;
    }

    /// The counter for what was sent and no longer holds.
    public CorrectionDesk corrections() {
        return corrections;
    }

    /// The counter for certificates and backups.
    public TrustDesk trust() {
        return trust;
    }

    /// The counter for who is vouched for, and until when.
    public CertificateDesk certificates() {
        return certificates;
    }

    /// The room on the disk of the vault.
    public DiskRoom room() {
        return room;
    }

    /// Locks: ends the check of the journal, waits for a running act, logs the lock, anchors the journal, closes the store
    /// and wipes the keys.
    @Override
    public void close() {
        check.stop();
        ledger.alone(() -> {
            try {
                ledger.log(session, Audit.Kind.LOCK, Map.of());
                anchor();
            } finally {
                shut();
            }
            return null;
        });
    }

    /// Whatever fails, the rest is closed and the keys are wiped.
    private void shut() {
        try (vault) {
            try (journal) {
                if (ledger.isStoreInDoubt()) store.abandon();
                else store.close();
            }
            // a copy of a damaged journal would push out a sound one
            if (check.alarm().isEmpty()) snapshot();
        }
    }

    private void snapshot() {
        try {
            new Snapshots(vault, session.clock()).makeWhenDue(journal.head());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
