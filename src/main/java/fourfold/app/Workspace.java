package fourfold.app;

import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.core.plan.Action;
import fourfold.core.threat.Threat;
import fourfold.desk.HomeDesk;
import fourfold.desk.Office;
import fourfold.desk.PacketDesk;
import fourfold.desk.SearchDesk;
import fourfold.extract.GuidePages;
import fourfold.ui.disruption.DisruptionScreens;
import fourfold.ui.figures.FiguresScreens;
import fourfold.ui.home.HomeScreens;
import fourfold.ui.inspection.InspectionScreens;
import fourfold.ui.kit.Answer;
import fourfold.ui.kit.Asker;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Sheets;
import fourfold.ui.kit.Tools;
import fourfold.ui.meeting.MeetingScreens;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Screen;
import fourfold.ui.people.PeopleScreens;
import fourfold.ui.place.Navigator;
import fourfold.ui.place.Place;
import fourfold.ui.plan.PlanScreens;
import fourfold.ui.review.ReviewScreens;
import fourfold.ui.packet.PacketScreens;
import fourfold.ui.load.LoadScreens;
import fourfold.ui.guide.GuideScreens;
import fourfold.ui.settings.SettingsScreens;
import fourfold.ui.settle.SettleScreens;
import fourfold.ui.settings.Appearance;
import fourfold.core.reference.Guide;
import fourfold.ui.history.HistoryScreens;
import fourfold.ui.shell.Look;
import fourfold.ui.threat.ThreatScreens;
import fourfold.ui.shell.Standing;
import fourfold.vault.IdleLock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.UUID;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.animation.PauseTransition;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.IntegerProperty;
import org.jspecify.annotations.Nullable;

/// Everything that lives between unlocking and locking: the desks, what features are given, and their screens.
final class Workspace {

    private static final int MOST_FOUND = 12;
    private static final int FIRST_SCREENS_SECONDS = 10;
    private static final long LATELY_NANOS = 1_000_000_000;

    private final Office office;
    private final Tools tools;
    private final Desktop desktop;
    private final IdleLock idle;
    private final Asker counting = Asker.aside("Counting what waits");
    private final Asker looking = Asker.aside("Looking at the room on the disk");
    private boolean closed;
    private volatile long used = System.nanoTime();
    private final Appearance look;
    private @Nullable Guide guide;

    Workspace(Office office, Tools tools, Navigator navigator, Sheets sheets, Look look) {
        this.office = office;
        this.tools = tools;
        this.desktop = new Desktop(office, tools, navigator, sheets, this::capture);
        this.look = new LookAppearance(look);
        this.idle = new IdleLock(
                Duration.ofMinutes(office.settings().settings().idleMinutes()),
                java.time.InstantSource.system(),
                System::nanoTime);
    }

    Office office() {
        return office;
    }

    Desktop desktop() {
        return desktop;
    }

    /// The screen of every place inside a vault.
    Screen screen(Place place) {
        used = System.nanoTime();
        return switch (place) {
            case Place.Home home -> HomeScreens.home(desktop);
            case Place.Threats threats -> ThreatScreens.list(desktop, threats.filter());
            case Place.ThreatFile file -> ThreatScreens.file(desktop, file.threat(), file.tab(), new FileParts(desktop));
            case Place.History history -> HistoryScreens.history(desktop, history.kind(), history.id());
            case Place.Plans plans -> PlanScreens.list(desktop, plans.filter());
            case Place.PlanBoard board -> PlanScreens.board(desktop, board.plan());
            case Place.Review review -> ReviewScreens.review(desktop, review.plan());
            case Place.Meetings meetings -> MeetingScreens.list(desktop, meetings.filter());
            case Place.MeetingFile meeting -> MeetingScreens.file(desktop, meeting.meeting());
            case Place.Figures figures -> FiguresScreens.figures(desktop);
            case Place.Frozen frozen -> FiguresScreens.frozen(desktop, frozen.name());
            case Place.Inspection inspection -> InspectionScreens.inspection(desktop);
            case Place.Conflicts conflicts -> SettleScreens.conflicts(desktop, conflicts.list(), conflicts.at());
            case Place.Packages packages -> PacketScreens.list(desktop);
            case Place.PackageOut out -> PacketScreens.out(desktop);
            case Place.PackageIn in -> PacketScreens.in(desktop);
            case Place.People people -> PeopleScreens.people(desktop);
            case Place.Load load -> LoadScreens.load(desktop);
            case Place.Guide topic -> GuideScreens.guide(desktop, guide(), topic.topic());
            case Place.Settings settings -> SettingsScreens.settings(desktop, look);
            case Place.Disruptions events -> DisruptionScreens.list(desktop, events.filter());
            case Place.DisruptionFile event -> DisruptionScreens.file(desktop, event.disruption());
            case Place.SameEvents same -> DisruptionScreens.same(desktop, same.one(), same.other());
            case Place.Reviews reviews -> ReviewScreens.queue(desktop, DisruptionScreens::moderation);
            case Place.Unlock unlock -> throw outside(place);
            case Place.NewVault newVault -> throw outside(place);
        };
    }

