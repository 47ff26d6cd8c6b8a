package fourfold.ui.figures;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Hand;
import fourfold.Shots;
import fourfold.Windowed;
import fourfold.core.figures.Question;
import fourfold.core.figures.Subject;
import fourfold.core.kernel.Problem;
import fourfold.desk.TableDesk;
import fourfold.ui.DeskVault;
import fourfold.ui.TestDesk;
import fourfold.ui.figures.FiguresViewModel.Line;
import fourfold.ui.figures.FiguresViewModel.Period;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.Query;
import fourfold.ui.parts.Desktop;
import fourfold.ui.place.Place;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.Button;
import javafx.scene.control.Labeled;
import javafx.scene.control.TableView;
import javafx.scene.input.Clipboard;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The figures screen on the example region.
@Windowed
final class FiguresScreensTest {

    @RegisterExtension
    private static final DeskVault VAULT = new DeskVault();

    @BeforeAll
    static void toolkit() {
        Shots.toolkit();
    }

    private static FiguresViewModel model(Desktop desktop) {
        return new FiguresViewModel(desktop, desktop.office().figures().views().orThrow());
    }

    private static void ask(FiguresViewModel model, String view, String... keys) {
        model.view.set(model.views.stream().filter(one -> one.name().equals(view)).findFirst().orElseThrow());
        model.first.set(keys.length > 0 ? keys[0] : null);
        model.second.set(keys.length > 1 ? keys[1] : null);
        model.beside.set(null);
    }

    private static void type(FiguresViewModel model, Input<String> input, String text) {
        input.set(text);
        model.apply();
    }

    private static Line line(FiguresViewModel model, String... values) {
        return model.lines.stream().filter(one -> one.values().equals(List.of(values))).findFirst().orElseThrow();
    }

    @Test
    void a_figure_has_its_count_what_it_is_out_of_its_share_and_the_records_behind_it() {
        try (var model = model(VAULT.desktop())) {
            ask(model, "disruptions-year", "agency", "p");
            var pursue = line(model, "Nottinghamshire", "Pursue");
            assertEquals(pursue.row().count(), pursue.row().of());
            assertEquals(100, pursue.row().percent().orElseThrow());
            assertEquals(0, line(model, "Lincolnshire", "Prepare").row().count());
            var found = new ArrayList<String>();
            model.records(pursue, false, (subject, refs) -> {
                assertEquals(Subject.DISRUPTIONS, subject);
                found.addAll(refs);
            });
            assertEquals(pursue.row().count(), found.size());
            model.open(Subject.DISRUPTIONS, found.getFirst());
            assertInstanceOf(Place.DisruptionFile.class, modelPlace(model));
        }
    }

    private static Place modelPlace(FiguresViewModel model) {
        return model.desktop().go().current().get();
    }

    @Test
    void references_of_every_subject_open_a_place() {
        try (var model = model(VAULT.desktop())) {
            for (var view : List.of("threats-open", "disruptions-all", "plans", "actions", "meetings", "decisions-delayed")) {
                ask(model, view);
                var first = new ArrayList<String>();
                var subject = new AtomicReference<Subject>();
                model.records(model.lines.getFirst(), false, (what, refs) -> {
                    subject.set(what);
                    first.add(refs.getFirst());
                });
                model.desktop().go().restart(new Place.Figures());
                model.open(java.util.Objects.requireNonNull(subject.get()), first.getFirst());
                assertFalse(modelPlace(model) instanceof Place.Figures, view);
            }
        }
    }

