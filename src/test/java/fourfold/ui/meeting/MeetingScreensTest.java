package fourfold.ui.meeting;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Hand;
import fourfold.Shots;
import fourfold.Windowed;
import fourfold.core.access.Role;
import fourfold.core.kernel.Editing;
import fourfold.core.meeting.MeetingStatus;
import fourfold.core.threat.Threat;
import fourfold.desk.MeetingLine;
import fourfold.desk.TestVaults;
import fourfold.desk.ThreatDesk;
import fourfold.ui.DeskVault;
import fourfold.ui.TestDesk;
import fourfold.ui.meeting.MeetingCondition.Side;
import fourfold.ui.parts.Desktop;
import fourfold.ui.place.Place;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Predicate;
import javafx.scene.control.TextArea;
import javafx.scene.control.TextInputControl;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The meetings of the example region on the screen.
@Windowed
final class MeetingScreensTest {

    @RegisterExtension
    private static final DeskVault VAULT = new DeskVault();

    @BeforeAll
    static void toolkit() {
        Shots.toolkit();
    }

    private static MeetingLine line(Predicate<MeetingLine> wanted) {
        return VAULT.office().meetings().list().orThrow().stream().filter(wanted).findFirst().orElseThrow();
    }

    private static boolean is(MeetingLine line, MeetingStatus status) {
        return line.status().filter(status::equals).isPresent();
    }

    @Test
    void the_list_is_narrowed_by_alternatives_of_one_side_and_by_all_sides_together() {
        try (var model = new MeetingsViewModel(VAULT.desktop(), "")) {
            int all = model.shown.size();
            assertEquals(VAULT.office().register().list("meetings", Map.of()).orThrow().size(), all);
            assertTrue(model.shown.getFirst().date().orElseThrow().isAfter(model.shown.getLast().date().orElseThrow()));
            model.want(new MeetingCondition(Side.STATE, "Cancelled"));
            int cancelled = model.shown.size();
            assertTrue(cancelled > 0 && model.shown.stream().allMatch(one -> is(one, MeetingStatus.CANCELLED)));
            model.want(new MeetingCondition(Side.STATE, "Held"));
            int either = model.shown.size();
            assertTrue(either > cancelled && either < all);
            model.want(new MeetingCondition(Side.FORCE, "Derbyshire"));
            assertTrue(model.shown.size() < either && model.shown.stream().allMatch(one -> one.forces().contains("Derbyshire")));
            model.filter.text().set("der-0032");
            assertTrue(model.shown.stream().allMatch(one -> one.agenda().contains("DER-0032")));
            assertEquals("\"der-0032\", State: Cancelled, State: Held, Force: Derbyshire", model.filter.terms());
            model.filter.clear();
            assertEquals(all, model.shown.size());
            model.want(new MeetingCondition(Side.DECISIONS, MeetingCondition.WAITING));
            assertTrue(model.shown.stream().noneMatch(one -> one.waiting().isEmpty() || is(one, MeetingStatus.HELD)));
        }
    }

    @Test
    void the_file_says_what_became_of_each_threat_on_the_agenda() {
        var cancelled = line(one -> one.ref().equals("MTG-0002"));
        var file = VAULT.office().meetings().file(cancelled.id()).orThrow();
        assertEquals("Force members not available", file.line().reason());
        assertEquals(List.of("DER-0032", "DER-0065"), file.agenda().stream().map(item -> item.ref()).toList());
        for (var item : file.agenda()) {
            var words = MeetingFileView.became(file, item);
            assertTrue(words.startsWith("Waited ") || words.startsWith("Still waits"), words);
            assertEquals(cancelled.waiting().contains(item.ref()), words.startsWith("Still waits"));
        }
        var held = VAULT.office().meetings().file(line(one -> is(one, MeetingStatus.HELD)).id()).orThrow();
        held.agenda().forEach(item -> assertTrue(MeetingFileView.became(held, item).startsWith("Was on the agenda")));
    }

    @Test
    void a_meeting_and_a_threat_of_its_agenda_are_reached_by_the_keyboard_alone() {
        var desk = new AtomicReference<Desktop>();
        try (var hand = new Hand(() -> VAULT.shown(desktop -> {
            desk.set(desktop);
            return MeetingScreens.list(desktop, "MTG-0002");
        }))) {
            hand.at(".table-view").press(KeyCode.HOME).press(KeyCode.ENTER);
            assertInstanceOf(Place.MeetingFile.class, Shots.onScreen(() -> desk.get().go().current().get()));
        }
        var id = line(one -> one.ref().equals("MTG-0002")).id().value();
        try (var hand = new Hand(() -> VAULT.shown(desktop -> {
            desk.set(desktop);
            return MeetingScreens.file(desktop, id);
        }))) {
            hand.at(".table-view").press(KeyCode.HOME).press(KeyCode.ENTER);
            assertEquals(
                    new Place.ThreatFile(VAULT.threat("DER-0032").value(), Place.Tab.OVERVIEW),
                    Shots.onScreen(() -> desk.get().go().current().get()));
        }
    }

