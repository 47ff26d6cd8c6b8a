package fourfold.cli;

import fourfold.core.kernel.Json;
import java.util.List;
import java.util.function.Consumer;

/// What a command has to say when it is done.
///
/// @param output written to standard output
/// @param messages sentences for standard error
record Answer(Consumer<Output> output, List<String> messages, Exit exit) {

    Answer {
        messages = List.copyOf(messages);
    }

    /// One JSON value on one line.
    static Answer of(Json json) {
        return new Answer(output -> output.line(json), List.of(), Exit.DONE);
    }

    /// The same with sentences for the person beside it.
    Answer saying(List<String> sentences) {
        return new Answer(output, sentences, exit);
    }

    /// The same with another end.
    Answer ending(Exit other) {
        return new Answer(output, messages, other);
    }
}
