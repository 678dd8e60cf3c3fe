/**
 * What the headers do not say, as data: unions and their tags, counts, nullability, enums and flags
 * behind plain integers, key kinds, names, texts.
 */
@NullMarked
package io.github.wfp4j.generator.rules;

import org.jspecify.annotations.NullMarked;
