package fourfold.extract;

import java.io.IOException;

/// The regional example that the program carries: five extracts of an invented year, for the demo vault and for trying
/// things out. No row describes a real person, group, place or event.
public final class ExampleRegion {

    private ExampleRegion() {}

    /// The example's extract of that table.
    public static ExtractSource of(ExtractTable<?> table) {
        var name = table.name() + ".csv";
        try (var in = ExampleRegion.class.getResourceAsStream("/fourfold/example/" + name)) {
            if (in == null) throw new IllegalStateException("the program was built without its example " + name);
            return ExtractSource.of(name, in.readAllBytes());
        } catch (IOException broken) {
            throw new IllegalStateException("the example " + name + " cannot be read", broken);
        }
    }
}