    @Test
    void periods_conditions_and_what_stands_beside_are_asked_for_and_remembered() {
        var desktop = VAULT.desktop();
        try (var model = model(desktop)) {
            ask(model, "disruptions-led", "agency");
            model.from.set(LocalDate.of(2021, 6, 2));
            model.to.set(LocalDate.of(2022, 5, 31));
            type(model, model.where, "category=Major; category=Moderate; category=Minor");
            assertEquals(127, line(model, "Derbyshire").row().count());
            model.period.set(Period.ALL.get(2));
            assertEquals(LocalDate.of(2022, 4, 1), model.read.now().figures().window().from());
            model.beside.set(Asked.Beside.YEAR_EARLIER);
            assertEquals("", model.read.now().without());
            assertEquals(LocalDate.of(2021, 4, 1), model.read.now().beside().orElseThrow().figures().window().from());
            type(model, model.where, "");
            model.beside.set(model.besides.stream().filter(one -> one.view().equals("threats-open")).findFirst().orElseThrow());
            assertEquals("threats-open", model.read.now().beside().orElseThrow().figures().view().name());
            model.records(line(model, "Derbyshire"), true, (subject, refs) -> {
                assertEquals(Subject.THREATS, subject);
                assertEquals(line(model, "Derbyshire").beside().orElseThrow().count(), refs.size());
            });
            type(model, model.where, "category=Major");
            assertTrue(model.read.now().without().startsWith("Nothing beside it: There is no key"), model.read.now().without());
            model.beside.set(null);
            type(model, model.knownOn, "2022-06-20");
            assertEquals(0, model.read.now().figures().total(), "nothing was loaded yet");
            type(model, model.knownOn, "2022-06-21");
            assertTrue(model.read.now().figures().known().isPresent());
            assertTrue(model.read.now().figures().total() > 0);
            type(model, model.knownOn, "the day before");
            assertInstanceOf(Query.State.Refused.class, model.read.state().get());
            type(model, model.knownOn, "");
            type(model, model.where, "nonsense");
            assertInstanceOf(Query.State.Refused.class, model.read.state().get());
            type(model, model.where, "category=Major");
        }
        try (var model = model(desktop)) {
            assertEquals("category=Major", model.where.get());
            assertEquals("agency", model.first.get());
            assertEquals(Period.ALL.get(2), model.period.get());
        }
    }

    @Test
    void every_picture_that_people_ask_for_often_counts_something() {
        try (var model = model(VAULT.desktop())) {
            for (var picture : Picture.values()) {
                model.show(picture);
                assertInstanceOf(Query.State.Ready.class, model.read.state().get(), picture.label());
                assertTrue(model.read.now().figures().total() > 0, picture.label());
                assertEquals("", model.read.now().without(), picture.label());
            }
        }
    }

    @Test
    void bars_and_rows_open_their_records_by_the_keyboard_alone() {
        var desk = new AtomicReference<Desktop>();
        try (var hand = new Hand(() -> VAULT.shown(desktop -> {
            desk.set(desktop);
            return FiguresScreens.figures(desktop);
        }))) {
            hand.at(".bar-button").press(KeyCode.SPACE);
            assertTrue(hand.sees(".side-sheet .figures-records"), "a bar opens its records");
            hand.press(KeyCode.ENTER);
            assertInstanceOf(Place.DisruptionFile.class, Shots.onScreen(() -> desk.get().go().current().get()));
            Shots.run(() -> desk.get().sheets().close());
            Shots.run(() -> ((TableView<?>) hand.node(".figures-table")).getSelectionModel().select(0));
            hand.at(".figures-table").press(KeyCode.ENTER);
            assertTrue(hand.sees(".side-sheet .figures-records"), "a row opens its records");
        }
    }

    @Test
    void bars_that_look_alike_open_each_its_own_records() {
        try (var hand = new Hand(() -> VAULT.shown(desktop -> {
            try (var model = model(desktop)) {
                ask(model, "threats-open", "lro");
                model.beside.set(model.besides.stream().filter(one -> one.view().equals("threats-on-list")).findFirst().orElseThrow());
            }
            return FiguresScreens.figures(desktop);
        }))) {
            var bars = Shots.onScreen(() -> hand.node(".bars").lookupAll(".bar-button").stream().map(Button.class::cast).toList());
            var seen = new HashSet<String>();
            var again = bars.stream()
                    .filter(bar -> bar.getAccessibleText().startsWith(":"))
                    .filter(bar -> !seen.add(bar.getAccessibleText()))
                    .findFirst()
                    .orElseThrow();
            var name = bars.get(bars.indexOf(again) - 1).getAccessibleText().split(":")[0];
            Shots.run(again::fire);
            var said = Shots.onScreen(() -> hand.node(".side-sheet").lookupAll(".label").stream()
                    .map(label -> ((Labeled) label).getText())
                    .filter(text -> text != null && text.startsWith(name))
                    .toList());
            assertEquals(1, said.size(), name);
        }
    }

    /// The marking goes with the picture, which is pasted anywhere.
    @Test
    void the_copied_picture_bears_its_marking_and_how_it_was_counted() {
        try (var hand = new Hand(() -> VAULT.shown(FiguresScreens::figures))) {
            var before = Shots.onScreen(() -> hand.node(".figures-plot").getBoundsInLocal().getHeight());
            var copy = Shots.onScreen(() -> hand.scene().getRoot().lookupAll(".button").stream()
                    .map(Button.class::cast)
                    .filter(button -> "Copy the picture".equals(button.getText()))
                    .findFirst()
                    .orElseThrow());
            Shots.run(copy::fire);
            var image = Shots.onScreen(() -> Clipboard.getSystemClipboard().getImage());
            assertTrue(image.getHeight() > before + 20, "room for the marking and the sentence");
            assertFalse(hand.sees(".figures-plot .figures-marking"), "on the screen the marking stands at the top");
        }
    }