    /// Read when somebody first looks into it.
    private Guide guide() {
        var read = guide;
        if (read == null) {
            read = GuidePages.read();
            guide = read;
        }
        return read;
    }

    private static IllegalStateException outside(Place place) {
        return new IllegalStateException(place.getClass().getSimpleName() + " lies outside the vault");
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

    /// Checks the whole journal beside the work, once the first screens are there, on a thread of its own; locking stops it.
    void checkJournal() {
        var settled = new PauseTransition(javafx.util.Duration.seconds(FIRST_SCREENS_SECONDS));
        settled.setOnFinished(begin -> checkNow());
        settled.play();
    }

    private void checkNow() {
        if (closed) return;
        Thread.ofPlatform().daemon().name("fourfold-journal-check").priority(Thread.MIN_PRIORITY).start(() -> {
            try {
                office.journal().check().run(this::isInUse);
            } catch (RuntimeException | Error found) {
                tools.work().onScreen(() -> tools.faults().show(found));
            }
        });
    }

    /// Keeps the three answers of the status line and the counts of the rail up to date.
    void follow(Standing standing, IntegerProperty waiting, IntegerProperty toReview) {
        var session = office.session();
        standing.desk().set(session.agency() + " · "
                + session.roles().stream().map(role -> role.label()).collect(Collectors.joining(", ")) + " · "
                + session.label());
        standing.saved().set("Nothing to save");
        standing.anchored().set("Anchored at unlock");
        Runnable count = () -> {
            tools.work().ask(looking, office, open -> Outcome.done(open.room().warning()), new Answer<>(
                    standing.warning()::set, problem -> {}, this::noted));
            tools.work().ask(counting, office, Workspace::standingOf, new Answer<>(
                now -> {
                    waiting.set(now.waiting());
                    toReview.set(now.toReview());
                    standing.unseen().set(now.unsent());
                },
                problem -> waiting.set(0),
                this::noted));
        };
        count.run();
        office.feed().listen(changed -> tools.work().onScreen(() -> {
            standing.saved().set("Saved " + DateTimeFormatter.ofPattern("HH:mm", Locale.UK).format(LocalTime.now(session.clock())));
            count.run();
        }));
    }

    /// What was asked before the lock may find the store closed.
    private void noted(Throwable fault) {
        if (!closed) tools.faults().note(fault);
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
        used = System.nanoTime();
        idle.touch();
    }

    private boolean isInUse() {
        return System.nanoTime() - used < LATELY_NANOS;
    }

    /// Locks the vault once what is running has ended.
    void close() {
        closed = true;
        counting.drop();
        looking.drop();
        tools.work().ask(
                Asker.alone("Locking"),
                office,
                open -> {
                    open.close();
                    return Outcome.done(true);
                },
                new Answer<>(done -> {}, problem -> {}, tools.faults()::show));
    }

    /// The parts of a threat's file that other features make.
    private record FileParts(Desktop desktop) implements ThreatScreens.Parts {
        @Override
        public Screen plan(UUID threat) {
            return PlanScreens.pane(desktop, threat);
        }

        @Override
        public Screen disruptions(UUID threat) {
            return DisruptionScreens.pane(desktop, threat);
        }
    }

    /// The look of the window as the settings show it.
    private record LookAppearance(Look look) implements Appearance {
        @Override
        public BooleanProperty dark() {
            return look.dark();
        }

        @Override
        public BooleanProperty asSystem() {
            return look.asSystem();
        }

        @Override
        public IntegerProperty percent() {
            return look.percent();
        }
    }
}
