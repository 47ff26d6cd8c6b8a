package fourfold.desk;

import fourfold.core.figures.Facts;
import fourfold.core.inspection.Holdings;
import fourfold.core.inspection.Inspection;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Watch;
import fourfold.core.meeting.Meeting;
import fourfold.core.people.Person;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.reference.Reference;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.extract.TableWriter;
import fourfold.store.Store;
import java.io.Writer;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The counter where every check of an inspection is asked of the vault's own records.
public final class InspectionDesk extends Desk {

    private final LinkDesk links;
    private final FiguresDesk figures;
    private final SettingsDesk settings;
    private final Supplier<Reference> reference;
    private final Consultations consultations;
    private final ReentrantLock reading = new ReentrantLock();
    private @Nullable Read newest;

    /// What was read of the tables up to that entry, without what depends on the day.
    private record Read(long upTo, Holdings holdings) {}

    InspectionDesk(
            Session session,
            Store store,
            Ledger ledger,
            LinkDesk links,
            FiguresDesk figures,
            SettingsDesk settings,
            Supplier<Reference> reference,
            Consultations consultations) {
        super(session, store, ledger);
        this.links = links;
        this.figures = figures;
        this.settings = settings;
        this.reference = reference;
        this.consultations = consultations;
    }

    /// Every check, as at that day or today: what the records say by their own dates, looked back at from it. What carries no date (who
    /// is the LRO, the state of an action, whether something is described) is as it stands now.
    public Outcome<Inspection> inspect(Optional<LocalDate> asAt) {
        return figures.facts().map(facts -> {
            var day = asAt.orElseGet(session::today);
            var inspection = Inspection.of(reference.get().checks(), holdings(facts, day), day);
            consultations.listed(
                    "inspection", day.toString(), inspection.results().stream().mapToLong(one -> one.count()).sum());
            return inspection;
        });
    }

    /// The checks as a table: a row each, the references with semicolons between them.
    public static void write(Inspection inspection, Writer out) {
        TableWriter.write(
                out,
                List.of("Check", "Title", "Sentence", "Count", "Refs", "State", "As at"),
                inspection.results().stream()
                        .map(result -> List.of(
                                result.check().id(),
                                result.check().title(),
                                result.sentence(),
                                Integer.toString(result.count()),
                                String.join(";", result.refs()),
                                result.state().label(),
                                inspection.day().toString())));
    }

    private Holdings holdings(Facts facts, LocalDate day) {
        // never interruptibly: the reading is in the database
        reading.lock();
        try {
            long upTo = facts.position();
            var known = newest;
            var events = new EventSums(facts);
            if (known == null || known.upTo() != upTo) {
                known = new Read(upTo, read(events));
                newest = known;
            }
            return known.holdings().with(events.activity(day));
        } finally {
            reading.unlock();
        }
    }

    private Holdings read(EventSums events) {
        var records = store.records();
        return new Holdings(
                records.all(Threat.FIELDS, Holdings.THREAT),
                records.all(Plan.FIELDS, Holdings.PLAN),
                records.all(Action.FIELDS, Holdings.ACTION),
                records.all(Meeting.FIELDS).stream().map(Kept::record).toList(),
                records.all(Person.FIELDS).stream().map(Kept::record).toList(),
                List.of(),
                events.led(),
                events.differing(links.oneEvent(Watch.nobody())),
                settings.inForce().threatsPerLro());
    }
}
