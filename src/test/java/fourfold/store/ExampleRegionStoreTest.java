package fourfold.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import fourfold.core.disruption.Category;
import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventModeration;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Marking;
import fourfold.core.kernel.P;
import fourfold.core.plan.Action;
import fourfold.core.plan.Plan;
import fourfold.core.plan.PlanState;
import fourfold.core.sync.Act;
import fourfold.core.sync.Author;
import fourfold.core.sync.Entry;
import fourfold.core.sync.EntryId;
import fourfold.core.sync.Journal;
import fourfold.core.sync.Operation;
import fourfold.core.sync.Replica;
import fourfold.core.sync.Stamp;
import fourfold.core.sync.Versions;
import fourfold.core.threat.Threat;
import fourfold.core.threat.ThreatKind;
import fourfold.core.threat.Tier;
import fourfold.extract.CheckedRow;
import fourfold.extract.ExampleRegion;
import fourfold.extract.ExtractReader;
import fourfold.extract.ExtractSink;
import fourfold.extract.ExtractTable;
import fourfold.extract.Finding;
import fourfold.extract.ThreatRefs;
import fourfold.journal.MemoryJournal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/// The worklists and lists over the example region, against what its cells say: every expected figure is counted here
/// from the rows of the extracts, without any of our types.
class ExampleRegionStoreTest {

    private static final LocalDate TODAY = LocalDate.of(2022, 5, 31);
    private static final Set<String> ALL = Set.of();
    private static final Author LOADER = new Author("X21007", "Derbyshire", "LRO");
    private static final Replica HERE = new Replica("00000000000000aa");

    private static Store store;
    private static MemoryJournal journal;
    private static List<NamedCsvRecord> threats;
    private static List<NamedCsvRecord> plans;
    private static List<NamedCsvRecord> actions;
    private static List<NamedCsvRecord> disruptions;
    private static final Set<String> OPEN = new HashSet<>();
    private static final Map<String, String> COLLARS = new HashMap<>();

    @BeforeAll
    static void load() throws IOException {
        store = Store.inMemory();
        journal = new MemoryJournal();
        for (var table : ExtractTable.ALL) load(table);
        threats = cells(ExtractTable.THREATS);
        plans = cells(ExtractTable.PLANS);
        actions = cells(ExtractTable.ACTIONS);
        disruptions = cells(ExtractTable.DISRUPTIONS);
        for (var threat : threats) {
            var ref = threat.getField("Threat ref");
            if (!threat.getField("Phase").toLowerCase(Locale.ROOT).contains("closed")) OPEN.add(ref);
            var lro = threat.getField("LRO");
            if (lro.contains("("))
                COLLARS.put(ref, lro.substring(lro.indexOf('(') + 1, lro.indexOf(')')).toUpperCase(Locale.ROOT));
        }
    }

    @AfterAll
    static void close() {
        store.close();
    }

    private static List<NamedCsvRecord> cells(ExtractTable<?> table) throws IOException {
        try (var in = ExampleRegion.of(table).open()) {
            var text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return CsvReader.builder().ofNamedCsvRecord(text).stream().toList();
        }
    }

    private static <K extends Entity<K>> void load(ExtractTable<K> table) {
        var entries = new ArrayList<Entry>();
        long[] seq = {journal.lastSeq(HERE)};
        ExtractReader.read(table, ExampleRegion.of(table), ThreatRefs.any(), (done, of) -> true, new ExtractSink<K>() {
            @Override
            public void good(CheckedRow<K> row) {
                var record = row.value();
                var values = new TreeMap<>(table.fields().encode(record));
                if (record instanceof Disruption event)
                    values.put(
                            Disruption.MODERATION.name(),
                            Json.of(
                                    (event.is(Disruption.CATEGORY, Category.UNASSESSED)
                                                    ? EventModeration.AWAITING
                                                    : EventModeration.OUTSIDE)
                                            .name()));
                entries.add(new Entry(
                        new EntryId(HERE, ++seq[0]),
                        Versions.NONE,
                        new TreeSet<>(),
                        new Stamp(1_654_000_000_000L, 0),
                        LOADER,
                        Operation.LOAD.name(),
                        table.fields().kind(),
                        record.id().value(),
                        values,
                        "",
                        Marking.OFFICIAL_SENSITIVE,
                        "0".repeat(32)));
            }

            @Override
            public void rejected(Finding finding) {
                throw new AssertionError(finding.sentence());
            }

            @Override
            public void warning(Finding finding) {}
        });
        var act = new Act(UUID.randomUUID(), entries, new byte[64]);
        var spots = journal.append(act, LOADER);
        var recorded = new ArrayList<Journal.Recorded>();
        for (int i = 0; i < entries.size(); i++)
            recorded.add(new Journal.Recorded(spots.get(i), act.id(), entries.get(i)));
        store.projection().project(recorded);
    }

