package fourfold.desk;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.core.access.Role;
import fourfold.core.figures.Window;
import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Json;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.core.plan.Plan;
import fourfold.core.threat.Threat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.pdmodel.PDDocument;
import org.apache.pdfbox.text.PDFTextStripper;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.flavours.PDFAFlavour;

/// The papers of the example region: what they say, in which order it is read aloud, and that the reference checker of PDF/UA
/// finds nothing wrong with them. They lie in `target/report` to be looked at.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class PapersTest {

    private static final String ADVICE = "Not for release without disclosure advice";

    private Path folder = Path.of("");
    private Office office;

    @BeforeAll
    void load(@TempDir Path temp) throws IOException {
        VeraGreenfieldFoundryProvider.initialise();
        folder = temp;
        Files.createDirectories(Path.of("target/report"));
        office = TestVaults.begin(temp.resolve("vault"), TestVaults.surroundings(TestVaults.clock()), Role.LRO, Role.SUPERVISOR);
        TestVaults.loadExample(office);
        for (var ref : List.of("DER-0001", "EMS-0010")) fill(ref);
    }

    /// Gives a threat and its plan long narratives, which the example has not.
    private void fill(String ref) {
        var threat = office.threats().open(ref).orThrow();
        var values = Editing.of(Threat.FIELDS, Map.of(
                "intent", "To hold the supply of crack cocaine in two towns by threats and debt, with children to carry it. ".repeat(6),
                "capability", "Firearms by loan, three vehicles, a barber's shop to wash the money – about £40,000 a month. ".repeat(6),
                "sro", "ACC 01 (X20001)"), Set.of()).orThrow();
        office.threats().edit(new ThreatDesk.Edit(threat.seen(), values, "Assessed")).orThrow();
        var plan = office.plans().board(threat.record().id()).orThrow().plan();
        if (plan != null)
            office.plans().edit(new PlanDesk.Edit(plan.seen(), Editing.of(Plan.FIELDS, Map.of(
                    "pursueObjective", "Stop those who organise the line, and take the money.",
                    "preventObjective", "Give every child who carries for them a way out."), Set.of()).orThrow(), "")).orThrow();
    }

    @AfterAll
    void lock() {
        office.close();
    }

    private byte[] print(PrintDesk.Paper paper, String ref) {
        var file = folder.resolve(paper.label() + "-" + ref + ".pdf");
        office.papers().print(new PrintDesk.Wish(paper, ref, Map.of()), file).orThrow();
        try {
            return Files.readAllBytes(file);
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }

    private static String ref(PrintDesk.Paper paper) {
        return switch (paper) {
            case PLAN_BRIEFING, THREAT -> "DER-0001";
            case MEETING_BRIEF -> "MTG-0004";
            case DISRUPTION_RETURN -> "Lincolnshire";
            case INSPECTION -> "today";
        };
    }

    private List<String> refs(String table) {
        return office.register().list(table, Map.of()).orThrow().objects().get().stream()
                .map(one -> one.get("ref").text())
                .toList();
    }

    /// What the reference checker has against a file as PDF/UA-1: the rules that it breaks.
    private static Set<String> flaws(byte[] pdf) throws Exception {
        var flavour = PDFAFlavour.PDFUA_1;
        var flaws = new TreeSet<String>();
        try (var parser = Foundries.defaultInstance().createParser(new ByteArrayInputStream(pdf), flavour);
                var validator = Foundries.defaultInstance().createValidator(flavour, false)) {
            var result = validator.validate(parser);
            if (!result.isCompliant())
                result.getTestAssertions().forEach(one -> flaws.add(one.getRuleId().getClause() + "-"
                        + one.getRuleId().getTestNumber() + " " + one.getMessage()));
        }
        return flaws;
    }

    private static String text(byte[] pdf) throws IOException {
        try (var document = Loader.loadPDF(pdf)) {
            return new PDFTextStripper().getText(document).replaceAll("\\s+", " ");
        }
    }

    private static void assertInOrder(String text, String... parts) {
        int at = 0;
        for (var part : parts) {
            int found = text.indexOf(part, at);
            assertTrue(found >= 0, part + " is not after position " + at + " of: " + text);
            at = found + part.length();
        }
    }

    @Test
    void the_reference_checker_of_pdf_ua_finds_nothing_wrong_with_any_paper() throws Exception {
        for (var paper : PrintDesk.Paper.values()) {
            var pdf = print(paper, ref(paper));
            Files.write(Path.of("target/report").resolve(paper.label() + ".pdf"), pdf);
            assertEquals(Set.of(), flaws(pdf), paper.label());
        }
    }

    @Test
    void the_checker_bites() throws Exception {
        try (var document = Loader.loadPDF(print(PrintDesk.Paper.THREAT, "DER-0002"));
                var bytes = new java.io.ByteArrayOutputStream()) {
            document.getDocumentCatalog().setLanguage(null);
            document.getDocumentCatalog().setStructureTreeRoot(null);
            document.save(bytes);
            assertFalse(flaws(bytes.toByteArray()).isEmpty());
        }
    }

    @Test
    void a_plan_briefing_says_objective_who_each_p_disruptions_and_next_review_in_this_order() throws IOException {
        var text = text(print(PrintDesk.Paper.PLAN_BRIEFING, "DER-0001"));
        assertInOrder(text, "4P plan briefing", "as at 21 June 2022", "open actions", "Objective", "What needs attention", "Who", "LRO",
                "Pursue", "Stop those who organise the line", "Prevent", "Protect", "Prepare", "Disruptions",
                "recorded from 22 June 2021 to 21 June 2022", "Next review", "Counted as at 21 June 2022 by rule 2022",
                "OFFICIAL-SENSITIVE. Printed 21 June 2022 at 12:00");
    }

    @Test
    void every_page_has_its_marking_twice_its_number_and_the_word_on_release() throws IOException {
        for (var paper : PrintDesk.Paper.values()) {
            var pdf = print(paper, ref(paper));
            try (var document = Loader.loadPDF(pdf)) {
                int pages = document.getNumberOfPages();
                for (int page = 1; page <= pages; page++) {
                    var words = page(document, page);
                    assertTrue(words.split("OFFICIAL-SENSITIVE", -1).length > 2, paper + " page " + page);
                    assertTrue(words.contains("Page " + page + " of " + pages), paper + " page " + page);
                    assertTrue(words.contains(ADVICE), paper + " page " + page);
                }
            }
        }
    }

    private static String page(PDDocument document, int page) throws IOException {
        var stripper = new PDFTextStripper();
        stripper.setStartPage(page);
        stripper.setEndPage(page);
        return stripper.getText(document);
    }

    @Test
    void every_threat_of_the_example_is_on_one_page() throws IOException {
        var longer = new ArrayList<String>();
        var refs = refs("threats");
        for (int i = 0; i < refs.size(); i += 23)
            try (var document = Loader.loadPDF(print(PrintDesk.Paper.THREAT, refs.get(i)))) {
                if (document.getNumberOfPages() > 1) longer.add(refs.get(i));
            }
        var full = print(PrintDesk.Paper.THREAT, "EMS-0010");
        Files.write(Path.of("target/report/threat-full.pdf"), full);
        for (var pdf : List.of(full, print(PrintDesk.Paper.THREAT, "DER-0001")))
            try (var document = Loader.loadPDF(pdf)) {
                assertEquals(1, document.getNumberOfPages(), "with long narratives");
            }
        assertEquals(List.of(), longer);
    }

    @Test
    void all_four_ps_are_there_and_nought_is_shown_as_0() throws IOException {
        var text = text(print(PrintDesk.Paper.THREAT, "EMS-0001"));
        assertInOrder(text, "Led Count nationally Major Moderate Minor", "Pursue", "Prevent", "Protect", "Prepare 0 0 0 0 0 0 0", "All");
    }

    @Test
    void a_threat_with_handling_instructions_is_printed_once_they_are_answered_and_says_so() throws IOException {
        var threat = office.threats().open("EMS-0003").orThrow();
        var values = Editing.of(Threat.FIELDS, Map.of("handling", "Tell the originator first"), Set.of()).orThrow();
        office.threats().edit(new ThreatDesk.Edit(threat.seen(), values, "Asked for")).orThrow();
        var file = folder.resolve("handled.pdf");
        var refused = assertInstanceOf(Outcome.Refused.class, office.papers().print(
                new PrintDesk.Wish(PrintDesk.Paper.THREAT, "EMS-0003", Map.of()), file));
        assertInstanceOf(Problem.NeedsReason.class, refused.problem());
        assertTrue(refused.problem().sentence().contains("Tell the originator first"));
        assertFalse(Files.exists(file));
        office.papers()
                .print(new PrintDesk.Wish(PrintDesk.Paper.THREAT, "EMS-0003", Map.of(threat.record().id(), "Told on 2 June")), file)
                .orThrow();
        assertInOrder(text(Files.readAllBytes(file)), "Handling instructions of EMS-0003: Tell the originator first", "Told on 2 June");
    }

    @Test
    void what_is_printed_is_logged_and_what_is_not_there_is_refused() {
        print(PrintDesk.Paper.THREAT, "DER-0003");
        var logged = new ArrayList<Json.Members>();
        office.journal().list(1, logged::add).orThrow();
        var line = logged.stream().map(Json.Members::canonicalText).filter(one -> one.contains("\"PRINT\"")).findFirst().orElseThrow();
        assertTrue(line.contains("\"paper\":\""), line);
        for (var wish : List.of(
                new PrintDesk.Wish(PrintDesk.Paper.THREAT, "XXX-1", Map.of()),
                new PrintDesk.Wish(PrintDesk.Paper.MEETING_BRIEF, "DER-0001", Map.of())))
            assertInstanceOf(Outcome.Refused.class, office.papers().print(wish, folder.resolve("no.pdf")));
        for (var place : List.of(folder, folder.resolve("nowhere/x.pdf"), folder.resolve("vault/x.pdf")))
            assertInstanceOf(Outcome.Refused.class, office.papers().print(
                    new PrintDesk.Wish(PrintDesk.Paper.THREAT, "DER-0001", Map.of()), place));
        assertFalse(Files.exists(folder.resolve("no.pdf")));
    }

    @Test
    void a_return_has_the_printed_figures_of_an_agency_for_the_year_of_the_report() throws IOException {
        var file = folder.resolve("return.pdf");
        var year = new Window(LocalDate.of(2021, 6, 2), LocalDate.of(2022, 5, 31));
        office.papers()
                .print(new PrintDesk.Wish(PrintDesk.Paper.DISRUPTION_RETURN, "Lincolnshire", Map.of(), Optional.of(year)), file)
                .orThrow();
        var text = text(Files.readAllBytes(file));
        assertInOrder(text, "Disruption return: Lincolnshire", "recorded from 2 June 2021 to 31 May 2022", "39 count nationally", "By P and impact",
                "Pursue", "Prevent", "Protect", "Prepare 0 0 % 0 0 0 0 0", "All", "100 % 39", "By threat area", "By month of the record",
                "view disruptions-counted", "take the place of those of the views", "half rounded up");
    }

    @Test
    void a_return_of_the_regional_unit_has_the_shares_that_the_report_prints() throws IOException {
        var file = folder.resolve("unit.pdf");
        var year = new Window(LocalDate.of(2021, 6, 2), LocalDate.of(2022, 5, 31));
        office.papers()
                .print(new PrintDesk.Wish(PrintDesk.Paper.DISRUPTION_RETURN, "EMSOU", Map.of(), Optional.of(year)), file)
                .orThrow();
        assertInOrder(text(Files.readAllBytes(file)), "533 led and assessed", "533 count nationally", "67 % of these are Pursue",
                "26 % of these are major", "243 supported, assessed", "All 533 100 % 533");
    }

    @Test
    void an_inspection_names_what_it_found_and_only_counts_what_is_withheld() throws IOException {
        var text = text(print(PrintDesk.Paper.INSPECTION, "today"));
        assertInOrder(text, "Would an inspector find it: EMSOU", "looked back from 21 June 2022", "checks", "Found", "Stalled threats",
                "The report: “");
        var unknown = office.papers().print(
                new PrintDesk.Wish(PrintDesk.Paper.DISRUPTION_RETURN, "Atlantis", Map.of()), folder.resolve("no.pdf"));
        assertInstanceOf(Outcome.Refused.class, unknown);
    }
}
