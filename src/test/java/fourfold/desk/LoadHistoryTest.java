package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Role;
import fourfold.core.disruption.Disruption;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Watch;
import fourfold.core.plan.Action;
import fourfold.core.sync.Kept;
import fourfold.core.sync.RecordState;
import fourfold.core.threat.Threat;
import fourfold.extract.ExtractSource;
import fourfold.guard.StoreCheck;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.jspecify.annotations.Nullable;

/// Months of extracts with rows and columns that come and go, and people who write in between, held against a model of one
/// page: of each cell it knows what the extracts said last, what was written here, and what stands beside that.
class LoadHistoryTest {

    private static final int SEEDS = 30;
    private static final int MONTHS = 8;

    /// One field of one record.
    private static final class Cell {
        String stated = "";
        @Nullable String here;
        @Nullable String beside;

        String shown() {
            return here == null ? stated : here;
        }
    }

    /// One table of the extract.
    ///
    /// @param fixed the columns that every row has, and what stands in them, `%s` being the place of the threat's reference
    /// @param free the columns that are drawn, by the name of their field, each with what can stand in it
    /// @param must the free columns that no file may lack
    private record Sheet(String name, String refHeader, List<String> fixed, List<String> cells,
            Map<String, String> headers, Map<String, List<String>> free, Set<String> must) {}

    private static final Sheet THREATS = new Sheet(
            "threats", "Threat ref", List.of("Threat kind", "Owning agency", "LRO"),
            List.of("Organised crime group", "EMSOU", "LRO 001 (X11007)"),
            new TreeMap<>(Map.of("name", "Name", "tier", "Tier", "area", "Area", "lastAssessed", "Last assessed",
                    "score", "MoRiLE score")),
            Map.of("name", List.of("Op Kiln", "Op Oven", "Op \"Hearth\", new", "Op Stove\r\nnorth"),
                    "tier", List.of("Tier 1", "Tier 2", "Tier 3", ""), "area", List.of("Region", "Force", ""),
                    "lastAssessed", List.of("2022-01-02", "2022-02-03", ""),
                    "score", List.of("1.50", "12", "")),
            Set.of("name"));
    private static final Sheet ACTIONS = new Sheet(
            "actions", "Action ref", List.of("Threat ref", "4P", "Status"), List.of("%s", "Prevent", "Accepted"),
            new TreeMap<>(Map.of("title", "Title", "owner", "Owner", "due", "Due")),
            Map.of("title", List.of("Visit", "School sessions", "Letter"), "owner", List.of("NPT 01", "NPT 02", "Unit 3"),
                    "due", List.of("2022-07-01", "2022-08-01", "2022-09-01")),
            Set.of("title"));
    private static final Sheet EVENTS = new Sheet(
            "disruptions", "Disruption ref",
            List.of("Threat ref", "Disruption type", "Event date", "Record date", "Primary 4P", "Assessment Category"),
            List.of("%s", "Lead Disruption", "2022-05-01", "2022-05-02", "Pursue", "Minor"),
            new TreeMap<>(Map.of("summary", "Summary", "leadUnit", "Lead unit", "arrests", "Arrests", "assets", "Assets seized GBP")),
            Map.of("summary", List.of("Arrest", "Arrest of two", ""), "leadUnit", List.of("RPIU", "SOC task force", ""),
                    "arrests", List.of("0", "1", "2", ""), "assets", List.of("10.00", "99.50", "")),
            Set.of());
    private static final List<Sheet> SHEETS = List.of(THREATS, ACTIONS, EVENTS);

    @TempDir
    Path folder;

    private final Map<String, Map<String, Cell>> model = new HashMap<>();