    @Test
    void a_cancelled_meeting_is_recorded_and_corrected_by_the_keyboard_alone() {
        var desk = new TestDesk(VAULT.office());
        try (var hand = new Hand(() -> desk.shown(
                desktop -> MeetingScreens.list(desktop, ""), made -> TestDesk.run(made, "meeting.new")))) {
            hand.at(".side-sheet .suggest-box .text-field").type("GAIN regional meeting").press(KeyCode.TAB);
            hand.type("20/6/22").press(KeyCode.TAB).press(KeyCode.DOWN, 2).press(KeyCode.CONTROL, KeyCode.ENTER);
            assertInstanceOf(TextArea.class, hand.focused(), "a cancelled meeting without a reason is not kept");
            hand.type("Nobody was available").press(KeyCode.TAB);
            hand.type("DER-0032").press(KeyCode.ENTER).press(KeyCode.TAB);
            hand.press(KeyCode.CONTROL, KeyCode.ENTER);
        }
        var made = line(one -> one.kind().equals("GAIN regional meeting"));
        assertEquals(MeetingStatus.CANCELLED, made.status().orElseThrow());
        assertEquals("Nobody was available", made.reason());
        assertEquals(List.of("DER-0032"), made.agenda());
        assertEquals(List.of("DER-0032"), made.waiting());
        assertEquals(new Place.MeetingFile(made.id().value()), Shots.onScreen(() -> desk.go().current().get()));
        var again = new TestDesk(VAULT.office());
        try (var hand = new Hand(() -> again.shown(
                desktop -> MeetingScreens.file(desktop, made.id().value()), screen -> TestDesk.run(screen, "meeting.correct")))) {
            hand.at(".side-sheet .text-area").press(KeyCode.CONTROL, KeyCode.A).type("Snow").press(KeyCode.TAB);
            hand.press(KeyCode.CONTROL, KeyCode.ENTER);
        }
        assertEquals("Snow", line(one -> one.id().equals(made.id())).reason());
    }

    @Test
    void the_sheets_of_a_meeting_are_in_order() {
        assertEquals(List.of(), Shots.take("meeting-new", 1280, 800, () -> new TestDesk(VAULT.office()).shown(
                desktop -> MeetingScreens.list(desktop, ""), made -> TestDesk.run(made, "meeting.new"))));
        var id = line(one -> one.ref().equals("MTG-0002")).id().value();
        assertEquals(List.of(), Shots.take("meeting-correct", 1280, 800, () -> new TestDesk(VAULT.office()).shown(
                desktop -> MeetingScreens.file(desktop, id), made -> TestDesk.run(made, "meeting.correct"))));
    }

    @Test
    void the_brief_and_the_return_are_written_from_there() throws IOException {
        var desk = new TestDesk(VAULT.office());
        var meeting = line(one -> one.ref().equals("MTG-0001"));
        var brief = VAULT.folder().resolve("brief.pdf");
        desk.prompts().path(brief);
        var screen = Shots.onScreen(() -> MeetingScreens.file(desk.desktop(), meeting.id().value()));
        Shots.run(() -> TestDesk.run(screen, "meeting.brief"));
        assertPdf(brief);
        assertEquals("OFFICIAL-SENSITIVE MTG-0001 meeting-brief.pdf", desk.prompts().said().getFirst().split(": ")[1]);
        Shots.run(screen.leave()::run);
        var paper = VAULT.folder().resolve("return.pdf");
        var other = new TestDesk(VAULT.office());
        other.prompts().path(paper);
        try (var hand = new Hand(() -> other.shown(
                desktop -> MeetingScreens.list(desktop, ""), made -> TestDesk.run(made, "return.open")))) {
            hand.at(".side-sheet .text-field").press(KeyCode.CONTROL, KeyCode.ENTER);
        }
        assertPdf(paper);
    }

    private static void assertPdf(Path file) throws IOException {
        assertTrue(new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1).startsWith("%PDF-"));
    }

    @Test
    void handling_instructions_of_a_threat_on_the_agenda_are_answered_one_by_one() throws IOException {
        var inquorate = line(one -> is(one, MeetingStatus.INQUORATE) || is(one, MeetingStatus.POSTPONED));
        var ref = inquorate.agenda().getFirst();
        var threat = VAULT.office().threats().open(ref).orThrow();
        var values = Editing.of(Threat.FIELDS, Map.of("handling", "Tell the originator first"), Set.of()).orThrow();
        VAULT.office().threats().edit(new ThreatDesk.Edit(threat.seen(), values, "Asked for")).orThrow();
        var file = VAULT.folder().resolve("handled.pdf");
        var desk = new TestDesk(VAULT.office());
        desk.prompts().path(file);
        try (var hand = new Hand(() -> desk.shown(
                desktop -> MeetingScreens.file(desktop, inquorate.id().value()),
                made -> TestDesk.run(made, "meeting.brief")))) {
            hand.at(".side-sheet .text-area").press(KeyCode.CONTROL, KeyCode.ENTER);
            assertTrue(Files.notExists(file), "nothing is written before it is said");
            Shots.run(() -> ((TextInputControl) hand.node(".side-sheet .text-area")).setText("Told on the phone"));
            hand.at(".side-sheet .text-area").press(KeyCode.CONTROL, KeyCode.ENTER);
        }
        assertPdf(file);
    }

    @Test
    void list_and_file_are_in_order_with_meetings_and_without() {
        assertEquals(List.of(), Shots.take("meetings", 1280, 800, () -> VAULT.shown(desktop -> MeetingScreens.list(desktop, ""))));
        for (var ref : List.of("MTG-0001", "MTG-0002")) {
            var id = line(one -> one.ref().equals(ref)).id().value();
            assertEquals(List.of(), Shots.take(
                    "meeting-" + ref, 1280, 800, () -> VAULT.shown(desktop -> MeetingScreens.file(desktop, id))));
        }
        try (var office = TestVaults.begin(
                VAULT.folder().resolve("empty"), TestVaults.surroundings(TestVaults.clock()), Role.LRO)) {
            assertEquals(List.of(), Shots.take("meetings-empty", 1280, 800, () -> new TestDesk(office)
                    .shown(desktop -> MeetingScreens.list(desktop, ""))));
        }
    }
}
