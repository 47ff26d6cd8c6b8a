package fourfold.core.figures;

import fourfold.core.kernel.Type;
import java.util.function.Function;

/// Something by which rows are told apart: a field, a date or a test, under the name that questions use.
///
/// @param name in lower case with hyphens, such as "master-list"
/// @param label what it is called above a column
/// @param trait what it says of each row
record Key(String name, String label, Function<Scope, Trait> trait) {

    /// Whether a person who writes that text means this name or label, whatever its case and separators.
    static boolean isSame(String nameOrLabel, String text) {
        return Type.plain(nameOrLabel).replace(" ", "").equals(Type.plain(text).replace(" ", ""));
    }
}
