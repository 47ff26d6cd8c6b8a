package fourfold.app;

import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.core.plan.Action;
import fourfold.core.threat.Threat;
import fourfold.desk.HomeDesk;
import fourfold.desk.Office;
import fourfold.desk.PacketDesk;
import fourfold.desk.SearchDesk;
import fourfold.ui.disruption.DisruptionScreens;
import fourfold.ui.home.HomeScreens;
import fourfold.ui.kit.Answer;
import fourfold.ui.kit.Asker;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Sheets;
import fourfold.ui.kit.Tools;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Screen;
import fourfold.ui.people.PeopleScreens;
import fourfold.ui.place.Navigator;
import fourfold.ui.place.Place;
import fourfold.ui.shell.Look;
import fourfold.ui.shell.Standing;
import fourfold.vault.IdleLock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.beans.property.IntegerProperty;
import org.jspecify.annotations.Nullable;

/// Everything that lives between unlocking and locking: the desks, what features are given, and their screens.
final class Workspace {

    private static final int MOST_FOUND = 12;

    private final Office office;
    private final Tools tools;
    private final Desktop desktop;
    private final IdleLock idle;

    Workspace(Office office, Tools tools, Navigator navigator, Sheets sheets, Look look) {
        this.office = office;
        this.tools = tools;
        this.desktop = new Desktop(office, tools, navigator, sheets, this::capture);
        this.idle = new IdleLock(
                Duration.ofMinutes(office.settings().settings().idleMinutes()),
                java.time.InstantSource.system(),
                System::nanoTime);
    }

    Office office() {
        return office;
    }

    Screen screen(Place place) {
        return switch (place) {
            case Place.Home home -> HomeScreens.home(desktop);
            case Place.People people -> PeopleScreens.people(desktop);
            default -> throw new IllegalStateException("no screen for " + place.getClass().getSimpleName());
        };
    }

    void capture(@Nullable Id<Threat> threat, @Nullable Id<Action> action) {
        DisruptionScreens.capture(desktop, threat, action);
    }

    /// Threats that the palette finds for what was typed.
    List<Command> found(String typed) {
        if (typed.isBlank()) return List.of();
        return switch (office.search().threats(typed, MOST_FOUND)) {
            case Outcome.Done<List<SearchDesk.FoundThreat>>(var threats) -> threats.stream()
                    .map(threat -> Command.of("open." + threat.ref(), "Open " + threat.ref() + "  " + threat.name(), () ->
                            desktop.go().go(new Place.ThreatFile(threat.id().value(), Place.Tab.OVERVIEW))))
                    .toList();
            case Outcome.Refused<List<SearchDesk.FoundThreat>> notAllowed -> List.of();
        };
    }

    /// Keeps the three answers of the status line and the counts of the rail up to date.
    void follow(Standing standing, IntegerProperty waiting, IntegerProperty toReview) {
        var session = office.session();
        standing.desk().set(session.agency() + " · "
                + session.roles().stream().map(role -> role.label()).collect(Collectors.joining(", ")) + " · "
                + session.label());
        standing.saved().set("Nothing to save");
        standing.anchored().set("Anchored at unlock");
        var asker = Asker.reading("Counting what waits");
        Runnable count = () -> tools.work().ask(asker, office, Workspace::standingOf, new Answer<>(
                now -> {
                    waiting.set(now.waiting());
                    toReview.set(now.toReview());
                    standing.unseen().set(now.unsent());
                },
                problem -> waiting.set(0),
                tools.faults()::note));
        count.run();
        office.feed().listen(changed -> tools.work().onScreen(() -> {
            standing.saved().set("Saved " + DateTimeFormatter.ofPattern("HH:mm", Locale.UK).format(LocalTime.now(session.clock())));
            count.run();
        }));
    }

    /// What the frame shows.
    private record Now(int waiting, int toReview, String unsent) {}

    private static Outcome<Now> standingOf(Office office) {
        return office.home().worklist().then(list -> office.packets().unsent().map(unsent -> new Now(
                list.items().size(),
                list.of(HomeDesk.Group.TO_REVIEW).size() + list.of(HomeDesk.Group.TO_MODERATE).size(),
                unsent.stream().map(Workspace::words).collect(Collectors.joining(" · ")))));
    }

    private static String words(PacketDesk.Unsent unsent) {
        var changes = unsent.changes() == 1 ? "1 change" : String.format(Locale.UK, "%,d changes", unsent.changes());
        return changes + (unsent.since() == 0 ? " not sent to " + unsent.to() : " since package " + unsent.since() + " to " + unsent.to());
    }

    boolean isIdle() {
        return idle.isDue();
    }

    void touched() {
        idle.touch();
    }

    /// Locks the vault once what is running has ended.
    void close() {
        tools.work().ask(
                Asker.acting("Locking"),
                office,
                open -> {
                    open.close();
                    return Outcome.done(true);
                },
                new Answer<>(done -> {}, problem -> {}, tools.faults()::show));
    }
}
