package fourfold.desk;

import fourfold.core.access.Role;
import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.kernel.Watch;
import fourfold.core.people.Party;
import fourfold.core.people.Person;
import fourfold.core.reference.Reference;
import fourfold.core.sync.Kept;
import fourfold.core.threat.Threat;
import fourfold.extract.ExampleRegion;
import fourfold.extract.ExtractReader;
import fourfold.extract.ExtractSink;
import fourfold.extract.ExtractSource;
import fourfold.extract.ExtractTable;
import fourfold.extract.CheckedRow;
import fourfold.extract.Finding;
import fourfold.extract.ScaledExample;
import fourfold.extract.ThreatRefs;
import fourfold.journal.Limits;
import fourfold.vault.Calibration;
import fourfold.vault.LocalDisk;
import fourfold.vault.Means;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;

/// Makes the demonstration vault: a force's, loaded with the invented example region, with an LRO, a supervisor and an
/// administrator, and the regional unit's certificate to send to. Its clock starts on the morning after the newest row of
/// the example, so that the worklist reads as it would have read then. Its keys cost the least that is allowed: its
/// passphrase stands on its unlock screen.
public final class DemoDesk {

    /// The passphrase of everybody in the demonstration.
    public static final String PASSPHRASE = "five plain words for show";

    /// The agency whose vault the demonstration is.
    public static final String AGENCY = "Derbyshire";

    private static final String ADMINISTRATOR = "X29001";
    private static final String SUPERVISOR = "X29002";
    private static final ZoneId LONDON = ZoneId.of("Europe/London");

    private final Surroundings surroundings;

    public DemoDesk(Reference reference) {
        var start = newestRecord().plusDays(1).atTime(LocalTime.of(9, 0)).atZone(LONDON).toInstant();
        var clock = Clock.offset(Clock.system(LONDON), Duration.between(Clock.systemUTC().instant(), start));
        this.surroundings = new Surroundings(
                new Means(new LocalDisk(), clock, Calibration.floor()), Limits.USUAL, clock, reference);
    }

    /// The demonstration vault.
    ///
    /// @param lro the collar number of the example LRO
    /// @param supervisor that of the supervisor
    public record Demo(Path folder, String lro, String supervisor) {}

    /// What the demonstration works with, its clock above all.
    public Surroundings surroundings() {
        return surroundings;
    }

    /// Makes the vault, or takes the one that is there.
    ///
    /// @param folder the vault's folder; the regional unit's vault is made beside it
    /// @param scale how many times the example is loaded
    public Outcome<Demo> prepare(Path folder, int scale, Watch progress) {
        var lro = busiestLro();
        var disk = surroundings.means().disk();
        try {
            if (disk.exists(folder.resolve("vault.json"))) return Outcome.done(new Demo(folder, lro, SUPERVISOR));
        } catch (java.io.IOException failed) {
            return Outcome.refused(new Problem.NotNow("The folder " + folder + " cannot be read."));
        }
        var desk = new VaultDesk(surroundings);
        return desk.begin(begin(folder, AGENCY, "Demo Administrator", ADMINISTRATOR))
                .then(begun -> thenLocked(begun.office(), office -> filled(office, lro, scale, progress)
                        .then(loaded -> trustUnit(desk, office, folder.resolveSibling("regional-unit")))
                        .map(trusted -> new Demo(folder, lro, SUPERVISOR))));
    }

    private static VaultDesk.Begin begin(Path folder, String agency, String name, String user) {
        return new VaultDesk.Begin(
                folder, agency, user, name, EnumSet.of(Role.ADMINISTRATOR), PASSPHRASE.toCharArray());
    }

    private Outcome<LoadDesk.Report> filled(Office office, String lro, int scale, Watch progress) {
        var sources = new LinkedHashMap<String, ExtractSource>();
        for (var table : ExtractTable.ALL) sources.put(table.name(), ScaledExample.of(table, scale));
        return office.load()
                .load(sources, false, progress)
                .then(report -> add(office, SUPERVISOR, "Demo Supervisor", Role.SUPERVISOR, "").map(ok -> report))
                .then(report -> add(office, lro, nameOf(office, lro), Role.LRO, SUPERVISOR).map(ok -> report))
                .then(report -> managed(office).map(ok -> report));
    }

