package fourfold.ui.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fourfold.InlineWork;
import fourfold.ScriptedPrompts;
import fourfold.Shots;
import fourfold.Windowed;
import fourfold.core.kernel.P;
import fourfold.core.kernel.Problem;
import fourfold.ui.parts.Due;
import fourfold.ui.parts.PMark;
import fourfold.ui.parts.PStrip;
import fourfold.ui.parts.PersonLabel;
import fourfold.ui.parts.Silence;
import fourfold.ui.parts.TierMark;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import javafx.collections.FXCollections;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.StackPane;
import javafx.scene.layout.VBox;
import org.junit.jupiter.api.Test;

/// Every widget of the kit on a few pages, for the pictures.
@Windowed
final class GalleryTest {

    private static final LocalDate TODAY = LocalDate.of(2022, 6, 14);

    private static Tools tools() {
        return new Tools(new InlineWork(), new NoFaults(), new Status(), new ScriptedPrompts());
    }

    private record NoFaults() implements Faults {
        @Override
        public void show(Throwable fault) {
            throw new AssertionError(fault);
        }

        @Override
        public void note(Throwable fault) {}
    }

    private static final class EventModel extends ViewModel {

        final Input<String> title = input(Input.text("title", "What happened").required().atMost(120));
        final Input<LocalDate> when = input(Input.<LocalDate>of("eventDate", "When").required());
        final Input<P> p = input(Input.<P>of("primaryP", "Primary P").required());
        final Input<String> threat = input(Input.<String>of("threat", "Threat").required());
        final Input<Set<P>> also = input(Input.of("secondaryPs", "Secondary Ps"));
        final Input<String> category = input(Input.<String>of("category", "Assessment category"));
        final Input<Long> arrests = input(Input.of("arrests", "Arrests"));
        final Input<String> reason = input(Input.text("reason", "Reason for the category")
                .atMost(200)
                .help("What changed for the threat, and for how long."));
        final Input<Boolean> evidence = input(Input.of("evidence", "Evidence is filed in our own system"));

        EventModel() {
            super(GalleryTest.tools());
            title.set("Warrant at a storage unit, 2 kg of cocaine seized");
            when.set(TODAY.minusDays(11));
            p.set(P.PURSUE);
            threat.set("EM-0014 Op Saffron");
            also.set(Set.of(P.PROTECT));
            reason.set("The group lost its stock and its driver. It has not been seen at the storage unit since, and two of its "
                    + "runners have asked for help to leave. The effect may last until the autumn or so.");
        }

        void fail(Problem problem) {
            refused(problem);
        }
    }

    private static Node form(EventModel model) {
        return Form.of(
                Form.text(model.title),
                Form.beside(Form.suggest(
                        model.threat, FXCollections.observableArrayList("EM-0014 Op Saffron", "EM-0027 Op Larch"), words -> words),
                        Form.date(model.when, () -> TODAY)),
                Form.options(model.p, Arrays.asList(P.values()), P::label, P::meaning),
                Form.flags(model.also, Arrays.asList(P.values()), P::label),
                Form.beside(
                        Form.choice(model.category, List.of("Major", "Moderate", "Minor"), words -> words),
                        Form.number(model.arrests)),
                Form.area(model.reason),
                Form.check(model.evidence));
    }

    private static List<Command> commands(EventModel model) {
        return List.of(
                model.command("gallery.save", "Save and another", () -> {}).icon("fth-check").on("Ctrl+Enter"),
                model.command("gallery.other", "Moderate", () -> {})
                        .when(model.title.value().map(String::isEmpty), "You recorded this event; a second person moderates it."));
    }

    private static void clean(String name, Supplier<Parent> make) {
        assertEquals(List.of(), Shots.take(name, 1280, 800, make));
    }

    @Test
    void aFormShowsItsFieldsWithoutASlip() {
        clean("gallery-form", () -> {
            var model = new EventModel();
            var commands = commands(model);
            return Page.titled("Record a disruption")
                    .saying("Seven fields, in the order in which people think.")
                    .actions(commands)
                    .following(model)
                    .scrolling(form(model))
                    .footer(Buttons.of(commands.getFirst(), commands.getLast()));
        });
    }

    @Test
    void aFormThatIsRefusedSaysWhatIsWrongBesideItsFields() {
        clean("gallery-refused", () -> {
            var model = new EventModel();
            var page = Page.titled("Record a disruption").following(model).scrolling(form(model));
            model.fail(new Problem.Invalid(List.of(
                    new Problem.Flaw("title", "Say what happened in at most 120 characters."),
                    new Problem.Flaw("eventDate", "The event cannot lie after today."))));
            return page;
        });
    }

    @Test
    void eachProblemHasItsBar() {
        clean("gallery-problems", () -> {
            var box = new VBox();
            box.getStyleClass().add("column");
            var problems = List.of(
                    new Problem.NotAllowed("You cannot review your own plan."),
                    new Problem.NotNow("Only a submitted plan can be sent back."),
                    new Problem.NeedsReason("sio-is-lro", "The SIO and the LRO are the same person: write why that is so."),
                    new Problem.Conflict(42, "LRO 021 saved this threat at 14:02, after you had opened it."),
                    new Problem.Gone("This action was removed by LRO 021."),
                    new Problem.Damaged("The package is damaged at byte 2,481 and was not opened."));
            for (var problem : problems) {
                var model = new EventModel();
                box.getChildren().add(ProblemBar.of(model));
                model.fail(problem);
            }
            return Page.titled("Problems").scrolling(box);
        });
    }

