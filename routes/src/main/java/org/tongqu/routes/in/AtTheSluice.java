package org.tongqu.routes.in;

import jakarta.servlet.http.HttpServletRequest;
import java.time.Duration;
import java.util.function.Function;
import org.tongqu.connectors.canon.Sluice;
import org.tongqu.routes.Answer;

/** What every HTTP inlet does before it reads a body: goes in at once, waits a little, or hears when to come again. */
record AtTheSluice(Sluice sluice, Function<Sluice.Shut, Answer> busy) {
    /** What goes on behind the sluice. */
    interface Inside {
        Answer answer(Sluice.Load load);
    }

    Answer pass(HttpServletRequest request, Inside inside) {
        return switch (sluice.state()) {
            case Sluice.Open open -> in(inside);
            case Sluice.Slow slow -> {
                heldBack(slow.pause());
                yield in(inside);
            }
            case Sluice.Shut shut -> {
                RequestBody.throwAway(request);
                yield busy.apply(shut);
            }
        };
    }

    /** To a caller whose body was read, or as much of it as could be held. */
    Answer tooMany() {
        return busy.apply(Sluice.TOO_MANY);
    }

    private Answer in(Inside inside) {
        try (Sluice.Load load = sluice.load()) {
            return inside.answer(load);
        }
    }

    /** Nothing of the caller is in memory yet, and its thread is a virtual one. */
    private static void heldBack(Duration pause) {
        try {
            Thread.sleep(pause);
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
        }
    }
}
