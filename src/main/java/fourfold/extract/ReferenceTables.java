package fourfold.extract;

import fourfold.core.disruption.Category;
import fourfold.core.disruption.CountingRule;
import fourfold.core.disruption.CountingRules;
import fourfold.core.disruption.DisruptionType;
import fourfold.core.disruption.EventModeration;
import fourfold.core.disruption.SameEventRule;
import fourfold.core.disruption.SameEventRule.Likeness;
import fourfold.core.inspection.Check;
import fourfold.core.inspection.Checks;
import fourfold.core.inspection.Inspection;
import fourfold.core.inspection.Parameters;
import fourfold.core.inspection.Sentences;
import fourfold.core.kernel.P;
import fourfold.core.reference.Agencies;
import fourfold.core.reference.Agency;
import fourfold.core.reference.Configuration;
import fourfold.core.reference.Lists;
import fourfold.core.reference.Partner;
import fourfold.core.reference.PlanTemplate;
import fourfold.core.reference.Reference;
import fourfold.core.reference.Region;
import fourfold.core.reference.Residents;
import fourfold.core.reference.Specialist;
import fourfold.core.reference.Tactic;
import fourfold.core.threat.ThreatArea;
import fourfold.core.threat.ThreatKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/// Reads the reference data that the program brings with it, from `fourfold/reference/*.csv` on the class path. Anything
/// wrong in it is a fault of ours: it stops the program at once and names the file and the line.
public final class ReferenceTables {

    private static final String FOLDER = "/fourfold/reference/";

    private final UnaryOperator<String> texts;

    private ReferenceTables(UnaryOperator<String> texts) {
        this.texts = texts;
    }

    /// The reference data of this version of the program.
    ///
    /// @throws IllegalStateException naming the file and the line when the data is not as it has to be
    public static Reference read() {
        return read(ReferenceTables::resource);
    }

    /// The reference data, read when it is first asked for: a window that asks for a passphrase needs none of it.
    public static Supplier<Reference> whenAsked() {
        return new WhenAsked();
    }

    private static final class WhenAsked implements Supplier<Reference> {
        private @Nullable Reference read;

        @Override
        public synchronized Reference get() {
            var known = read;
            if (known == null) {
                known = ReferenceTables.read();
                read = known;
            }
            return known;
        }
    }

    /// The reference data of those texts by file name.
    static Reference read(UnaryOperator<String> texts) {
        return new ReferenceTables(texts).reference();
    }

    /// The files that a configuration may have, as those of the same names on the class path, and `limits.csv`.
    public static final List<String> CONFIGURATION =
            List.of("lists.csv", "templates.csv", "counting-rules.csv", "limits.csv", "checks.csv", "residents.csv");

    /// A region's configuration from its files by name.
    ///
    /// @throws IllegalStateException naming the file and the line when one is not as it has to be
    public static Configuration configuration(Map<String, String> files, String edition, LocalDate from) {
        for (var name : files.keySet())
            if (!CONFIGURATION.contains(name))
                throw new IllegalStateException(name + " is no part of a configuration");
        return new ReferenceTables(files::get).configuration(files.keySet(), edition, from);
    }

    private Configuration configuration(Set<String> files, String edition, LocalDate from) {
        try {
            var lists = new TreeMap<>(files.contains("lists.csv") ? words() : Map.<String, List<Lists.Word>>of());
            lists.values().removeIf(List::isEmpty);
            var rules = files.contains("counting-rules.csv") ? rules() : List.<CountingRule>of();
            var twice = new CountingRules(rules);
            return new Configuration(
                    edition,
                    from,
                    lists,
                    files.contains("templates.csv") ? templates(edition) : Map.of(),
                    twice.all(),
                    files.contains("limits.csv") ? limits() : new TreeMap<>(),
                    files.contains("checks.csv") ? new Checks(checks()).all() : List.of(),
                    files.contains("residents.csv") ? residents() : Residents.NONE);
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException("the configuration does not fit together: " + wrong.getMessage(), wrong);
        }
    }

    /// A force whose population nobody entered has an empty cell.
    private Residents residents() {
        var all = new HashMap<String, Residents.Number>();
        for (var row : table("residents.csv", "force", "residents", "as_of", "source").rows()) {
            var force = row.filled("force");
            if (row.text("residents").isEmpty()) continue;
            if (!row.text("residents").matches("[1-9]\\d{0,8}")) throw row.fault("residents is no number of people");
            var day = row.make(r -> date(r, "as_of"));
            if (day == null) throw row.fault("as_of is empty");
            if (all.put(force, new Residents.Number(Long.parseLong(row.text("residents")), day, row.filled("source"))) != null)
                throw row.fault("the force stands there twice");
        }
        return new Residents(all);
    }

    private SortedMap<String, Long> limits() {
        var limits = new TreeMap<String, Long>();
        for (var row : table("limits.csv", "limit", "value").rows()) {
            var name = row.filled("limit");
            if (!Configuration.LIMITS.contains(name))
                throw row.fault("a region sets no limit \"" + name + "\", only " + String.join(", ", Configuration.LIMITS));
            if (!row.filled("value").matches("\\d{1,6}")) throw row.fault("value is not a whole number");
            if (limits.put(name, Long.parseLong(row.filled("value"))) != null) throw row.fault("the limit stands there twice");
        }
        return limits;
    }

