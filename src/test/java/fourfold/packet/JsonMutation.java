package fourfold.packet;

import fourfold.core.kernel.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.TreeMap;

/// Another JSON than this one: a member that is missing, added, of another type, too long, too large, of a past or future
/// that no calendar has.
final class JsonMutation {

    private static final List<Json> ODD = List.of(
            Json.nothing(), Json.of(true), Json.of(0), Json.of(-1), Json.of((1L << 53) - 1), Json.of(2), Json.of(""), Json.of("\u202Eabc"),
            Json.of("x\u0000y"), Json.of("x".repeat(3_000)), Json.of(List.of()), Json.of(new TreeMap<String, Json>()),
            Json.texts(List.of("a", "a")), Json.of("Derbyshire"), Json.of("EMSOU"), Json.of("SECRET"), Json.of("OFFICIAL"),
            Json.of("+1000000000-12-31T23:59:59.999999999Z"), Json.of("-1000000000-01-01T00:00:00Z"),
            Json.of("00000000-0000-4000-8000-000000000000"), Json.of("0".repeat(64)), Json.of("A".repeat(40)),
            Json.of("ffffffffffffffff"), Json.of("DE1001"), Json.of("LRO"), Json.of("CREATE"), Json.of("threat"));

    private final Random random;

    JsonMutation(Random random) {
        this.random = random;
    }

    /// This one with something in it changed, at whatever depth.
    Json of(Json json) {
        return switch (json) {
            case Json.Members(var members) when !members.isEmpty() && random.nextInt(8) > 0 -> members(new TreeMap<>(members));
            case Json.Items(var items) when !items.isEmpty() && random.nextInt(6) > 0 -> items(new ArrayList<>(items));
            case Json.Whole(var number) when random.nextBoolean() -> Json.of(number + (random.nextBoolean() ? 1 : -1));
            case Json.Text(var text) when !text.isEmpty() && random.nextInt(3) > 0 -> text(text);
            default -> ODD.get(random.nextInt(ODD.size()));
        };
    }

    private Json members(TreeMap<String, Json> members) {
        var names = new ArrayList<>(members.keySet());
        var name = names.get(random.nextInt(names.size()));
        switch (random.nextInt(10)) {
            case 0 -> members.remove(name);
            case 1 -> members.put("extra", ODD.get(random.nextInt(ODD.size())));
            case 2 -> members.put(name, members.get(names.get(random.nextInt(names.size()))));
            default -> members.put(name, of(members.get(name)));
        }
        return Json.of(members);
    }

    private Json items(List<Json> items) {
        int at = random.nextInt(items.size());
        switch (random.nextInt(4)) {
            case 0 -> items.remove(at);
            case 1 -> items.add(items.get(at));
            default -> items.set(at, of(items.get(at)));
        }
        return Json.of(items);
    }

    private Json text(String text) {
        int at = random.nextInt(text.length());
        var other = (char) switch (random.nextInt(3)) {
            case 0 -> '0' + random.nextInt(10);
            case 1 -> 'a' + random.nextInt(26);
            default -> ' ' + random.nextInt(95);
        };
        return Json.of(switch (random.nextInt(4)) {
            case 0 -> text.substring(0, at);
            case 1 -> text + other;
            default -> text.substring(0, at) + other + text.substring(at + 1);
        });
    }
}