    private record Row(String ref, String name, String tier, String lro, LocalDate last, int actions) {}

    @Test
    void aTableIsDenseAndReadable() {
        clean("gallery-table", () -> {
            var filter = new Filter();
            filter.chips().addAll(
                    new Filter.Chip("Tier 1 or 2", () -> {}), new Filter.Chip("Derbyshire North", () -> {}));
            filter.count(5, 312);
            var bar = new FilterBar(filter, "threats");
            var rows = FXCollections.observableArrayList(
                    new Row("EM-0014", "Op Saffron", "Tier 1", "LRO 014", TODAY.minusDays(41), 3),
                    new Row("EM-0027", "Op Larch", "Tier 2", "LRO 021", TODAY.minusDays(2), 12),
                    new Row("EM-0031", "Op Quarry, county line into the coast", "Tier 2", "", TODAY, 0),
                    new Row("EM-0044", "Op Fennel", "", "LRO 014", TODAY.minusDays(1), 7),
                    new Row("EM-0052", "Op Wren", "Tier 4", "LRO 033", TODAY.minusDays(120), 104));
            var table = Columns.<Row>of("Threats")
                    .text("Reference", 7, Row::ref)
                    .text("Name", 16, Row::name)
                    .node("Tier", 6, Row::tier, row -> new TierMark(row.tier(), true))
                    .text("LRO", 7, Row::lro)
                    .sorted("Last activity", 11, Row::last, row -> Silence.words(row.last(), TODAY))
                    .node("4P: actions and events", 22, row -> "", row -> new PStrip(
                            Map.of(P.PURSUE, row.actions(), P.PREVENT, 1), Map.of(P.PURSUE, 12)))
                    .number("Open actions", 8, Row::actions)
                    .empty("No threat matches. Take a filter away, or press Ctrl+N to add a threat.")
                    .searchedBy(bar)
                    .keyed(Row::ref)
                    .rows(rows);
            table.getSelectionModel().select(1);
            return Page.titled("Threats").strip(bar).content(table);
        });
    }

    @Test
    void anEmptyTableSaysWhatToDo() {
        clean("gallery-empty", () -> Page.titled("Threats").content(Columns.<Row>of("Threats")
                .text("Reference", 8, Row::ref)
                .empty("No threats yet. Load an extract, or press Ctrl+N to add the first one.")
                .rows(FXCollections.observableArrayList())));
    }

    @Test
    void marksBadgesMetersFactsAndDifferencesAreLegible() {
        clean("gallery-marks", () -> {
            var marks = Nodes.row(Arrays.stream(P.values()).map(PMark::new).toArray(Node[]::new));
            var badges = Nodes.flow(
                    new Badge("Draft", Badge.Tone.QUIET),
                    new Badge("Submitted", Badge.Tone.ACCENT),
                    new Badge("Approved", Badge.Tone.DONE),
                    new Badge("Approved, then changed", Badge.Tone.WARNING),
                    new Badge("2 of 4 Ps empty", Badge.Tone.DANGER),
                    new TierMark("Tier 2", true),
                    new TierMark("Tier 3", false),
                    Due.badge(TODAY.minusDays(3), TODAY),
                    Due.badge(TODAY.plusDays(4), TODAY),
                    Due.badge(TODAY.plusDays(40), TODAY));
            var balance = Meter.balance(
                    "Actions",
                    Arrays.stream(P.values())
                            .map(p -> new Meter.Part(p.label(), PMark.letters(p), PMark.style(p), 12 / (p.ordinal() * 3 + 1)))
                            .toList());
            var facts = new Facts()
                    .add("Kind", "Organised crime group")
                    .add("LRO", new PersonLabel("LRO 014", "Derbyshire North"))
                    .add("SIO", new PersonLabel("", ""))
                    .add("Next review", Dates.day(TODAY.plusDays(9)) + ", " + Dates.fromToday(TODAY.plusDays(9), TODAY))
                    .add("Financial investigator", "");
            var diff = new Diff(List.of(
                    new Diff.Change("Due", "Tue 3 May 2022", "Fri 17 Jun 2022"),
                    new Diff.Change("Owner", "", "Derby City Council, licensing"),
                    new Diff.Change(
                            "Objective",
                            "Reduce the supply of crack cocaine into the northern division by closing two lines.",
                            "Reduce the supply of crack cocaine and heroin into the northern division by closing three lines.")));
            var left = new VBox(Nodes.heading("Marks"), marks, badges, Nodes.heading("Balance"), balance,
                    Meter.against("Open actions", 31, 25), Meter.against("Open actions", 12, 25));
            left.getStyleClass().add("column");
            var right = new VBox(Nodes.heading("Facts"), facts, Nodes.heading("What changed"), diff);
            right.getStyleClass().add("column");
            return Page.titled("Pieces").scrolling(new VBox(24, left, right));
        });
    }

    @Test
    void aSideSheetLiesOverItsPage() {
        clean("gallery-sheet", () -> {
            var model = new EventModel();
            var commands = commands(model);
            var sheets = new Sheets(Page.titled("Plan of Op Saffron").content(new HBox(Nodes.prose("The board."))));
            sheets.open("capture", () -> new SideSheet("capture", "Record a disruption", form(model), () -> true)
                    .buttons(commands.getFirst(), List.of(commands.getLast())));
            return new StackPane(sheets);
        });
    }
}
