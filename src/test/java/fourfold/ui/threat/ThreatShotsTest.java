package fourfold.ui.threat;

import static org.junit.jupiter.api.Assertions.assertEquals;

import fourfold.Shots;
import fourfold.Windowed;
import fourfold.core.threat.Threat;
import fourfold.ui.kit.SideSheet;
import fourfold.ui.place.Place;
import fourfold.ui.shell.Look;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.Parent;
import javafx.scene.Scene;
import javafx.scene.control.TableView;
import javafx.scene.layout.Pane;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pictures of every screen about threats, and of the states in which there is nothing to show.
@Windowed
final class ThreatShotsTest {

    @TempDir
    static Path folder;

    private static ThreatOffice full;
    private static ThreatOffice empty;

    @BeforeAll
    static void begin() {
        full = ThreatOffice.loaded(folder.resolve("full"));
        empty = ThreatOffice.empty(folder.resolve("empty"));
    }

    @AfterAll
    static void end() {
        full.close();
        empty.close();
    }

    private static void clean(String name, Supplier<Parent> make) {
        assertEquals(List.of(), Shots.take(name, 1280, 800, make));
    }

    private static Parent file(ThreatOffice office, String ref, Place.Tab tab) {
        return office.shell(new Place.ThreatFile(office.id(ref), tab));
    }

    private static Parent sheet(Consumer<ThreatOffice> open) {
        var frame = file(full, "EMS-0001", Place.Tab.OVERVIEW);
        open.accept(full);
        return frame;
    }

    @Test
    void theListShowsTheSelectedThreatBesideIt() {
        clean("threat-list", () -> {
            var frame = full.shell(new Place.Threats(""));
            laidOut(frame, () -> table(frame, ".threat-table").getSelectionModel().select(1));
            return frame;
        });
    }

    /// Does something to a screen that needs its nodes to be there already.
    private static void laidOut(Parent frame, Runnable step) {
        var scene = new Scene(frame, 1280, 800);
        new Look().dress(scene);
        frame.applyCss();
        frame.layout();
        step.run();
        scene.setRoot(new Pane());
    }

    private static TableView<?> table(Parent frame, String selector) {
        return (TableView<?>) frame.lookup(selector);
    }

    @Test
    void anEmptyListSaysWhatToDo() {
        clean("threat-list-empty", () -> empty.shell(new Place.Threats("")));
    }

    @Test
    void theOverviewReadsLikeAPage() {
        clean("threat-overview", () -> file(full, "EMS-0001", Place.Tab.OVERVIEW));
    }

    @Test
    void theOverviewOfAThreatWithGapsSaysWhatIsMissing() {
        clean("threat-gaps", () -> file(full, full.refWithGaps(), Place.Tab.OVERVIEW));
    }

    @Test
    void peopleShowSinceWhenAndWhy() {
        clean("threat-people", () -> file(full, "EMS-0001", Place.Tab.PEOPLE));
    }

    @Test
    void theTimelineShowsWhatAnEntryChanged() {
        clean("threat-timeline", () -> file(full, full.changedRef(), Place.Tab.TIMELINE));
    }

    @Test
    void theHistoryShowsTwoVersionsSideBySide() {
        clean("history-compare", () -> {
            var id = full.id(full.changedRef());
            var frame = full.shell(new Place.History(Threat.FIELDS.kind(), id));
            laidOut(frame, () -> table(frame, ".table-view").getSelectionModel().selectRange(0, 3));
            return frame;
        });
    }

    @Test
    void theFormForANewThreatIsReadable() {
        clean("threat-new", () -> sheet(o -> ThreatSheets.create(o.desktop())));
    }

    @Test
    void theFormForAChangeIsReadable() {
        clean("threat-edit", () -> sheet(o -> ThreatSheets.edit(o.desktop(), o.kept("EMS-0001"), "")));
    }

    @Test
    void typingAnewShowsTheFourQuestions() {
        clean("threat-retype", () -> sheet(o -> ThreatSheets.retype(o.desktop(), o.kept("EMS-0001"))));
    }

    @Test
    void appointingAsksWhoAndWhy() {
        clean("threat-appoint", () -> sheet(o -> ThreatSheets.appoint(o.desktop(), o.kept("EMS-0001"))));
    }

    @Test
    void closingShowsItsChecklist() {
        clean("threat-close", () -> sheet(o -> ThreatSheets.close(o.desktop(), o.kept("EMS-0001"))));
    }

    @Test
    void aRefusedFormSaysWhatIsWrongBesideItsFields() {
        clean("threat-refused", () -> sheet(o -> {
            ThreatSheets.close(o.desktop(), o.kept("EMS-0001"));
            SideSheet open = o.desktop().sheets().open().get();
            open.commands().getFirst().run();
        }));
    }
}
