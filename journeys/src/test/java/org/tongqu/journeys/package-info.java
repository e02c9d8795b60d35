/**
 * The twelve stories (十二个故事) over the real stack, and real input through the public interface.
 * In: the hub as it ships and the demo's simulators. Out: proof, or a red test. Refuses to know: what lies inside a room.
 * Allowed neighbours: demo; the hub only as a process or by its address.
 */
@NullMarked
package org.tongqu.journeys;

import org.jspecify.annotations.NullMarked;