    @Test
    void whoever_may_not_export_gets_a_sentence_and_nothing_on_the_clipboard() {
        var views = VAULT.office().figures().views().orThrow();
        VAULT.as(DeskVault.ADMINISTRATOR);
        try (var model = new FiguresViewModel(VAULT.desktop(), views)) {
            var copied = new ArrayList<byte[]>();
            model.copy(new TableDesk.Picture("Bars", 1, 1, new int[1]), copied::add);
            assertInstanceOf(Problem.NotAllowed.class, model.problem().get());
            assertEquals(List.of(), copied);
        } finally {
            VAULT.as(DeskVault.LRO);
        }
    }

    @Test
    void whoever_may_not_read_is_told_so() {
        VAULT.as(DeskVault.ADMINISTRATOR);
        try (var hand = new Hand(() -> VAULT.shown(FiguresScreens::figures))) {
            assertTrue(hand.sees(".instead"), "a sentence in place of the figures");
        } finally {
            VAULT.as(DeskVault.LRO);
        }
    }

    @Test
    void the_report_s_year_can_be_chosen_for_any_view_that_has_a_period() {
        try (var model = model(VAULT.desktop())) {
            ask(model, "disruptions-all", "agency");
            model.period.set(Period.ALL.stream().filter(one -> one.preset().equals("disruptions-year")).findFirst().orElseThrow());
            var window = model.read.now().figures().window();
            assertEquals(LocalDate.of(2021, 6, 2), window.from());
            assertEquals(LocalDate.of(2022, 5, 31), window.to());
        }
    }

    @Test
    void figures_are_frozen_listed_shown_as_they_are_stored_and_verified() {
        var desk = new AtomicReference<Desktop>();
        try (var hand = new Hand(() -> VAULT.shown(desktop -> {
            desk.set(desktop);
            return FiguresScreens.figures(desktop);
        }))) {
            var freeze = Shots.onScreen(() -> (Button) hand.scene().lookup("#figures-freeze"));
            Shots.run(freeze::fire);
            hand.at(".side-sheet .text-field").type("Return for May").press(KeyCode.CONTROL, KeyCode.ENTER);
            assertEquals(new Place.Frozen("Return for May"), Shots.onScreen(() -> desk.get().go().current().get()));
        }
        try (var model = new FrozenViewModel(VAULT.desktop(), "Return for May")) {
            var table = Objects.requireNonNull(model.table.get());
            var asked = VAULT.office().figures().answer(Question.of("disruptions-counted").by("agency", "p")).orThrow();
            assertEquals(asked.rows(), table.rows());
            assertEquals(asked.labels(), table.labels());
            assertEquals("disruptions-counted", table.facts().get("View"));
            model.verify.run();
            assertTrue(model.verdict.get().startsWith("They are as they were frozen") && model.verdict.get().endsWith("the same."));
        }
        assertEquals(List.of(), Shots.take("frozen", 1280, 800, () -> VAULT.shown(desktop -> FiguresScreens.frozen(desktop, ""))));
    }

    @Test
    void figures_of_an_earlier_moment_are_proved_from_the_journal() {
        var desk = new TestDesk(VAULT.office());
        try (var model = model(desk.desktop())) {
            ask(model, "disruptions-counted", "p");
            assertFalse(model.prove.possible(), "what is known now is the journal's own state");
            type(model, model.knownOn, "21 June 2022 12:00");
            assertTrue(model.read.ready().getValue(), () -> String.valueOf(model.read.state().get()));
            assertTrue(model.read.now().figures().total() > 0 && model.prove.possible());
            model.prove.run();
            assertEquals("The journal up to that moment gives the same figures.", desk.said());
        }
    }

    @Test
    void the_screen_is_in_order() {
        assertEquals(List.of(), Shots.take("figures", 1280, 800, () -> VAULT.shown(FiguresScreens::figures)));
        assertEquals(List.of(), Shots.take("figures-areas", 1280, 800, () -> VAULT.shown(desktop -> {
            try (var model = model(desktop)) {
                model.show(Picture.AREAS);
            }
            return FiguresScreens.figures(desktop);
        })));
        assertEquals(List.of(), Shots.take("figures-known-on", 1280, 800, () -> VAULT.shown(desktop -> {
            try (var model = model(desktop)) {
                type(model, model.knownOn, "21 June 2022 12:00");
            }
            return FiguresScreens.figures(desktop);
        })));
    }
}
