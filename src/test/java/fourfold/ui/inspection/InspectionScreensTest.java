package fourfold.ui.inspection;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Hand;
import fourfold.Shots;
import fourfold.Windowed;
import fourfold.core.access.Role;
import fourfold.core.inspection.Hit;
import fourfold.core.inspection.Inspection;
import fourfold.core.inspection.Result;
import fourfold.desk.TestVaults;
import fourfold.ui.DeskVault;
import fourfold.ui.TestDesk;
import fourfold.ui.parts.Desktop;
import fourfold.ui.place.Place;
import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import javafx.scene.control.TableView;
import javafx.scene.input.KeyCode;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/// The page of an inspection on the example region.
@Windowed
final class InspectionScreensTest {

    @RegisterExtension
    private static final DeskVault VAULT = new DeskVault();

    @BeforeAll
    static void toolkit() {
        Shots.toolkit();
    }

    private static Result result(InspectionViewModel model, String id) {
        return model.read.now().results().stream().filter(one -> one.check().id().equals(id)).findFirst().orElseThrow();
    }

    @Test
    void the_checks_look_back_from_the_chosen_day_and_remember_it_on_the_way_back() {
        var desktop = VAULT.desktop();
        try (var model = new InspectionViewModel(desktop)) {
            assertEquals(LocalDate.of(2022, 6, 21), model.read.now().day());
            model.day.set(LocalDate.of(2022, 5, 31));
            assertEquals(LocalDate.of(2022, 5, 31), model.read.now().day());
            model.chosen.set(result(model, "stalled"));
            assertEquals(model.hits, result(model, "stalled").hits());
        }
        try (var model = new InspectionViewModel(desktop)) {
            assertEquals(LocalDate.of(2022, 5, 31), model.read.now().day());
            assertEquals("stalled", model.begin(model.read.now()).orElseThrow().check().id());
        }
    }

    @Test
    void every_kind_of_line_opens_a_place() {
        var desktop = VAULT.desktop();
        try (var model = new InspectionViewModel(desktop)) {
            for (var result : model.read.now().results())
                for (var hit : result.hits().stream().limit(1).toList()) {
                    desktop.go().restart(new Place.Inspection());
                    model.open(hit);
                    var place = desktop.go().current().get();
                    switch (hit.kind()) {
                        case THREAT -> assertEquals(new Place.ThreatFile(Objects.requireNonNull(hit.id()), Place.Tab.OVERVIEW), place);
                        case PLAN, ACTION ->
                            assertEquals(new Place.ThreatFile(Objects.requireNonNull(hit.about()), Place.Tab.PLAN), place);
                        case MEETING -> assertInstanceOf(Place.MeetingFile.class, place);
                        case EVENTS -> assertInstanceOf(Place.SameEvents.class, place);
                        case AGENCY -> assertEquals(new Place.Disruptions(hit.ref()), place);
                        case LRO, AREA -> assertEquals(new Place.Threats(hit.ref()), place);
                    }
                }
            desktop.go().restart(new Place.Inspection());
            model.open((Hit) null);
            assertEquals(new Place.Inspection(), desktop.go().current().get());
        }
    }

    @Test
    void a_finding_and_its_records_are_reached_by_the_keyboard_alone() {
        var desk = new AtomicReference<Desktop>();
        try (var hand = new Hand(() -> VAULT.shown(desktop -> {
            desk.set(desktop);
            return InspectionScreens.inspection(desktop);
        }))) {
            hand.at(".tall-list").press(KeyCode.HOME).press(KeyCode.DOWN).press(KeyCode.ENTER);
            var table = (TableView<?>) hand.node(".inspection-records");
            assertTrue(Shots.onScreen(table::isFocused), "Enter goes to the records");
            hand.press(KeyCode.DOWN).press(KeyCode.ENTER);
            assertInstanceOf(Place.ThreatFile.class, Shots.onScreen(() -> desk.get().go().current().get()));
        }
    }

    @Test
    void the_page_is_in_order_with_findings_and_without() {
        assertEquals(List.of(), Shots.take("inspection", 1280, 800, () -> VAULT.shown(InspectionScreens::inspection)));
        try (var office = TestVaults.begin(
                VAULT.folder().resolve("empty"), TestVaults.surroundings(TestVaults.clock()), Role.LRO)) {
            assertEquals(List.of(), Shots.take(
                    "inspection-empty", 1280, 800, () -> new TestDesk(office).shown(InspectionScreens::inspection)));
            try (var model = new InspectionViewModel(new TestDesk(office).desktop())) {
                assertNull(model.begin(model.read.now()).orElse(null));
                assertNotNull(InspectionView.summary(model.read.now()));
            }
        }
        assertEquals(
                "An inspector would find nothing here.",
                InspectionView.summary(new Inspection(LocalDate.of(2022, 5, 31), List.of())));
    }
}
