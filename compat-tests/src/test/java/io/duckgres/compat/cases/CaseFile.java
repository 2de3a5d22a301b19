package io.duckgres.compat.cases;

import java.util.List;

/**
 * The cases of one topic.
 *
 * @param chapter the folder's name
 * @param topic the file's name
 * @param feature what the topic is called in the compatibility document
 * @param cases at least one
 */
record CaseFile(String chapter, String topic, String feature, List<Case> cases) {}
