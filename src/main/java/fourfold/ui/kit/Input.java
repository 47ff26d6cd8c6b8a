package fourfold.ui.kit;

import java.util.Objects;
import javafx.beans.property.ObjectProperty;
import javafx.beans.property.ReadOnlyIntegerProperty;
import javafx.beans.property.ReadOnlyIntegerWrapper;
import javafx.beans.property.SimpleObjectProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;

/// One thing a person fills in: its name as the record declares it, the words beside it, what is in it, and what is
/// wrong with it. A [Form] shows it.
///
/// @param <T> what it holds; text fields hold "" when empty, all others null
public final class Input<T> {

    private final String name;
    private final String label;
    private final ObjectProperty<@Nullable T> value;
    private final StringProperty flaw = new SimpleStringProperty(this, "flaw", "");
    private final StringProperty unread = new SimpleStringProperty(this, "unread", "");
    private final ReadOnlyIntegerWrapper attention = new ReadOnlyIntegerWrapper(this, "attention");
    private @Nullable T start;
    private boolean required;
    private int limit;
    private String help = "";
    private Runnable reader = () -> {};

    private Input(String name, String label, @Nullable T start) {
        this.name = name;
        this.label = label;
        this.start = start;
        this.value = new SimpleObjectProperty<>(this, name, start);
        value.addListener((source, before, now) -> flaw.set(""));
    }

    /// A field for text, empty at first.
    ///
    /// @param name the field's name in the record's declaration: refusals speak of it by this
    public static Input<String> text(String name, String label) {
        return new Input<>(name, label, "");
    }

    /// A field for anything else, empty at first.
    public static <T> Input<T> of(String name, String label) {
        return new Input<>(name, label, null);
    }

    /// Marks it as one that must be filled in; the form says so in words.
    public Input<T> required() {
        required = true;
        return this;
    }

    /// Limits its text to so many characters; the form shows what is left when it gets near, and never cuts.
    public Input<T> atMost(int characters) {
        limit = characters;
        return this;
    }

    /// A sentence that helps to fill it in.
    public Input<T> help(String sentence) {
        help = sentence;
        return this;
    }

    /// Fills it in with what is stored, as the state to compare with.
    public Input<T> starting(@Nullable T stored) {
        start = stored;
        value.set(stored);
        unread.set("");
        flaw.set("");
        return this;
    }

    /// Puts back what is stored.
    public Input<T> reset() {
        return starting(start);
    }

    public String name() {
        return name;
    }

    public String label() {
        return label;
    }

    public boolean isRequired() {
        return required;
    }

    /// The most characters it may hold, 0 for no limit.
    public int limit() {
        return limit;
    }

    public String help() {
        return help;
    }

    /// What is in it.
    public ObjectProperty<@Nullable T> value() {
        return value;
    }

    /// What is in it now.
    public @Nullable T get() {
        return value.get();
    }

    /// Fills it in.
    public void set(@Nullable T now) {
        value.set(now);
    }

    /// What is in a field that cannot be empty, such as text.
    ///
    /// @throws NullPointerException when it is empty
    public T filled() {
        return Objects.requireNonNull(value.get(), name);
    }

    /// Whether it differs from what it started with, or holds something unreadable.
    public boolean isChanged() {
        return !Objects.equals(start, value.get()) || !unread.get().isEmpty();
    }

    /// One sentence about what is wrong with it, or empty. Cleared when the content changes.
    public StringProperty flaw() {
        return flaw;
    }

    /// One sentence when the typed text is not one that this field can hold (a date that is none), else empty.
    public StringProperty unread() {
        return unread;
    }

    /// Counts up whenever the keyboard should go to this field.
    public ReadOnlyIntegerProperty attention() {
        return attention.getReadOnlyProperty();
    }

    /// What reads the typed text anew, as leaving the field would.
    void readBy(Runnable reading) {
        reader = reading;
    }

    /// Reads what is typed as leaving the field would, so that saving by keys right after the last letter saves it or says
    /// what is wrong with it.
    public void settle() {
        reader.run();
    }

    /// Brings the keyboard to this field.
    public void attend() {
        attention.set(attention.get() + 1);
    }
}
