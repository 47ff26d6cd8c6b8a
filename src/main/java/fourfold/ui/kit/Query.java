package fourfold.ui.kit;

import fourfold.core.kernel.FaultCode;
import fourfold.core.kernel.Outcome;
import fourfold.core.kernel.Problem;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import javafx.beans.value.ChangeListener;
import javafx.beans.value.ObservableValue;
import javafx.util.Subscription;
import org.jspecify.annotations.Nullable;

/// A question that a screen keeps asking: once at the start, again whenever its input changes or a [Signal] says that
/// something else did. What was read last stays readable while the new answer is fetched, so that nothing moves under
/// the reader.
public final class Query<T> implements AutoCloseable {

    /// How the question stands. What has no parts is no record: Java makes the equality of a record where it is first asked for,
    /// which every start would wait for.
    public sealed interface State {
        /// Asked, and never answered yet.
        final class Loading implements State {
            private static final Loading NOW = new Loading();

            private Loading() {}
        }

        /// Answered: [Query#value()] holds it.
        final class Ready implements State {
            private static final Ready NOW = new Ready();

            private Ready() {}
        }

        /// Refused, with the sentence to show instead of the content.
        record Refused(Problem problem) implements State {}

        /// A fault of ours, with its code.
        record Failed(String code) implements State {}
    }

    private final ReadOnlyObjectWrapper<State> state = new ReadOnlyObjectWrapper<>(this, "state", State.Loading.NOW);
    private final ReadOnlyObjectWrapper<@Nullable T> value = new ReadOnlyObjectWrapper<>(this, "value");
    private final Asker asker;
    private final Runnable question;
    private final List<Subscription> subscriptions = new ArrayList<>();

    /// @param doing what is being done, as in "Reading the threats"
    /// @param input what it depends on; read on the UI thread
    /// @param slow asks a desk
    public <I> Query(
            Tools tools, String doing, ObservableValue<I> input, Function<? super I, Outcome<T>> slow, Signal... signals) {
        this(tools, Asker.reading(doing), Optional.empty(), input, slow, signals);
    }

    /// @param asker says in which order it is asked: aside, nobody waits for it
    /// @param known the first answer, where it is at hand
    <I> Query(
            Tools tools, Asker asker, Optional<T> known, ObservableValue<I> input, Function<? super I, Outcome<T>> slow,
            Signal... signals) {
        this.asker = asker;
        question = () -> tools.work().ask(asker, input.getValue(), slow, answer(tools.faults()));
        ChangeListener<I> listener = (source, before, now) -> refresh();
        input.addListener(listener);
        subscriptions.add(() -> input.removeListener(listener));
        for (var signal : signals) {
            subscriptions.add(signal.listen(() -> tools.work().onScreen(this::refresh)));
        }
        known.ifPresentOrElse(this::ready, this::refresh);
    }

    private Answer<T> answer(Faults faults) {
        return new Answer<>(this::ready, problem -> state.set(new State.Refused(problem)), fault -> {
            faults.note(fault);
            state.set(new State.Failed(FaultCode.of(fault)));
        });
    }

    private void ready(T read) {
        value.set(read);
        state.set(State.Ready.NOW);
    }

    /// Asks again.
    public void refresh() {
        question.run();
    }

    /// How the question stands.
    public ReadOnlyObjectProperty<State> state() {
        return state.getReadOnlyProperty();
    }

    /// What was read last, or null before the first answer.
    public ReadOnlyObjectProperty<@Nullable T> value() {
        return value.getReadOnlyProperty();
    }

    /// What was read last, where a command needs it.
    ///
    /// @throws IllegalStateException before the first answer; a command that uses it waits for [#ready()]
    public T now() {
        var read = value.get();
        if (read == null) {
            throw new IllegalStateException("nothing has been read yet");
        }
        return read;
    }

    /// Whether something has been read, and the last question did not end badly.
    public ObservableValue<Boolean> ready() {
        return state.map(now -> now instanceof State.Ready);
    }

    /// Calls `reader` with what has been read, now and after every answer.
    public void whenRead(Consumer<? super T> reader) {
        subscriptions.add(value.subscribe(read -> {
            if (read != null) {
                reader.accept(read);
            }
        }));
    }

    /// Who asks, for progress.
    public Asker asker() {
        return asker;
    }

    @Override
    public void close() {
        subscriptions.forEach(Subscription::unsubscribe);
        subscriptions.clear();
        asker.drop();
    }
}
