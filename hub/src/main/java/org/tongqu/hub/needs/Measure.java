package org.tongqu.hub.needs;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What of a need says that it takes technicians; each has a value that a person sets and a sentence that tells why it spoke. */
public enum Measure {
    /** At least so many product classes must be made to work together. */
    CLASSES {
        @Override
        Optional<Reason> speaks(Measured need, String value) {
            return reason(
                    need.classes() >= number(value),
                    "成套需求，涉及 " + need.classes() + " 类产品，需要多专业技术人员共同设计",
                    "A complete set over " + need.classes()
                            + " product classes: technicians of several trades must design it together");
        }
    },
    /** A function is stated and no product. */
    NO_PRODUCT_CODE {
        @Override
        Optional<Reason> speaks(Measured need, String value) {
            return reason(
                    need.noProductCode(),
                    "客户只提功能要求，没有现成型号，需要技术人员选型",
                    "The customer states a function and no product: a technician must choose or design");
        }
    },
    /** The budget reaches so many yuan. */
    BUDGET {
        @Override
        Optional<Reason> speaks(Measured need, String value) {
            BigDecimal budget = need.budget();
            BigDecimal least = new BigDecimal(value);
            return budget == null
                    ? Optional.empty()
                    : reason(
                            budget.compareTo(least) >= 0,
                            "预算 " + budget.toPlainString() + " 元，达到 " + tenThousands(least) + "，需要技术人员支持",
                            "Budget of " + budget.toPlainString() + " reaches "
                                    + String.format(Locale.ROOT, "%,d", least.longValue())
                                    + ": a technician supports it");
        }
    },
    /** It is required within so many days of the visit. */
    DAYS_LEFT {
        @Override
        Optional<Reason> speaks(Measured need, String value) {
            Integer days = need.daysLeft();
            return days == null
                    ? Optional.empty()
                    : reason(
                            days <= number(value),
                            "离要求的日期只有 " + days + " 天，需要技术人员尽快答复",
                            "Required within " + days + " days: a technician must answer soon");
        }
    },
    /** One of these words, parted by spaces, stands in what was told: a machine is down, a line stands still. */
    WORDS {
        @Override
        Optional<Reason> speaks(Measured need, String value) {
            return Arrays.stream(value.split("\\s+", -1))
                    .filter(word -> !word.isEmpty() && need.words().contains(word))
                    .findFirst()
                    .flatMap(word -> reason(
                            true,
                            "客户说到“" + word + "”，生产受影响，需要技术人员立即支持",
                            "The customer speaks of “" + word
                                    + "”: production suffers, technicians are needed at once"));
        }
    },
    /** A machine of the customer had at least so many faults. */
    FAULTS {
        @Override
        Optional<Reason> speaks(Measured need, String value) {
            return reason(
                    need.faults() >= number(value),
                    "拜访时有设备故障 " + need.faults() + " 次，需要技术人员查明原因",
                    "A machine with " + need.faults()
                            + " faults was seen on the visit: a technician must find out why");
        }
    },
    /** The customer ordered fewer than so many times before. */
    FEW_ORDERS {
        @Override
        Optional<Reason> speaks(Measured need, String value) {
            Integer orders = need.ordersBefore();
            return orders == null
                    ? Optional.empty()
                    : reason(
                            orders < number(value),
                            "客户此前只有 " + orders + " 张订单，需要技术人员帮助首次合作",
                            "The customer ordered " + orders + " times before: a technician helps it to begin");
        }
    },
    /** The product class that was ordered least had fewer than so many orders before, of anybody. */
    NOVEL_CLASS {
        @Override
        Optional<Reason> speaks(Measured need, String value) {
            Integer orders = need.classOrdersBefore();
            return orders == null
                    ? Optional.empty()
                    : reason(
                            orders < number(value),
                            "这类产品此前只成交过 " + orders + " 次，技术上较新，需要技术人员参与",
                            "This class was ordered " + orders + " times before: it is new ground for a technician");
        }
    };

    private static final BigDecimal TEN_THOUSAND = BigDecimal.valueOf(10_000);

    /** Why it spoke, in both languages. */
    record Reason(String zh, String en) {}

    abstract Optional<Reason> speaks(Measured need, String value);

    /** Whether its value is a figure; else words, or none at all. */
    public boolean isNumber() {
        return this != WORDS && this != NO_PRODUCT_CODE;
    }

    private static Optional<Reason> reason(boolean spoke, String zh, String en) {
        return spoke ? Optional.of(new Reason(zh, en)) : Optional.empty();
    }

    private static int number(String value) {
        return new BigDecimal(value).intValue();
    }

    private static String tenThousands(BigDecimal yuan) {
        BigDecimal[] parts = yuan.divideAndRemainder(TEN_THOUSAND);
        return parts[1].signum() == 0 ? parts[0].toPlainString() + " 万元" : yuan.toPlainString() + " 元";
    }
}
