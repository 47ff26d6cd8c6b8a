package fourfold.extract;

import fourfold.core.figures.Subject;
import fourfold.core.figures.Term;
import fourfold.core.figures.View;
import fourfold.core.figures.Views;
import fourfold.core.figures.Window;
import java.util.function.UnaryOperator;

/// Reads the saved views that the program brings with it, from `fourfold/reference/views.csv` on the class path. Anything
/// wrong in it is a fault of ours: it names the file and the line.
public final class ViewTables {

    private static final String FILE = "views.csv";

    private ViewTables() {}

    /// The saved views of this version of the program.
    ///
    /// @throws IllegalStateException naming the file and the line when one is not as it has to be
    public static Views read() {
        return read(ReferenceTables::resource);
    }

    static Views read(UnaryOperator<String> texts) {
        var table = ReferenceTable.of(
                texts, FILE, "name", "title", "subject", "agency", "conditions", "conditions_as_at", "on", "after",
                "from", "to", "preset", "rule", "reading", "source");
        try {
            return new Views(table.rows().stream().map(row -> row.make(ViewTables::view)).toList());
        } catch (IllegalArgumentException wrong) {
            throw new IllegalStateException(FILE + ": " + wrong.getMessage(), wrong);
        }
    }

    private static View view(ReferenceTable.Row row) {
        var preset = row.text("preset");
        if (!preset.isEmpty() && Window.Preset.called(preset).isEmpty())
            throw new IllegalArgumentException("there is no period " + preset);
        return new View(
                row.filled("name"),
                row.filled("title"),
                row.choice("subject", Subject.class),
                row.text("agency"),
                Term.all(row.text("conditions")),
                Term.all(row.text("conditions_as_at")),
                new View.Period(row.text("on"), row.date("after"), row.date("from"), row.date("to"), preset),
                row.filled("rule"),
                row.filled("reading"),
                row.filled("source"));
    }
}
