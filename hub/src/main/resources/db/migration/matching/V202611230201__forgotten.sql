-- Records that are withdrawn are forgotten here: whoever comes later is not weighed against them.
grant delete on matching.record, matching.key, matching.number to ${app};
