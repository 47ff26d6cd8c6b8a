package fourfold.core.kernel;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SortedCopyTest {

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void holdsWhatATreeHolds(long seed) {
        var random = new Random(seed);
        for (int round = 0; round < 300; round++) {
            var tree = new TreeMap<String, Integer>();
            var put = new LinkedHashMap<String, Integer>();
            var gathering = new SortedCopy.Gathering<String, Integer>();
            int many = random.nextInt(40);
            for (int i = 0; i < many; i++) {
                // mostly in order, as canonical bytes bring them, and now and then a name that is there already
                var key = random.nextInt(10) == 0 ? "k" + random.nextInt(40) : "k%03d".formatted(i);
                boolean fresh = tree.putIfAbsent(key, i) == null;
                put.putIfAbsent(key, i);
                assertEquals(fresh, gathering.put(key, i), key);
            }
            same(tree, gathering.done());
            same(tree, SortedCopy.of(put));
            same(tree, SortedCopy.of(tree));
        }
    }

    private static void same(TreeMap<String, Integer> tree, SortedCopy<String, Integer> copy) {
        assertEquals(tree, copy);
        assertEquals(copy, tree);
        assertEquals(tree.hashCode(), copy.hashCode());
        assertEquals(List.copyOf(tree.entrySet()), List.copyOf(copy.entrySet()));
        var told = new ArrayList<String>();
        copy.forEach((key, value) -> told.add(key + "=" + value));
        assertEquals(tree.entrySet().stream().map(Object::toString).toList(), told);
        for (int i = 0; i < 45; i++) {
            var key = "k%03d".formatted(i);
            assertEquals(tree.get(key), copy.get(key));
            assertEquals(tree.containsKey(key), copy.containsKey(key));
            assertEquals(tree.headMap(key), copy.headMap(key));
            assertEquals(tree.tailMap(key), copy.tailMap(key));
            assertEquals(tree.subMap("k010", "k011" + key), copy.subMap("k010", "k011" + key));
        }
        if (tree.isEmpty()) {
            assertThrows(NoSuchElementException.class, copy::firstKey);
            assertThrows(NoSuchElementException.class, copy::lastKey);
        } else {
            assertEquals(tree.firstKey(), copy.firstKey());
            assertEquals(tree.lastKey(), copy.lastKey());
        }
    }

    @Test
    void aCopyOfACopyIsItself() {
        var copy = SortedCopy.of(Map.of("b", 1, "a", 2));
        assertSame(copy, SortedCopy.of(copy));
    }

    @Test
    void anotherOrderIsNotKept() {
        var backwards = new TreeMap<String, Integer>(Comparator.reverseOrder());
        backwards.putAll(Map.of("a", 1, "b", 2, "c", 3));
        assertEquals(List.of("a", "b", "c"), List.copyOf(SortedCopy.of(backwards).keySet()));
    }

    @Test
    void whatIsChangedLaterIsNotSeen() {
        var tree = new TreeMap<>(Map.of("a", 1));
        var copy = SortedCopy.of(tree);
        tree.put("b", 2);
        assertEquals(Map.of("a", 1), copy);
    }

    @Test
    void refusesEveryChange() {
        var copy = SortedCopy.of(Map.of("a", 1));
        assertThrows(UnsupportedOperationException.class, () -> copy.put("b", 2));
        assertThrows(UnsupportedOperationException.class, () -> copy.remove("a"));
        assertThrows(UnsupportedOperationException.class, copy::clear);
        assertThrows(UnsupportedOperationException.class, () -> copy.entrySet().iterator().next().setValue(2));
        assertThrows(UnsupportedOperationException.class, () -> copy.keySet().remove("a"));
        assertThrows(UnsupportedOperationException.class, () -> copy.values().removeIf(value -> true));
    }

    @Test
    void refusesNothingAsAKeyOrAValue() {
        Map<String, String> noValue = Collections.singletonMap("a", null);
        Map<String, String> noKey = Collections.singletonMap(null, "a");
        assertThrows(NullPointerException.class, () -> SortedCopy.of(noValue));
        assertThrows(NullPointerException.class, () -> SortedCopy.of(noKey));
    }

    @Test
    void aPartThatEndsBeforeItBeginsIsRefused() {
        var copy = SortedCopy.of(Map.of("a", 1, "b", 2));
        assertThrows(IllegalArgumentException.class, () -> copy.subMap("b", "a"));
    }
}
