package fourfold.ui.settings;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import fourfold.Shots;
import fourfold.Windowed;
import fourfold.core.access.Role;
import fourfold.core.kernel.Watch;
import fourfold.desk.Lobby;
import fourfold.desk.Office;
import fourfold.desk.SecondVault;
import fourfold.desk.TestVaults;
import fourfold.ui.TestDesk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleIntegerProperty;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@Windowed
final class SettingsTest {

    @TempDir
    static Path folder;

    private static Office office;
    private static Office other;

    private record Plain(BooleanProperty dark, BooleanProperty asSystem, IntegerProperty percent) implements Appearance {}

    private static Plain appearance() {
        return new Plain(new SimpleBooleanProperty(), new SimpleBooleanProperty(), new SimpleIntegerProperty(100));
    }

    @BeforeAll
    static void open() {
        var surroundings = TestVaults.surroundings(TestVaults.clock());
        office = TestVaults.begin(folder.resolve("vault"), surroundings);
        TestVaults.add(office, "X11001", "LRO 001", EnumSet.of(Role.LRO));
        other = SecondVault.begin(folder.resolve("other"), surroundings);
    }

    @AfterAll
    static void close() {
        for (var one : List.of(office, other)) {
            one.close();
            one.lobby().close();
        }
    }

    @Test
    void themeAndTextSizeCountAtOnceAndFollowTheKeys() {
        var appearance = appearance();
        var model = new LooksViewModel(appearance);
        model.theme.set(LooksViewModel.Theme.DARK);
        model.size.set(150);
        assertTrue(appearance.dark().get());
        assertEquals(150, appearance.percent().get());
        appearance.percent().set(200);
        assertEquals(200, model.size.get());
        model.theme.set(LooksViewModel.Theme.SYSTEM);
        assertTrue(appearance.asSystem().get());
        assertTrue(appearance.dark().get(), "what the computer has is not for the settings to say");
        model.theme.set(LooksViewModel.Theme.LIGHT);
        assertFalse(appearance.asSystem().get());
        assertFalse(appearance.dark().get());
    }

    @Test
    void limitsAreSavedOrRefusedBesideTheirField() {
        var desk = new TestDesk(office);
        var model = new LimitsViewModel(desk.desktop());
        model.idle.set(0L);
        model.save.run();
        assertEquals("Minutes until an idle vault locks must lie between 1 and 60.", model.idle.flaw().get());
        model.idle.set(10L);
        model.threats.set(6L);
        model.save.run();
        assertEquals("The limits are saved.", desk.said());
        assertEquals(10, office.settings().settings().idleMinutes());
        assertEquals(6, office.settings().settings().threatsPerLro());
        model.close();
    }

    @Test
    void aUnitIsTrustedFromItsFileAndTheTrustCanEnd() {
        var file = other.trust().export(folder.resolve("derbyshire.asc")).orThrow();
        var desk = new TestDesk(office);
        var model = new SafetyViewModel(desk.desktop(), text -> {});
        model.trust.run();
        assertEquals("Choose the unit whose certificate it is.", model.agency.flaw().get());
        model.agency.set("Derbyshire");
        desk.prompts().path(file);
        model.trust.run();
        assertEquals(2, model.trusted.size());
        assertTrue(desk.prompts().said().getLast().contains("have them read their six words"));
        model.chosen.set(model.trusted.stream().filter(unit -> unit.own()).findFirst().orElseThrow());
        assertEquals("This is our own unit.", model.endTrust.whyNot().getValue());
        model.chosen.set(model.trusted.stream().filter(unit -> !unit.own()).findFirst().orElseThrow());
        desk.prompts().yes();
        model.endTrust.run();
        assertEquals(1, model.trusted.size());
        model.close();
    }

    @Test
    void certificatesAndBackupsAreWrittenWhereThePersonSays() {
        var desk = new TestDesk(office);
        var model = new SafetyViewModel(desk.desktop(), text -> {});
        desk.prompts().path(folder.resolve("ours.asc"));
        model.export.run();
        assertTrue(Files.exists(folder.resolve("ours.asc")));
        desk.prompts().path(folder.resolve("vault.backup"));
        model.backUp.run();
        assertTrue(desk.said().startsWith("The backup is written and verified"), desk.said());
        model.close();
    }

    @Test
    void aNewRecoveryCodeIsShownOnceAndThenGone() {
        var desk = new TestDesk(office);
        var model = new SafetyViewModel(desk.desktop(), text -> {});
        desk.prompts().yes();
        model.newCode.run();
        assertFalse(model.code().get().isEmpty());
        model.codeKept.run();
        assertEquals("", model.code().get());
        model.close();
    }

    @Test
    void theJournalIsCheckedWholly() {
        var desk = new TestDesk(office);
        var model = new SafetyViewModel(desk.desktop(), text -> {});
        model.check.run();
        var sound = model.checked().get();
        assertNotNull(sound);
        assertTrue(SafetyViewModel.words(sound).startsWith("The journal is whole: "));
        model.close();
    }

