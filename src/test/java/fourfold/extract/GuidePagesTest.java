package fourfold.extract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.reference.Guide;
import fourfold.core.reference.Guide.Hit;
import fourfold.core.reference.GuidePage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

final class GuidePagesTest {

    private static final Guide GUIDE = GuidePages.read();

    static Stream<GuidePage> pages() {
        return GUIDE.pages().stream();
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_topic_has_a_title_and_something_below_it(GuidePage page) {
        assertFalse(page.title().isBlank());
        assertFalse(page.blocks().isEmpty());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void every_link_leads_to_a_page(GuidePage page) {
        for (var link : page.links()) assertTrue(GUIDE.page(link.topic()).isPresent(), link.topic());
    }

    @ParameterizedTest
    @MethodSource("pages")
    void no_markup_and_no_exclamation_mark_is_left_in_the_text(GuidePage page) {
        for (var mark : List.of("**", "`", "](", "!", "#")) assertFalse(page.plainText().contains(mark), mark);
    }

    @Test
    void links_are_followed_from_somewhere() {
        assertTrue(pages().mapToInt(page -> page.links().size()).sum() > 10);
    }

    @ParameterizedTest
    @CsvSource({
        "empty, empty-p",
        "moderation, moderation",
        "recovery code, passphrases",
        "cuckooed flat, disruptions",
        "wedge county line vulnerability, ''",
        "organised crime group test, kinds",
        "SIO LRO, sio-and-lro",
        "receipt, packages",
        "Ctrl, keyboard",
        "extract semicolon, extracts",
        "SECRET, markings",
        "retention group, closing",
        "minimum standards, not-public",
        "zebra, ''"
    })
    void a_search_finds_the_page(String words, String topic) {
        var hits = GUIDE.search(words);
        if (topic.isEmpty()) assertEquals(List.of(), hits);
        else
            assertTrue(
                    hits.stream().map(hit -> hit.page().topic()).limit(2).anyMatch(topic::equals),
                    () -> hits.stream().map(hit -> hit.page().topic()).toList().toString());
    }

    @Test
    void a_page_with_the_word_in_its_title_comes_first() {
        assertEquals("closing", GUIDE.search("closing").getFirst().page().topic());
        assertEquals("what-counts", GUIDE.search("counts nationally").getFirst().page().topic());
    }

    @Test
    void nothing_typed_finds_nothing() {
        assertEquals(List.of(), GUIDE.search("  -  "));
    }

    @Test
    void a_hit_shows_a_sentence_with_the_word() {
        for (Hit hit : GUIDE.search("cuckooed"))
            assertTrue(hit.sentence().toLowerCase(java.util.Locale.ROOT).contains("cuckooed"), hit.sentence());
    }

    @Test
    void a_page_becomes_a_tree_of_blocks() {
        var page = GuideText.page(
                "test",
                """
                # The title

                Some **bold** words,
                a `Ctrl+K` and a [link](other-page.md).

                ## Below

                1. First
                2. Second

                - One

                | A | B |
                |---|---|
                | 1 | **2** |
                """);
        assertEquals(
                List.of(
                        new GuidePage.Paragraph(List.of(
                                new GuidePage.Plain("Some "),
                                new GuidePage.Bold("bold"),
                                new GuidePage.Plain(" words, a "),
                                new GuidePage.Code("Ctrl+K"),
                                new GuidePage.Plain(" and a "),
                                new GuidePage.Link("link", "other-page"),
                                new GuidePage.Plain("."))),
                        new GuidePage.Heading(2, "Below"),
                        new GuidePage.Listing(
                                true,
                                List.of(
                                        List.of(new GuidePage.Plain("First")),
                                        List.of(new GuidePage.Plain("Second")))),
                        new GuidePage.Listing(false, List.of(List.of(new GuidePage.Plain("One")))),
                        new GuidePage.Table(
                                List.of("A", "B"),
                                List.of(List.of(
                                        List.of(new GuidePage.Plain("1")), List.of(new GuidePage.Bold("2")))))),
                page.blocks());
        assertEquals("The title", page.title());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '~', value = {
        "no title ~ test.md, line 1",
        "# T\\n\\n#### deep ~ test.md, line 3",
        "# T\\n\\n| a | b |\\n|---|---|\\n| 1 | ~ test.md, line 5",
        "# T\\n\\n| a | b |\\n| 1 | 2 | ~ test.md, line 4",
        "# T\\n\\n**open ~ test.md, line 3",
        "# T\\n\\n[web](https://example.org) ~ test.md, line 3",
        "# T\\n\\n- one\\ntwo ~ test.md, line 4",
        "# T\\n\\n<b>no</b> ~ test.md, line 3"
    })
    void what_the_reader_does_not_know_is_refused_with_its_line(String text, String expected) {
        var fault = assertThrows(
                IllegalStateException.class, () -> GuideText.page("test", text.replace("\\n", "\n").strip()));
        assertTrue(fault.getMessage().contains(expected), fault.getMessage());
    }

    @Test
    void the_index_of_the_user_guide_points_to_every_page_and_to_nothing_else() throws IOException {
        var index = Files.readString(Path.of("docs/user-guide/README.md"));
        var links = Pattern.compile("\\]\\((\\.\\./\\.\\./src/main/resources/fourfold/guide/([a-z0-9-]+)\\.md)\\)")
                .matcher(index)
                .results()
                .peek(link -> assertTrue(Files.exists(Path.of("docs/user-guide", link.group(1))), link.group(1)))
                .map(link -> link.group(2))
                .toList();
        assertEquals(GuidePages.topics(), links);
    }
}
