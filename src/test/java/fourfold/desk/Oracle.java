package fourfold.desk;

import fourfold.core.kernel.Json;
import fourfold.vault.StrictJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/// The expected value of every figure of the example region, counted elsewhere by two other methods that agree.
public final class Oracle {

    private final Json root;

    private Oracle(Json root) {
        this.root = root;
    }

    /// The oracle of the example region.
    public static Oracle read() {
        try (var in = Oracle.class.getResourceAsStream("/fourfold/oracle.json")) {
            if (in == null) throw new IllegalStateException("oracle.json is missing");
            return new Oracle(StrictJson.read(in.readAllBytes()));
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    /// What stands at that path.
    public Json at(String... path) {
        var here = root;
        for (var step : path) {
            var next = here.members().values().get(step);
            if (next == null) throw new IllegalArgumentException("the oracle has no " + String.join("/", path));
            here = next;
        }
        return here;
    }

    /// The texts of the list at that path.
    public List<String> texts(String... path) {
        return at(path).items().stream().map(Json::text).toList();
    }

    /// The whole number at that path.
    public long whole(String... path) {
        return at(path).whole();
    }

    /// Every number below that path, by the names on the way to it.
    public SortedMap<List<String>, Long> numbers(String... path) {
        var numbers = new TreeMap<List<String>, Long>(java.util.Comparator.comparing(List::toString));
        gather(at(path), new ArrayList<>(), numbers);
        return numbers;
    }

    private static void gather(Json here, List<String> names, SortedMap<List<String>, Long> numbers) {
        if (here instanceof Json.Whole(var number)) numbers.put(List.copyOf(names), number);
        if (!(here instanceof Json.Members(var members))) return;
        members.forEach((name, value) -> {
            names.add(name);
            gather(value, names, numbers);
            names.removeLast();
        });
    }
}
