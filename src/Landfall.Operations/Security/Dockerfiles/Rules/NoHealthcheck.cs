namespace Landfall.Operations.Security.Dockerfiles.Rules;

/// <summary>The image has no check of its own.</summary>
internal sealed class NoHealthcheck() : DockerRule(new(
    "docker-no-healthcheck", "The image has no check of its health", Severity.Low, "CIS Docker 4.6",
    "What runs it cannot tell whether the program still answers.",
    "Add HEALTHCHECK, or let the platform check: ECS and Kubernetes have checks of their own and do not read this one."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Dockerfile file)
    {
        if (file.Stages is not [.., var last])
            yield break;
        for (var stage = last; stage is not null; stage = stage.Base)
        {
            if (stage.Instructions.Any(i => i.Name == "HEALTHCHECK"))
                yield break;
        }

        yield return At(last, last.From);
    }
}
