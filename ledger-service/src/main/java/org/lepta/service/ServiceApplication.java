package org.lepta.service;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;

/** The service: ledger, index, API and pages in one process. */
@SpringBootApplication
@EnableConfigurationProperties(LeptaSettings.class)
public class ServiceApplication {}
