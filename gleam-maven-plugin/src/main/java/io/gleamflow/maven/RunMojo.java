package io.gleamflow.maven;

import java.util.List;
import org.apache.maven.model.Resource;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Runs flows. Each publishes all of its outputs, or fails the build and leaves the old ones as they were. */
@Mojo(name = "run", defaultPhase = LifecyclePhase.GENERATE_RESOURCES, threadSafe = true, requiresProject = false)
public final class RunMojo extends ResourcesMojo {

    @Override
    List<Resource> resources() {
        return project().getResources();
    }

    @Override
    void add(Resource resource) {
        project().addResource(resource);
    }
}