    @Test
    void whatever_the_extracts_and_the_people_do_each_cell_says_what_it_should() {
        long first = Long.getLong("fourfold.seed", 20_220_621L);
        var surroundings = TestVaults.surroundings(TestVaults.clock());
        var office = TestVaults.begin(folder.resolve("vault"), surroundings, Role.LRO, Role.SUPERVISOR);
        int conflicts = 0;
        for (long seed = first; seed < first + SEEDS; seed++) {
            var random = new Random(seed);
            model.clear();
            for (int month = 1; month <= MONTHS; month++) {
                var where = "seed " + seed + ", month " + month;
                conflicts += month(office, random, seed - first, where);
                check(office, where);
                for (int i = random.nextInt(6); i > 0; i--) write(office, random, where);
                check(office, where + ", after writing");
            }
        }
        assertTrue(conflicts > 50, "conflicts to speak of: " + conflicts);
        office.close();
        office.lobby().close();
        StoreCheck.storeIsWhatTheJournalSays(surroundings, folder.resolve("vault"), TestVaults.PASSPHRASE);
    }

    /// Loads one month's files and holds the summary against the model.
    private int month(Office office, Random random, long world, String where) {
        var sources = new LinkedHashMap<String, ExtractSource>();
        var expected = new HashMap<String, LoadDesk.Tally>();
        boolean[] wrote = {false};
        for (var sheet : SHEETS) {
            boolean first = !model.containsKey(ref(THREATS, world, 0));
            if (!first && random.nextInt(4) == 0) continue;
            var columns = new ArrayList<>(sheet.headers.keySet());
            if (!first) columns.removeIf(name -> !sheet.must.contains(name) && random.nextInt(6) == 0);
            Collections.shuffle(columns, random);
            var text = new StringBuilder(sheet.refHeader + "," + String.join(",", sheet.fixed));
            columns.forEach(name -> text.append(',').append(sheet.headers.get(name)));
            text.append('\n');
            var counts = new int[4];
            for (int n = 0; n < 4; n++) {
                if (!(sheet == THREATS && n == 0) && random.nextInt(4) == 0) continue;
                var ref = ref(sheet, world, n);
                text.append(ref);
                for (var cell : sheet.cells) text.append(',').append(cell.formatted(ref(THREATS, world, 0)));
                boolean known = model.containsKey(ref);
                var cells = model.computeIfAbsent(ref, r -> new TreeMap<>());
                boolean changed = false;
                boolean contested = false;
                for (var name : sheet.headers.keySet()) cells.computeIfAbsent(name, c -> new Cell());
                for (var name : columns) {
                    var cell = cells.get(name);
                    var all = sheet.free.get(name);
                    var says = known && random.nextInt(3) > 0 ? cell.stated : all.get(random.nextInt(all.size()));
                    text.append(",\"").append(says.replace("\"", "\"\"")).append('"');
                    if (cell.stated.equals(says)) continue;
                    wrote[0] = true;
                    cell.stated = says;
                    if (cell.here == null) changed = true;
                    else if (cell.here.equals(says)) {
                        changed |= cell.beside != null;
                        cell.here = null;
                        cell.beside = null;
                    } else {
                        cell.beside = says;
                        contested = true;
                    }
                }
                text.append('\n');
                wrote[0] |= !known;
                counts[!known ? 0 : contested ? 3 : changed ? 1 : 2]++;
            }
            sources.put(sheet.name, ExtractSource.of(sheet.name + ".csv", text.toString().getBytes(StandardCharsets.UTF_8)));
            expected.put(sheet.name, new LoadDesk.Tally(counts[0], counts[1], counts[2], counts[3]));
        }
        long before = entries(office);
        var report = office.load().load(sources, false, Watch.nobody()).orThrow();
        assertEquals(List.of(), report.rejected(), where);
        assertEquals(expected, report.tallies(), where);
        assertEquals(wrote[0], entries(office) > before, where);
        long after = entries(office);
        office.load().load(sources, false, Watch.nobody()).orThrow().tallies().values().forEach(tally ->
                assertEquals(0, tally.loaded() + tally.changed() + tally.conflicts(), where));
        assertEquals(after, entries(office), where + ": the same files again wrote something");
        return report.tallies().values().stream().mapToInt(LoadDesk.Tally::conflicts).sum();
    }