    static String resource(String file) {
        try (var in = ReferenceTables.class.getResourceAsStream(FOLDER + file)) {
            if (in == null) throw new IllegalStateException(file + " is missing from the program");
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(file, broken);
        }
    }

    private Reference reference() {
        try {
            return new Reference(
                    agencies(), tactics(), templates(""), partners(), specialists(), lists(), countingRules(), sameEvent(),
                    ownChecks(), residents(), help());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException("the reference data does not fit together: " + wrong.getMessage(), wrong);
        }
    }

    private ReferenceTable table(String file, String... columns) {
        return new ReferenceTable(file, texts.apply(file), columns);
    }

    private Agencies agencies() {
        var regions = new LinkedHashMap<String, Region>();
        var units = new ArrayList<Agency>();
        for (var row : table(
                        "regional-units.csv", "region_no", "region_code", "region_name", "is_rocu", "slug", "prefix", "aliases")
                .rows()) {
            var region = row.make(r -> new Region(
                    Integer.parseInt(r.filled("region_no")),
                    r.filled("region_code"),
                    r.filled("region_name"),
                    r.flag("is_rocu")));
            if (regions.put(region.code(), region) != null) throw row.fault("the region stands there twice");
            units.add(row.make(r -> new Agency(
                    region.code(), region, true, "", r.filled("slug"), r.filled("prefix"), r.parts("aliases"))));
        }
        var all = new ArrayList<Agency>();
        for (var row : table(
                        "forces.csv",
                        "region_no",
                        "region_code",
                        "region_name",
                        "is_rocu",
                        "force_name",
                        "pfa_code",
                        "slug",
                        "prefix",
                        "aliases")
                .rows()) {
            var region = regions.get(row.filled("region_code"));
            if (region == null) throw row.fault("there is no such region in regional-units.csv");
            var stated = row.make(r -> new Region(
                    Integer.parseInt(r.filled("region_no")), region.code(), r.filled("region_name"), r.flag("is_rocu")));
            if (!stated.equals(region)) throw row.fault("the region is described otherwise in regional-units.csv");
            all.add(row.make(r -> new Agency(
                    r.filled("force_name"),
                    region,
                    false,
                    r.text("pfa_code"),
                    r.filled("slug"),
                    r.filled("prefix"),
                    r.parts("aliases"))));
        }
        all.addAll(units);
        return new Agencies(all);
    }

    private List<Tactic> tactics() {
        var names = new HashSet<String>();
        var all = new ArrayList<Tactic>();
        for (var row :
                table("tactics.csv", "name", "p", "heading", "what_it_is", "who_can_help", "watch_out_for").rows()) {
            if (!names.add(row.filled("name"))) throw row.fault("the tactic stands there twice");
            all.add(new Tactic(
                    row.filled("name"),
                    row.choice("p", P.class),
                    row.filled("heading"),
                    row.filled("what_it_is"),
                    row.filled("who_can_help"),
                    row.filled("watch_out_for")));
        }
        return all;
    }

    /// In `templates.csv` a row is the plan's objective (no P), a P's objective, or a prompt under a P.
    private Map<ThreatArea, PlanTemplate> templates(String edition) {
        var objectives = new EnumMap<ThreatArea, String>(ThreatArea.class);
        var partObjectives = new EnumMap<ThreatArea, Map<P, String>>(ThreatArea.class);
        var prompts = new EnumMap<ThreatArea, Map<P, List<PlanTemplate.Prompt>>>(ThreatArea.class);
        for (var row : table("templates.csv", "area", "row", "p", "text", "owner", "measure").rows()) {
            var area = row.choice("area", ThreatArea.class);
            switch (row.filled("row")) {
                case "plan" -> {
                    if (objectives.put(area, row.filled("text")) != null) throw row.fault("the plan has two objectives");
                }
                case "objective" -> {
                    var ofArea = partObjectives.computeIfAbsent(area, a -> new EnumMap<>(P.class));
                    if (ofArea.put(row.choice("p", P.class), row.filled("text")) != null)
                        throw row.fault("the P has two objectives");
                }
                case "prompt" -> prompts.computeIfAbsent(area, a -> new EnumMap<>(P.class))
                        .computeIfAbsent(row.choice("p", P.class), p -> new ArrayList<>())
                        .add(new PlanTemplate.Prompt(row.filled("text"), row.filled("owner"), row.filled("measure")));
                default -> throw row.fault("row is neither plan, objective nor prompt");
            }
        }
        var templates = new EnumMap<ThreatArea, PlanTemplate>(ThreatArea.class);
        prompts.forEach((area, byP) -> {
            var parts = new EnumMap<P, PlanTemplate.Part>(P.class);
            byP.forEach((p, list) -> parts.put(
                    p, new PlanTemplate.Part(p, needed(partObjectives.getOrDefault(area, Map.of()).get(p), area), list)));
            templates.put(area, new PlanTemplate(area, edition, needed(objectives.get(area), area), parts));
        });
        return templates;
    }

