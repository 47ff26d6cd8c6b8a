package fourfold.desk;

import static fourfold.core.access.Permission.EXPORT_TABLES;

import fourfold.core.audit.Audit;
import fourfold.core.disclosure.Released;
import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.reference.Reference;
import fourfold.core.threat.Threat;
import fourfold.report.dataset.Dataset;
import fourfold.report.dataset.Fact;
import fourfold.store.Store;
import fourfold.vault.OpenVault;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/// The counter for the dataset: all records that may leave, as the tables of a star schema for Power BI and the like.
public final class DatasetDesk extends Desk {

    private final OpenVault vault;
    private final Supplier<Reference> reference;
    private final Clearing clearing;

    DatasetDesk(Session session, Store store, Ledger ledger, OpenVault vault, Supplier<Reference> reference) {
        super(session, store, ledger);
        this.vault = vault;
        this.reference = reference;
        this.clearing = new Clearing(session, store);
    }

    /// What the dataset is for, and what may be in it.
    ///
    /// @param ceiling the highest marking that it shall have
    /// @param answers for a threat with handling instructions: how they are met for this purpose; without an answer it is left
    ///     out with all that belongs to it
    public record Wish(String purpose, Marking ceiling, Map<Id<Threat>, String> answers) {}

    /// What was written.
    ///
    /// @param rows how many rows each table has
    public record Written(Path folder, SortedMap<String, Long> rows, Marking marking, List<Released.Withheld> withheld) {}

    /// Writes the dataset into a new or empty folder, all of it or nothing: of the records as they were when it began, whatever is
    /// saved meanwhile.
    public Outcome<Written> write(Wish wish, Path folder) {
        return session.require(EXPORT_TABLES).then(ok -> ledger.reading(() -> isAnything()
                ? clearing.everything(new Clearing.Wish(wish.purpose(), wish.ceiling(), wish.answers()))
                        .then(released -> written(released, folder))
                : Outcome.refused(new Problem.NotNow("There is nothing in this vault to make a dataset of."))));
    }

    private boolean isAnything() {
        return SharedKinds.ALL.stream().anyMatch(fields -> store.records().count(fields) > 0);
    }

    private Outcome<Written> written(Released released, Path folder) {
        var about = new Dataset.About(UUID.randomUUID(), session.clock().instant(), session.today(), reference.get());
        return FolderOut.fill(
                        vault,
                        folder,
                        out -> Dataset.write(released, about, new Reading(), out::file),
                        () -> log(released, about.id()))
                .map(rows -> new Written(folder, rows, released.marking(), released.withheld()));
    }

    private void log(Released released, UUID id) {
        ledger.log(session, Audit.Kind.DISCLOSURE, Map.of(
                "dataset", Json.of(id.toString()),
                "recipient", Json.of(released.to().agency()),
                "purpose", Json.of(released.purpose()),
                "records", Json.of(released.entries()),
                "withheld", Json.of(released.withheldRecords())));
    }

    /// What the vault says of its records.
    private final class Reading implements Dataset.Source {

        private final RecordedAt recordedAt = new RecordedAt(store);
        private final EventFamilies families = new EventFamilies(store, reference, session::today);

        @Override
        public <K extends Entity<K>> void each(Fields<K> fields, Consumer<Fact<K>> to) {
            var changed = recordedAt.all(fields);
            store.records().standing(fields, record -> {
                var at = changed.get(record.id().value());
                if (at == null) throw new IllegalStateException("a record without an entry");
                to.accept(new Fact<>(record, at));
            });
        }

        @Override
        public Map<UUID, Dataset.Counted> counted(List<Disruption> events) {
            var verdicts = families.verdictsOf(events);
            var counted = new HashMap<UUID, Dataset.Counted>();
            for (var event : events)
                counted.put(event.id().value(), new Dataset.Counted(verdicts.of(event), verdicts.lead(event)));
            return counted;
        }
    }
}