    private static String ref(Sheet sheet, long world, int number) {
        return switch (sheet.name) {
            case "threats" -> "EMS-%02d%02d".formatted(world, number);
            case "actions" -> "ACT-%02d%02d".formatted(world, number);
            default -> "EMS-D-%02d%02d".formatted(world, number);
        };
    }

    private static long entries(Office office) {
        return office.threats().store.timeline().countAfter(0);
    }

    private static Sheet sheet(String ref) {
        return ref.startsWith("EMS-D-") ? EVENTS : ref.startsWith("ACT-") ? ACTIONS : THREATS;
    }

    private static Kept<?> kept(Office office, String ref) {
        var sheet = sheet(ref);
        Fields<?> fields = sheet == THREATS ? Threat.FIELDS : sheet == ACTIONS ? Action.FIELDS : Disruption.FIELDS;
        return kept(office, fields, ref);
    }

    private static <K extends Entity<K>> Kept<K> kept(Office office, Fields<K> fields, String ref) {
        return office.threats().kept(fields, ref).orThrow();
    }

    private void write(Office office, Random random, String where) {
        var refs = new ArrayList<>(new TreeSet<>(model.keySet()));
        var ref = refs.get(random.nextInt(refs.size()));
        var names = new ArrayList<>(model.get(ref).keySet());
        var name = names.get(random.nextInt(names.size()));
        var all = sheet(ref).free.get(name);
        var text = all.get(random.nextInt(all.size()));
        var cell = model.get(ref).get(name);
        boolean same = text.equals(cell.shown());
        boolean done = switch (sheet(ref).name) {
            case "threats" -> office.threats()
                    .edit(new ThreatDesk.Edit(
                            kept(office, Threat.FIELDS, ref).seen(), written(Threat.FIELDS, name, text), "Known better"))
                    .isDone();
            case "actions" -> office.plans()
                    .edit(new PlanDesk.EditAction(
                            kept(office, Action.FIELDS, ref).seen(), written(Action.FIELDS, name, text), "Known better"))
                    .isDone();
            default -> office.disruptions()
                    .correct(new DisruptionDesk.Correct(
                            kept(office, Disruption.FIELDS, ref).seen(), written(Disruption.FIELDS, name, text), "Known better"))
                    .isDone();
        };
        if (!done || same) return;
        cell.here = text;
        cell.beside = null;
    }

    private static <K extends Entity<K>> Editing<K> written(Fields<K> fields, String name, String text) {
        return Editing.of(fields, Map.of(name, text), Set.of()).orThrow();
    }

    private void check(Office office, String where) {
        model.forEach((ref, cells) -> {
            var kept = kept(office, ref);
            cells.forEach((name, cell) -> {
                var at = where + ", " + ref + " " + name;
                assertEquals(cell.shown(), shown(kept, name), at);
                var beside = kept.state().heads().getOrDefault(name, List.of()).stream().skip(1).map(RecordState.Head::value).toList();
                assertEquals(cell.beside == null ? List.of() : List.of(cell.beside), beside.stream().map(v -> said(kept, name, v)).toList(), at);
                assertEquals(cell.beside != null, kept.state().conflicts().contains(name), at);
            });
        });
    }

    private static <K extends Entity<K>> String shown(Kept<K> kept, String name) {
        return kept.record().print(field(kept, name));
    }

    private static <K extends Entity<K>> String said(Kept<K> kept, String name, Json value) {
        return kept.record().fields().decode(kept.record().id(), Map.of(name, value)).print(field(kept, name));
    }

    private static <K extends Entity<K>> fourfold.core.kernel.Field<K, ?> field(Kept<K> kept, String name) {
        var field = kept.record().fields().named(name);
        if (field == null) throw new IllegalArgumentException(name);
        return field;
    }
}
