/** Reports of builds as pages for people: {@link io.gleamflow.page.ReportFiles} writes them, with the same for programs beside them. */
@NullMarked
package io.gleamflow.page;

import org.jspecify.annotations.NullMarked;
