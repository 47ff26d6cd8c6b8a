package fourfold.ui.disruption;

import fourfold.core.disruption.Disruption;
import fourfold.core.disruption.EventLink;
import fourfold.core.disruption.SameEvents.Pair;
import fourfold.core.kernel.FaultCode;
import fourfold.core.kernel.Id;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Watch;
import fourfold.core.sync.Kept;
import fourfold.desk.LinkDesk;
import fourfold.desk.LinkDesk.Beside;
import fourfold.desk.LinkDesk.Perhaps;
import fourfold.ui.kit.Answer;
import fourfold.ui.kit.Asker;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.Progress;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.place.Place;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.value.ObservableValue;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;
import org.jspecify.annotations.Nullable;

/// The pairs of events that may be one, and the decision about the chosen pair.
final class SameEventsViewModel extends ViewModel {

    /// The two events that are looked at.
    record Both(UUID one, UUID other) {
        static Both of(Pair pair) {
            return new Both(pair.one().id(), pair.other().id());
        }
    }

    final ObservableList<Perhaps> all = FXCollections.observableArrayList();
    final ObjectProperty<Optional<Both>> chosen = new SimpleObjectProperty<>(this, "chosen", Optional.empty());
    /// The line of the list that is looked at; null where the pair is none of the list.
    final ObjectProperty<@Nullable Perhaps> line = new SimpleObjectProperty<>(this, "line");
    final ReadOnlyObjectWrapper<Boolean> searched = new ReadOnlyObjectWrapper<>(this, "searched", false);
    final ReadOnlyStringWrapper failed = new ReadOnlyStringWrapper(this, "failed", "");
    final Asker searching = Asker.reading("Comparing the events");
    final Query<Optional<Beside>> beside;
    final Input<String> reason = input(Input.text("reason", "Reason").atMost(4000).help("Needed for every decision."));
    final Command first;
    final Command second;
    final Command part;
    final Command undo;
    final Command refresh;
    private final Desktop desktop;
    private final Runnable stopListening;

    SameEventsViewModel(Desktop desktop, Optional<UUID> one, Optional<UUID> other) {
        super(desktop.tools());
        this.desktop = desktop;
        if (one.isPresent() && other.isPresent()) chosen.set(Optional.of(new Both(one.get(), other.get())));
        var changes = desktop.changesOf("disruption", "link", "threat");
        beside = query(
                "Reading the two events",
                chosen,
                both -> both.isEmpty()
                        ? Outcome.done(Optional.<Beside>empty())
                        : desk().beside(new Id<>(both.get().one()), new Id<>(both.get().other())).map(Optional::of),
                changes);
        chosen.addListener((source, before, now) -> {
            if (!before.equals(now)) reason.starting("");
        });
        line.subscribe(now -> {
            if (now != null) chosen.set(Optional.of(Both.of(now.pair())));
        });
        first = decision("same.first", "The first leads", "Alt+1", side(Beside::first), this::leads);
        second = decision("same.second", "The second leads", "Alt+2", side(Beside::second), this::leads);
        part = decision("same.part", "Not the same", "Alt+0", read -> null, (name, wish) -> name.part(wish));
        undo = decision("same.undo", "Undo this", "Alt+9", read -> null, (name, wish) -> name.undo(wish));
        refresh = command("same.refresh", "Compare again", this::refresh).on("F5");
        stopListening = changes.listen(() -> tools().work().onScreen(this::search))::unsubscribe;
        search();
    }

    private static Function<Beside, @Nullable Id<Disruption>> side(Function<Beside, fourfold.desk.EventFile> which) {
        return read -> which.apply(read).event().id();
    }

    private Outcome<Kept<EventLink>> leads(LinkDesk desk, LinkDesk.Decide wish) {
        return desk.link(wish);
    }

    private LinkDesk desk() {
        return desktop.office().links();
    }

    private Command decision(
            String id,
            String text,
            String keys,
            Function<Beside, @Nullable Id<Disruption>> lead,
            BiFunction<LinkDesk, LinkDesk.Decide, Outcome<Kept<EventLink>>> decide) {
        return command(id, text, whyNot(), () -> decide(lead, decide)).on(keys);
    }

    /// Why nobody can decide now; empty where this person can.
    ObservableValue<String> whyNot() {
        return beside.value().map(read -> read.map(Beside::whyNot).orElse("Choose a pair first.")).orElse("Choose a pair first.");
    }

    private void decide(
            Function<Beside, @Nullable Id<Disruption>> lead,
            BiFunction<LinkDesk, LinkDesk.Decide, Outcome<Kept<EventLink>>> decide) {
        beside.now().ifPresent(read -> ask(
                new LinkDesk.Decide(
                        read.first().event().id(), read.second().event().id(), lead.apply(read), read.version(), reason.filled().strip()),
                wish -> decide.apply(desk(), wish),
                this::decided));
    }

    private void decided(Kept<EventLink> link) {
        reason.starting("");
        var proposed = desktop.office().proposals().sentence(link);
        tools().status().say(link.record().get(EventLink.REF) + ": "
                + proposed.orElseGet(() -> link.record().print(EventLink.DECISION) + "."));
        beside.refresh();
    }

    /// Looks for the pairs, off the screen.
    private void search() {
        tools().work().askLong(
                searching,
                desktop.office(),
                (office, progress) -> office.links().perhaps(watch(progress)),
                new Answer<List<Perhaps>>(this::found, problem -> failed.set(problem.sentence()), fault -> {
                    tools().faults().note(fault);
                    failed.set("Something went wrong (" + FaultCode.of(fault) + "). Press F5 to compare again.");
                }));
    }

    private static Watch watch(Progress progress) {
        return (done, total) -> {
            progress.at("Comparing the events", total == 0 ? -1 : (double) done / total);
            return !progress.stopped();
        };
    }

    private void found(List<Perhaps> pairs) {
        failed.set("");
        int place = all.stream().map(one -> Both.of(one.pair())).toList().indexOf(chosen.get().orElse(null));
        all.setAll(pairs);
        searched.set(true);
        var now = pairs.stream()
                .filter(one -> chosen.get().filter(Both.of(one.pair())::equals).isPresent())
                .findFirst()
                .orElse(null);
        // a pair that somebody came to from elsewhere is looked at though the list has it not
        boolean elsewhere = chosen.get().isPresent() && place < 0;
        if (now == null && !elsewhere) {
            if (pairs.isEmpty()) chosen.set(Optional.empty());
            else now = pairs.get(Math.clamp(place, 0, pairs.size() - 1));
        }
        line.set(now);
    }

    void open(UUID event) {
        desktop.go().go(new Place.DisruptionFile(event));
    }

    Desktop desktop() {
        return desktop;
    }

    @Override
    public void refresh() {
        super.refresh();
        search();
    }

    @Override
    public void close() {
        stopListening.run();
        searching.drop();
        super.close();
    }
}
