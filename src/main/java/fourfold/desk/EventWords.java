package fourfold.desk;

import java.util.List;

/// The words that events use, to choose a filter from.
public record EventWords(List<String> agencies, List<String> units) {

    public EventWords {
        agencies = List.copyOf(agencies);
        units = List.copyOf(units);
    }
}
