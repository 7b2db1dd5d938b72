namespace Landfall.Operations.Security.Dockerfiles.Rules;

/// <summary>The final stage ends as root.</summary>
internal sealed class RootUser() : DockerRule(new(
    "docker-root-user", "The image runs as root", Severity.High, "CIS Docker 4.1",
    "Who breaks into a program that runs as root owns its container, and is nearer to the host.",
    "Make a user, give it what it has to write to, and end the last stage with 'USER <uid>'."))
{
    /// <inheritdoc />
    public override IEnumerable<Spot> Check(Dockerfile file)
    {
        if (file.Stages is not [.., var last])
            yield break;
        for (var stage = last; stage is not null; stage = stage.Base)
        {
            if (stage.Instructions.LastOrDefault(i => i.Name == "USER") is { } user)
            {
                var name = Expansion.Of(user.Arguments, stage.Variables(user))?.Split(':')[0].Trim();
                if (name is "root" or "0" or "")
                    yield return At(stage, user, $"'USER {user.Arguments}' is the last: {Facts.Reason}");
                yield break;
            }

            // Distroless, Chainguard and nginx-unprivileged images say in their name that they begin as another user.
            if (stage.Base is null && (Expansion.Of(stage.Image, stage.Arguments) is not { } image || image.Contains("nonroot", StringComparison.Ordinal) || image.Contains("unprivileged", StringComparison.Ordinal)))
                yield break;
        }

        yield return At(last, last.From, $"No USER is set: {Facts.Reason}");
    }
}
