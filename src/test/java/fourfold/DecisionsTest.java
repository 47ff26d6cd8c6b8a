package fourfold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The decisions taken say what confirms them, and what confirms them is there.
final class DecisionsTest {

    private static final Path FOLDER = Path.of("docs/decisions");
    private static final Pattern CLASS = Pattern.compile("`([A-Z][A-Za-z]*(?:Test|IT|Contract))`");

    static List<Path> records() throws IOException {
        try (var files = Files.list(FOLDER)) {
            return files.filter(file -> file.getFileName().toString().matches("\\d{4}-[a-z0-9-]+\\.md"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("records")
    void a_decision_has_options_a_choice_consequences_and_a_test_that_is_there(Path record) throws IOException {
        var text = Files.readString(record);
        for (var part : List.of("## The question", "## Options", "## Choice", "## Consequences", "## Confirmed by"))
            assertTrue(text.contains("\n" + part + "\n"), record + " lacks " + part);
        var confirmed = text.substring(text.indexOf("## Confirmed by"));
        var named = CLASS.matcher(confirmed).results().map(match -> match.group(1)).toList();
        assertTrue(!named.isEmpty(), record + " names no test");
        var there = sources("src/test/java").map(DecisionsTest::className).collect(Collectors.toSet());
        for (var name : named) assertTrue(there.contains(name), record + " names " + name + ", which is not there");
    }

    @Test
    void the_list_of_decisions_is_complete_and_in_order() throws IOException {
        var listed = Pattern.compile("\\]\\(([^)]+)\\)")
                .matcher(Files.readString(FOLDER.resolve("README.md")))
                .results()
                .map(match -> match.group(1))
                .toList();
        assertEquals(records().stream().map(file -> file.getFileName().toString()).toList(), listed);
    }

    /// Decision 3.
    @Test
    void no_view_is_described_in_fxml() throws IOException {
        try (var files = Files.walk(Path.of("src/main"))) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".fxml")).toList());
        }
        assertEquals(
                List.of(),
                sources("src/main/java").filter(file -> read(file).contains("javafx.fxml")).toList());
    }

    @Test
    void the_glossary_says_every_word_once_and_in_order() throws IOException {
        var words = Files.readString(Path.of("docs/glossary.md"))
                .lines()
                .filter(line -> line.startsWith("- **"))
                .map(line -> line.substring(4, line.indexOf("**", 4)).toLowerCase(java.util.Locale.ROOT))
                .toList();
        assertTrue(words.size() > 60, "words: " + words.size());
        assertEquals(List.copyOf(new TreeSet<>(words)), words);
    }

    private static Stream<Path> sources(String folder) throws IOException {
        try (var files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(".java")).toList().stream();
        }
    }

    private static String className(Path file) {
        return file.getFileName().toString().replace(".java", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
