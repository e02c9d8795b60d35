package org.tongqu.demo.group;

import java.util.Optional;
import org.tongqu.demo.line.Heard;
import org.tongqu.demo.line.HubLine;
import org.tongqu.demo.line.Json;

/**
 * 六个大区: hand their visits in at their node, each as its branch. While there is none they go to the hub, each as its rep: a visit that
 * went both ways is one to the hub, by its number.
 */
final class Branches implements AutoCloseable {
    private static final String VISITS = "/api/v1/visits";

    private final HubLine hub;
    private final BranchNode node;

    Branches(HubLine hub, BranchNode node) {
        this.hub = hub;
        this.node = node;
    }

    void open() throws InterruptedException {
        node.open();
    }

    /** Comes back when the node, or the hub, has it; all of them are one rep's. */
    void handIn(Branch branch, String rep, Object visits) throws InterruptedException {
        String json = Json.write(visits);
        Postman.settle(VISITS, () -> handedIn(branch, rep, json));
    }

    /** Asked anew at every try, so that a node that dies holds nobody up. */
    private Heard handedIn(Branch branch, String rep, String json) throws InterruptedException {
        Optional<HubLine> there = node.line();
        return there.isPresent()
                ? there.get().post(VISITS, branch.atItsNode(), json)
                : hub.post(VISITS, Branch.atTheHub(rep), json);
    }

    /** Whether what was handed in still has a way to go from their node to the hub. */
    boolean awaited() {
        return node.line().isPresent();
    }

    @Override
    public void close() {
        node.close();
    }
}
