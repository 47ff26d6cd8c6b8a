package fourfold.core.kernel;

import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Arrays;
import java.util.Comparator;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// A sorted map that never changes, its keys in their natural order in one array and its values in another. A copy of it is
/// itself, so what is handed from bytes to a value to an entry and back is copied once and not at each step.
///
/// Its parts ([#subMap] and the like) are copies too, and like it refuse every change.
public final class SortedCopy<K extends Comparable<? super K>, V> extends AbstractMap<K, V> implements SortedMap<K, V> {

    private final Object[] keys;
    private final Object[] values;

    private SortedCopy(Object[] keys, Object[] values) {
        this.keys = keys;
        this.values = values;
    }

    /// What that map holds now; the map itself when it is such a copy.
    ///
    /// @throws NullPointerException when a key or a value is null
    public static <K extends Comparable<? super K>, V> SortedCopy<K, V> of(Map<K, ? extends V> map) {
        if (map instanceof SortedCopy<K, ? extends V> same) {
            @SuppressWarnings("unchecked") // nothing can be put into it, so what it holds may be called any wider type
            var wider = (SortedCopy<K, V>) same;
            return wider;
        }
        var gathering = new Gathering<K, V>(map.size());
        map.forEach(gathering::put);
        return gathering.done();
    }

    /// Keys and values put one after another; soonest made when the keys come in order.
    public static final class Gathering<K extends Comparable<? super K>, V> {

        private static final int USUAL = 16;

        private Object[] keys;
        private Object[] values;
        private int size;
        // from the first key on that does not come in order
        private @Nullable TreeMap<K, V> tree;

        public Gathering() {
            this(USUAL);
        }

        private Gathering(int room) {
            keys = new Object[room];
            values = new Object[room];
        }

        /// @return whether the key is new; one that is there already keeps its value
        public boolean put(K key, V value) {
            Objects.requireNonNull(key);
            Objects.requireNonNull(value);
            if (tree != null) return tree.putIfAbsent(key, value) == null;
            int order = size == 0 ? 1 : key.compareTo(SortedCopy.<K>cast(keys[size - 1]));
            if (order == 0) return false;
            if (order < 0) {
                tree = new TreeMap<>(soFar());
                return put(key, value);
            }
            if (size == keys.length) {
                keys = Arrays.copyOf(keys, Math.max(USUAL, 2 * size));
                values = Arrays.copyOf(values, keys.length);
            }
            keys[size] = key;
            values[size++] = value;
            return true;
        }

        private SortedCopy<K, V> soFar() {
            return size == keys.length
                    ? new SortedCopy<>(keys, values)
                    : new SortedCopy<>(Arrays.copyOf(keys, size), Arrays.copyOf(values, size));
        }

        /// All of them. Nothing is to be put afterwards.
        public SortedCopy<K, V> done() {
            return tree == null
                    ? soFar()
                    : new SortedCopy<>(tree.keySet().toArray(), tree.values().toArray());
        }
    }

    @SuppressWarnings("unchecked") // the arrays are filled by Gathering alone, whose types are those of the map
    private static <T> T cast(Object kept) {
        return (T) kept;
    }

    /// Where the key is, or, where it is not, one less than the negative of where it would be.
    private int find(@Nullable Object key) {
        return Arrays.binarySearch(keys, key);
    }

    private int from(K key) {
        int found = find(key);
        return found < 0 ? -1 - found : found;
    }

    private SortedCopy<K, V> part(int from, int to) {
        if (from > to) throw new IllegalArgumentException("a part that ends before it begins");
        return new SortedCopy<>(Arrays.copyOfRange(keys, from, to), Arrays.copyOfRange(values, from, to));
    }

    @Override
    public int size() {
        return keys.length;
    }

    @Override
    public boolean containsKey(@Nullable Object key) {
        return find(key) >= 0;
    }

    @Override
    public @Nullable V get(@Nullable Object key) {
        int found = find(key);
        return found < 0 ? null : SortedCopy.<V>cast(values[found]);
    }

    @Override
    public void forEach(BiConsumer<? super K, ? super V> action) {
        for (int i = 0; i < keys.length; i++) action.accept(SortedCopy.<K>cast(keys[i]), SortedCopy.<V>cast(values[i]));
    }

    @Override
    public Set<Entry<K, V>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public int size() {
                return keys.length;
            }

            @Override
            public Iterator<Entry<K, V>> iterator() {
                return new Iterator<>() {
                    private int next;

                    @Override
                    public boolean hasNext() {
                        return next < keys.length;
                    }

                    @Override
                    public Entry<K, V> next() {
                        if (next == keys.length) throw new NoSuchElementException();
                        return Map.entry(SortedCopy.<K>cast(keys[next]), SortedCopy.<V>cast(values[next++]));
                    }
                };
            }
        };
    }

    /// @return null, which says the natural order
    @Override
    public @Nullable Comparator<? super K> comparator() {
        return null;
    }

    @Override
    public SortedCopy<K, V> subMap(K from, K to) {
        return part(from(from), from(to));
    }

    @Override
    public SortedCopy<K, V> headMap(K to) {
        return part(0, from(to));
    }

    @Override
    public SortedCopy<K, V> tailMap(K from) {
        return part(from(from), keys.length);
    }

    @Override
    public K firstKey() {
        if (keys.length == 0) throw new NoSuchElementException();
        return cast(keys[0]);
    }

    @Override
    public K lastKey() {
        if (keys.length == 0) throw new NoSuchElementException();
        return cast(keys[keys.length - 1]);
    }
}