    private static Set<String> refs(List<ThreatRow> rows) {
        var refs = rows.stream().map(ThreatRow::ref).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(rows.size(), refs.size(), "no threat stands there twice");
        return refs;
    }

    private static Set<String> actionRefs(List<ActionRow> rows) {
        var refs = rows.stream().map(ActionRow::ref).collect(Collectors.toCollection(TreeSet::new));
        assertEquals(rows.size(), refs.size(), "no action stands there twice");
        return refs;
    }

    private static Set<String> ofOpen(Predicate<NamedCsvRecord> wanted, String ref) {
        return actions.stream()
                .filter(row -> OPEN.contains(row.getField("Threat ref")))
                .filter(wanted)
                .map(row -> row.getField(ref))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static boolean isOver(NamedCsvRecord action) {
        return Set.of("Done", "Cancelled", "Declined").contains(action.getField("Status"));
    }

    private static boolean isOverdue(NamedCsvRecord action) {
        var due = action.getField("Due");
        return !due.isEmpty() && LocalDate.parse(due).isBefore(TODAY) && !isOver(action);
    }

    @Test
    void everyRowIsThere() {
        assertEquals(462, store.records().count(Threat.FIELDS));
        assertEquals(1907, store.records().count(Disruption.FIELDS));
        assertEquals(1995, store.records().count(Action.FIELDS));
        assertEquals(462, store.threats().list(ThreatFilter.ALL, ThreatRepository.Order.REF, true, 1000, 0).rows().size());
    }

    @Test
    void manyRecordsAtOnceAreTheSameAsOneByOne() {
        var ids = store.records().idsByRef(Action.FIELDS);
        assertEquals(1995, ids.size());
        var wanted = new HashSet<>(ids.values());
        wanted.remove(ids.get("ACT-000001"));
        var many = store.records().findAll(Action.FIELDS, wanted);
        assertEquals(wanted, many.keySet());
        for (var id : wanted.stream().limit(50).toList()) {
            var one = store.records().find(Action.FIELDS, id).orElseThrow();
            assertEquals(one.record(), many.get(id).record());
            assertEquals(StateText.of(one.state()), StateText.of(many.get(id).state()));
        }
        assertEquals(ids.get("ACT-000001"), store.records().findByRef(Action.FIELDS, " act-000001 ").orElseThrow().record().id());
    }

    @Test
    void overdueActionsAreThoseThatTheCellsSay() {
        var expected = ofOpen(ExampleRegionStoreTest::isOverdue, "Action ref");
        assertEquals(expected, actionRefs(store.home().overdueActions(ALL, TODAY)));
        assertTrue(expected.size() > 300);
    }

    @Test
    void overdueActionsOfOneLroAreHisOrHersOnly() {
        var collar = "X41007";
        var expected = ofOpen(
                row -> isOverdue(row) && collar.equals(COLLARS.get(row.getField("Threat ref"))), "Action ref");
        assertFalse(expected.isEmpty());
        assertEquals(expected, actionRefs(store.home().overdueActions(Set.of(collar), TODAY)));
    }

    @Test
    void actionsDueOnTheDayAreDueAndNotOverdue() {
        var expected = ofOpen(row -> row.getField("Due").equals("2022-05-31") && !isOver(row), "Action ref");
        assertEquals(8, expected.size());
        assertEquals(expected, actionRefs(store.home().dueActions(ALL, TODAY, TODAY)));
    }

    @Test
    void declinedActionsWithoutAReasonAreThoseThatTheCellsSay() {
        var expected = ofOpen(
                row -> row.getField("Status").equals("Declined") && row.getField("Result").isBlank(), "Action ref");
        assertFalse(expected.isEmpty());
        assertEquals(expected, actionRefs(store.home().declinedWithoutReason(ALL)));
    }

    @Test
    void finishedActionsWithoutAnEventUnderTheirPAreThoseThatTheCellsSay() {
        var events = disruptions.stream()
                .map(row -> row.getField("Threat ref") + row.getField("Primary 4P"))
                .collect(Collectors.toSet());
        var expected = ofOpen(
                row -> row.getField("Status").equals("Done")
                        && !events.contains(row.getField("Threat ref") + row.getField("4P")),
                "Action ref");
        assertEquals(expected, actionRefs(store.home().finishedWithoutDisruption(ALL)));
        assertTrue(expected.size() > 300);
    }

    @Test
    void emptyPsAreThoseThatTheCellsSay() {
        var live = new HashMap<String, Set<String>>();
        for (var action : actions)
            if (!Set.of("Cancelled", "Declined").contains(action.getField("Status")))
                live.computeIfAbsent(action.getField("Threat ref"), ref -> new HashSet<>()).add(action.getField("4P"));
        var expected = new TreeMap<String, Set<String>>();
        for (var plan : plans) {
            var ref = plan.getField("Threat ref");
            var empty = new TreeSet<>(List.of("Pursue", "Prevent", "Protect", "Prepare"));
            empty.removeAll(live.getOrDefault(ref, Set.of()));
            if (OPEN.contains(ref) && !empty.isEmpty()) expected.put(ref, empty);
        }
        var actual = new TreeMap<String, Set<String>>();
        for (var row : store.home().emptyPs(ALL))
            actual.put(row.threat().ref(), row.empty().stream().map(P::label).collect(Collectors.toCollection(TreeSet::new)));
        assertEquals(expected, actual);
    }

    @Test
    void silentThreatsAreThoseWithoutAnEventInTheYear() {
        var from = LocalDate.of(2021, 6, 1);
        var heard = disruptions.stream()
                .filter(row -> {
                    var day = LocalDate.parse(row.getField("Event date"));
                    return !day.isBefore(from) && !day.isAfter(TODAY);
                })
                .map(row -> row.getField("Threat ref"))
                .collect(Collectors.toSet());
        var expected = new TreeSet<>(OPEN);
        expected.removeAll(heard);
        assertFalse(expected.isEmpty());
        assertEquals(expected, refs(store.home().silent(ALL, from, TODAY)));
    }

    @Test
    void reviewsReturnedAndSubmittedPlansAreThoseThatTheCellsSay() {
        assertEquals(
                plans(row -> !row.getField("Next review").isEmpty()
                        && !LocalDate.parse(row.getField("Next review")).isAfter(TODAY)),
                refs(store.home().reviewsDue(ALL, TODAY)));
        assertEquals(plans(row -> row.getField("Plan state").equals("Returned")), refs(store.home().returnedPlans(ALL)));
        assertEquals(
                plans(row -> Set.of("Submitted", "In review").contains(row.getField("Plan state"))),
                refs(store.home().plansToReview(ALL)));
        assertEquals(397, store.plans().inState(Set.of(PlanState.values())).size());
    }

    private static Set<String> plans(Predicate<NamedCsvRecord> wanted) {
        var refs = plans.stream()
                .filter(wanted)
                .map(row -> row.getField("Threat ref"))
                .filter(OPEN::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        assertFalse(refs.isEmpty());
        return refs;
    }

    @Test
    void gapsOfTheExtractShowOnTheWorklists() {
        var withoutLro = threats.stream()
                .filter(row -> row.getField("LRO").isBlank())
                .map(row -> row.getField("Threat ref"))
                .filter(OPEN::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(5, withoutLro.size());
        assertEquals(withoutLro, refs(store.home().withoutLro(ALL)));
        var unexplained = threats.stream()
                .filter(row -> !row.getField("Master list status").equals("On list"))
                .filter(row -> row.getField("Master list reason").isBlank())
                .map(row -> row.getField("Threat ref"))
                .filter(OPEN::contains)
                .collect(Collectors.toCollection(TreeSet::new));
        assertFalse(unexplained.isEmpty());
        assertEquals(unexplained, refs(store.home().offListWithoutReason(ALL)));
    }

    @Test
    void unassessedEventsWaitForModeration() {
        var expected = disruptions.stream()
                .filter(row -> row.getField("Assessment Category").equals("Unassessed"))
                .map(row -> row.getField("Disruption ref"))
                .collect(Collectors.toCollection(TreeSet::new));
        assertFalse(expected.isEmpty());
        var actual = store.home().unmoderated(ALL).stream()
                .map(row -> store.records().find(Disruption.FIELDS, row.id()).orElseThrow().record().get(Disruption.REF))
                .collect(Collectors.toCollection(TreeSet::new));
        assertEquals(expected, actual);
        assertTrue(disruptions.stream().anyMatch(row -> expected.contains(row.getField("Disruption ref"))
                && !OPEN.contains(row.getField("Threat ref"))), "some of them against threats that are closed by now");
        assertEquals(expected.size(), store.disruptions().awaitingModeration(ALL).size());
    }

    @Test
    void workloadCountsOpenThreatsByTierAndOpenActions() {
        var collar = "X41007";
        var own = threats.stream()
                .filter(row -> OPEN.contains(row.getField("Threat ref")))
                .filter(row -> collar.equals(COLLARS.get(row.getField("Threat ref"))))
                .toList();
        var refs = own.stream().map(row -> row.getField("Threat ref")).collect(Collectors.toSet());
        var open = actions.stream()
                .filter(row -> refs.contains(row.getField("Threat ref")) && !isOver(row))
                .count();
        var row = store.workload().workload(Set.of(collar)).getFirst();
        assertEquals(collar, row.collar());
        assertEquals(own.size(), row.threats());
        assertEquals(open, row.openActions());
        for (var tier : Tier.values())
            assertEquals(
                    own.stream().filter(t -> t.getField("Tier").equals(tier.label())).count(),
                    row.tiers().getOrDefault(tier, 0L));
        var everybody = store.workload().workload(ALL);
        assertEquals(OPEN.size(), everybody.stream().mapToLong(WorkloadRepository.Workload::threats).sum());
    }

    @Test
    void theListOfThreatsFiltersSortsAndCounts() {
        var filter = ThreatFilter.ALL
                .withStanding(ThreatFilter.Standing.OPEN)
                .withKinds(Set.of(ThreatKind.VULNERABILITY))
                .withAgencies(Set.of("Lincolnshire"));
        var expected = threats.stream()
                .filter(row -> OPEN.contains(row.getField("Threat ref")))
                .filter(row -> row.getField("Threat kind").equals("SOC vulnerability"))
                .filter(row -> row.getField("Owning agency").equals("Lincolnshire"))
                .map(row -> row.getField("Threat ref"))
                .sorted()
                .toList();
        var page = store.threats().list(filter, ThreatRepository.Order.REF, true, 5, 2);
        assertEquals(expected.size(), page.matching());
        assertEquals(462, page.total());
        assertEquals(expected.subList(2, Math.min(7, expected.size())), page.rows().stream().map(ThreatRow::ref).toList());
    }

    @Test
    void theTextOfTheFilterFindsWordsInAnyCaseAndTakesSignsAsTheyAre() {
        var name = threats.getFirst().getField("Name");
        var list = store.threats();
        var found = list.list(ThreatFilter.ALL.withText(name.toUpperCase(Locale.ROOT)), ThreatRepository.Order.REF, true, 10, 0);
        assertTrue(found.rows().stream().anyMatch(row -> row.name().equals(name)));
        assertEquals(0, list.list(ThreatFilter.ALL.withText("%"), ThreatRepository.Order.REF, true, 10, 0).matching());
        assertEquals(0, list.list(ThreatFilter.ALL.withText("O_"), ThreatRepository.Order.REF, true, 10, 0).matching());
    }

    @Test
    void theLineOfAThreatAddsUpItsActionsAndEvents() {
        for (var threat : threats) {
            var ref = threat.getField("Threat ref");
            var row = store.threats().row(Id.named("threat", ref)).orElseThrow();
            for (var p : P.values()) {
                assertEquals(
                        actions.stream()
                                .filter(a -> a.getField("Threat ref").equals(ref) && a.getField("4P").equals(p.label()))
                                .filter(a -> !Set.of("Cancelled", "Declined").contains(a.getField("Status")))
                                .count(),
                        row.actions().of(p),
                        ref);
                assertEquals(
                        disruptions.stream()
                                .filter(d -> d.getField("Threat ref").equals(ref))
                                .filter(d -> d.getField("Primary 4P").equals(p.label()))
                                .filter(d -> d.getField("Disruption type").equals("Lead Disruption"))
                                .count(),
                        row.events().of(p),
                        ref);
            }
            assertEquals(
                    disruptions.stream()
                            .filter(d -> d.getField("Threat ref").equals(ref))
                            .map(d -> LocalDate.parse(d.getField("Event date")))
                            .max(LocalDate::compareTo),
                    row.lastActivity(),
                    ref);
        }
    }

    @Test
    void theSheetOfAThreatHoldsAllThatBelongsToIt() {
        var ref = "EMS-0003";
        var sheet = store.threats().sheet(Id.named("threat", ref), 1000).orElseThrow();
        assertEquals(ref, sheet.threat().record().get(Threat.REF));
        assertEquals(ref, sheet.plan().orElseThrow().record().get(Plan.REF));
        assertEquals(
                actions.stream().filter(a -> a.getField("Threat ref").equals(ref)).count(), sheet.actions().size());
        assertEquals(
                disruptions.stream().filter(d -> d.getField("Threat ref").equals(ref)).count(), sheet.events().size());
        assertEquals(sheet.events().size(), sheet.eventCount());
        var dates = sheet.events().stream().map(e -> e.record().get(Disruption.EVENT_DATE)).toList();
        assertEquals(dates.stream().sorted(Comparator.reverseOrder()).toList(), dates);
        var board = store.plans().sheet(Id.named("threat", ref)).orElseThrow();
        assertEquals(sheet.actions().size(), board.actions().size());
    }

    @Test
    void theListOfEventsFiltersBySupporterAndByText() {
        var filter = new DisruptionFilter(
                "", Set.of(), Set.of(P.PREVENT), Set.of(), Set.of(), Set.of(), Set.of("NCA"), Set.of(),
                Optional.empty(), Optional.empty(), Set.of(), Optional.empty());
        var expected = disruptions.stream()
                .filter(row -> row.getField("Primary 4P").equals("Prevent"))
                .filter(row -> List.of(row.getField("Supporting agencies").split(";\\s*")).contains("NCA"))
                .count();
        assertTrue(expected > 0);
        var page = store.disruptions().list(filter, DisruptionRepository.Order.EVENT_DATE, false, 10, 0);
        assertEquals(expected, page.matching());
        assertFalse(page.rows().getFirst().threatRef().isEmpty());
        var words = store.disruptions()
                .list(DisruptionFilter.ALL.withText("PRISON work"), DisruptionRepository.Order.REF, true, 2000, 0);
        for (var row : words.rows()) assertTrue(row.event().record().print(Disruption.SUMMARY).toLowerCase(Locale.ROOT).contains("work")
                || row.event().record().print(Disruption.LEAD_UNIT).toLowerCase(Locale.ROOT).contains("work"));
    }

    @Test
    void searchFindsThreatsActionsAndEvents() {
        var found = store.search().search("school", 5);
        var expected = actions.stream().filter(a -> a.getField("Title").toLowerCase(Locale.ROOT).contains("school")
                        || a.getField("Owner").toLowerCase(Locale.ROOT).contains("school")
                        || a.getField("Result").toLowerCase(Locale.ROOT).contains("school")).count()
                + disruptions.stream().filter(d -> d.getField("Summary").toLowerCase(Locale.ROOT).contains("school")
                        || d.getField("Lead unit").toLowerCase(Locale.ROOT).contains("school")).count()
                + plans.stream().filter(p -> p.getField("Objective").toLowerCase(Locale.ROOT).contains("school")).count();
        assertEquals(expected, found.count());
        assertTrue(found.hits().size() <= 20);
        assertEquals(0, store.search().search("  ", 5).count());
    }

    @Test
    void theTimelineOfAThreatTellsItsPlanActionsAndEventsToo() {
        Id<Threat> id = Id.named("threat", "EMS-0003");
        var sheet = store.threats().sheet(id, 1000).orElseThrow();
        var lines = store.timeline().ofThreat(id, 1000, 0);
        assertEquals(2 + sheet.actions().size() + sheet.events().size(), lines.size());
        for (var line : lines) assertEquals(line.record(), journal.entry(line.spot()).record());
        assertEquals(3, store.timeline().ofThreat(id, 3, 1).size());
    }

    @Test
    void theDirectoryKnowsWhoAndWhereRecordsName() {
        assertTrue(store.directory().parties().contains("LRO 001 (X11007)"));
        assertTrue(store.directory().agencies().containsAll(Set.of("EMSOU", "Derbyshire", "NCA")));
        assertTrue(store.directory().tags().contains("MARSOC"));
        assertTrue(store.directory().units().contains("RPIU"));
    }

    @Test
    void aStoreBuiltAnewFromTheJournalIsTheSame() {
        try (var rebuilt = Store.inMemory()) {
            rebuilt.projection().catchUp(journal, position -> {}, () -> false);
            Tables.assertSame(store, rebuilt);
        }
    }
}
