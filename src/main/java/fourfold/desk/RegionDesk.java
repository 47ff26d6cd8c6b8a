package fourfold.desk;

import static fourfold.core.access.Permission.READ;

import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Outcome;
import fourfold.core.reference.Agencies;
import fourfold.core.reference.Agency;
import fourfold.core.settings.ReceivedPackage;
import fourfold.core.sync.Kept;
import fourfold.store.RegionRepository;
import fourfold.store.Store;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/// The regional picture: what each force of the region has here, who has not sent, and where a record came from.
public final class RegionDesk extends Desk {

    /// A force that has sent nothing for longer is behind: forces send once a month at least.
    public static final int BEHIND_AFTER_DAYS = 31;

    private final Agencies agencies;
    private final ProvenanceReading provenance;

    RegionDesk(Session session, Store store, Ledger ledger, Agencies agencies) {
        super(session, store, ledger);
        this.agencies = agencies;
        this.provenance = new ProvenanceReading(store, ledger.replica(), session.clock().getZone());
    }

    /// The newest package of a force.
    ///
    /// @param daysAgo how long ago it was imported
    public record Last(long number, LocalDate on, long daysAgo) {}

    /// What one agency has here.
    ///
    /// @param own whether it is this agency itself, which sends nothing to itself
    /// @param threats open threats that it owns
    /// @param openActions what somebody still has to do about them
    /// @param events what it led in the last twelve months; an event that is linked as a support of another is none of them
    /// @param last its newest package; nothing where none has come
    /// @param missing the numbers of its packages that have not come
    public record Force(
            String agency, boolean own, long threats, long openActions, long events, Optional<Last> last, List<Long> missing) {

        public Force {
            missing = List.copyOf(missing);
        }

        /// Whether it should have sent by now, or something that it sent has not come.
        public boolean isBehind() {
            return !own && (!missing.isEmpty() || last.filter(one -> one.daysAgo() <= BEHIND_AFTER_DAYS).isEmpty());
        }
    }

    /// The picture of a region.
    ///
    /// @param since the first of the twelve months' days
    public record Picture(List<Force> forces, LocalDate since) {

        public Picture {
            forces = List.copyOf(forces);
        }
    }

    /// The picture, for a regional unit; nothing in the vault of a force.
    public Outcome<Optional<Picture>> picture() {
        return session.require(READ).map(ok -> agencies.find(session.agency())
                .filter(Agency::isRegional)
                .map(unit -> picture(unit)));
    }

    private Picture picture(Agency unit) {
        var today = session.today();
        var since = today.minusYears(1).plusDays(1);
        var counts = store.region().counts(since, today);
        var received = store.records().all(ReceivedPackage.FIELDS).stream().map(Kept::record).toList();
        var forces = new ArrayList<Agency>();
        forces.add(unit);
        forces.addAll(agencies.forcesOf(unit.regionCode()));
        return new Picture(
                forces.stream()
                        .map(agency -> force(agency, agency == unit, counts.getOrDefault(agency.name(), NOTHING), received))
                        .toList(),
                since);
    }

    private static final RegionRepository.Counts NOTHING =
            new RegionRepository.Counts(0, 0, 0);

    private Force force(
            Agency agency, boolean own, RegionRepository.Counts counts, List<ReceivedPackage> received) {
        var theirs = received.stream().filter(one -> one.is(ReceivedPackage.SENDER, agency.name())).toList();
        return new Force(
                agency.name(),
                own,
                counts.threats(),
                counts.openActions(),
                counts.events(),
                theirs.stream()
                        .filter(one -> !one.lacks(ReceivedPackage.IMPORTED_AT))
                        .max(Comparator.comparing(one -> one.get(ReceivedPackage.IMPORTED_AT)))
                        .map(this::last),
                Gaps.in(theirs));
    }

    private Last last(ReceivedPackage one) {
        var on = one.get(ReceivedPackage.IMPORTED_AT).atZone(session.clock().getZone()).toLocalDate();
        return new Last(one.get(ReceivedPackage.NUMBER), on, ChronoUnit.DAYS.between(on, session.today()));
    }

    /// Where that record came from, and who has written to it.
    public <K extends Entity<K>> Outcome<Provenance> provenance(K record) {
        return session.require(READ).map(ok -> provenance.of(record));
    }
}
