package org.tongqu.hub;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The rooms, put together by Spring. */
@SpringBootApplication
public class HubApplication {}
