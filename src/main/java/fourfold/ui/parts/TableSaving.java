package fourfold.ui.parts;

import fourfold.core.kernel.Marking;
import fourfold.desk.TableDesk;
import fourfold.ui.kit.Answer;
import fourfold.ui.kit.Asker;
import fourfold.ui.kit.Saving;
import java.nio.file.Path;
import java.util.function.Supplier;

/// Saves the table of a place where the person says, and says in the status line what came of it.
public final class TableSaving {

    private TableSaving() {}

    /// For a place.
    ///
    /// @param terms what the table is narrowed by, in words, when it is asked
    public static Saving at(Desktop desktop, Supplier<String> terms) {
        var acting = Asker.acting("Writing the table");
        return new Saving(shown -> {
            var table = new TableDesk.Shown(shown.name(), terms.get(), shown.columns(), shown.rows());
            desktop.tools().prompts().saveFile("Where the table is written (.xlsx or .csv)", fileName(shown.name()), chosen ->
                    desktop.tools().work().ask(
                            acting,
                            table,
                            wish -> desktop.office().tables().save(wish, chosen),
                            new Answer<>(
                                    saved -> desktop.tools().status().say(words(saved)),
                                    problem -> desktop.tools().status().say(problem.sentence()),
                                    desktop.tools().faults()::show)));
        });
    }

    private static String fileName(String table) {
        return Marking.OFFICIAL_SENSITIVE.label() + " " + table + ".xlsx";
    }

    private static String words(TableDesk.Saved saved) {
        return saved.rows() + (saved.rows() == 1 ? " row" : " rows") + " written to " + name(saved.file())
                + (saved.withheld() == 0 ? "." : "; " + saved.withheld() + " left out by the rules of disclosure.");
    }

    private static String name(Path file) {
        return String.valueOf(file.getFileName());
    }
}
