package fourfold.ui.kit;

import java.util.function.BooleanSupplier;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// The quiet voice of the program: what has just been done. One message at a time, the newest stays.
public final class Status {

    /// One sentence, and what can be done about it.
    ///
    /// @param action usually the undo; null when there is none
    public record Message(String text, @Nullable Command action) {}

    private final ReadOnlyObjectWrapper<@Nullable Message> message = new ReadOnlyObjectWrapper<>(this, "message");

    /// Says it.
    public void say(String text) {
        message.set(new Message(text, null));
    }

    /// Says it and offers one thing to do.
    public void say(String text, Command action) {
        message.set(new Message(text, action));
    }

    /// Passes on what another voice says, as long as somebody may hear it.
    public void follow(Status other, BooleanSupplier heard) {
        other.message.subscribe(said -> {
            if (heard.getAsBoolean()) {
                message.set(said);
            }
        });
    }

    /// Takes back what was said last: nobody may read it any more.
    public void forget() {
        message.set(null);
    }

    /// What was said last, or null.
    public ReadOnlyObjectProperty<@Nullable Message> message() {
        return message.getReadOnlyProperty();
    }
}
