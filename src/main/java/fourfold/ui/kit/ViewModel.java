package fourfold.ui.kit;

import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ObservableValue;
import org.jspecify.annotations.Nullable;

/// A screen's state and commands, without the screen. Subclasses declare fields, queries and commands with the pieces
/// here; a refusal then lands where its kind belongs, never where the call happened to be.
public abstract class ViewModel implements AutoCloseable {

    private final Tools tools;
    private final Asker acting = Asker.acting("Saving");
    private final List<Input<?>> fields = new ArrayList<>();
    private final List<Query<?>> queries = new ArrayList<>();
    private final ReadOnlyObjectWrapper<@Nullable Problem> problem = new ReadOnlyObjectWrapper<>(this, "problem");
    private Consumer<Reasons> again = reasons -> {};
    private Reasons reasons = Reasons.none();
    private boolean closed;

    protected ViewModel(Tools tools) {
        this.tools = tools;
    }

    /// An input of this screen's form: refusals that name it show beside it.
    protected <T> Input<T> input(Input<T> input) {
        fields.add(input);
        return input;
    }

    /// A question that this screen keeps asking until it is closed.
    protected <I, T> Query<T> query(
            String doing, ObservableValue<I> input, Function<? super I, Outcome<T>> slow, Signal... signals) {
        return query(Optional.empty(), doing, input, slow, signals);
    }

    /// A question whose first answer may be at hand: the screen then has it at once.
    protected <I, T> Query<T> query(
            Optional<T> known, String doing, ObservableValue<I> input, Function<? super I, Outcome<T>> slow, Signal... signals) {
        return asking(new Query<>(tools, Asker.reading(doing), known, input, slow, signals));
    }

    /// A question whose answer nobody waits for: it is asked beside those that somebody does wait for.
    protected <I, T> Query<T> aside(
            String doing, ObservableValue<I> input, Function<? super I, Outcome<T>> slow, Signal... signals) {
        return asking(new Query<>(tools, Asker.aside(doing), Optional.empty(), input, slow, signals));
    }

    private <T> Query<T> asking(Query<T> query) {
        queries.add(query);
        return query;
    }

    /// A command of this screen, possible while nothing else is being saved.
    protected Command command(String id, String text, Runnable run) {
        return Command.of(id, text, run).when(acting.working().map(busy -> !busy), "Something is still being saved.");
    }

    /// A command of this screen, possible while nothing else is being saved and `whyNot` is empty.
    protected Command command(String id, String text, ObservableValue<String> whyNot, Runnable run) {
        return command(id, text, run).unless(whyNot);
    }

    /// Asks a desk to do something, and goes on with `done`.
    protected <I, T> void ask(I wish, Function<? super I, Outcome<T>> desk, Consumer<? super T> done) {
        askWithReason(given -> wish, desk, done);
    }

    /// Asks a desk to do something for which a rule may want a reason: the problem bar then asks for it, and the wish
    /// is made again with it.
    protected <I, T> void askWithReason(
            Function<Reasons, I> wish, Function<? super I, Outcome<T>> desk, Consumer<? super T> done) {
        askLong(wish, (input, progress) -> desk.apply(input), done);
    }

    /// Asks for something long that shows how far it is and can be stopped.
    protected <I, T> void askLong(
            Function<Reasons, I> wish, Slow<? super I, T> slow, Consumer<? super T> done) {
        reasons = Reasons.none();
        again = given -> send(wish.apply(given), slow, done);
        if (fieldsReadable()) {
            again.accept(reasons);
        }
    }

    private <I, T> void send(I input, Slow<? super I, T> slow, Consumer<? super T> done) {
        problem.set(null);
        fields.forEach(field -> field.flaw().set(""));
        tools.work().askLong(acting, input, slow, new Answer<>(done, this::refused, tools.faults()::show));
    }

    private boolean fieldsReadable() {
        fields.forEach(Input::settle);
        var flaws = fields.stream()
                .filter(field -> !field.unread().get().isEmpty())
                .map(field -> new Problem.Flaw(field.name(), field.unread().get()))
                .toList();
        if (!flaws.isEmpty()) {
            refused(new Problem.Invalid(flaws));
        }
        return flaws.isEmpty();
    }

    /// Shows a refusal where its kind belongs: flaws beside their fields, everything else in the problem bar. When the
    /// screen has been left meanwhile, the status line says it.
    protected void refused(Problem refusal) {
        if (closed) {
            tools.status().say(refusal.sentence());
            return;
        }
        problem.set(refusal);
        if (refusal instanceof Problem.Invalid(var flaws)) {
            for (var flaw : flaws) {
                fieldNamed(flaw.field()).ifPresent(field -> field.flaw().set(flaw.sentence()));
            }
            flaws.stream().flatMap(flaw -> fieldNamed(flaw.field()).stream()).findFirst().ifPresent(Input::attend);
        }
    }

    private Optional<Input<?>> fieldNamed(String name) {
        return fields.stream().filter(field -> field.name().equals(name)).findFirst();
    }

    /// What the problem bar shows, or null.
    public ReadOnlyObjectProperty<@Nullable Problem> problem() {
        return problem.getReadOnlyProperty();
    }

    /// Takes the problem away: the person has read it.
    public void dismissProblem() {
        problem.set(null);
    }

    /// Gives the reason that a rule asked for, and asks again.
    public void giveReason(String reason) {
        if (problem.get() instanceof Problem.NeedsReason(var rule, var sentence) && !reason.isBlank()) {
            reasons = reasons.with(rule, reason.strip());
            again.accept(reasons);
        }
    }

    /// Brings the keyboard to the field of a flaw.
    public void attend(String fieldName) {
        fieldNamed(fieldName).ifPresent(Input::attend);
    }

    /// After a conflict: leaves one's own changes and shows what is stored now. Screens with fields override it to
    /// fill them in afresh.
    public void showTheirs() {
        problem.set(null);
        refresh();
    }

    /// After a conflict: reads what is stored now but keeps what was typed, so that it can be saved on top of it.
    public void keepMine() {
        problem.set(null);
        refresh();
    }

    /// Asks every question of this screen again.
    public void refresh() {
        queries.forEach(Query::refresh);
    }

    /// Whether something is being saved.
    public ReadOnlyBooleanProperty working() {
        return acting.working();
    }

    /// Who acts for this screen, for progress and stop.
    public Asker acting() {
        return acting;
    }

    /// Whether a field holds something that is not saved.
    public boolean hasUnsaved() {
        return fields.stream().anyMatch(Input::isChanged);
    }

    protected Tools tools() {
        return tools;
    }

    /// The screen has been left: answers to its questions are dropped, what it asked to be saved is still saved.
    @Override
    public void close() {
        closed = true;
        queries.forEach(Query::close);
    }
}
