package fourfold.ui.settle;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.desk.ConflictDesk;
import fourfold.desk.ConflictDesk.Contested;
import fourfold.desk.ConflictDesk.InConflict;
import fourfold.desk.DraftDesk.Unsaved;
import fourfold.desk.Waiting;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.Saving;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Drafting;
import fourfold.ui.parts.TableSaving;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// The fields in conflict, a line each, and the settlement of the chosen one. What is typed for a line stays with it while
/// another one is looked at.
final class ConflictsViewModel extends ViewModel {

    /// What is chosen when none of the values that stand holds.
    static final String ANOTHER = "another";

    /// One field of one record.
    ///
    /// @param whyNot why this person may not settle it, or empty
    record Line(InConflict one, Contested field, String whyNot) implements Lines.Line {
        @Override
        public String key() {
            return one.record().record() + "/" + field.field();
        }

        @Override
        public Waiting record() {
            return one.record();
        }
    }

    /// What was typed for a line.
    private record Typed(@Nullable String choice, String other, String reason) {
        private static final String CHOICE = " choice";
        private static final String OTHER = " other";
        private static final String REASON = " reason";

        static Optional<Typed> in(Map<String, String> texts, String key) {
            var found = new Typed(
                    texts.get(key + CHOICE), texts.getOrDefault(key + OTHER, ""), texts.getOrDefault(key + REASON, ""));
            return found.equals(new Typed(null, "", "")) ? Optional.empty() : Optional.of(found);
        }

        void into(Map<String, String> texts, String key) {
            if (choice != null) texts.put(key + CHOICE, choice);
            if (!other.isBlank()) texts.put(key + OTHER, other);
            if (!reason.isBlank()) texts.put(key + REASON, reason);
        }
    }

    final Query<List<Line>> read;
    final Lines<Line> lines;
    final Input<String> choice = input(Input.<String>of("choice", "The value that holds").required());
    final Input<String> other = input(Input.text("other", "Another value"));
    final Input<String> reason = input(Input.text("reason", "Why it holds").required().atMost(4000));
    final Command settle;
    final Command open;
    final Saving saving;
    final Command refresh;
    private final Desktop desktop;
    private final Map<String, Typed> typed = new HashMap<>();
    private final Drafting drafting;
    private volatile Map<String, String> draft = Map.of();
    private boolean begun;

    ConflictsViewModel(Desktop desktop, Optional<UUID> at) {
        super(desktop.tools());
        this.desktop = desktop;
        lines = new Lines<>(at);
        saving = TableSaving.at(desktop, () -> "");
        drafting = new Drafting(desktop.office(), desktop.tools(), "settle/conflicts");
        lines.selected().addListener((source, before, now) -> change(before, now));
        read = query(
                "Reading what is in conflict",
                new ReadOnlyObjectWrapper<>("").getReadOnlyProperty(),
                none -> {
                    draft = drafting.read().map(Unsaved::texts).orElse(Map.of());
                    return desktop.office().conflicts().list().map(all -> lines(desktop.office().conflicts(), all));
                },
                SettleWords.changes(desktop));
        read.whenRead(this::show);
        drafting.whenAtRest(List.of(choice, other, reason), this::keepDraft);
        settle = command("conflicts.settle", "Settle", whyNot("Nothing is in conflict."), this::settle)
                .on("Ctrl+Enter")
                .icon("fth-check");
        open = command("conflicts.open", "Open the record", this::open)
                .when(lines.selected().isNotNull(), "Choose a line first.");
        refresh = command("conflicts.refresh", "Read the list again", this::refresh).on("F5");
    }

    private void show(List<Line> all) {
        if (!begun) all.forEach(line -> Typed.in(draft, line.key()).ifPresent(text -> typed.put(line.key(), text)));
        begun = true;
        typed.keySet().retainAll(all.stream().map(Line::key).toList());
        lines.show(all);
    }

    /// Keeps what was typed for each line and not saved.
    void keepDraft() {
        if (!begun) return;
        var texts = new TreeMap<String, String>();
        typed.forEach((key, text) -> text.into(texts, key));
        var line = lines.selected().get();
        if (line != null) new Typed(choice.get(), other.filled(), reason.filled()).into(texts, line.key());
        drafting.keep(texts);
    }

    private static List<Line> lines(ConflictDesk desk, List<InConflict> all) {
        var lines = new ArrayList<Line>();
        for (var one : all)
            for (var field : one.fields()) lines.add(new Line(one, field, desk.whyNotSettle(one, field)));
        return lines;
    }

    /// Why the chosen field cannot be settled by this person; empty where it can.
    ObservableValue<String> whyNot(String whenNone) {
        return lines.selected().map(Line::whyNot).orElse(whenNone);
    }

    private void change(@Nullable Line before, @Nullable Line now) {
        if (before != null && now != null && before.key().equals(now.key())) {
            if (!stands(now, choice.get())) choice.set(null);
            return;
        }
        if (before != null) typed.put(before.key(), new Typed(choice.get(), other.filled(), reason.filled()));
        var again = now == null ? null : typed.remove(now.key());
        choice.starting(null);
        if (again != null && now != null && stands(now, again.choice())) choice.set(again.choice());
        other.starting("");
        other.set(again == null ? "" : again.other());
        reason.starting("");
        reason.set(again == null ? "" : again.reason());
        dismissProblem();
    }

    private static boolean stands(Line line, @Nullable String chosen) {
        return ANOTHER.equals(chosen)
                || line.field().values().stream().anyMatch(value -> value.entry().equals(chosen));
    }

    private void settle() {
        var line = lines.selected().get();
        if (line == null) return;
        var chosen = choice.get();
        if (chosen == null) {
            refused(new Problem.Invalid(choice.name(), "Choose the value that holds, or write another."));
            return;
        }
        if (reason.filled().isBlank()) {
            refused(new Problem.Invalid(reason.name(), "Say why this value holds."));
            return;
        }
        var answer = chosen.equals(ANOTHER)
                ? new ConflictDesk.Answer.Value(other.filled().strip())
                : new ConflictDesk.Answer.OfEntry(chosen);
        var wish = new ConflictDesk.Settle(
                line.record().kind(),
                line.record().record(),
                line.record().version(),
                line.field().field(),
                answer,
                reason.filled().strip());
        ask(wish, this::ask, settled -> settled(line, settled));
    }

    /// What is wrong with a value that was written stands beside where it was written.
    private Outcome<ConflictDesk.Settled> ask(ConflictDesk.Settle wish) {
        var outcome = desktop.office().conflicts().settle(wish);
        return outcome instanceof Outcome.Refused<ConflictDesk.Settled>(Problem.Invalid invalid)
                ? Outcome.refused(new Problem.Invalid(other.name(), invalid.sentence()))
                : outcome;
    }

    private void settled(Line line, ConflictDesk.Settled settled) {
        typed.remove(line.key());
        if (lines.isChosen(line)) {
            choice.starting(null);
            other.starting("");
            reason.starting("");
        }
        keepDraft();
        tools().status().say(SettleWords.name(line.record()) + ": " + line.field().label()
                + (settled.value().isEmpty() ? " is settled as empty. " : " is settled. ")
                + lines.left(line));
        read.refresh();
    }

    /// Nothing is kept any more: whoever leaves has kept it before.
    @Override
    public void close() {
        begun = false;
        super.close();
    }

    private void open() {
        var line = lines.selected().get();
        if (line != null) SettleWords.place(line.record()).ifPresent(desktop.go()::go);
    }

    Desktop desktop() {
        return desktop;
    }
}
