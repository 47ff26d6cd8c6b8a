package fourfold.desk;

import static fourfold.core.access.Permission.READ;

import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.core.threat.Threat;
import fourfold.core.threat.Tier;
import fourfold.store.Store;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The worklist: what a person must do today, exact and complete, the most harmful first. An LRO sees their own threats, a
/// supervisor those of the people they line-manage.
public final class HomeDesk extends Desk {

    /// Why something is on the list, in the order of harm.
    public enum Group {
        OVERDUE("Overdue"),
        DUE("Due soon"),
        RETURNED("Returned to you"),
        REVIEW_DUE("Plan review due"),
        TO_REVIEW("Plans to review"),
        TO_MODERATE("Events to moderate"),
        SILENT("Silent threats"),
        EMPTY_P("Empty Ps"),
        UNRECORDED("Finished, and not recorded"),
        CONFLICT("In conflict"),
        PROPOSED("Proposed by others"),
        GAP("Missing on the record"),
        TO_SEND("Not sent yet");

        private final String label;

        Group(String label) {
            this.label = label;
        }

        /// The heading.
        public String label() {
            return label;
        }
    }

    /// One line of the list.
    ///
    /// @param what what it is about, such as an action's title
    /// @param threat the threat it belongs to; empty for what belongs to none
    /// @param why why it is here, in a sentence without its full stop
    /// @param kind the kind of the record that opens: "action", "plan", "threat", "disruption" or "package"
    /// @param record its identity
    /// @param day the day that it turns on
    public record Item(
            Group group,
            String what,
            Optional<Id<Threat>> threat,
            String threatRef,
            String threatName,
            String why,
            String kind,
            UUID record,
            Optional<LocalDate> day) {}

    /// What one LRO carries.
    ///
    /// @param limit how many threats one LRO should have at most
    public record Load(
            String lro, String collar, long threats, Map<Tier, Long> tiers, long openActions, int limit) {
    }

    /// A person's worklist.
    ///
    /// @param everybody whether it is about all threats, because nobody is entered as managed by this supervisor
    /// @param workload what each LRO carries, for a supervisor
    public record Worklist(List<Item> items, List<Load> workload, boolean everybody) {

        /// The lines of a group.
        public List<Item> of(Group group) {
            return items.stream().filter(item -> item.group() == group).toList();
        }
    }

    private final PeopleDesk people;
    private final SettingsDesk settings;
    private final Supplier<Outcome<List<PacketDesk.Unsent>>> unsent;
    private final ReentrantLock gathering = new ReentrantLock();
    private @Nullable Gathered newest;

    HomeDesk(
            Session session,
            Store store,
            Ledger ledger,
            PeopleDesk people,
            SettingsDesk settings,
            Supplier<Outcome<List<PacketDesk.Unsent>>> unsent) {
        super(session, store, ledger);
        this.people = people;
        this.settings = settings;
        this.unsent = unsent;
    }

    /// The worklist of whoever is let in. The home screen and the counts beside it ask at the same moments, so whoever asks
    /// second is given the first one's answer.
    public Outcome<Worklist> worklist() {
        return session.require(READ).then(ok -> listed());
    }

    private Outcome<Worklist> listed() {
        gathering.lock();
        try {
            var upTo = store.home().upTo();
            var today = session.today();
            var known = newest;
            if (known != null && known.upTo == upTo && known.today.equals(today)) return Outcome.done(known.list);
            return unsent.get().map(waiting -> {
                var list = new WorklistReading(session, store, ledger, settings.inForce(), people).all(waiting);
                newest = new Gathered(upTo, today, list);
                return list;
            });
        } finally {
            gathering.unlock();
        }
    }

    /// A worklist, of the tables up to that entry, on that day.
    private record Gathered(long upTo, LocalDate today, Worklist list) {}
}
