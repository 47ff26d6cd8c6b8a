package fourfold.ui.place;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// What a visit to a place leaves behind, such as the selected row and how far the page was scrolled, so that going
/// back finds it as it was.
public final class Memory {

    private final Map<String, Object> kept = new HashMap<>();

    /// Keeps a value under a name.
    public void keep(String name, Object value) {
        kept.put(name, value);
    }

    /// What was kept under a name, if it is of that kind.
    public <T> Optional<T> recall(String name, Class<T> kind) {
        return Optional.ofNullable(kept.get(name)).filter(kind::isInstance).map(kind::cast);
    }
}