    private static String needed(@Nullable String objective, ThreatArea area) {
        if (objective == null)
            throw new IllegalStateException("templates.csv: an objective is missing for " + area.label());
        return objective;
    }

    private List<Partner> partners() {
        return table("partners.csv", "name", "group").rows().stream()
                .map(row -> new Partner(row.filled("name"), row.filled("group")))
                .toList();
    }

    private List<Specialist> specialists() {
        return table("specialists.csv", "post", "ask_for").rows().stream()
                .map(row -> new Specialist(row.filled("post"), row.filled("ask_for")))
                .toList();
    }

    private Lists lists() {
        var all = List.copyOf(words().values());
        return new Lists(all.get(0), all.get(1), all.get(2), all.get(3), all.get(4), all.get(5));
    }

    private Map<String, List<Lists.Word>> words() {
        var words = new LinkedHashMap<String, List<Lists.Word>>();
        for (var list : Lists.NAMES) words.put(list, new ArrayList<>());
        for (var row : table("lists.csv", "list", "value", "meaning").rows()) {
            var list = words.get(row.filled("list"));
            if (list == null) throw row.fault("there is no list \"" + row.text("list") + "\"");
            list.add(new Lists.Word(row.filled("value"), row.filled("meaning")));
            boolean closed = row.text("value").toLowerCase(java.util.Locale.ROOT).contains("closed");
            if (row.text("list").equals("closure phase") && !closed)
                throw row.fault("a closure phase has to contain the word closed");
            if (row.text("list").equals("phase") && closed)
                throw row.fault("an open phase must not contain the word closed");
        }
        return words;
    }

    private CountingRules countingRules() {
        return new CountingRules(rules());
    }

    private List<CountingRule> rules() {
        return table(
                        "counting-rules.csv",
                        "id",
                        "name",
                        "authority",
                        "valid_from",
                        "valid_to",
                        "kinds",
                        "types",
                        "categories",
                        "moderations")
                .rows()
                .stream()
                .map(row -> row.make(r -> new CountingRule(
                        r.filled("id"),
                        r.filled("name"),
                        r.filled("authority"),
                        date(r, "valid_from"),
                        date(r, "valid_to"),
                        r.choices("kinds", ThreatKind.class),
                        r.choices("types", DisruptionType.class),
                        r.choices("categories", Category.class),
                        r.choices("moderations", EventModeration.class))))
                .toList();
    }

    private SameEventRule sameEvent() {
        var rows = table("same-event-rules.csv", "id", "authority", "days", "points", "worth").rows();
        return rows.getLast().make(r -> new SameEventRule(
                r.filled("id"), r.filled("authority"), number(r.filled("days")), number(r.filled("points")), worth(r)));
    }

    /// The program's own checks, whose tests have to be known.
    private Checks ownChecks() {
        var checks = new Checks(checks());
        for (var check : checks.all())
            if (!Inspection.tests().contains(check.test()))
                throw new IllegalArgumentException("the check " + check.id() + " asks for an unknown test");
        return checks;
    }

    private List<Check> checks() {
        return table("checks.csv", "id", "title", "section", "quote", "test", "parameters", "none", "one", "many")
                .rows()
                .stream()
                .map(row -> row.make(r -> new Check(
                        r.filled("id"),
                        r.filled("title"),
                        r.text("section"),
                        r.text("quote"),
                        r.filled("test"),
                        new Parameters(r.parts("parameters")),
                        new Sentences(r.filled("none"), r.filled("one"), r.filled("many")),
                        "")))
                .toList();
    }

    private static Map<Likeness, Integer> worth(ReferenceTable.Row row) {
        var worth = new EnumMap<Likeness, Integer>(Likeness.class);
        for (var part : row.parts("worth")) {
            var words = part.split(" ");
            if (words.length != 2) throw new IllegalArgumentException("worth has \"" + part + "\"");
            worth.put(Likeness.valueOf(words[0]), number(words[1]));
        }
        return worth;
    }

    private static int number(String text) {
        if (!text.matches("\\d{1,3}")) throw new IllegalArgumentException("\"" + text + "\" is not a small number");
        return Integer.parseInt(text);
    }

    private static @Nullable LocalDate date(ReferenceTable.Row row, String column) {
        var text = row.text(column);
        if (text.isEmpty()) return null;
        if (!text.matches("\\d{4}-\\d{2}-\\d{2}")) throw row.fault(column + " is not a date such as 2022-06-01");
        try {
            return LocalDate.parse(text);
        } catch (java.time.DateTimeException none) {
            throw new IllegalArgumentException(column + " is a day that does not exist", none);
        }
    }

    private Map<String, String> help() {
        var help = new LinkedHashMap<String, String>();
        for (var row : table("help.csv", "key", "text").rows())
            if (help.put(row.filled("key"), row.filled("text")) != null) throw row.fault("the key stands there twice");
        return help;
    }
}
