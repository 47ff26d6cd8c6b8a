package fourfold.store;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// What is made ahead comes whole, in order and on the thread that asked; whoever fails ends both.
final class AheadTest {

    private static Consumer<Consumer<Integer>> numbers(int count) {
        return told -> IntStream.range(0, count).forEach(told::accept);
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 249, 250, 251, 9_999})
    void everything_comes_in_order_and_on_this_thread(int count) {
        var got = new ArrayList<Integer>();
        var made = new AtomicReference<>(Thread.currentThread());
        Ahead.<Integer>each("making", told -> {
            made.set(Thread.currentThread());
            numbers(count).accept(told);
        }, one -> {
            assertNotEquals(made.get(), Thread.currentThread());
            got.add(one);
        });
        assertEquals(IntStream.range(0, count).boxed().toList(), got);
        assertEquals("making", made.get().getName());
    }

    @Test
    void what_the_source_throws_is_thrown_here_after_what_it_had_made() {
        var broken = new IllegalStateException("broken");
        var got = new ArrayList<Integer>();
        var thrown = assertThrows(IllegalStateException.class, () -> Ahead.<Integer>each("making", told -> {
            numbers(600).accept(told);
            throw broken;
        }, got::add));
        assertSame(broken, thrown);
        assertEquals(600, got.size());
    }

    @Test
    void whoever_takes_no_more_ends_the_making() {
        var made = new AtomicInteger();
        var enough = new IllegalStateException("enough");
        var thrown = assertThrows(IllegalStateException.class, () -> Ahead.<Integer>each("making", told -> {
            for (int i = 0; i < 10_000_000; i++) {
                made.incrementAndGet();
                told.accept(i);
            }
        }, one -> {
            if (one == 1_000) throw enough;
        }));
        assertSame(enough, thrown);
        assertTrue(made.get() < 100_000, () -> made.get() + " were made for nobody");
        assertEquals(List.of(), Thread.getAllStackTraces().keySet().stream().filter(thread -> thread.getName().equals("making") && thread.isAlive()).toList());
    }
}