    @Test
    void thePicturesHaveNoSlip() {
        office.trust().trust("Derbyshire", other.trust().certificates()).orThrow();
        assertEquals(List.of(), Shots.take("settings", 1280, 800, () ->
                new TestDesk(office).shown(desktop -> SettingsScreens.settings(desktop, appearance()))));
        assertEquals(List.of(), Shots.take("settings-end", 1280, 800, () -> {
            var desk = new TestDesk(office);
            desk.prompts().yes();
            return desk.shown(desktop -> SettingsScreens.settings(desktop, appearance()), screen -> {
                TestDesk.run(screen, "settings.check");
                TestDesk.run(screen, "settings.recovery");
                var page = (javafx.scene.layout.BorderPane) screen.node();
                ((javafx.scene.control.ScrollPane) page.getCenter()).setVvalue(1);
            });
        }));
        office.trust().endTrust("Derbyshire").orThrow();
    }

    @Test
    void aListIsPublishedLookedAtAndTakenInFromTheSettings() throws java.io.IOException {
        office.trust().trust("Derbyshire", other.trust().certificates()).orThrow();
        other.trust().trust("EMSOU", office.trust().certificates()).orThrow();
        TestVaults.add(other, "Y90002", "New Officer", EnumSet.of(Role.LRO));
        var there = new TestDesk(other);
        var theirs = new PublishingViewModel(there.desktop());
        there.prompts().path(folder.resolve("lists"));
        theirs.publish.run();
        assertTrue(there.said().startsWith("List 1 for EMSOU is written"), there.said());
        theirs.renewUnit.run();
        assertTrue(there.said().startsWith("Our unit's certificate is renewed"), there.said());
        theirs.close();
        var desk = new TestDesk(office);
        var model = new PublishingViewModel(desk.desktop());
        desk.prompts().path(folder.resolve("lists").resolve("DERBYSHIRE_CERTIFICATES_000001.gpg"));
        desk.prompts().yes();
        model.takeIn.run();
        assertTrue(desk.prompts().said().toString().contains("New Officer (Y90002): LRO, until 20 June 2024"), desk.prompts().said().toString());
        assertEquals("The list of certificates number 1 from Derbyshire is in.", desk.said());
        var none = Files.writeString(folder.resolve("none.gpg"), "nothing");
        desk.prompts().path(none);
        model.takeIn.run();
        var problem = Objects.requireNonNull(model.problem().get());
        assertTrue(problem.sentence().startsWith("This file is no list of certificates"), problem.sentence());
        model.close();
        office.trust().endTrust("Derbyshire").orThrow();
    }

    @Test
    void certificatesThatEndSoonAreSaidInPicturesWithoutASlip() {
        var clock = TestVaults.clock();
        var surroundings = TestVaults.surroundings(clock);
        var ending = TestVaults.begin(folder.resolve("ending"), surroundings, Role.SUPERVISOR);
        try {
            clock.forward(java.time.Duration.ofDays(723));
            assertEquals(
                    List.of("Your certificate expires in 7 days, on 20 June 2024; renew it."),
                    ending.certificates().warnings().stream().map(warning -> warning.sentence()).toList());
            assertEquals(List.of(), Shots.take("settings-certificates", 1280, 800, () -> new TestDesk(ending).shown(desktop -> {
                var model = new PublishingViewModel(desktop);
                return fourfold.ui.parts.Screen.of(
                                "Settings", fourfold.ui.kit.Page.untitled().following(model).scrolling(PublishingPane.of(model)))
                        .closing(model::close);
            })));
            assertEquals(List.of(), Shots.take("home-certificates", 1280, 800, () ->
                    new TestDesk(ending).shown(fourfold.ui.home.HomeScreens::home)));
        } finally {
            ending.close();
            ending.lobby().close();
        }
    }

    @Test
    void whoeverIsNoAdministratorIsToldWhyNot() {
        var surroundings = TestVaults.surroundings(TestVaults.clock());
        var founded = TestVaults.begin(folder.resolve("third"), surroundings);
        TestVaults.add(founded, "X11001", "LRO 001", EnumSet.of(Role.LRO));
        var lobby = founded.lobby();
        founded.close();
        try (var lro = lobby.unlock(new Lobby.Unlock("X11001", TestVaults.PASSPHRASE.toCharArray(), false, Watch.nobody()))
                .orThrow()) {
            var desk = new TestDesk(lro);
            var model = new SafetyViewModel(desk.desktop(), text -> {});
            for (var command : List.of(model.trust, model.backUp, model.newCode))
                assertEquals("Only an administrator may do this.", command.whyNot().getValue(), command.id());
            assertTrue(model.check.possible());
            model.close();
        } finally {
            lobby.close();
        }
    }

    @Test
    void aFingerprintIsReadInGroupsOfFour() {
        assertEquals("ABCD 1234 EF", Objects.requireNonNull(SafetyViewModel.spaced("ABCD1234EF")));
    }
}
