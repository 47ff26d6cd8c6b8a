package fourfold;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// The documentation points at what is there, and speaks of the project alone.
final class DocsTest {

    private static final Pattern LINK = Pattern.compile("\\]\\(([^)\\s]+)\\)");
    private static final Pattern HEADING = Pattern.compile("(?m)^#+ (.+)$");
    private static final Pattern CODE = Pattern.compile("`([^`\\n]+)`");
    private static final Pattern OUR_FILE =
            Pattern.compile("(?:src|docs|installer|\\.ci)/[A-Za-z0-9_./-]+|pom\\.xml|README\\.md|CHANGELOG\\.md|LICENSE");
    private static final Pattern TEST = Pattern.compile("[A-Z]\\w*(?:Test|IT|Contract)");
    private static final Pattern WEB = Pattern.compile("https?://[^\\s)>`]+");
    private static final Pattern ABSOLUTE = Pattern.compile("(?<![\\w.~/)\\]}>*\"'-])(/[a-z]\\w*(?:/[\\w.-]+)+)|[A-Z]:\\\\Users|\\\\\\\\\\w+\\\\");
    private static final Pattern ADDRESS = Pattern.compile("\\b\\d{1,3}(?:\\.\\d{1,3}){3}\\b|\\blocalhost\\b|\\b[\\w.]+@[\\w-]+\\.[\\w.]+");

    /// Where the program is installed, and places that every system of that kind has.
    private static final List<String> COMMON = List.of("/opt/fourfold", "/usr/bin/fourfold", "/usr/lib/jvm", "/dev/null");

    private static final Set<String> HOSTS = Set.of(
            "adoptium.net", "keepachangelog.com", "semver.org", "www.apache.org", "www.legislation.gov.uk", "www.rfc-editor.org");

    /// Words of praise, of plans, and of another English.
    private static final Pattern UNWELCOME = Pattern.compile(
            "\\b(?:todo|fixme|tbd|powerful|seamless(?:ly)?|blazing(?:ly)?|cutting[- ]edge|state[- ]of[- ]the[- ]art|world[- ]class"
                    + "|easy[- ]to[- ]use|user[- ]friendly|best[- ]in[- ]class|leverag\\w+|colors?|behaviors?|favorites?|centers?"
                    + "|(?:un)?authoriz\\w+|recogniz\\w+|organizations?|initializ\\w+|serializ\\w+)\\b|(?<!\\w)#\\d+",
            Pattern.CASE_INSENSITIVE);

    static List<Path> pages() throws IOException {
        var pages = new ArrayList<>(List.of(Path.of("README.md"), Path.of("CHANGELOG.md"), Path.of("installer/verify.md")));
        try (var docs = Files.walk(Path.of("docs"))) {
            docs.filter(file -> file.toString().endsWith(".md")).sorted().forEach(pages::add);
        }
        return pages;
    }

    @Test
    void every_relative_link_leads_somewhere() throws IOException {
        assertNothing((page, text) -> LINK.matcher(text).results()
                .map(link -> link.group(1))
                .filter(link -> !link.startsWith("http"))
                .filter(link -> !leads(page, link))
                .map(link -> "leads nowhere: " + link));
    }

    @Test
    void every_file_that_is_named_is_there() throws IOException {
        assertNothing((page, text) -> CODE.matcher(text).results()
                .map(code -> code.group(1))
                .filter(code -> OUR_FILE.matcher(code).matches())
                .filter(code -> !Files.exists(Path.of(code)))
                .map(code -> "is not there: " + code));
    }

    @Test
    void every_test_that_is_named_is_there() throws IOException {
        Set<String> there;
        try (var files = Files.walk(Path.of("src/test/java"))) {
            there = files.map(file -> file.getFileName().toString().replace(".java", "")).collect(Collectors.toSet());
        }
        assertNothing((page, text) -> CODE.matcher(text).results()
                .map(code -> code.group(1))
                .filter(code -> TEST.matcher(code).matches())
                .filter(code -> !there.contains(code))
                .map(code -> "no such test: " + code));
    }

    @Test
    void nothing_is_said_of_the_machine_that_it_was_written_on() throws IOException {
        assertNothing((page, text) -> {
            var paths = ABSOLUTE.matcher(text).results()
                    .map(found -> found.group())
                    .filter(path -> COMMON.stream().noneMatch(path::startsWith))
                    .map(path -> "a place on one machine: " + path);
            var addresses = ADDRESS.matcher(text).results().map(found -> "an address: " + found.group());
            var hosts = WEB.matcher(text).results()
                    .map(found -> URI.create(found.group()).getHost())
                    .filter(host -> !HOSTS.contains(host))
                    .map(host -> "an unknown host: " + host);
            return Stream.of(paths, addresses, hosts).flatMap(each -> each);
        });
    }

    @Test
    void it_is_written_plainly() throws IOException {
        assertNothing((page, text) -> {
            var prose = prose(text);
            var words = UNWELCOME.matcher(prose).results().map(found -> "not a word of ours: " + found.group());
            var shouts = prose.lines().filter(line -> line.replace("![", "").contains("!")).map(line -> "shouts: " + line);
            return Stream.concat(words, shouts);
        });
    }

    @Test
    void the_checks_of_this_test_bite() {
        assertTrue(ABSOLUTE.matcher("see /home/somebody/notes").find());
        assertTrue(ABSOLUTE.matcher("`/srv/files/x`").find());
        assertTrue(!ABSOLUTE.matcher("and/or, docs/a/b, `target/x`").find());
        assertTrue(ADDRESS.matcher("on 10.0.0.7 or localhost").find());
        assertTrue(UNWELCOME.matcher("a Seamless colour; see #12").find());
        assertTrue(!leads(Path.of("README.md"), "docs/nothing.md"));
        assertTrue(!leads(Path.of("README.md"), "docs/glossary.md#no-such-heading"));
    }

    private interface Check {
        Stream<String> flaws(Path page, String text);
    }

    private static void assertNothing(Check check) throws IOException {
        var flaws = new ArrayList<String>();
        for (var page : pages()) check.flaws(page, read(page)).forEach(flaw -> flaws.add(page + " " + flaw));
        assertEquals(List.of(), flaws);
    }

    private static boolean leads(Path page, String link) {
        var parts = link.split("#", 2);
        var folder = page.toAbsolutePath().getParent();
        var file = parts[0].isEmpty() || folder == null ? page : folder.resolve(parts[0]).normalize();
        if (!Files.exists(file)) return false;
        return parts.length < 2 || HEADING.matcher(read(file)).results()
                .anyMatch(heading -> anchor(heading.group(1)).equals(parts[1]));
    }

    /// As the usual viewers of Markdown make an anchor of a heading.
    private static String anchor(String heading) {
        return heading.toLowerCase(Locale.ROOT).replaceAll("[^\\w\\- ]", "").replace(' ', '-');
    }

    /// The text without what is meant for machines.
    private static String prose(String text) {
        return text.replaceAll("(?s)```.*?```", "")
                .replaceAll("(?m)^    .*$", "")
                .replaceAll("`[^`\\n]+`", "")
                .replaceAll("https?://\\S+", "");
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
