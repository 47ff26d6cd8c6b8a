package fourfold.ui.kit;

import fourfold.desk.TableDesk;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// Writing the table of a place as it is shown. The place offers the command; the table says what it shows when it is asked.
public final class Saving {

    private final Command command;
    private @Nullable Supplier<TableDesk.Shown> shown;

    /// @param save takes what is shown to where the person says
    public Saving(Consumer<TableDesk.Shown> save) {
        command = Command.of("table.save", "Save the table", () -> {
                    var now = shown;
                    if (now != null) save.accept(now.get());
                })
                .on("Ctrl+Shift+S")
                .icon("fth-download");
    }

    /// The command, for the place and the table's own menu.
    public Command command() {
        return command;
    }

    void of(Supplier<TableDesk.Shown> table) {
        shown = table;
    }
}
