package fourfold.extract;

import fourfold.core.disruption.CountingRule;
import fourfold.core.disruption.CountingRules;
import fourfold.core.inspection.Checks;
import fourfold.core.kernel.P;
import fourfold.core.reference.Configuration;
import fourfold.core.reference.Lists;
import fourfold.core.reference.Partner;
import fourfold.core.reference.Reference;
import fourfold.core.reference.Residents;
import fourfold.core.reference.Specialist;
import fourfold.core.reference.Tactic;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.ArrayList;
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
            var rules = files.contains("counting-rules.csv") ? RuleTables.counting(texts) : List.<CountingRule>of();
            var twice = new CountingRules(rules);
            return new Configuration(
                    edition,
                    from,
                    lists,
                    files.contains("templates.csv") ? TemplateTables.read(texts, edition) : Map.of(),
                    twice.all(),
                    files.contains("limits.csv") ? limits() : new TreeMap<>(),
                    files.contains("checks.csv") ? new Checks(RuleTables.checks(texts)).all() : List.of(),
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
            var day = row.make(r -> r.date("as_of"));
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
                    AgencyTables.read(texts), tactics(), TemplateTables.read(texts, ""), partners(), specialists(), lists(),
                    new CountingRules(RuleTables.counting(texts)), RuleTables.sameEvent(texts), RuleTables.ownChecks(texts),
                    residents(), help());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException("the reference data does not fit together: " + wrong.getMessage(), wrong);
        }
    }

    private ReferenceTable table(String file, String... columns) {
        return ReferenceTable.of(texts, file, columns);
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

    private Map<String, String> help() {
        var help = new LinkedHashMap<String, String>();
        for (var row : table("help.csv", "key", "text").rows())
            if (help.put(row.filled("key"), row.filled("text")) != null) throw row.fault("the key stands there twice");
        return help;
    }
}
