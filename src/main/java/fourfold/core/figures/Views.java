package fourfold.core.figures;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;

/// All saved views.
///
/// @param all in the order in which they are offered
public record Views(List<View> all) {

    public Views {
        all = List.copyOf(all);
        var names = new HashSet<String>();
        for (var view : all) {
            if (!names.add(view.name())) throw new IllegalArgumentException("two views are called " + view.name());
            Keys.check(view);
        }
    }

    /// The view of that name, whatever its case.
    public Optional<View> find(String name) {
        return all.stream().filter(view -> view.name().equalsIgnoreCase(name.strip())).findFirst();
    }

    /// Their names.
    public List<String> names() {
        return all.stream().map(View::name).toList();
    }
}
