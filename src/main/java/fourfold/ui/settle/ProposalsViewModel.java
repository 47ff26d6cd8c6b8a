package fourfold.ui.settle;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import fourfold.desk.DraftDesk.Unsaved;
import fourfold.desk.ProposalDesk;
import fourfold.desk.ProposalDesk.Proposal;
import fourfold.desk.Waiting;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.Query;
import fourfold.ui.kit.Saving;
import fourfold.ui.kit.ViewModel;
import fourfold.ui.parts.Desktop;
import fourfold.ui.parts.Drafting;
import fourfold.ui.parts.TableSaving;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// What other agencies propose, and the answer to the chosen proposal. A reason that is typed stays with its proposal.
final class ProposalsViewModel extends ViewModel {

    /// One proposal.
    ///
    /// @param whyNot why this person may not answer it, or empty
    record Line(Proposal proposal, String whyNot) implements Lines.Line {
        @Override
        public String key() {
            return proposal.entry();
        }

        @Override
        public Waiting record() {
            return proposal.record();
        }
    }

    final Query<List<Line>> read;
    final Lines<Line> lines;
    final Input<String> reason =
            input(Input.text("reason", "Reason").atMost(4000).help("Needed to decline, welcome to accept."));
    final Command accept;
    final Command decline;
    final Command open;
    final Saving saving;
    final Command refresh;
    private final Desktop desktop;
    private final Map<String, String> typed = new HashMap<>();
    private final Drafting drafting;
    private volatile Map<String, String> draft = Map.of();
    private boolean begun;

    ProposalsViewModel(Desktop desktop, Optional<UUID> at) {
        super(desktop.tools());
        this.desktop = desktop;
        lines = new Lines<>(at);
        saving = TableSaving.at(desktop, () -> "");
        drafting = new Drafting(desktop.office(), desktop.tools(), "settle/proposals");
        lines.selected().addListener((source, before, now) -> change(before, now));
        var desk = desktop.office().proposals();
        read = query(
                "Reading what is proposed",
                new ReadOnlyObjectWrapper<>("").getReadOnlyProperty(),
                none -> {
                    draft = drafting.read().map(Unsaved::texts).orElse(Map.of());
                    return desk.list().map(all -> all.stream().map(one -> new Line(one, desk.whyNotAnswer(one))).toList());
                },
                SettleWords.changes(desktop));
        read.whenRead(this::show);
        drafting.whenAtRest(List.of(reason), this::keepDraft);
        var whyNot = whyNot("Nothing is proposed.");
        accept = command("proposals.accept", "Accept", whyNot, () -> answer(desk::accept, "accepted"))
                .on("Ctrl+Enter")
                .icon("fth-check");
        decline = command("proposals.decline", "Decline", whyNot, this::decline)
                .on("Ctrl+Shift+Enter")
                .icon("fth-corner-up-left");
        open = command("proposals.open", "Open the record", this::open)
                .when(lines.selected().isNotNull(), "Choose a line first.");
        refresh = command("proposals.refresh", "Read the list again", this::refresh).on("F5");
    }

    private void show(List<Line> all) {
        if (!begun) typed.putAll(draft);
        begun = true;
        typed.keySet().retainAll(all.stream().map(Line::key).toList());
        lines.show(all);
    }

    /// Keeps the reasons that were typed and not given.
    void keepDraft() {
        if (!begun) return;
        var texts = new TreeMap<>(typed);
        var line = lines.selected().get();
        if (line != null) texts.put(line.key(), reason.filled());
        texts.values().removeIf(String::isBlank);
        drafting.keep(texts);
    }

    /// Why the chosen proposal cannot be answered by this person; empty where it can.
    ObservableValue<String> whyNot(String whenNone) {
        return lines.selected().map(Line::whyNot).orElse(whenNone);
    }

    private void change(@Nullable Line before, @Nullable Line now) {
        if (before != null && now != null && before.key().equals(now.key())) return;
        if (before != null) typed.put(before.key(), reason.filled());
        var again = now == null ? null : typed.remove(now.key());
        reason.starting("");
        reason.set(again == null ? "" : again);
        dismissProblem();
    }

    private void decline() {
        if (reason.filled().isBlank()) refused(new Problem.Invalid(reason.name(), "Say why the proposal is declined."));
        else answer(desktop.office().proposals()::decline, "declined");
    }

    private void answer(Function<ProposalDesk.Answer, Outcome<ProposalDesk.Answered>> desk, String said) {
        var line = lines.selected().get();
        if (line == null) return;
        ask(new ProposalDesk.Answer(line.proposal().entry(), reason.filled().strip()), desk, answered -> {
            typed.remove(line.key());
            if (lines.isChosen(line)) reason.starting("");
            keepDraft();
            tools().status().say(SettleWords.name(line.record()) + ": the proposal of " + line.proposal().agency() + " is "
                    + said + ". " + lines.left(line));
            read.refresh();
        });
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
