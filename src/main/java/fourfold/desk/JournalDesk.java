package fourfold.desk;

import fourfold.core.access.Permission;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Watch;
import fourfold.core.settings.Draft;
import fourfold.core.sync.Entry;
import fourfold.core.sync.Journal;
import fourfold.core.sync.JournalFault;
import fourfold.journal.FileJournal;
import fourfold.store.Store;
import fourfold.vault.AgencyCertificates;
import fourfold.vault.OpenVault;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;

/// The counter for the journal itself: checking it wholly, and reading it line by line.
public final class JournalDesk extends Desk {

    private final FileJournal journal;
    private final OpenVault vault;
    private final JournalCheck check;

    JournalDesk(Session session, Store store, Ledger ledger, FileJournal journal, OpenVault vault, JournalCheck check) {
        super(session, store, ledger);
        this.journal = journal;
        this.vault = vault;
        this.check = check;
    }

    /// What a check found sound.
    ///
    /// @param positions how many frames there are
    /// @param head the chain value of the newest
    public record Checked(long positions, long entries, long acts, String head) {}

    /// The check that runs beside the work, and what it found last.
    public JournalCheck check() {
        return check;
    }

    /// The digest of the settled state ([fourfold.core.sync.SettledState]): equal on two vaults exactly when they hold the
    /// same.
    public Outcome<String> digest() {
        return session.require(Permission.OWN)
                .then(ok -> ledger.deciding(() -> Outcome.done(store.records()
                        .settled(SharedKinds.ALL.stream().map(Fields::kind).toList())
                        .digest())));
    }

    /// Checks every frame, the chain, that acts are whole, and that each was signed by the person whom it names.
    public Outcome<Checked> verify(Watch progress) {
        return session.require(Permission.OWN).then(ok -> {
            try {
                if (!check.frames(progress)) return Outcome.refused(new Problem.NotNow("The check was stopped."));
                var signatures = new Signatures();
                journal.read(1, signatures);
                return signatures.wrong == 0
                        ? Outcome.done(new Checked(
                                journal.head(), signatures.entries, signatures.acts, journal.headHash()))
                        : Outcome.refused(new Problem.Damaged("The act that ends at position " + signatures.wrong
                                + " of the journal is not signed by the person whom it names."));
            } catch (JournalFault fault) {
                return Outcome.refused(new Problem.Damaged(fault.sentence()));
            }
        });
    }

    private final class Signatures implements Journal.Reader {
        private final List<byte[]> digests = new ArrayList<>();
        private final Map<String, List<AgencyCertificates>> certificates = new HashMap<>();
        private long entries;
        private long acts;
        private long wrong;

        @Override
        public void entry(Journal.Recorded recorded) {
            digests.add(recorded.entry().digest());
            entries++;
        }

        @Override
        public void erased(Journal.Erased gone) {
            digests.add(gone.digest());
        }

        @Override
        public void withheld(Journal.Spot spot, byte[] digest) {
            digests.add(digest);
        }

        @Override
        public void actEnd(Journal.ActEnd end) {
            var author = end.author();
            var known = certificates.computeIfAbsent(author.agency(), this::ofAgency);
            boolean signed = known.isEmpty()
                    || known.stream()
                            .flatMap(unit -> unit.everyCertificateOf(author.user()).stream())
                            .anyMatch(certificate -> certificate.verifiesAct(List.copyOf(digests), end.signature()));
            if (!signed && wrong == 0) wrong = end.spot().position();
            acts++;
            digests.clear();
        }

        /// Of an agency that is not trusted any more there are no certificates; its acts were checked when they came. An
        /// agency may have several offices, each with certificates of its own.
        private List<AgencyCertificates> ofAgency(String agency) {
            return vault.trusted().of(agency).orThrow();
        }
    }

    /// Gives every line of the journal as an object: entries with their content for those who may read, but for the drafts
    /// of others; audit events for everybody, with what was searched for and why something was disclosed for those only
    /// who may read.
    public Outcome<Long> list(long from, Consumer<Json.Members> line) {
        return session.require(Permission.OWN).map(ok -> {
            boolean content = session.may(Permission.READ);
            journal.read(Math.max(1, from), new Journal.Reader() {
                @Override
                public void entry(Journal.Recorded recorded) {
                    var entry = recorded.entry();
                    boolean foreign = entry.kind().equals(Draft.FIELDS.kind())
                            && !entry.author().user().equals(session.user());
                    line.accept(shown(recorded.spot().position(), entry, content && !foreign));
                }

                @Override
                public void audit(Journal.Logged event) {
                    var members = new TreeMap<>(event.event().json().values());
                    if (!content) members.computeIfPresent("details", (name, details) -> withoutWords(details));
                    members.put("position", Json.of(event.spot().position()));
                    line.accept(Json.of(members));
                }
            });
            return journal.head();
        });
    }

    private static Json withoutWords(Json details) {
        var members = new TreeMap<>(details.members().values());
        members.keySet().removeAll(Set.of("terms", "purpose"));
        return Json.of(members);
    }

    private static Json.Members shown(long position, Entry entry, boolean content) {
        var members = new TreeMap<>(entry.json().values());
        members.put("position", Json.of(position));
        if (!content) {
            members.remove("reason");
            members.put("values", Json.texts(entry.values().keySet()));
        }
        return Json.of(members);
    }
}
