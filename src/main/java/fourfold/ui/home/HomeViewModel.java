package fourfold.ui.home;

import fourfold.core.kernel.Id;
import fourfold.core.plan.Action;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Watch;
import fourfold.desk.DraftDesk;
import fourfold.desk.CertificateDesk;
import fourfold.desk.CorrectionDesk;
import fourfold.desk.HomeDesk;
import fourfold.desk.RegionDesk;
import fourfold.desk.HomeDesk.Group;
import fourfold.desk.HomeDesk.Item;
import fourfold.desk.HomeDesk.Worklist;
import fourfold.ui.kit.Answer;
import fourfold.ui.kit.Asker;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Filter;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.Signal;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.place.Place;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import javafx.beans.property.IntegerProperty;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.SimpleIntegerProperty;
import javafx.beans.property.SimpleObjectProperty;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The worklist on the screen: the groups with their counts, the lines of what is chosen, and what can be done with one.
public final class HomeViewModel extends ViewModel {

    private final Desktop desktop;
    final Query<Worklist> worklist;
    final Query<List<DraftDesk.Unsaved>> drafts;
    final Query<List<CertificateDesk.Warning>> warnings;
    /// What each force has here; nothing in the vault of a force.
    final Query<Optional<RegionDesk.Picture>> forces;
    /// How many pairs of events may be one.
    final IntegerProperty pairs = new SimpleIntegerProperty(this, "pairs");
    /// What agencies were sent that no longer holds, by the agency.
    final ObservableList<CorrectionDesk.Due> corrections = FXCollections.observableArrayList();
    private final Asker recalling = Asker.aside("Looking for corrections to send");
    private final Asker comparing = Asker.aside("Comparing the events");
    private final List<Runnable> stopListening;
    final Filter filter = new Filter();
    final ObjectProperty<@Nullable Group> group = new SimpleObjectProperty<>();
    final ObjectProperty<@Nullable Item> chosen = new SimpleObjectProperty<>();
    final ObservableList<Item> shown = FXCollections.observableArrayList();
    final Command open;
    final Command record;
    final Command refresh;

    HomeViewModel(Desktop desktop) {
        super(desktop.tools());
        this.desktop = desktop;
        worklist = query(
                "Reading what waits",
                new SimpleObjectProperty<>(Boolean.TRUE),
                always -> desktop.office().home().worklist(),
                desktop.changesOf("threat", "plan", "action", "disruption", "review", "person", "settings", "package", "link"));
        drafts = query(
                "Looking for what was not saved",
                new SimpleObjectProperty<>(Boolean.TRUE),
                always -> Outcome.done(desktop.office().drafts().mine()),
                desktop.changesOf("draft"));
        warnings = query(
                "Looking at the certificates",
                new SimpleObjectProperty<>(Boolean.TRUE),
                always -> Outcome.done(desktop.office().certificates().warnings()),
                desktop.changesOf("publication", "person"));
        forces = aside(
                "Reading what each force has here",
                new SimpleObjectProperty<>(Boolean.TRUE),
                always -> desktop.office().region().picture(),
                desktop.changesOf("threat", "action", "disruption", "link", "received"));
        stopListening = List.of(
                whenever(desktop.changesOf("threat", "disruption", "link"), this::compare),
                whenever(
                        desktop.changesOf("threat", "plan", "action", "disruption", "meeting", "review", "link", "package", "received"),
                        this::recall));
        compare();
        recall();
        worklist.whenRead(list -> show());
        group.subscribe(now -> show());
        filter.text().subscribe(now -> show());
        open = command("home.open", "Open", () -> open(chosen.get()));
        record = command("home.record", "Record a disruption", () -> record(chosen.get()));
        refresh = command("home.refresh", "Read again", this::refresh).on("F5");
    }

    private Runnable whenever(Signal changes, Runnable step) {
        return changes.listen(() -> tools().work().onScreen(step))::unsubscribe;
    }

    /// Counts the corrections that are still to be sent, while nobody waits for it.
    private void recall() {
        tools().work().ask(
                recalling,
                desktop.office(),
                office -> office.corrections().counts(),
                new Answer<>(corrections::setAll, problem -> corrections.clear(), tools().faults()::note));
    }

    /// Goes where packages are made and corrections are read.
    void openPackages() {
        desktop.go().go(new Place.Packages());
    }

    /// Counts the pairs of events that may be one, while nobody waits for it.
    private void compare() {
        tools().work().ask(
                comparing,
                desktop.office(),
                office -> office.links().perhaps(Watch.nobody()).map(List::size),
                new Answer<>(pairs::set, problem -> pairs.set(0), tools().faults()::note));
    }

    /// Goes where the pairs are decided about.
    void openPairs() {
        desktop.go().go(new Place.SameEvents(Optional.empty(), Optional.empty()));
    }

    @Override
    public void close() {
        stopListening.forEach(Runnable::run);
        comparing.drop();
        recalling.drop();
        super.close();
    }

    private void show() {
        var list = worklist.value().get();
        if (list == null) return;
        var typed = filter.text().get().strip().toLowerCase(Locale.UK);
        var wanted = group.get();
        var matching = list.items().stream()
                .filter(item -> wanted == null || item.group() == wanted)
                .filter(item -> typed.isEmpty() || words(item).contains(typed))
                .toList();
        filter.count(matching.size(), list.items().size());
        shown.setAll(matching);
    }

    private static String words(Item item) {
        return String.join(" ", List.of(item.what(), item.threatRef(), item.threatName(), item.why()))
                .toLowerCase(Locale.UK);
    }

    /// Opens what a line is about, at the place where it can be acted on.
    void open(@Nullable Item item) {
        if (item == null) return;
        if (item.group() == Group.CONFLICT || item.group() == Group.PROPOSED) {
            desktop.go().go(new Place.Conflicts(
                    item.group() == Group.CONFLICT ? Place.Unsettled.IN_CONFLICT : Place.Unsettled.PROPOSED,
                    Optional.of(item.record())));
            return;
        }
        switch (item.kind()) {
            case "disruption" -> desktop.go().go(new Place.DisruptionFile(item.record()));
            case "package" -> desktop.go().go(new Place.Packages());
            case "plan", "action" -> item.threat().ifPresent(threat -> desktop.go().go(
                    item.group() == Group.TO_REVIEW
                            ? new Place.Review(planOf(threat.value()))
                            : new Place.ThreatFile(threat.value(), Place.Tab.PLAN)));
            default -> item.threat().ifPresent(threat ->
                    desktop.go().go(new Place.ThreatFile(threat.value(), Place.Tab.OVERVIEW)));
        }
    }

    private static java.util.UUID planOf(java.util.UUID threat) {
        return fourfold.core.plan.Plan.idFor(new Id<>(threat)).value();
    }

    private void record(@Nullable Item item) {
        if (item == null) return;
        desktop.capture(
                item.threat().orElse(null),
                item.kind().equals("action") ? new Id<Action>(item.record()) : null);
    }

    /// Opens what was typed and not saved.
    void open(DraftDesk.Unsaved draft) {
        Unsaved.open(desktop, draft);
    }

    /// How many lines a group has.
    int count(Group one) {
        var list = worklist.value().get();
        return list == null ? 0 : list.of(one).size();
    }

    java.time.LocalDate today() {
        return desktop.office().session().today();
    }

    String name() {
        return desktop.office().session().name();
    }

    List<HomeDesk.Load> workload() {
        var list = worklist.value().get();
        return list == null ? List.of() : list.workload();
    }
}
