package fourfold.ui.disruption;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Shots;
import fourfold.Windowed;
import fourfold.core.access.Role;
import fourfold.core.disruption.Disruption;
import fourfold.desk.Office;
import fourfold.desk.TestVaults;
import fourfold.ui.TestDesk;
import fourfold.ui.home.HomeScreens;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Pairs of events on a real vault of a regional unit, decided about by keyboard.
@Windowed
final class SameEventsScreenTest {

    private static final String EVENTS = """
            Disruption ref,Threat ref,Disruption type,Lead agency,Supporting agencies,Event date,Record date,Primary 4P,Assessment Category,Lead unit,Summary,Arrests,Warrants,Assets seized GBP,Vehicles seized,People safeguarded
            DER-D-000001,EMS-0001,Lead Disruption,Derbyshire,Leicestershire,2022-05-03,2022-05-04,Pursue,Minor,SOC team,"Warrants executed at two addresses; cash and two vehicles seized",3,2,18400.00,2,0
            LEI-D-000001,EMS-0001,Lead Disruption,Leicestershire,,2022-05-03,2022-05-06,Pursue,Moderate,SOC task force,"Joint warrants with a neighbouring force, three arrested",3,2,18400.00,2,0
            EMS-D-000001,EMS-0002,Lead Disruption,EMSOU,,2022-05-10,2022-05-11,Prevent,Minor,RPIU,Offender moved to a work placement,,,,,
            NOT-D-000001,EMS-0002,Support Disruption,EMSOU,Nottinghamshire,2022-05-10,2022-05-12,Prevent,Minor,NPT,Placement supported,,,,,
            """;

    @TempDir
    Path folder;

    private Office office;

    @BeforeAll
    static void toolkit() {
        Shots.toolkit();
    }

    @BeforeEach
    void twoForcesRecordedTheSame() {
        office = TestVaults.begin(
                folder.resolve("vault"), TestVaults.surroundings(TestVaults.clock()), Role.LRO, Role.SUPERVISOR);
        TestVaults.loadThreats(office, "Threat ref,Name,Threat kind,Owning agency\n"
                + "EMS-0001,Op Kiln,Organised crime group,EMSOU\nEMS-0002,Op Loom,Organised crime group,Derbyshire\n");
        TestVaults.loadEvents(office, EVENTS);
    }

    @AfterEach
    void close() {
        office.close();
        office.lobby().close();
    }

    private UUID event(String ref) {
        return office.disruptions().open(ref).orThrow().record().id().value();
    }

    private String verdict(String ref) {
        return office.disruptions().verdictOf(office.disruptions().open(ref).orThrow()).orThrow().sentence();
    }

    @Test
    void theChosenPairIsDecidedWithAReasonAndTheNextOneFollows() {
        var desk = new TestDesk(office);
        try (var model = new SameEventsViewModel(desk.desktop(), Optional.empty(), Optional.empty())) {
            assertEquals(List.of(true, false), model.all.stream().map(one -> one.pair().twice()).toList());
            var both = model.beside.now().orElseThrow();
            boolean derbyshireFirst = both.first().event().get(Disruption.REF).startsWith("DER");
            var leads = derbyshireFirst ? model.first : model.second;
            leads.run();
            assertEquals("Say why the two are one event.", Objects.requireNonNull(model.problem().get()).sentence());
            model.reason.set("One warrant, two records");
            leads.run();
            assertEquals(
                    "Counts nationally through Derbyshire's event DER-D-000001, of which this is the support.",
                    verdict("LEI-D-000001"));
            model.refresh();
            assertEquals(1, model.all.size());
            assertFalse(model.all.getFirst().pair().twice());
            assertEquals("", model.reason.get());
            model.reason.set("Placed on two days");
            model.part.run();
            model.refresh();
            assertEquals(0, model.all.size());
        }
    }

    @Test
    void aLinkThatWasMadeIsOpenedFromTheEventAndUndone() {
        var desk = new TestDesk(office);
        try (var model = new SameEventsViewModel(
                desk.desktop(), Optional.of(event("DER-D-000001")), Optional.of(event("LEI-D-000001")))) {
            model.reason.set("One warrant");
            model.first.run();
        }
        try (var model = new SameEventsViewModel(
                desk.desktop(), Optional.of(event("LEI-D-000001")), Optional.of(event("DER-D-000001")))) {
            assertEquals(1, model.beside.now().orElseThrow().said().size());
            model.reason.set("Two addresses");
            model.undo.run();
            assertTrue(verdict("LEI-D-000001").startsWith("Counts nationally: "));
        }
    }

    @Test
    void theScreensAreInOrder() {
        assertEquals(List.of(), Shots.take("same-events", 1280, 800, () -> new TestDesk(office)
                .shown(desktop -> DisruptionScreens.same(desktop, Optional.empty(), Optional.empty()))));
        assertEquals(List.of(), Shots.take("region-home", 1280, 800, () -> new TestDesk(office).shown(HomeScreens::home)));
        // screens that were shown before listen on the thread of the screen
        Shots.run(() -> office.links().link(new fourfold.desk.LinkDesk.Decide(
                new fourfold.core.kernel.Id<>(event("DER-D-000001")), new fourfold.core.kernel.Id<>(event("LEI-D-000001")),
                new fourfold.core.kernel.Id<>(event("DER-D-000001")), 0, "One warrant, two records")).orThrow());
        assertEquals(List.of(), Shots.take("same-events-linked", 1280, 800, () -> new TestDesk(office).shown(desktop ->
                DisruptionScreens.same(desktop, Optional.of(event("DER-D-000001")), Optional.of(event("LEI-D-000001"))))));
        assertEquals(List.of(), Shots.take("event-linked", 1280, 800, () -> new TestDesk(office)
                .shown(desktop -> DisruptionScreens.file(desktop, event("LEI-D-000001")))));
    }
}
