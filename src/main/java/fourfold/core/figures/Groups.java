package fourfold.core.figures;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Rows counted by the values of some keys: a tree, of which each level is a key. What is counted at a node is every row
/// that has the values on the way to it, each row once.
final class Groups {

    /// The root, which stands for all rows.
    static final int ALL = 0;

    private final List<Trait> keys;
    private final boolean keepsRows;
    /// By node: the first child, the next sibling, the value, and the counts.
    private int[] child = new int[64];
    private int[] sibling = new int[64];
    private int[] value = new int[64];
    private long[] of = new long[64];
    private long[] counted = new long[64];
    private final List<Rows> rows = new ArrayList<>();
    private int nodes = 1;
    /// A table of nodes by parent and value: open addressing, since a boxed map would cost more than the counting.
    private int[] slots = new int[256];

    /// Rows that were counted.
    private static final class Rows {
        int[] all = new int[8];
        int size;

        void add(int row) {
            if (size == all.length) all = Arrays.copyOf(all, size * 2);
            all[size++] = row;
        }
    }

    Groups(List<Trait> keys, boolean keepsRows) {
        this.keys = List.copyOf(keys);
        this.keepsRows = keepsRows;
        rows.add(new Rows());
    }

    /// Counts a row.
    ///
    /// @param counts whether it is counted, or only one of those out of which is counted
    void add(int row, boolean counts) {
        add(row, counts, ALL, 0);
    }

    private void add(int row, boolean counts, int node, int depth) {
        of[node]++;
        if (counts) counted[node]++;
        if (depth == keys.size()) {
            if (keepsRows && counts) rows.get(node).add(row);
            return;
        }
        var key = keys.get(depth);
        if (!key.isSeveral()) {
            add(row, counts, node(node, key.at(row)), depth + 1);
            return;
        }
        for (int code : key.all(row)) add(row, counts, node(node, code), depth + 1);
    }

    private int node(int parent, int code) {
        int at = slot(parent, code);
        if (slots[at] != 0) return slots[at];
        if (nodes == value.length) grow();
        int fresh = nodes++;
        value[fresh] = code;
        sibling[fresh] = child[parent];
        child[parent] = fresh;
        rows.add(new Rows());
        parents.add(parent);
        slots[at] = fresh;
        if (nodes * 2 > slots.length) rehash();
        return fresh;
    }

    private final List<Integer> parents = new ArrayList<>(List.of(-1));

    private int slot(int parent, int code) {
        int at = (parent * 0x9E3779B1 + code * 0x85EBCA77) >>> 7 & slots.length - 1;
        while (slots[at] != 0 && (value[slots[at]] != code || parents.get(slots[at]) != parent)) at = at + 1 & slots.length - 1;
        return at;
    }

    private void rehash() {
        slots = new int[slots.length * 2];
        for (int node = 1; node < nodes; node++) slots[slot(parents.get(node), value[node])] = node;
    }

    private void grow() {
        int size = nodes * 2;
        child = Arrays.copyOf(child, size);
        sibling = Arrays.copyOf(sibling, size);
        value = Arrays.copyOf(value, size);
        of = Arrays.copyOf(of, size);
        counted = Arrays.copyOf(counted, size);
    }

    /// The child of that node for that value; -1 where no row has it.
    int find(int parent, int code) {
        if (parent < 0) return -1;
        int at = slots[slot(parent, code)];
        return at == 0 ? -1 : at;
    }

    /// The values of the children of a node, in no order.
    List<Integer> values(int parent) {
        var values = new ArrayList<Integer>();
        if (parent < 0) return values;
        for (int node = child[parent]; node != 0; node = sibling[node]) values.add(value[node]);
        return values;
    }

    /// How many rows a node stands for; 0 for none.
    long of(int node) {
        return node < 0 ? 0 : of[node];
    }

    /// How many of them were counted.
    long counted(int node) {
        return node < 0 ? 0 : counted[node];
    }

    /// The rows that were counted at a leaf, in order.
    int[] rows(int node) {
        return node < 0 ? new int[0] : Arrays.copyOf(rows.get(node).all, rows.get(node).size);
    }
}