    private static Outcome<Kept<Person>> add(Office office, String user, String name, Role role, String manager) {
        return office.people()
                .add(new PeopleDesk.Add(user, name, EnumSet.of(role), manager, PASSPHRASE.toCharArray()));
    }

    private static String nameOf(Office office, String lro) {
        return office.people().all().stream()
                .map(Kept::record)
                .filter(person -> person.is(Person.COLLAR, lro))
                .map(person -> person.get(Person.NAME))
                .findFirst()
                .orElse("Demo LRO");
    }

    /// The supervisor manages every LRO of the force.
    private Outcome<Boolean> managed(Office office) {
        var ours = lros().keySet();
        for (var kept : office.people().all()) {
            var person = kept.record();
            if (!ours.contains(person.get(Person.COLLAR)) || !person.lacks(Person.MANAGER)) continue;
            var edit = new PeopleDesk.Edit(
                    kept.seen(), new Editing<>(List.of(new Field.Slot<>(Person.MANAGER, SUPERVISOR))), "");
            if (office.people().edit(edit) instanceof Outcome.Refused<Kept<Person>>(var problem))
                return Outcome.refused(problem);
        }
        return Outcome.done(true);
    }

    /// A vault of the regional unit beside ours, only so that there is a certificate to send to.
    private Outcome<TrustDesk.Trusted> trustUnit(VaultDesk desk, Office office, Path folder) {
        var agencies = surroundings.reference().agencies();
        var unit = agencies.regionalUnitOf(agencies.find(AGENCY).orElseThrow());
        return desk.begin(begin(folder, unit.name(), "Unit Administrator", "X19001"))
                .then(begun -> thenLocked(
                        begun.office(), theirs -> office.trust().trust(unit.name(), theirs.trust().certificates())));
    }

    /// Does something in an office, then locks it and gives its vault back.
    private static <T> T thenLocked(Office office, Function<Office, T> work) {
        var lobby = office.lobby();
        try {
            return work.apply(office);
        } finally {
            office.close();
            lobby.close();
        }
    }

    /// The LRO of the force who has most open threats in the example.
    private static String busiestLro() {
        return lros().entrySet().stream()
                .max(Map.Entry.<String, Integer>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .orElseThrow()
                .getKey();
    }

    private static Map<String, Integer> lros() {
        var threats = new HashMap<String, Integer>();
        rows(ExtractTable.THREATS, row -> {
            var threat = row.value();
            if (threat.is(Threat.AGENCY, AGENCY) && !threat.isClosed())
                Party.collar(threat.get(Threat.LRO)).ifPresent(collar ->
                        threats.merge(collar.toUpperCase(Locale.ROOT), 1, Integer::sum));
        });
        return threats;
    }

    private static LocalDate newestRecord() {
        var newest = new LocalDate[] {LocalDate.EPOCH};
        rows(ExtractTable.DISRUPTIONS, row -> {
            var day = row.value().get(Disruption.RECORD_DATE);
            if (day.isAfter(newest[0])) newest[0] = day;
        });
        return newest[0];
    }

    private static <K extends fourfold.core.kernel.Entity<K>> void rows(
            ExtractTable<K> table, java.util.function.Consumer<CheckedRow<K>> taken) {
        ExtractReader.read(table, ExampleRegion.of(table), ThreatRefs.any(), (done, total) -> true, new ExtractSink<K>() {
            @Override
            public void good(CheckedRow<K> row) {
                taken.accept(row);
            }

            @Override
            public void rejected(Finding finding) {
                throw new IllegalStateException(finding.sentence());
            }

            @Override
            public void warning(Finding finding) {}
        });
    }
}
