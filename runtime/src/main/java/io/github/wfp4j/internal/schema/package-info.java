/**
 * The objects that every engine has built in: layers with their fields, sublayers, callouts. Not
 * exported.
 *
 * <p>The tables are generated from facts that were read off real engines.
 */
@NullMarked
package io.github.wfp4j.internal.schema;

import org.jspecify.annotations.NullMarked;
