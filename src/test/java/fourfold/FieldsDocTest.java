package fourfold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import fourfold.core.kernel.Choice;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Fields;
import fourfold.core.kernel.Merge;
import fourfold.core.kernel.Type;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/// `docs/formats/fields.md` says of every kind what its declaration says. The page is written by this test: run it with
/// `-Dfourfold.write=true`.
final class FieldsDocTest {

    private static final Path PAGE = Path.of("docs/formats/fields.md");
    private static final String AGAIN = "mvn test -Dtest=FieldsDocTest -Dfourfold.write=true";
    private static final Pattern LIMIT = Pattern.compile("has [\\d,]+ characters, ([\\d,]+) is the limit");

    /// The kinds that officers work with, in the order in which they meet them; any other stands after them by name.
    private static final List<String> ORDER = List.of(
            "threat", "plan", "action", "disruption", "review", "meeting", "person", "settings");

    @Test
    void the_page_of_fields_says_what_the_declarations_say() throws IOException {
        var now = page();
        if (Boolean.getBoolean("fourfold.write")) Files.writeString(PAGE, now);
        assertTrue(Files.exists(PAGE), PAGE + " is missing; make it with: " + AGAIN);
        assertEquals(now, Files.readString(PAGE), PAGE + " is out of date; make it again with: " + AGAIN);
    }

    @Test
    void every_kind_that_the_example_has_is_declared_and_found() {
        var kinds = declarations().stream().map(Fields::kind).toList();
        assertTrue(kinds.containsAll(ORDER), "found: " + kinds);
    }

    private static List<Fields<?>> declarations() {
        return new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("fourfold.core").stream()
                .filter(type -> type.isAssignableTo(Entity.class) && !type.getModifiers().contains(JavaModifier.ABSTRACT))
                .<Fields<?>>map(type -> declaration(type.reflect()))
                .sorted(Comparator.<Fields<?>>comparingInt(fields -> place(fields.kind())).thenComparing(Fields::kind))
                .toList();
    }

    private static Fields<?> declaration(Class<?> record) {
        try {
            return (Fields<?>) record.getField("FIELDS").get(null);
        } catch (ReflectiveOperationException missing) {
            throw new AssertionError(record + " has no public FIELDS", missing);
        }
    }

    private static int place(String kind) {
        int place = ORDER.indexOf(kind);
        return place < 0 ? ORDER.size() : place;
    }

    private static String page() {
        var lists = new TreeMap<String, Choice[]>();
        var text = new StringBuilder("""
                # Kinds and their fields

                Every kind of record with its fields, in the order in which people read them. This page is made from the
                declarations in the code and checked by `FieldsDocTest`; make it again with

                    %s

                *Name* stands in journals, packages, commands and the JSON of the command line; *label* on screens and as the
                column in extracts. What a *merge* does with changes that were made without knowledge of each other (loading an extract
                can make such changes; importing packages will, and is not there yet):

                | merge | what happens |
                |---|---|
                | ordinary | both values are kept until a person settles it; meanwhile each desk shows its own |
                | long text | both texts are kept and shown side by side, never interleaved |
                | set | members added anywhere stay; an addition wins over a concurrent removal |
                | governed | only the owning agency settles it; until then the value from before stands |
                | higher risk | until it is settled the higher risk is shown and acted on |

                What a *type* is in JSON: text, numbers as given, money (`"12.00"`), days (`"2022-06-21"`) and references (a UUID)
                are strings; moments are milliseconds since 1970; counts are numbers; yes or no is `true` or `false`; a list's
                value is its code; a set is an array of strings in order. A field without a value is left out.
                """.formatted(AGAIN));
        for (var fields : declarations()) {
            text.append("\n## `").append(fields.kind()).append("`\n\n| name | label | type | merge |\n|---|---|---|---|\n");
            for (var field : fields.all()) line(text, field, lists);
        }
        text.append("\n# Lists\n\nThe code stands in journals and packages, the label on screens and in extracts; extracts and"
                + " commands take either.\n");
        lists.forEach((name, choices) -> list(text, name, choices));
        return text.toString();
    }

    private static void line(StringBuilder text, Field<?, ?> field, Map<String, Choice[]> lists) {
        text.append("| `").append(field.name()).append("` | ").append(field.label()).append(" | ")
                .append(type(field.type(), lists)).append(" | ").append(merge(field.merge())).append(" |\n");
    }

    private static void list(StringBuilder text, String name, Choice[] choices) {
        text.append("\n## ").append(name).append("\n\n| code | label |\n|---|---|\n");
        for (var choice : choices)
            text.append("| `").append(choice.name()).append("` | ").append(choice.label()).append(" |\n");
    }

    private static String merge(Merge merge) {
        return switch (merge) {
            case ORDINARY -> "ordinary";
            case LONG_TEXT -> "long text";
            case SET -> "set";
            case GOVERNED -> "governed";
            case HIGHER_RISK -> "higher risk";
        };
    }

    private static String type(Type<?> type, Map<String, Choice[]> lists) {
        return switch (type.shape()) {
            case TEXT -> "text" + limit(type, "; a number, kept as given");
            case LONG_TEXT -> "text of several lines" + limit(type, "");
            case CHOICE -> "one of " + list(type, lists);
            case CHOICES -> "several of " + list(type, lists);
            case TEXTS -> "set of texts" + limit(type, "") + " each";
            case DATE -> "day";
            case MOMENT -> "moment";
            case WHOLE -> "count";
            case MONEY -> "pounds and pence";
            case FLAG -> "yes or no";
            case REFERENCE -> "reference to a record";
        };
    }

    private static String list(Type<?> type, Map<String, Choice[]> lists) {
        var list = ((Enum<?>) type.choices()[0]).getDeclaringClass().getSimpleName();
        lists.put(list, type.choices());
        return "[" + list + "](#" + list.toLowerCase(java.util.Locale.ROOT) + ")";
    }

    /// A type does not tell its limit, but it says so to whoever goes over it.
    private static String limit(Type<?> type, String otherwise) {
        try {
            type.parse("x".repeat(1 << 24));
            throw new AssertionError("a text field without a limit");
        } catch (IllegalArgumentException refused) {
            var limit = LIMIT.matcher(String.valueOf(refused.getMessage()));
            return limit.find() ? ", at most " + limit.group(1) + " characters" : otherwise;
        }
    }
}
