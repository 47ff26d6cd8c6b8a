package fourfold.ui.parts;

import fourfold.core.kernel.Editing;
import fourfold.core.kernel.Entity;
import fourfold.core.kernel.Field;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Seen;
import fourfold.core.sync.Kept;
import fourfold.desk.DraftDesk;
import fourfold.ui.kit.Answer;
import fourfold.ui.kit.Asker;
import fourfold.ui.kit.Command;
import fourfold.ui.kit.Dates;
import fourfold.ui.kit.Input;
import fourfold.ui.kit.ViewModel;
import java.util.ArrayList;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import org.jspecify.annotations.Nullable;

/// One sheet in which a record is made or changed: its fields, the reason, saving on the version that was seen, and the
/// draft of what is typed and not saved.
///
/// @param <K> the kind of record
public final class ChangeViewModel<K extends Entity<K>> extends ViewModel {

    /// What is asked of the desk.
    ///
    /// @param kept the record as the person saw it; null for a new one
    public record Wish<K extends Entity<K>>(@Nullable Kept<K> kept, Editing<K> values, String reason) {

        /// The version that the person saw, where a record is changed.
        public Seen<K> seen() {
            if (kept == null) throw new IllegalStateException("a change is of a record that was seen");
            return kept.seen();
        }
    }

    /// What makes one sheet different from another.
    ///
    /// @param place under which a draft is kept, as in "threat/…/edit"
    /// @param save the words on the button that saves
    /// @param closed the fields that no person writes by hand
    /// @param reread reads the record again after a conflict
    /// @param done what to do with the saved record
    public record Purpose<K extends Entity<K>>(
            String place,
            String save,
            Set<Field<K, ?>> closed,
            Function<Wish<K>, Outcome<Kept<K>>> desk,
            Function<Kept<K>, Outcome<Kept<K>>> reread,
            Consumer<Kept<K>> done) {}

    private static final String REASON = "reason";

    private final Desktop desktop;
    private final Purpose<K> purpose;
    private final RecordInputs<K> inputs;
    private final Asker looking = Asker.acting("Looking for a draft");
    private final Drafting drafting;
    private final Asker rereading = Asker.acting("Reading what is stored now");
    private final ReadOnlyStringWrapper draftFrom = new ReadOnlyStringWrapper(this, "draftFrom", "");
    private @Nullable Kept<K> kept;
    private boolean saved;
    public final Input<String> reason;
    public final Command save;
    public final Command discard;
    public final Command keepDraft;
    public final Command discardDraft;

    /// @param kept the record to change; null for a new one
    public ChangeViewModel(Desktop desktop, Purpose<K> purpose, RecordInputs<K> inputs, @Nullable Kept<K> kept) {
        super(desktop.tools());
        this.desktop = desktop;
        this.purpose = purpose;
        this.inputs = inputs;
        this.reason = input(Input.text(REASON, "Reason for the change").atMost(4000));
        this.kept = kept;
        if (kept != null) inputs.fill(kept.record());
        inputs.all().forEach(this::input);
        save = command("sheet.save", purpose.save(), this::save).on("Ctrl+Enter").icon("fth-check");
        discard = command("sheet.discard", "Discard", this::discard);
        keepDraft = Command.of("draft.keep", "Keep", () -> draftFrom.set(""));
        discardDraft = Command.of("draft.discard", "Throw it away", this::discardDraft);
        drafting = new Drafting(desktop.office(), desktop.tools(), purpose.place());
        tools().work().ask(looking, drafting, draft -> Outcome.done(draft.read()), new Answer<>(
                this::restore, this::refused, tools().faults()::show));
    }

    private void restore(Optional<DraftDesk.Unsaved> draft) {
        draft.ifPresent(unsaved -> {
            inputs.restore(unsaved.texts());
            reason.set(unsaved.texts().getOrDefault(REASON, reason.filled()));
            draftFrom.set(Dates.moment(unsaved.keptAt(), desktop.office().session().clock().getZone()));
        });
    }

    /// When the draft was kept whose texts stand in the fields, in words; empty once that is settled.
    public ReadOnlyStringProperty draftFrom() {
        return draftFrom.getReadOnlyProperty();
    }

    private Map<String, String> typed() {
        var texts = new TreeMap<>(inputs.changed());
        if (!reason.filled().isBlank()) texts.put(REASON, reason.filled());
        return texts;
    }

    /// Keeps what is typed and not saved, if it is not what was kept last. Called when the typing rests and when the sheet
    /// is left.
    public void keep() {
        drafting.keep(typed());
    }

    private void discardDraft() {
        draftFrom.set("");
        fill();
        drafting.discard();
    }

    private void fill() {
        var now = kept;
        if (now == null) inputs.all().forEach(ChangeViewModel::clear);
        else inputs.fill(now.record());
        reason.set("");
        dismissProblem();
    }

    private static <T> void clear(Input<T> input) {
        input.reset();
    }

    private void discard() {
        discardDraft();
        desktop.sheets().finish();
    }

    private void save() {
        inputs.all().forEach(Input::settle);
        inputs.editing(purpose.closed()).either(
                values -> askWithReason(
                        reasons -> new Wish<>(kept, values, reasonWith(reasons.text())), purpose.desk(), this::saved),
                this::refused);
    }

    private String reasonWith(String given) {
        var typed = reason.filled().strip();
        return given.isEmpty() || given.equals(typed) ? typed : (typed + " " + given).strip();
    }

    private void saved(Kept<K> now) {
        saved = true;
        drafting.end();
        desktop.sheets().finish();
        purpose.done().accept(now);
    }

    @Override
    public void showTheirs() {
        reread(inputs::fill);
    }

    @Override
    public void keepMine() {
        reread(inputs::rebase);
    }

    private void reread(Consumer<K> into) {
        var seen = kept;
        dismissProblem();
        if (seen == null) return;
        tools().work().ask(rereading, seen, purpose.reread(), new Answer<>(
                now -> {
                    kept = now;
                    into.accept(now.record());
                },
                this::refused,
                tools().faults()::show));
    }

    /// Keeps a draft from now on whenever the typing rests.
    void keepWhenAtRest() {
        var all = new ArrayList<Input<?>>(inputs.all());
        all.add(reason);
        drafting.whenAtRest(all, this::keep);
    }

    /// The place under which drafts are kept, which is the sheet's key as well.
    public String place() {
        return purpose.place();
    }

    /// The sheet's fields.
    public RecordInputs<K> inputs() {
        return inputs;
    }

    @Override
    public boolean hasUnsaved() {
        return !saved && super.hasUnsaved();
    }
}
